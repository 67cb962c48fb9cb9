"""Rows of events."""

from __future__ import annotations

from array import array
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from onrecord.model.listing import EventRow, Order
from onrecord.record.outline.fitting import flag_events, picked
from onrecord.record.outline.names import find_named
from onrecord.record.room.words import holds_words
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import Cited, among, find_moments, find_rows, rows_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select, Table

    from onrecord.model.listing import Named
    from onrecord.record.outline.asked import Question
    from onrecord.record.outline.copies import Copies
    from onrecord.record.outline.outline import Outline


_IN_STORY = schema.story_events.c
_STORIES = (
    select(_IN_STORY.event_id, _IN_STORY.story_id)
    .where(among(_IN_STORY.event_id))
    .order_by(_IN_STORY.place.desc())
)


def find_events(connection: Connection, outline: Outline, question: Question) -> Sequence[int]:
    """Return the events that fit, those that most reports tell of first, or by time."""
    del connection
    asked, names = question.asked, outline.event_names
    ordered = outline.events_by_time if asked.order is Order.TIME else outline.events_by_reports
    fitting = picked(ordered, flag_events(outline, question))
    if not asked.words.strip():
        return fitting
    return array("i", [one for one in fitting if holds_words(names[one], asked.words)])


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
    story_of = {row[0]: row[1] for row in rows_among(connection, _STORIES, event_ids)}
    named = find_named(connection, schema.stories, story_of.values())
    return {event_id: named[story_id] for event_id, story_id in story_of.items()}


def count_by(connection: Connection, table: Table, column: str, ids: Sequence[str]) -> Counter[str]:
    """Count the rows of `table` by the value of `column`, for each of `ids`."""
    return Counter({row[0]: row[1] for row in rows_among(connection, _counting(table, column), ids)})


@cache
def _counting(table: Table, column: str) -> Select[*tuple[Any, ...]]:
    owner = table.c[column]
    return select(owner, func.count()).where(among(owner)).group_by(owner)
