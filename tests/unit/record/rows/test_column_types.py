from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Column, MetaData, Table, create_engine, select

from onrecord.record.rows.column_types import CHARACTERS, INTEGER, TEXT, WHOLE, Characters
from onrecord.record.stores.store import store_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from support.stores import Places


@pytest.fixture
def database(places: Places) -> Iterator[Connection]:
    """A connection to a database that keeps nothing."""
    if places.kind == "sqlite":
        with create_engine("sqlite://").connect() as connection:
            yield connection
        return
    with store_of(places.at()).open(to_change=True).connect() as connection:
        connection.exec_driver_sql("SET search_path TO pg_temp")
        yield connection


@pytest.mark.parametrize(
    "words",
    [
        "“Ahoy”",
        "",
        "a\x00b",
        "half \ud83d of a pair",
        "\udc80",
        "\x1a",
        "\x1a0000\x00",
        "\ud83d\udea2 \U0001f6a2",
    ],
)
def test_any_characters_come_back_as_they_were(words: str, database: Connection) -> None:
    table = Table("kept", MetaData(), Column("words", CHARACTERS))
    table.create(database)
    database.execute(table.insert(), [{"words": words}, {"words": None}])

    assert database.scalars(select(table.c.words)).all() == [words, None]
    assert database.scalars(select(table.c.words).where(table.c.words == words)).all() == [words]


@pytest.mark.parametrize("number", [0, -1, 2**63 - 1, 2**63, 10**40, -(10**40)])
def test_any_number_comes_back_as_it_was(number: int, database: Connection) -> None:
    table = Table("kept", MetaData(), Column("number", WHOLE))
    table.create(database)
    database.execute(table.insert(), [{"number": number}, {"number": None}])

    assert database.scalars(select(table.c.number)).all() == [number, None]


def test_text_compares_by_code_points(database: Connection) -> None:
    words = ["b", "B", "é", "a b", "ab", "a-b", "\U0001f6a2", "\uffee", ""]
    table = Table(
        "kept", MetaData(), Column("id", TEXT), Column("words", CHARACTERS), Column("place", INTEGER)
    )
    table.create(database)
    database.execute(table.insert(), [{"id": one, "words": one, "place": 2**40} for one in words])

    assert database.scalars(select(table.c.words).order_by(table.c.words)).all() == sorted(words)
    assert database.scalars(select(table.c.id).order_by(table.c.id)).all() == sorted(words)
    assert database.scalars(select(table.c.words).where(table.c.words > "a b")).all() != []


def test_several_texts_are_kept_as_each_of_them_is() -> None:
    plain = ["“Ahoy”", "", None, "a\x00b"]
    assert Characters().keep_all(plain) == plain
    assert Characters().keep_all([*plain, "half \ud83d", "\udea2 of a pair"]) == [
        *plain,
        b"half \xed\xa0\xbd",
        b"\xed\xba\xa2 of a pair",
    ]
    assert Characters().keep_all([]) == []
