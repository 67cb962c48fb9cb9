from __future__ import annotations

import pytest
from sqlalchemy import Column, MetaData, Table, create_engine, select

from onrecord.record.column_types import Characters, Whole


@pytest.mark.parametrize("words", ["“Ahoy”", "", "a\x00b", "half \ud83d of a pair", "\udc80"])
def test_any_characters_come_back_as_they_were(words: str) -> None:
    table = Table("kept", MetaData(), Column("words", Characters))
    with create_engine("sqlite://").connect() as connection:
        table.create(connection)
        connection.execute(table.insert(), [{"words": words}, {"words": None}])

        assert connection.scalars(select(table.c.words)).all() == [words, None]


@pytest.mark.parametrize("number", [0, -1, 2**63 - 1, 2**63, 10**40, -(10**40)])
def test_any_number_comes_back_as_it_was(number: int) -> None:
    table = Table("kept", MetaData(), Column("number", Whole))
    with create_engine("sqlite://").connect() as connection:
        table.create(connection)
        connection.execute(table.insert(), [{"number": number}, {"number": None}])

        assert connection.scalars(select(table.c.number)).all() == [number, None]
