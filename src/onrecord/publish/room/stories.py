"""The record at a glance: its stories, what it holds in numbers, and what is best corroborated; and one story."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.listing import MOST, Asked, Order
from onrecord.publish.page.timeline import bar, ends_of, is_dated, one_day
from onrecord.publish.page.wording import count, days_words, moment_words, precision_words
from onrecord.publish.room.paging import paging
from onrecord.publish.room.rows import shown_statements
from onrecord.publish.room.selection import selection
from onrecord.publish.room.visit import PAGE, Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.listing import EventRow, StoryRow
    from onrecord.publish.page.timeline import Bar
    from onrecord.publish.room.visit import Visit
    from onrecord.record.summary import Summary

FEW = 6
"""Up to so many stories, each is shown with its events."""
FEW_EVENTS = 12
TOP = 5
"""Best corroborated statements shown at a glance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One event of a line of time. `bar` is None where its day is not known, or there is no line to lie on."""

    event: EventRow
    when: str
    precision: str
    day: str | None
    bar: Bar | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """Events in order of time, and those whose day is not known."""

    dated: tuple[Stop, ...]
    undated: tuple[Stop, ...]
    first: str
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryShown:
    """A story of the list; its `line` where there are few stories."""

    row: StoryRow
    days: str
    line: Line | None


def show_stories(visit: Visit) -> Shown:
    """Show what the record holds."""
    asked = Asked(first=visit.first, most=PAGE)
    listed = visit.record.list_stories(asked)
    told = listed.total <= FEW
    stories = [_shown(visit, row, told=told) for row in listed.rows]
    best = visit.record.list_statements(Asked(order=Order.SOURCES, most=TOP)) if visit.page == 1 else None
    summary = visit.record.summary()
    return Shown(
        template="stories.html.j2",
        title="Stories",
        same=selection("stories", asked),
        notes=visit.left_out(),
        values={
            "stories": stories,
            "paging": paging(visit, listed.total),
            "best": shown_statements(best.rows) if best else [],
            "figures": figures(summary),
            "summary": summary,
        },
    )


def show_story(visit: Visit) -> Shown:
    """Show one story as a line of events."""
    story_id = visit.wanted("t")
    row = next(iter(visit.record.list_stories(Asked(story=story_id, most=1)).rows))
    events = visit.record.list_events(Asked(story=story_id, order=Order.TIME, first=visit.first, most=PAGE))
    best = visit.record.list_statements(Asked(story=story_id, order=Order.SOURCES, most=TOP))
    return Shown(
        template="story.html.j2",
        title=row.title,
        values={
            "row": row,
            "was": visit.asked("was"),
            "days": days_of_story(row, events.rows),
            "line": line_of(events.rows),
            "paging": paging(visit, events.total),
            "best": shown_statements(best.rows),
        },
    )


def _shown(visit: Visit, row: StoryRow, *, told: bool) -> StoryShown:
    """Show a story, with its events on a line where they are told; a single event of no one day is asked for its own words."""
    asked = told or (row.events == 1 and row.first_day is None)
    events = _events(visit, row.id, FEW_EVENTS) if asked else ()
    return StoryShown(row=row, days=days_of_story(row, events), line=line_of(events) if told else None)


def days_of_story(row: StoryRow, events: Sequence[EventRow]) -> str:
    """Return the days of a story; how many of its events have one is told where all of them are at hand."""
    known = sum(one.date is not None and one_day(one.date) is not None for one in events)
    whole = len(events) == row.events
    if row.first_day is None and whole and any(is_dated(one.date) for one in events):
        return moment_words(events[0].date) if row.events == 1 else "no one day known"
    return days_words(row.first_day, row.last_day, events=row.events, known=known if whole else None)


def _events(visit: Visit, story_id: str, most: int) -> Sequence[EventRow]:
    return visit.record.list_events(Asked(story=story_id, order=Order.TIME, most=min(MOST, most))).rows


def line_of(events: Sequence[EventRow]) -> Line:
    """Return events on a line of time, from the first to the last day that any of them may have."""
    ends = ends_of([event.date for event in events])
    stops = [
        Stop(
            event=event,
            when=moment_words(event.date),
            precision=precision_words(event.date),
            day=one_day(event.date),
            bar=bar(event.date, ends.days) if ends and event.date and is_dated(event.date) else None,
        )
        for event in events
    ]
    return Line(
        dated=tuple(stop for stop in stops if is_dated(stop.event.date)),
        undated=tuple(stop for stop in stops if not is_dated(stop.event.date)),
        first=ends.first if ends else "",
        last=ends.last if ends else "",
    )


def figures(summary: Summary) -> list[tuple[str, str, str | None]]:
    """Return what the record holds: a figure, what it counts, and where these are listed."""
    return [
        (
            f"{summary.reports:,}",
            f"{'report' if summary.reports == 1 else 'reports'}, {summary.independent:,} independent",
            "/reports",
        ),
        (
            f"{summary.events:,}",
            f"{'event' if summary.events == 1 else 'events'} in {count(summary.stories, 'story', 'stories')}",
            "/events",
        ),
        (f"{summary.speakers:,}", "speaker" if summary.speakers == 1 else "speakers", "/speakers"),
        (f"{summary.statements:,}", f"statements in {count(summary.attributions, 'attribution')}", "/search"),
        (f"{summary.corroborated:,}", "in more than one independent report", "/search?independent=2"),
        (f"{summary.divergences:,}", "pairs of places where reports contradict each other", "/divergences"),
        (f"{summary.problems:,}", "problem" if summary.problems == 1 else "problems", "/problems"),
    ]
