from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING

from onrecord.model.listing import Asked, Order
from support.made import made_contents, plain

if TYPE_CHECKING:
    from onrecord.record import Record


def test_events_are_counted_as_by_hand(made: Record) -> None:
    statements = Counter(one.event_id for one in plain().statements.values())
    events = {one.id: one for one in made_contents().linked.events}
    stories = {event: one for one in made_contents().linked.stories for event in one.event_ids}
    listed = made.list_events(Asked(most=200))
    assert listed.total == len(events)
    for row in listed.rows:
        event = events[row.id]
        assert (row.what, row.where, row.date) == (event.what, event.where, event.date)
        assert (row.reports, row.statements) == (len(event.report_ids), statements[row.id])
        assert 1 <= row.independent <= row.reports
        assert row.place == event.evidence[0]
        assert row.story is not None
        assert row.story.id == stories[row.id].id


def test_events_stand_in_order_of_time_or_of_reports(made: Record) -> None:
    known = [row.date for row in made.list_events(Asked(order=Order.TIME, most=200)).rows]
    days = [one.earliest or date.max if one else date.max for one in known]
    assert days == sorted(days)
    sizes = [-row.reports for row in made.list_events(Asked(most=200)).rows]
    assert sizes == sorted(sizes)


def test_words_are_looked_for_in_what_an_event_is_called(made: Record) -> None:
    what = made_contents().linked.events[0].what
    rows = made.list_events(Asked(words=what.upper())).rows
    assert made_contents().linked.events[0].id in {row.id for row in rows}
    assert made.list_events(Asked(words="zebra crossing")).total == 0


def test_an_event_is_listed_for_what_was_said_at_it(made: Record) -> None:
    speaker = next(one for one in plain().statements.values() if one.speaker_ids).speaker_ids[0]
    expected = {one.event_id for one in plain().statements.values() if speaker in one.speaker_ids}
    assert {row.id for row in made.list_events(Asked(speaker=speaker, most=200)).rows} == expected
