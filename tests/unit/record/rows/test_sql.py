from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import func, literal, select

from onrecord.record.rows import schema
from onrecord.record.rows.sql import items_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_the_items_of_a_list_are_rows_in_either_database(ferry: Connection) -> None:
    item = items_of(literal('["2021-03-04","2021-03-11"]')).table_valued("value")

    assert ferry.scalars(select(item.c.value)).all() == ["2021-03-04", "2021-03-11"]


def test_texts_are_joined_in_either_database(ferry: Connection) -> None:
    ids = select(schema.events.c.id).subquery()

    assert ferry.scalar(select(func.aggregate_strings(ids.c.id, ", "))) == ferry.scalar(select(ids.c.id))
