"""Rows of stories, counted over their events."""

from __future__ import annotations

from collections import Counter
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from onrecord.model.listing import Order, StoryRow
from onrecord.record.outline.fitting import flag_events, numbers_in
from onrecord.record.outline.outline import NO_DAY, NONE
from onrecord.record.room.words import holds_words
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import among, day_of, find_rows, rows_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, Connection, Select

    from onrecord.record.outline.asked import Question
    from onrecord.record.outline.outline import Outline


_IN_STORY, _MOMENT = schema.story_events.c, schema.moments.c
_DAYS = (
    select(_IN_STORY.story_id, func.min(_MOMENT.earliest), func.max(_MOMENT.earliest))
    .select_from(schema.story_events.join(schema.moments, _MOMENT.owner_id == _IN_STORY.event_id))
    .where(_MOMENT.part == "date", _MOMENT.earliest == _MOMENT.latest, among(_IN_STORY.story_id))
    .group_by(_IN_STORY.story_id)
)


def find_stories(connection: Connection, outline: Outline, question: Question) -> Sequence[int]:
    """Return the stories that have an event that fits, those that most reports tell of first, or by their first known day."""
    del connection
    stories, days, names = outline.event_stories, outline.event_days, outline.story_names
    fits = flag_events(outline, question)
    found = set(stories if fits is None else numbers_in(stories)[fits].tolist()) - {NONE}
    fitting = [one for one in sorted(found) if holds_words(names[one], question.asked.words)]
    if question.asked.order is Order.TIME:
        firsts = dict.fromkeys(fitting, date.max.toordinal())
        for event, story in enumerate(stories):
            first = days.first[event]
            if story in firsts and first > NO_DAY and first == days.last[event]:
                firsts[story] = min(firsts[story], first)
        return sorted(fitting, key=lambda one: firsts[one])
    told: Counter[int] = Counter()
    for event, story in enumerate(stories):
        told[story] += outline.event_reports.count(event)
    return sorted(fitting, key=lambda one: -told[one])


def _find_days(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[date, date]]:
    """Return the first and the last day on which an event of each of these stories is known to have been."""
    found: dict[str, tuple[date, date]] = {}
    for story_id, earliest, latest in rows_among(connection, _DAYS, ids):
        first, last = day_of(earliest), day_of(latest)
        if first and last:
            found[story_id] = (first, last)
    return found


def story_rows(connection: Connection, ids: Sequence[str]) -> tuple[StoryRow, ...]:
    """Return the rows of the stories of these ids, in the order of `ids`."""
    rows = find_rows(connection, schema.stories, "id", ids)
    members = find_rows(connection, schema.story_events, "story_id", ids)
    days = _find_days(connection, ids)
    reports = _count_over_events(connection, schema.event_reports.c.report_id, ids)
    statements = _count_over_events(connection, schema.statements.c.id, ids)
    return tuple(
        StoryRow(
            id=row.id,
            title=row.title,
            events=len(members[row.id]),
            reports=reports.get(row.id, 0),
            statements=statements.get(row.id, 0),
            first_day=days[row.id][0] if row.id in days else None,
            last_day=days[row.id][1] if row.id in days else None,
        )
        for story_id in ids
        for row in rows[story_id]
    )


def _count_over_events(connection: Connection, column: Column[str], ids: Sequence[str]) -> dict[str, int]:
    """Count what belongs to an event, by `column` of its table, over the events of each of these stories."""
    return {row[0]: row[1] for row in rows_among(connection, _counting(column), ids)}


@cache
def _counting(column: Column[str]) -> Select[*tuple[Any, ...]]:
    joined = schema.story_events.join(column.table, column.table.c.event_id == _IN_STORY.event_id)
    query = select(_IN_STORY.story_id, func.count(column.distinct())).select_from(joined)
    return query.where(among(_IN_STORY.story_id)).group_by(_IN_STORY.story_id)
