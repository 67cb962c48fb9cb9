"""The story as a line of dated events, each day no more precise than it is known.

Every event stands in a list first; the bar beside it only repeats in a drawing what the words say. A day nobody
knows is never placed on the line: such events lie on a shelf of their own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.publish.page.wording import MONTHS, moment_words, precision_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from onrecord.model.moment import Moment
    from onrecord.model.statement import Event, Story
    from onrecord.publish.page.pile import Pile

WIDTH = 1000
"""Units of a drawn bar from the first to the last day of the line."""
SHORT = 92
"""A line of up to so many days is labelled by days, a longer one by months."""
NARROWEST = 12
"""Units that a single day takes at least: on a line of decades it would vanish."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """Stretches of the line on which an event may lie, and whether it is open at an end."""

    stretches: tuple[tuple[int, int], ...]
    open_before: bool = False
    open_after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One event of a timeline. `bar` is None when its day is not known, or when there is no line to lie on."""

    event: Event
    when: str
    precision: str
    day: str | None
    bar: Bar | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """One story: its dated events in order of time, and those whose day is not known."""

    title: str
    story_id: str | None
    dated: tuple[Stop, ...]
    undated: tuple[Stop, ...]
    first: str
    last: str


def timelines(pile: Pile) -> tuple[Timeline, ...]:
    """Return a timeline for each story, and one for events of no story."""
    found: list[Timeline] = []
    told: set[str] = set()
    for story in pile.contents.linked.stories:
        told.update(story.event_ids)
        found.append(_timeline(story, [event for event in pile.events if event.id in set(story.event_ids)]))
    others = [event for event in pile.events if event.id not in told]
    if others:
        found.append(_timeline(None, others))
    return tuple(
        sorted(found, key=lambda line: (line.story_id is None, -len(line.dated) - len(line.undated)))
    )


def _timeline(story: Story | None, events: Sequence[Event]) -> Timeline:
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
    return Timeline(
        title=story.title if story else "Other events",
        story_id=story.id if story else None,
        dated=tuple(stop for stop in stops if is_dated(stop.event.date)),
        undated=tuple(stop for stop in stops if not is_dated(stop.event.date)),
        first=ends.first if ends else "",
        last=ends.last if ends else "",
    )


@dataclass(frozen=True, slots=True)
class Ends:
    """The first and the last day of a line, and how its ends are labelled."""

    days: tuple[date, date]
    first: str
    last: str


def ends_of(moments: Iterable[Moment | None]) -> Ends | None:
    """Return the ends of a line that holds all these moments; one day alone has no line to lie on: its words say all there is."""
    days = sorted({day for moment in moments for day in _days(moment)})
    if len(days) < 2:  # noqa: PLR2004 - a line has two ends
        return None
    line = (days[0], days[-1])
    return Ends(line, _end_words(line[0], line), _end_words(line[1], line))


def bar(moment: Moment, line: tuple[date, date]) -> Bar:
    """Return where `moment`, of which something is known, lies on `line` (its first and last day)."""
    if moment.candidates:
        return Bar(stretches=tuple(_stretch(day, day, line) for day in moment.candidates))
    earliest, latest = moment.earliest, moment.latest
    return Bar(
        stretches=(_stretch(earliest or line[0], latest or line[1], line),),
        open_before=earliest is None,
        open_after=latest is None,
    )


def _stretch(first: date, last: date, line: tuple[date, date]) -> tuple[int, int]:
    """Return left edge and width, in units of the line, of the days from `first` to `last`."""
    days = (line[1] - line[0]).days + 1
    left = (first - line[0]).days * WIDTH // days
    width = max(NARROWEST, ((last - first).days + 1) * WIDTH // days)
    return min(left, WIDTH - NARROWEST), min(width, WIDTH - min(left, WIDTH - NARROWEST))


def _days(moment: Moment | None) -> Iterable[date]:
    if moment is None:
        return ()
    return moment.candidates or tuple(day for day in (moment.earliest, moment.latest) if day)


def one_day(moment: Moment | None) -> str | None:
    """Return the one day that is known, as a date is written for programs; None where there is no one day."""
    if moment and moment.earliest and moment.earliest == moment.latest:
        return moment.earliest.isoformat()
    return None


def is_dated(moment: Moment | None) -> bool:
    """Tell whether anything at all is known of a day."""
    return moment is not None and bool(moment.earliest or moment.latest or moment.candidates)


def _end_words(day: date, line: tuple[date, date]) -> str:
    """Name an end of the line: by month, or by day where the line is short."""
    month = f"{MONTHS[day.month - 1]} {day.year}"
    return month if (line[1] - line[0]).days > SHORT else f"{day.day} {month}"
