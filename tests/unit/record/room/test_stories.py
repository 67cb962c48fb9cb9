from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked, Order
from support.made import made_contents, plain

if TYPE_CHECKING:
    from onrecord.record import Record


def test_stories_are_counted_over_their_events(made: Record) -> None:
    events = {one.id: one for one in made_contents().linked.events}
    listed = made.list_stories(Asked(most=200))
    assert listed.total == len(made_contents().linked.stories)
    for row in listed.rows:
        story = next(one for one in made_contents().linked.stories if one.id == row.id)
        own = [events[one] for one in story.event_ids]
        days = [one.date.earliest for one in own if one.date and one.date.earliest == one.date.latest]
        known = sorted(day for day in days if day is not None)
        assert row.events == len(own)
        assert row.reports == sum(len(one.report_ids) for one in own)
        assert row.statements == sum(one.event_id in story.event_ids for one in plain().statements.values())
        assert (row.first_day, row.last_day) == ((known[0], known[-1]) if known else (None, None))


def test_by_time_stories_with_no_known_day_come_last(made: Record) -> None:
    firsts = [row.first_day for row in made.list_stories(Asked(order=Order.TIME, most=200)).rows]
    known = [day for day in firsts if day is not None]
    assert known == sorted(known) == firsts[: len(known)]


def test_a_story_is_listed_for_its_event(made: Record) -> None:
    story = made_contents().linked.stories[0]
    rows = made.list_stories(Asked(event=story.event_ids[0])).rows
    assert [row.id for row in rows] == [story.id]
