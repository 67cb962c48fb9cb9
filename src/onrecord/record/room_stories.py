"""Rows of stories, counted over their events."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import func, select

from onrecord.model.listing import Order, StoryRow
from onrecord.record import schema
from onrecord.record.fetch import day_of, find_rows, in_batches
from onrecord.record.room_fitting import fitting_events
from onrecord.record.room_outline import NO_DAY, NONE
from onrecord.record.room_words import holds_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Column, Connection

    from onrecord.record.room_asked import Question
    from onrecord.record.room_outline import Outline


def find_stories(connection: Connection, outline: Outline, question: Question) -> Sequence[int]:
    """Return the stories that have an event that fits, those that most reports tell of first, or by their first known day."""
    del connection
    stories, days, names = outline.event_stories, outline.event_days, outline.story_names
    found = {stories[event] for event in fitting_events(outline, question)} - {NONE}
    fitting = [one for one in sorted(found) if holds_words(names[one], question.asked.words)]
    if question.asked.order is Order.TIME:
        firsts = dict.fromkeys(fitting, date.max.toordinal())
        for event, story in enumerate(stories):
            first = days.first[event]
            if story in firsts and first > NO_DAY and first == days.last[event]:
                firsts[story] = min(firsts[story], first)
        return sorted(fitting, key=lambda one: firsts[one])
    told = Counter(stories[event] for event in outline.report_events if event != NONE)
    return sorted(fitting, key=lambda one: -told[one])


def _find_days(connection: Connection, ids: Sequence[str]) -> dict[str, tuple[date, date]]:
    """Return the first and the last day on which an event of each of these stories is known to have been."""
    member, moment = schema.story_events.c, schema.moments.c
    joined = schema.story_events.join(schema.moments, moment.owner_id == member.event_id)
    query = (
        select(member.story_id, func.min(moment.earliest), func.max(moment.earliest))
        .select_from(joined)
        .where(moment.part == "date", moment.earliest == moment.latest)
        .group_by(member.story_id)
    )
    found: dict[str, tuple[date, date]] = {}
    for some in in_batches(ids):
        for story_id, earliest, latest in connection.execute(query.where(member.story_id.in_(some))):
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
    member = schema.story_events.c
    joined = schema.story_events.join(column.table, column.table.c.event_id == member.event_id)
    query = select(member.story_id, func.count(column.distinct())).select_from(joined)
    found: dict[str, int] = {}
    for some in in_batches(ids):
        several = query.where(member.story_id.in_(some)).group_by(member.story_id)
        found.update((row[0], row[1]) for row in connection.execute(several))
    return found
