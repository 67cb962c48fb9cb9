from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from onrecord.model.problem import Problem
from onrecord.record import write
from onrecord.record.rows import schema
from onrecord.record.rows.at_once import rows_at_once
from onrecord.record.stores.transactions import reading_at
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from support.stores import Places

HELD = schema.problems.c
TOLD = select(HELD.path, HELD.message, HELD.start).where(HELD.code == bindparam("code")).order_by(HELD.place)


def test_rows_hold_the_values_that_sqlalchemy_would_give(ferry: Connection) -> None:
    for table in schema.metadata.sorted_tables:
        query = select(table).order_by(table.c.place)

        assert rows_at_once(ferry, query, {}) == [tuple(row) for row in ferry.execute(query)]


def test_text_that_no_database_has_a_form_for_is_made_out(places: Places) -> None:
    odd = (
        Problem(code="odd", message="cut\ud800", path="half\ud83d.txt"),
        Problem(code="odd", message="plain\x00"),
    )
    write(places.at(), replace(ferry_contents(), problems=odd))

    with reading_at(places.at()) as connection:
        rows = rows_at_once(connection, TOLD, {"code": "odd"})
    assert rows == [("half\ud83d.txt", "cut\ud800", None), (None, "plain\x00", None)]


def test_where_there_is_nothing_no_row_comes(ferry: Connection) -> None:
    assert rows_at_once(ferry, TOLD, {"code": "unheard of"}) == []
