"""Rows of events."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from onrecord.model.listing import EventRow, Order
from onrecord.record import schema
from onrecord.record.fetch import Cited, find_moments, find_rows, in_batches
from onrecord.record.room_asked import of_days, of_statements, time_order
from onrecord.record.room_names import find_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select, Table

    from onrecord.model.listing import Named
    from onrecord.record.room_asked import Question
    from onrecord.record.room_copies import Copies


def events_fitting(question: Question) -> Select[Any]:
    """Return the query for the ids of the events that fit but for words, in no order."""
    event, statement = schema.events.c, schema.statements.c
    conditions = of_days(question, event.id, "event", "date")
    if question.event_ids is not None:
        conditions.append(event.id.in_(question.event_ids))
    if question.of_carried:
        carried = select(statement.event_id).where(*of_statements(question), statement.event_id.is_not(None))
        conditions.append(event.id.in_(carried))
    return select(event.id).where(*conditions)


def find_events(connection: Connection, question: Question) -> tuple[str, ...]:
    """Return the ids of all events that fit, in the order asked for: by time, or those with most reports first."""
    event, moment, member = schema.events.c, schema.moments.c, schema.event_reports.c
    joined = schema.events.outerjoin(schema.moments, and_(moment.owner_id == event.id, moment.part == "date"))
    fitting = events_fitting(question).with_only_columns(event.id, event.what)
    query = fitting.select_from(joined).order_by(*time_order(schema.moments), event.place)
    found = [row.id for row in connection.execute(query) if holds_words(row.what, question.asked.words)]
    if question.asked.order is Order.TIME:
        return tuple(found)
    sizes = select(member.event_id, func.count()).group_by(member.event_id)
    reports = {row[0]: row[1] for row in connection.execute(sizes)}
    return tuple(sorted(found, key=lambda one: -reports.get(one, 0)))


def holds_words(name: str, words: str) -> bool:
    """Tell whether a name holds all of `words`, however cased, each of them somewhere.

    >>> holds_words("Ferry to run again", "AGAIN ferry")
    True
    """
    folded = name.casefold()
    return all(word in folded for word in words.casefold().split())


def event_rows(connection: Connection, ids: Sequence[str], copies: Copies) -> tuple[EventRow, ...]:
    """Return the rows of the events of these ids, in the order of `ids`."""
    rows = find_rows(connection, schema.events, "id", ids)
    members = find_rows(connection, schema.event_reports, "event_id", ids)
    statements = count_by(connection, schema.statements, "event_id", ids)
    cited = Cited(connection, "event", ids)
    dates = find_moments(connection, "event", "date", ids, cited)
    stories = _stories_of(connection, ids)
    return tuple(
        EventRow(
            id=row.id,
            what=row.what,
            where=row.location,
            date=dates.get(row.id),
            story=stories.get(row.id),
            reports=len(members[row.id]),
            independent=copies.count_independent(one.report_id for one in members[row.id]),
            statements=statements[row.id],
            place=next(iter(cited.evidence(row.id, "evidence")), None),
        )
        for event_id in ids
        for row in rows[event_id]
    )


def _stories_of(connection: Connection, event_ids: Sequence[str]) -> dict[str, Named]:
    member = schema.story_events.c
    story_of: dict[str, str] = {}
    for some in in_batches(event_ids):
        query = select(member.event_id, member.story_id).where(member.event_id.in_(some))
        story_of.update((row[0], row[1]) for row in connection.execute(query.order_by(member.place.desc())))
    named = find_named(connection, schema.stories, story_of.values())
    return {event_id: named[story_id] for event_id, story_id in story_of.items()}


def count_by(connection: Connection, table: Table, column: str, ids: Sequence[str]) -> Counter[str]:
    """Count the rows of `table` by the value of `column`, for each of `ids`."""
    counted: Counter[str] = Counter()
    for some in in_batches(ids):
        query = select(table.c[column], func.count()).where(table.c[column].in_(some))
        counted.update({row[0]: row[1] for row in connection.execute(query.group_by(table.c[column]))})
    return counted
