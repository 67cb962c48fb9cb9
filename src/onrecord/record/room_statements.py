"""Which statements fit a question, and in what order; `room_statement_rows` tells of each what a list shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from onrecord.model.listing import Order
from onrecord.record import schema
from onrecord.record.fetch import in_batches
from onrecord.record.room_asked import fitting_ids, of_days, of_statements, time_order

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

    from onrecord.record.room_asked import Question


def select_statements(question: Question) -> Select[Any]:
    """Return the query for the ids of the statements that fit but for words, in no order."""
    statement = schema.statements.c
    conditions = [*of_statements(question), *of_days(question, statement.id, "statement", "said")]
    return select(statement.id).where(*conditions)


def count_statements(connection: Connection, question: Question) -> int:
    """Count the statements that fit but for words."""
    counted = select_statements(question).with_only_columns(func.count(), maintain_column_froms=True)
    return connection.scalar(counted) or 0


def find_statements(connection: Connection, question: Question) -> tuple[list[str], int | None]:
    """Return the ids of the statements on the page that is asked for, in order, and how many fit if that is known by now."""
    asked = question.asked
    found = fitting_ids(connection, asked.words, "statements")
    query = select_statements(question)
    if found is None:
        page = in_order(query, asked.order).offset(asked.first).limit(asked.most)
        return list(connection.scalars(page)), None
    if query.whereclause is not None or asked.order is not Order.RELEVANCE:
        order = Order.RELEVANCE if asked.order is Order.RELEVANCE else asked.order
        found = _those_of(connection, found, query, order)
    return list(found[asked.first : asked.first + asked.most]), len(found)


def in_order(query: Select[Any], order: Order) -> Select[Any]:
    """Return `query`, one of statements, in that order."""
    statement = schema.statements.c
    if order is not Order.TIME:
        return query.order_by(statement.lineages.desc(), statement.reports.desc(), statement.place)
    moment = schema.moments.c
    joined = schema.statements.outerjoin(
        schema.moments, and_(moment.owner_id == statement.id, moment.part == "said")
    )
    return query.select_from(joined).order_by(*time_order(schema.moments), statement.place)


def _those_of(
    connection: Connection, found: Sequence[str], query: Select[Any], order: Order
) -> tuple[str, ...]:
    """Return the ids among `found` that `query` gives too, in the order asked for."""
    if order is Order.RELEVANCE:
        fitting: set[str] = set()
        for some in in_batches(found):
            fitting.update(connection.scalars(query.where(schema.statements.c.id.in_(some))))
        return tuple(one for one in found if one in fitting)
    holding = set(found)
    return tuple(one for one in connection.scalars(in_order(query, order)) if one in holding)
