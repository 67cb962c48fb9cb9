from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import Column, MetaData, Table, create_engine, select

from onrecord.record import schema
from support.records import written

DOCS = Path(__file__).resolve().parents[3] / "docs/store.md"


@pytest.mark.parametrize("table", sorted(schema.metadata.tables))
def test_every_table_and_column_is_in_the_docs(table: str) -> None:
    part = re.search(rf"^### {table}\n(.*?)(?=^##|\Z)", DOCS.read_text("utf-8"), re.DOTALL | re.MULTILINE)

    assert part is not None
    lost = [column.name for column in schema.metadata.tables[table].c if f"`{column.name}`" not in part[1]]
    assert set(lost) <= {"place"}


@pytest.mark.parametrize("words", ["“Ahoy”", "", "a\x00b", "half \ud83d of a pair", "\udc80"])
def test_any_characters_come_back_as_they_were(words: str) -> None:
    table = Table("kept", MetaData(), Column("words", schema.Characters))
    with create_engine("sqlite://").connect() as connection:
        table.create(connection)
        connection.execute(table.insert(), [{"words": words}, {"words": None}])

        assert connection.scalars(select(table.c.words)).all() == [words, None]


@pytest.mark.parametrize("number", [0, -1, 2**63 - 1, 2**63, 10**40, -(10**40)])
def test_any_number_comes_back_as_it_was(number: int) -> None:
    table = Table("kept", MetaData(), Column("number", schema.Whole))
    with create_engine("sqlite://").connect() as connection:
        table.create(connection)
        connection.execute(table.insert(), [{"number": number}, {"number": None}])

        assert connection.scalars(select(table.c.number)).all() == [number, None]


def test_people_can_read_who_said_what_without_joining_tables(tmp_path: Path) -> None:
    with closing(sqlite3.connect(written(tmp_path))) as connection:
        rows = connection.execute(
            "SELECT outlet, speakers, manner, words FROM said WHERE words LIKE '%year%' OR speakers IS NULL"
        ).fetchall()

    assert sorted(rows, key=str) == [
        ("Lundholm Gazette", "Ana Velik", "direct", "We will not raise the fares this year,"),
        ("Lundholm Gazette", None, "indirect", "the ferry will be late"),
    ]
