"""Rows of events."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.model.listing import EventRow, Order
from onrecord.record import schema
from onrecord.record.fetch import Cited, find_moments, find_rows, in_batches
from onrecord.record.room_fitting import fitting_events
from onrecord.record.room_names import find_named
from onrecord.record.room_words import holds_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Table

    from onrecord.model.listing import Named
    from onrecord.record.room_asked import Question
    from onrecord.record.room_copies import Copies
    from onrecord.record.room_outline import Outline


def find_events(connection: Connection, outline: Outline, question: Question) -> Sequence[int]:
    """Return the events that fit, those that most reports tell of first, or by time."""
    del connection
    asked, days, names = question.asked, outline.event_days, outline.event_names
    fitting = [one for one in fitting_events(outline, question) if holds_words(names[one], asked.words)]
    if asked.order is Order.TIME:
        return sorted(fitting, key=days.key)
    told = Counter(outline.report_events)
    return sorted(fitting, key=lambda one: (-told[one], days.key(one)))


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
