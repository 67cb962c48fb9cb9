from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.record.rows import schema
from support.records import written

DOCS = Path(__file__).resolve().parents[4] / "docs/store.md"


@pytest.mark.parametrize("table", sorted(schema.metadata.tables))
def test_every_table_and_column_is_in_the_docs(table: str) -> None:
    part = re.search(rf"^### {table}\n(.*?)(?=^##|\Z)", DOCS.read_text("utf-8"), re.DOTALL | re.MULTILINE)

    assert part is not None
    lost = [column.name for column in schema.metadata.tables[table].c if f"`{column.name}`" not in part[1]]
    assert set(lost) <= {"place"}


def test_people_can_read_who_said_what_without_joining_tables(tmp_path: Path) -> None:
    with closing(sqlite3.connect(written(tmp_path))) as connection:
        rows = connection.execute(
            "SELECT outlet, speakers, manner, words FROM said WHERE words LIKE '%year%' OR speakers IS NULL"
        ).fetchall()

    assert sorted(rows, key=str) == [
        ("Lundholm Gazette", "Ana Velik", "direct", "We will not raise the fares this year,"),
        ("Lundholm Gazette", None, "indirect", "the ferry will be late"),
    ]
