"""When words were said whose sentence tells no day: after the event that they belong to, and before the report.

A report of Wednesday on Tuesday's fire holds what was said at the fire and what was said since, so an exact day would be a guess
unless the sentence speaks of the report's own day ("has just posted", "this morning") or of its eve ("last night").
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.link.dates.day_words import say_date
from onrecord.link.dates.said_times import hangs_on_saying
from onrecord.model.moment import Basis, Moment
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LAGS = 4
"""Days on which a report of unknown day may have been written: the event's, and the three after it."""
_MOST = 31
"""Days between event and report up to which each is one on which the words may have been said."""
_WEEK = 7
_NOW = re.compile(
    r"\b(?:this (?:morning|afternoon|evening)|earlier today|(?:minutes?|moments?) ago)\b", re.IGNORECASE
)
_JUST = re.compile(r"(?:\b(?:has|have)|[’']s|[’']ve) just\s+$", re.IGNORECASE)
_EVE = re.compile(r"\b(?:last night|overnight)\b", re.IGNORECASE)
_THEN = re.compile(r"\b(?:at (?:that|the) time|back then|the then|in those days)\b", re.IGNORECASE)
_FEASTS = "christmas|easter|ramadan|thanksgiving|hanukkah|passover|diwali|new year"
_SEASONS = "spring|summer|autumn|winter|fall"
_UNDATED = re.compile(
    rf"\b(?:(?:(?:around|about|before|after|since|over|until) )?(?:{_FEASTS})(?:[’']s)?(?: (?:eve|day|week))?\b|(?:last|this past|that|in|in the|during the|the (?:previous|following)) (?:{_SEASONS})\b"
    r"|(?:the )?(?:(?:early|late|mid) |mid-)?(?:19|20)?\d0[’']?s\b|(?:(?:some|many|several|a few|a couple of|a number of) )?(?:weeks|months|years|decades|centuries) "
    r"(?:ago|earlier|before)\b)",
    re.IGNORECASE,
)
"""Times that no day follows from: feasts, seasons, decades, and stretches that are not counted."""
_BEFORE = re.compile(
    r"(?:\bhad|[’']d)(?: (?:also|already|earlier|once|previously|\w+ly)){0,2}\s+$", re.IGNORECASE
)
_HINTS = (
    *("just", "this ", "today", " ago", "night", "time", "then", "those days", "0s", "0’s", "0's"),
    *("weeks ", "months ", "years ", "decades ", "centuries "),
    *_FEASTS.split("|"),
    *_SEASONS.split("|"),
)
"""What a sentence holds, in small letters, that speaks of the report's day or of a time told before."""


def has_hint(text: str, sentence: Span) -> bool:
    """Tell whether a sentence may speak of the report's day or of a time told before; most do not, and need no more reading."""
    words = text[sentence.start : sentence.end].lower()
    return any(hint in words for hint in _HINTS)


def find_own_day(text: str, sentence: Span, cue: Span, content: Sequence[Span]) -> int | None:
    """Return how many days before the report the sentence says that its words were said; None where it does not tell.

    "The mayor has just posted: “Shut the windows”" is 0, "“It was the valve,” Hale said last night" is 1. What stands inside
    the words themselves tells nothing, nor what is told of somebody aside: "Hale, who was sacked this morning, said".

    Args:
        text: of the report.
        sentence: that holds the verb of saying.
        cue: that verb.
        content: what was said.
    """
    if _JUST.search(text, sentence.start, cue.start):
        return 0
    for pattern, back in ((_NOW, 0), (_EVE, 1)):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            inside = any(part.start <= match.start() < part.end for part in content)
            if not inside and hangs_on_saying(text, sentence, cue, Span(*match.span()), content):
                return back
    return None


def is_of_another_time(text: str, sentence: Span, cue: Span, content: Sequence[Span]) -> bool:
    """Tell whether a sentence sets its words at a time told before it, or at one that no day follows from.

    "At that time, the then mayor Hale said …", "In the 1990s, Hale said …", "Hale said last spring …".

    Args:
        text: of the report.
        sentence: that holds the verb of saying.
        cue: that verb.
        content: what was said.
    """
    return any(
        not any(part.start <= match.start() < part.end for part in content)
        and (pattern is _THEN or hangs_on_saying(text, sentence, cue, Span(*match.span()), content))
        for pattern in (_THEN, _UNDATED)
        for match in pattern.finditer(text, sentence.start, sentence.end)
    )


def is_looked_back_on(text: str, sentence: Span, cue: Span) -> bool:
    """Tell whether words are told as said before what is told around them: "“The sea is ours,” Velik had said in Halden"."""
    return _BEFORE.search(text, sentence.start, cue.start) is not None


def reach_back(event_day: Moment | None, written: Moment | None) -> Moment | None:
    """Return that words were said by the day of the report, else by that of its event; how long before is not told."""
    until = written if written is not None and written.latest is not None else event_day
    if until is None or until.latest is None:
        return None
    return Moment(
        earliest=None,
        latest=until.latest,
        basis=Basis.RELATIVE,
        why=f"{until.why}; told as said before",
        evidence=until.evidence,
        facts=until.facts,
    )


def reach_to_report(event_day: Moment | None, written: Moment | None) -> Moment | None:
    """Return the days from the event to the report: on any of them the words may have been said.

    Where either is unknown the other's clue is not enough, and the event's day stands. A report from before the event tells
    only that its words were said by then.
    """
    if event_day is None or written is None or event_day.latest is None or written.latest is None:
        return event_day
    last = written.latest
    if event_day.earliest is not None and event_day.earliest > last:
        return _between(None, last, event_day, written)
    if event_day.candidates:
        return _of_several(event_day.candidates, event_day, written)
    if last > event_day.latest or (event_day.earliest != event_day.latest and last < event_day.latest):
        return _between(event_day.earliest, last, event_day, written)
    return event_day


def say_by_reports(said: Moment | None, written: Iterable[Moment | None]) -> Moment | None:
    """Return when words were said that several reports carry: no later than the first of them whose day is known.

    Args:
        said: as one of the reports tells.
        written: the days of all of them.
    """
    known = [one for one in written if one is not None and one.earliest == one.latest and one.latest]
    first = min(known, key=lambda one: (one.latest or date.max, one.evidence, one.facts), default=None)
    if (
        said is None
        or first is None
        or first.latest is None
        or said.latest is None
        or said.latest <= first.latest
    ):
        return said
    days = tuple(day for day in said.candidates or () if day <= first.latest)
    if (said.earliest and said.earliest > first.latest) or (said.candidates and not days):
        return said
    return Moment(
        earliest=days[0] if days else said.earliest,
        latest=days[-1] if days else first.latest,
        candidates=days if len(days) > 1 else None,
        basis=Basis.RELATIVE,
        why=f"{said.why}; a report of {say_date(first.latest)} has the words",
        evidence=(*said.evidence, *(place for place in first.evidence if place not in said.evidence)),
        facts=tuple(sorted({*said.facts, *first.facts})),
    )


def settle_day(said: Moment | None, others: Iterable[Moment | None]) -> Moment | None:
    """Return when words were said where one report of them tells no one day: on the day that others with the same words tell.

    Args:
        said: as that report tells.
        others: as the others tell; where they tell two days, none of these is taken.
    """
    if said is not None and said.earliest == said.latest:
        return said
    days = [one for one in others if one is not None and one.earliest and one.earliest == one.latest]
    if len({one.earliest for one in days}) != 1:
        return said
    day = min(days, key=lambda one: (one.evidence, one.facts, one.why))
    first, last = (said.earliest, said.latest) if said else (None, None)
    if (first and day.earliest and day.earliest < first) or (last and day.latest and day.latest > last):
        return said
    return day


def _of_several(days: Sequence[date], event_day: Moment, written: Moment) -> Moment | None:
    """Return the days that may be where the event's is one of several: each of them, to the reports' next day."""
    ends = written.candidates or tuple(end for end in (written.earliest, written.latest) if end is not None)
    found: set[date] = set()
    for day in days:
        after = [end for end in ends if timedelta(0) <= end - day <= timedelta(days=_MOST)]
        if after:
            found |= {day + timedelta(days=lag) for lag in range((max(after) - day).days + 1)}
    if not found or found <= set(days):
        return event_day
    left = tuple(sorted(found))
    return Moment(
        earliest=left[0],
        latest=left[-1],
        candidates=left if len(left) > 1 else None,
        basis=Basis.RELATIVE,
        why=f"{event_day.why}; {_WHY}",
        evidence=event_day.evidence,
        facts=event_day.facts,
    )


_WHY = "said then or after it, before the report"


def _between(first: date | None, last: date, event_day: Moment, written: Moment) -> Moment:
    return Moment(
        earliest=first,
        latest=last,
        basis=Basis.RELATIVE,
        why=f"{event_day.why}; {_WHY}" if first else "said before the report, which is older than its event",
        evidence=(
            *event_day.evidence,
            *(place for place in written.evidence if place not in event_day.evidence),
        ),
        facts=tuple(sorted({*event_day.facts, *written.facts})) if written.facts else event_day.facts,
    )


def find_last_weekdays(weekday: int, days: Sequence[date]) -> tuple[date, ...]:
    """Return the last such weekdays before, or on, each of the days on which a report may have been written, sorted.

    >>> find_last_weekdays(4, [date(2024, 6, 6), date(2024, 6, 7)])
    (datetime.date(2024, 5, 31), datetime.date(2024, 6, 7))
    """
    return tuple(
        sorted(
            {
                day - timedelta(days=back)
                for day in days
                if (back := (day.weekday() - weekday) % _WEEK) <= (day - date.min).days
            }
        )
    )


def find_days_of_report(days: Sequence[date]) -> tuple[date, ...]:
    """Return the days on which a report of unknown day may have been written whose event was on one of `days`."""
    return tuple(
        sorted(
            {day + timedelta(days=lag) for day in days for lag in range(LAGS) if lag <= (date.max - day).days}
        )
    )
