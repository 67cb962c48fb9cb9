from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Boolean, Column, MetaData, Table, bindparam, create_engine, func, literal, select
from sqlalchemy.exc import OperationalError

from onrecord.record.rows import schema
from onrecord.record.rows.column_types import CHARACTERS, INTEGER, WHOLE
from onrecord.record.rows.fetch import among
from onrecord.record.rows.prepared import ask, ask_bare

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

WORDS = ("“Ahoy”", "", "half \ud83d of a pair", None)
NUMBERS = (0, 2**63, -(10**40), None)
KEPT = Table(
    "kept_for_a_test",
    MetaData(),
    Column("place", INTEGER, primary_key=True),
    Column("words", CHARACTERS),
    Column("number", WHOLE),
    Column("sure", Boolean()),
)


@pytest.fixture
def strange() -> Iterator[Connection]:
    """A connection to a table of what a database has no form for."""
    with create_engine("sqlite://").connect() as connection:
        KEPT.create(connection)
        rows = zip(range(4), WORDS, NUMBERS, (True, False, None, True), strict=True)
        names = [column.name for column in KEPT.columns]
        connection.execute(KEPT.insert(), [dict(zip(names, row, strict=True)) for row in rows])
        yield connection


def test_rows_are_those_of_the_engine_and_go_by_the_names_of_their_columns(ferry: Connection) -> None:
    query = select(schema.blocks).order_by(schema.blocks.c.place)
    expected = ferry.execute(query).all()

    assert [tuple(row) for row in ask(ferry, query)] == [tuple(row) for row in expected]
    assert [tuple(row) for row in ask_bare(ferry, query)] == [tuple(row) for row in expected]
    assert [row.zone for row in ask(ferry, query)] == [row.zone for row in expected]
    assert {type(row.repeats) for row in ask(ferry, query)} == {bool}


def test_values_that_a_file_has_no_form_for_come_back_as_they_were(strange: Connection) -> None:
    query = select(KEPT).order_by(KEPT.c.place)

    for rows in (ask(strange, query), ask_bare(strange, query)):
        assert [tuple(row)[1:3] for row in rows] == list(zip(WORDS, NUMBERS, strict=True))
        assert [row[3] for row in rows] == [True, False, None, True]
        assert all(type(row[3]) in {bool, type(None)} for row in rows)


def test_what_is_asked_for_is_given_as_the_file_keeps_it(strange: Connection) -> None:
    query = select(KEPT.c.place).where(KEPT.c.words == bindparam("words"))

    assert [[row.place for row in ask(strange, query, {"words": one})] for one in WORDS[:3]] == [
        [0],
        [1],
        [2],
    ]


def test_some_values_stand_in_the_query_and_others_are_given_with_it(ferry: Connection) -> None:
    cited = schema.citations.c
    query = (
        select(cited.place, (cited.start + 1).label("next"), func.count(), literal("a"))
        .where(cited.owner_kind == "attribution", cited.part.in_(("content", "cue")), cited.stop > 3)
        .where(among(cited.report_id))
        .group_by(cited.place, cited.start)
        .order_by(cited.place)
        .limit(bindparam("most"))
    )
    ids = list(ferry.scalars(select(schema.reports.c.id)))
    whole = select(cited.place, cited.start).where(
        cited.owner_kind == "attribution", cited.part.in_(("content", "cue"))
    )
    expected = [
        (place, start + 1, 1, "a")
        for place, start in ferry.execute(whole.where(cited.stop > 3).order_by(cited.place)).all()
    ]
    given = {"ids": ids if ferry.dialect.name != "sqlite" else str(ids).replace("'", '"')}

    for most in (1, 4):
        rows = ask(ferry, query, {**given, "most": most})
        assert [tuple(row) for row in rows] == expected[:most]
        assert [row.next for row in rows] == [one[1] for one in expected[:most]]


def test_what_cannot_be_answered_is_for_the_engine_to_explain(strange: Connection) -> None:
    KEPT.drop(strange)
    with pytest.raises(OperationalError, match="no such table"):
        ask(strange, select(KEPT))
    with pytest.raises(OperationalError, match="no such table"):
        ask_bare(strange, select(KEPT))
