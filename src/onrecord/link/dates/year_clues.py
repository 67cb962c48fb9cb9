"""What a report's own words tell of the year it was written in: years looked back on, anniversaries and durations.

"Since 2014", "was opened in March 2014": not older than that. "The tenth anniversary of the 2003 fire", "ten years ago, in 2003": of
2013, give or take. None of these is the day of the news. What is quoted, planned or feared tells nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import ANNIVERSARIES
from onrecord.link.dates.day_bounds import Bound
from onrecord.link.dates.day_words import say_date
from onrecord.model.annotation import TimeKind
from onrecord.model.moment import Evidence
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model.annotation import Timex
    from onrecord.model.attribution import Reading

_ZONES = frozenset({Zone.BODY, Zone.HEADLINE, Zone.SUBHEADING, None})
_PAST = re.compile(
    r"\b(?:was|were|had|did|since|founded|opened|began|took|became|came|went|fell|won|lost|left|broke|built|held|met|made|struck"
    r"|rose|ran|sank|shot|\w{3,}ed)\b",
    re.IGNORECASE,
)
_UNSURE = re.compile(
    r"\b(?:will|shall|would|could|should|may|might|can|by|until|till|through|before|if|deadline|due|plans?|planned|planning"
    r"|schedules?|scheduled|expect\w*|set|expir\w+|mature\w*|ends?|ending|next|upcoming|target\w*|goals?|aim\w*|forecast\w*|project\w*"
    r"|predict\w*|novel|film|fiction\w*|to)\b",
    re.IGNORECASE,
)
_ANNIVERSARY = re.compile(
    rf"\b(?P<count>{'|'.join(sorted(ANNIVERSARIES, key=lambda word: (-len(word), word)))}|\d{{1,3}}(?:st|nd|rd|th)|\d{{1,3}}[- ]years?)"
    r"\sanniversary\sof\b(?P<what>[^.;:!?]{0,80}?)\b(?P<year>1[5-9]\d\d|20\d\d)\b",
    re.IGNORECASE,
)
_MARKED = re.compile(
    r"\b(?:mark(?:s|ed|ing)?|on|today|celebrat\w+|commemorat\w+)\b[^.;:]{0,40}$", re.IGNORECASE
)
_SO_FAR = re.compile(r"\b(?:so far in (?P<a>20\d\d|19\d\d)|in (?P<b>20\d\d|19\d\d) so far)\b", re.IGNORECASE)
_FOUNDED = re.compile(
    r"\b(?:founded|established|opened|built|created|set up|incorporated|launched|began|started)\b[^.;:!?]{0,60}?"
    r"\b(?:in|since)\s(?P<year>1[5-9]\d\d|20\d\d)\b"
)
_AFTER = re.compile(
    r"\b(?:after|for|of|its|in)\s(?:more than |nearly |almost |about |over )?(?P<count>\d{2,3})[- ]years?\b(?!\s+(?:in|of)\s(?:prison|jail))"
    r"(?!-old)|\b(?P<on>\d{2,3})\syears\son\b"
)
_LEAST_FOUNDED = 30
"""Years from which a number that ends in neither 0 nor 5 is taken to count from a founding told in the same event."""
_SLACK = 3
"""Months by which a count of years may be off on either side."""
_NEAR = 4
"""Characters between "ten years ago" and "in 2003"."""


def find_year_bounds(reading: Reading) -> tuple[Bound, ...]:
    """Return within which days `reading`'s report was written, as the years that it tells leave open."""
    places = _Places(reading)
    bounds = [*_looked_back_on(places), *_anniversaries(places), *_ago(places), *_so_far(places)]
    return tuple(dict.fromkeys(bounds))


def find_founding_bounds(readings: Sequence[Reading]) -> tuple[Bound, ...]:
    """Return the years that a founding year and an age told anywhere in one event give together.

    "Founded the company in 1908" and "sold after 107 years" make 2015. Only a large number that is not round is believed.
    """
    foundings: dict[int, Evidence] = {}
    ages: dict[int, Evidence] = {}
    for reading in readings:
        places = _Places(reading)
        for match in _FOUNDED.finditer(reading.report.text):
            if places.tells(match.start()):
                foundings.setdefault(int(match["year"]), places.evidence(*match.span("year")))
        for match in _AFTER.finditer(reading.report.text):
            count = int(match["count"] or match["on"])
            if count >= _LEAST_FOUNDED and count % 5 and places.tells(match.start()):
                ages.setdefault(count, places.evidence(*match.span()))
    if len(foundings) != 1 or len(ages) != 1:
        return ()
    ((founded, place),), ((age, other),) = foundings.items(), ages.items()
    stretch = _about(founded + age)
    why = f"{age} years after {founded}"
    return (Bound(stretches=(stretch,), why=why, evidence=tuple(sorted((place, other)))),) if stretch else ()


class _Places:
    """A report's times and sentences, outside quotation marks."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.text = reading.report.text
        self._quoted = sorted({span for one in reading.attributions for span in one.quoted})
        self._starts = [sentence.start for sentence in reading.sentences]
        self._blocks = [block.span.start for block in reading.report.blocks]

    def tells(self, position: int) -> bool:
        """Tell whether what stands at `position` is the report's own word: no furniture and no quotation."""
        place = bisect_right(self._blocks, position) - 1
        if place < 0 or self.reading.report.blocks[place].zone not in _ZONES:
            return False
        near = bisect_right(self._quoted, position, key=lambda span: span.start)
        return not any(position in span for span in self._quoted[max(0, near - 2) : near])

    def sentence(self, position: int) -> Span | None:
        """Return the sentence at `position`."""
        place = bisect_right(self._starts, position) - 1
        return self.reading.sentences[place] if place >= 0 else None

    def evidence(self, start: int, end: int) -> Evidence:
        """Return characters as evidence."""
        return Evidence(report_id=self.reading.report.id, span=Span(start, end))


def _looked_back_on(places: _Places) -> Iterator[Bound]:
    """Yield the latest of the days that the report plainly looks back on.

    "The quay has been shut since 2014", "was opened on 3 May 2014"; not "shut by 2014", "the 2014 plan", "will end in 2014".
    """
    found: list[tuple[date, Timex]] = []
    for timex in places.reading.timexes:
        start = _start_of(timex)
        if start is None or not places.tells(timex.span.start):
            continue
        sentence = places.sentence(timex.span.start)
        if sentence is None:
            continue
        words = places.text[max(0, timex.span.start - 8) : timex.span.end]
        first, last = (
            max(sentence.start, timex.span.start - _REACH),
            min(sentence.end, timex.span.end + _REACH),
        )
        around = places.text[first : max(last, first)]
        since = re.search(r"\bsince\b", words, re.IGNORECASE) is not None
        clause = places.text[max(sentence.start, timex.span.start - 80) : timex.span.start]
        if since or (_PAST.search(clause) and not _UNSURE.search(around)):
            found.append((start, timex))
    if found:
        start, timex = max(found, key=lambda one: (one[0], -one[1].span.start))
        why = f"it looks back on {_words(timex)}"
        yield Bound(
            stretches=((start, date.max),),
            why=why,
            evidence=(places.evidence(timex.span.start, timex.span.end),),
        )


_REACH = 200
"""Characters of a sentence on either side of a time that are read with it."""


def _start_of(timex: Timex) -> date | None:
    """Return the first day that a day, month or year with its year may mean."""
    if timex.year is None or not date.min.year <= timex.year <= date.max.year:
        return None
    month = timex.month if timex.kind in {TimeKind.DAY, TimeKind.MONTH} and timex.month else 1
    if timex.kind is TimeKind.DAY and timex.day and timex.day <= monthrange(timex.year, month)[1]:
        return date(timex.year, month, timex.day)
    return date(timex.year, month, 1)


def _words(timex: Timex) -> str:
    start = _start_of(timex)
    return say_date(start) if start and timex.kind is TimeKind.DAY else str(timex.year)


def _anniversaries(places: _Places) -> Iterator[Bound]:
    """Yield the year of an anniversary, if it is being marked; else the years around it.

    "Friday marks the tenth anniversary of the 2003 fire"; "preparing for the tenth anniversary of the 2003 fire".
    """
    for match in _ANNIVERSARY.finditer(places.text):
        if not places.tells(match.start()):
            continue
        count = match["count"].casefold()
        digits = re.match(r"\d+", count)
        year = int(match["year"]) + (int(digits[0]) if digits else ANNIVERSARIES[count])
        sentence = places.sentence(match.start())
        first = max(sentence.start, match.start() - _REACH) if sentence else match.start()
        before = places.text[first : match.start()]
        marked = _MARKED.search(before) and not _UNSURE.search(before)
        stretch = _years(year, year) if marked else _years(year - 1, year + 1)
        if stretch:
            why = f"{'on' if marked else 'around'} the anniversary in {year}"
            yield Bound(stretches=(stretch,), why=why, evidence=(places.evidence(*match.span()),))


def _ago(places: _Places) -> Iterator[Bound]:
    """Yield the year from which a year is told as so many years ago: "ten years ago, in 2003", "in 2003, ten years ago"."""
    timexes = places.reading.timexes
    for left, right in pairwise(timexes):
        ago, named = (left, right) if left.kind is TimeKind.OFFSET else (right, left)
        told = ago.kind is TimeKind.OFFSET and ago.unit == "year" and ago.direction < 0 and ago.deictic
        between = places.text[left.span.end : right.span.start]
        if (
            not (told and ago.amount and named.year)
            or len(between) > _NEAR
            or not places.tells(left.span.start)
        ):
            continue
        if between.strip(" ,(") in {"", "in", "on"} and ago.amount > 1:
            stretch = _about(named.year + ago.amount)
            why = f"{ago.amount} years after {named.year}"
            if stretch:
                evidence = (places.evidence(left.span.start, right.span.end),)
                yield Bound(stretches=(stretch,), why=why, evidence=evidence)


def _so_far(places: _Places) -> Iterator[Bound]:
    """Yield the year that is not yet over: "so far in 2013"."""
    for match in _SO_FAR.finditer(places.text):
        year = int(match["a"] or match["b"])
        stretch = _years(year, year)
        if stretch and places.tells(match.start()):
            yield Bound(
                stretches=(stretch,), why=f"{year} is not over", evidence=(places.evidence(*match.span()),)
            )


def _about(year: int) -> tuple[date, date] | None:
    """Return the days of `year` and a few months on either side."""
    if not date.min.year < year < date.max.year:
        return None
    return date(year - 1, 13 - _SLACK, 1), date(year + 1, _SLACK, 31)


def _years(first: int, last: int) -> tuple[date, date] | None:
    if first < date.min.year or last > date.max.year:
        return None
    return date(first, 1, 1), date(last, 12, 31)
