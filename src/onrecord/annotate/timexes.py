"""Time expressions and what they say, read by patterns: "this Friday", "March 4", "two years ago"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from enum import Enum, auto
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import MONTHS, NUMBERS, UNITS, WEEKDAYS
from onrecord.lexicon.months_abroad import DAY_ABROAD, MONTHS_ABROAD
from onrecord.model.annotation import TimeKind, Timex
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.model.annotation import Token
    from onrecord.model.report import Report

_LONG_DAYS = "|".join(sorted((day for day in WEEKDAYS if day.endswith("day")), key=len, reverse=True))
_MONTHS = "|".join(sorted(MONTHS, key=len, reverse=True))
_COUNT = r"(?:\d{1,3}|" + "|".join(sorted(NUMBERS, key=len, reverse=True)) + ")"
_UNIT = "days?|weeks?|fortnights?|months?|years?|decades?|century|centuries"
_DIRECTIONS = {"last": -1, "past": -1, "previous": -1, "next": 1, "coming": 1, "this": 0}
_REACH = 64
"""Characters that a time expression reaches at most before and behind its month, day, unit or year."""
_WORD = re.compile(r"\w{3,}")
"""A word that may be an anchor: the shortest are "may" and "day"."""
_BLANK = re.compile(r"\s")
_NEAR = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


class _Anchor(Enum):
    """The kind of word that a time expression holds always."""

    MONTH = auto()
    WEEKDAY = auto()
    NEAR = auto()
    UNIT = auto()
    YEAR = auto()
    """Four digits."""


_ANCHORS = {
    **dict.fromkeys(MONTHS, _Anchor.MONTH),
    **dict.fromkeys(_LONG_DAYS.split("|"), _Anchor.WEEKDAY),
    **dict.fromkeys(_NEAR, _Anchor.NEAR),
    **dict.fromkeys((*UNITS, *(f"{unit}s" for unit in UNITS), "centuries"), _Anchor.UNIT),
}


def find_timexes(report: Report, tokens: tuple[Token, ...]) -> tuple[Timex, ...]:  # noqa: ARG001
    """Return the time expressions of `report`, sorted; no two overlap."""
    found: list[Timex] = []
    starts: list[int] = []
    stretches = _stretches(report.text)
    for anchor, pattern, read in _PATTERNS:
        for stretch in stretches.get(anchor, ()):
            for match in pattern.finditer(report.text, *stretch):
                span = Span(*match.span())
                place = bisect_left(starts, span.end)
                if place and found[place - 1].span.end > span.start:
                    continue
                timex = read(match, span)
                if timex is not None:
                    found.insert(place, timex)
                    starts.insert(place, span.start)
    return tuple(found)


def _stretches(text: str) -> dict[_Anchor, list[Span]]:
    """Return where time expressions can be, by what they are anchored in: around the words and years that each holds.

    A tenth of a report; the patterns, tried at every character, would cost more than all names together. Stretches
    end at white space, so that none cuts a word, and those of one anchor do not touch.
    """
    found: defaultdict[_Anchor, list[Span]] = defaultdict(list)
    for match in _WORD.finditer(text):
        anchor = _anchor_of(match[0])
        if anchor is None:
            continue
        start, end = max(0, match.start() - _REACH), match.end() + _REACH
        near = found[anchor]
        if near and start <= near[-1].end:
            start = near.pop().start
        blank = _BLANK.search(text, end)
        near.append(Span(start, blank.start() if blank else len(text)))
    return found


@lru_cache(maxsize=65536)
def _anchor_of(word: str) -> _Anchor | None:
    """Return what a time expression that holds `word` is anchored in, if it can be: a weekday, a month, a year."""
    is_year = len(word) == len("2001") and word.isdigit()
    return _Anchor.YEAR if is_year else _ANCHORS.get(word.casefold())


def _iso(match: re.Match[str], span: Span) -> Timex | None:
    year, month, day = (int(part) for part in match.groups())
    return _day_of(span, year, month, day)


def _day_of(span: Span, year: int | None, month: int, day: int) -> Timex | None:
    if not (1 <= month <= 12 and 1 <= day <= 31):  # noqa: PLR2004
        return None
    return Timex(span=span, kind=TimeKind.DAY, year=year, month=month, day=day)


def _day(match: re.Match[str], span: Span) -> Timex | None:
    year = match["year"]
    return _day_of(span, int(year) if year else None, MONTHS[match["month"].casefold()], int(match["day"]))


def _abroad(match: re.Match[str], span: Span) -> Timex | None:
    return _day_of(span, int(match["year"]), MONTHS_ABROAD[match["month"].casefold()], int(match["day"]))


def _month(match: re.Match[str], span: Span) -> Timex | None:
    return Timex(
        span=span, kind=TimeKind.MONTH, year=int(match["year"]), month=MONTHS[match["month"].casefold()]
    )


def _bare_month(match: re.Match[str], span: Span) -> Timex | None:
    month = match["month"]
    if not month[0].isupper():
        return None
    which = (match["which"] or "").casefold()
    return Timex(
        span=span,
        kind=TimeKind.MONTH,
        month=MONTHS[month.casefold()],
        direction=_DIRECTIONS.get(which, 0),
        deictic=True,
    )


def _weekday(match: re.Match[str], span: Span) -> Timex | None:
    which = (match["which"] or "").casefold()
    return Timex(
        span=span,
        kind=TimeKind.WEEKDAY,
        weekday=WEEKDAYS[match["day"].casefold()],
        direction=_DIRECTIONS.get(which, 0),
        deictic=True,
    )


def _near(match: re.Match[str], span: Span) -> Timex | None:
    amount = _NEAR[match[0].casefold()]
    return Timex(
        span=span,
        kind=TimeKind.OFFSET,
        amount=abs(amount),
        direction=(amount > 0) - (amount < 0),
        unit="day",
        deictic=True,
    )


def _which(match: re.Match[str], span: Span) -> Timex | None:
    unit, times = UNITS[match["unit"].casefold()]
    direction = _DIRECTIONS[match["which"].casefold()]
    return Timex(
        span=span,
        kind=TimeKind.OFFSET,
        amount=times * abs(direction),
        direction=direction,
        unit=unit,
        deictic=True,
    )


def _measured(match: re.Match[str], span: Span) -> Timex | None:
    unit, times = UNITS[match["unit"].casefold().rstrip("s").replace("centurie", "century")]
    word = match["count"].casefold()
    count = int(word) if word.isdigit() else NUMBERS[word]
    amount = None if count is None else count * times
    if match["ago"]:
        return Timex(
            span=span,
            kind=TimeKind.OFFSET,
            amount=amount,
            direction=-1,
            unit=unit,
            deictic=match["ago"].casefold() == "ago",
        )
    return Timex(span=span, kind=TimeKind.DURATION, amount=amount, unit=unit)


def _year(match: re.Match[str], span: Span) -> Timex | None:
    return Timex(span=span, kind=TimeKind.YEAR, year=int(match[1]))


def _p(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)


_PATTERNS: tuple[tuple[_Anchor, re.Pattern[str], Callable[[re.Match[str], Span], Timex | None]], ...] = (
    (_Anchor.YEAR, _p(r"\b(\d{4})-(\d{2})-(\d{2})\b"), _iso),
    (
        _Anchor.MONTH,
        _p(
            rf"\b(?P<month>{_MONTHS})\.? (?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<year>[12]\d{{3}}))?\b(?![:.,]\d)"
        ),
        _day,
    ),
    (
        _Anchor.MONTH,
        _p(
            rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<month>{_MONTHS})\b\.?(?:,? (?P<year>[12]\d{{3}})\b)?"
        ),
        _day,
    ),
    (_Anchor.YEAR, _p(DAY_ABROAD), _abroad),
    (_Anchor.MONTH, _p(rf"\b(?P<month>{_MONTHS})\.?,? (?:of )?(?P<year>[12]\d{{3}})\b"), _month),
    (
        _Anchor.MONTH,
        _p(
            rf"\b(?:in (?:(?:early|late|mid)[ -])?|(?P<which>this|last|next|past|coming|previous) )(?P<month>{_MONTHS})\b(?!\.?\s?\d)"
        ),
        _bare_month,
    ),
    (
        _Anchor.WEEKDAY,
        _p(rf"\b(?:(?P<which>this|last|next|past|coming|previous) )?(?P<day>{_LONG_DAYS})\b"),
        _weekday,
    ),
    (_Anchor.NEAR, _p(r"\b(?:today|tonight|yesterday|tomorrow)\b"), _near),
    (
        _Anchor.UNIT,
        _p(r"\b(?P<which>last|this|next|past|coming|previous) (?P<unit>week|month|year|decade|century)\b"),
        _which,
    ),
    (
        _Anchor.UNIT,
        _p(
            rf"\b(?:nearly |almost |about |over |more than )?(?P<count>{_COUNT})[ -](?P<unit>{_UNIT})\b(?: (?P<ago>ago|earlier|before|later))?"
        ),
        _measured,
    ),
    (_Anchor.YEAR, _p(r"\b(?:in|since|of|during|by|until|from) (1[89]\d{2}|20\d{2})\b(?!-)"), _year),
)
