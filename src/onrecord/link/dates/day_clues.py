"""What one report says of the day of its news.

Most days named in a report are not that day: deadlines ("by March 4"), origins ("a strike which began on March
4"), anniversaries, and what people said in quotation marks. A day counts when it stands in the lead, or goes with
a verb of speech or meeting, and no word before it makes it background. A day told with its year is background too
unless it stands in the lead or on a line of its own: of the current year reports leave the year out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, TypeVar

from onrecord.link.dates.own_days import (
    BODY,
    UPDATING,
    Zones,
    calendar_day,
    find_dateline_day,
    find_publication_day,
    month_day_of,
)
from onrecord.link.dates.tenses import is_day_ahead
from onrecord.model.annotation import TimeKind
from onrecord.model.moment import Evidence
from onrecord.model.report import Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from onrecord.model.annotation import Timex
    from onrecord.model.attribution import Reading

T = TypeVar("T")

_LEAD = 5
"""Sentences of the body that tell the news; what follows is detail and background."""
_FIRST = 2
"""Sentences of the body in which one mention of a day is enough."""
_LATEST = 60
"""Sentences after which a day is no longer that of the news."""
_BACKGROUND = re.compile(
    r"\b(?:through|between)\b(?!.*\bon\s*$)[^.;:]{0,34}$"
    r"|\b(?:since|by|until|till|before|after|from|following|starting|beginning|began|begun|start(?:s|ed)?"
    r"|launched|due|set|scheduled|expires?|ends?|ended|ending|deadline|election|anniversary|week (?:of|ended|ending)"
    r"|as of|every|each|on or about|next|later|earlier|took effect|take effect|effective|was born|died|had|would"
    r"|will|to be|which|who|whose|dated|released?)\b[^.;:]{0,34}$"
    r"|\b(?:first|last)\b[^.,;:]{0,34}$",
    re.IGNORECASE,
)
"""What makes a day background. "Through Friday" ends on it; "marched through Halden on Friday" has its news on it."""
_JOINS = re.compile(r"(?: (?:morning|afternoon|evening|night))?,? ?(?:the )?\(?")
"""What stands between a weekday and its day: "Thursday afternoon, 15 July"."""
_DAY_BEFORE = re.compile(
    r"\b(?:on|this|late|early|(?:evening|morning|night|afternoon) of|day,?)\s*$", re.IGNORECASE
)
_TOLD = (
    r"(?:said|says|told|spoke|speaking|announced|warned|added|stated|declared|repeated|met|meeting|voted|agreed|signed"
    r"|held|convened|gathered|opened|ruled|unveiled|issued|urged|called|rejected|pledged|confirmed|reported|testified"
    r"|read out|came out|arrived|approved|backed|passed|adopted|decided|resigned|quit)"
)
_TOLD_BEFORE = re.compile(rf"\b{_TOLD}\b(?:\W+\w+){{0,5}}\W*$", re.IGNORECASE)
_TOLD_AFTER = re.compile(rf"^\W*(?:\w+\W+){{0,9}}?{_TOLD}\b", re.IGNORECASE)
_TOLD_NEXT = re.compile(rf"^\W*{_TOLD}\b", re.IGNORECASE)
_WHEN = re.compile(r"^\W*(?:when|as)\b", re.IGNORECASE)
_UNREAL = re.compile(
    r"\b(?:was|were|been|being|be|to|will|would|could|should|may|might|had|plans?|planned|expected|scheduled|slated|due"
    r"|announced|ahead of|coinciding|since|after|before|that|which|who)\b",
    re.IGNORECASE,
)
_NEWS_ZONES = frozenset({Zone.BODY, Zone.HEADLINE, Zone.SUBHEADING, Zone.DATELINE, None})
_NOW = re.compile(r"\b(?:this|earlier this) (?:morning|afternoon|evening)\b", re.IGNORECASE)
_REACH = 120
"""Characters on either side of a time expression that are read with it."""
_SHOWN = 4
"""Places shown as evidence: more of the same say nothing new."""

_REPEATED = 3
"""Sentences that tell their news by one day of a month in a report of that day."""
_BESIDE = 3
"""Characters between a weekday and its day: "Tuesday, 12 March 2024"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayClues:
    """What a report says of its news's day; absent parts are None or empty.

    `published` is a date on a line of its own, `written` a dateline's month and day with no year; `lag` are the days that may lie
    between the news and the writing, where its words tell.
    """

    report_id: str
    weekday: int | None = None
    month_day: tuple[int, int] | None = None
    day: date | None = None
    published: date | None = None
    written: tuple[int, int] | None = None
    lag: tuple[int, ...] = ()
    lead_weekdays: tuple[int, ...] = ()
    """Weekdays that its first sentences tell of its news, sorted."""
    near: int | None = None
    """Days before the writing on which the news was, as its first sentences tell: "voted yesterday" is 1."""
    weekday_evidence: tuple[Evidence, ...] = ()
    day_evidence: tuple[Evidence, ...] = ()
    published_evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class _Seen:
    """A time expression with its surroundings. `sentence` counts sentences of the body; -1 is the headline."""

    timex: Timex
    sentence: int
    before: str
    after: str
    this: bool
    """It says "this Friday": the day of writing is that day."""
    beside_day: bool
    """A weekday right before a day of a month: "Friday, March 4"."""
    beside_weekday: bool
    """A day of a month right after its weekday."""


def read_day_clues(reading: Reading) -> DayClues:
    """Return what `reading`'s report says of the day of its news and of its writing."""
    published, published_evidence = find_publication_day(reading)
    seen = [
        one
        for one in _times_outside_quotations(reading)
        if not _is_beside(one, published_evidence) and not UPDATING.search(one.before)
    ]
    by_weekday = any(
        one.timex.kind is TimeKind.WEEKDAY and one.sentence < _LEAD and not one.beside_day for one in seen
    )
    weekday = _prevailing(
        (one.timex.weekday, one)
        for one in seen
        if one.timex.kind is TimeKind.WEEKDAY and _is_news_weekday(one)
    )
    days = [one for one in seen if one.timex.kind is TimeKind.DAY and _is_news_day(one)]
    if by_weekday or (days and all(one.sentence >= _FIRST for one in days) and len(days) == 1):
        # A report that calls its news's day a Friday names other days by the month; one late mention is thin.
        days = [one for one in days if one.beside_weekday or one.sentence < 1]
    month_day = _prevailing((month_day_of(one.timex), one) for one in days)
    full = _prevailing((calendar_day(one.timex), one) for one in days if one.timex.year)
    told = full or month_day
    written = find_dateline_day(reading)
    now = _find_now(reading)
    return DayClues(
        report_id=reading.report.id,
        weekday=weekday[0] if weekday else None,
        month_day=month_day[0] if month_day else None,
        day=full[0] if full else None,
        published=published,
        written=written[0] if written else None,
        lag=((0,) if now else ())
        or _lag(seen)
        or _lag_of_repeated(month_day[1] if month_day and not by_weekday else ()),
        lead_weekdays=_lead_weekdays(seen),
        near=_near(seen, now),
        weekday_evidence=_evidence(reading, weekday[1] if weekday else ()),
        day_evidence=_evidence(reading, told[1] if told else ()),
        published_evidence=published_evidence or (written[1] if written else ()),
    )


def _times_outside_quotations(reading: Reading) -> list[_Seen]:
    report = reading.report
    quoted = sorted(span for attribution in reading.attributions for span in attribution.quoted)
    ends = sorted(span.end for span in quoted)
    starts = [span.start for span in reading.sentences]
    zones = Zones(report)
    body = [zones.at(start) in BODY for start in starts]
    ordinals = [0, *accumulate(body)]
    pairs = [
        (left, right)
        for left, right in pairwise(reading.timexes)
        if left.kind is TimeKind.WEEKDAY
        and right.kind is TimeKind.DAY
        and _JOINS.fullmatch(report.text, left.span.end, right.span.start)
    ]
    day_starts = {left.span.end for left, _ in pairs}
    weekday_ends = {right.span.start for _, right in pairs}
    seen: list[_Seen] = []
    for timex in reading.timexes:
        near = bisect_right(ends, timex.span.start)
        if any(timex.span in span for span in quoted[near : near + 3]):
            continue
        place = bisect_right(starts, timex.span.start) - 1
        if place < 0 or zones.at(timex.span.start) not in _NEWS_ZONES:
            continue
        sentence = reading.sentences[place]
        ordinal = ordinals[place] if body[place] else -1
        before = report.text[max(sentence.start, timex.span.start - _REACH) : timex.span.start]
        after = report.text[timex.span.end : max(timex.span.end, min(sentence.end, timex.span.end + _REACH))]
        this = timex.span.of(report.text).casefold().startswith("this ")
        seen.append(
            _Seen(
                timex,
                ordinal,
                before,
                after,
                this,
                beside_day=timex.kind is TimeKind.WEEKDAY and timex.span.end in day_starts,
                beside_weekday=timex.kind is TimeKind.DAY and timex.span.start in weekday_ends,
            )
        )
    return seen


def _find_now(reading: Reading) -> Span | None:
    """Find where the first sentence of the body says of its own news that it was "this morning", outside quotations."""
    text, zones = reading.report.text, Zones(reading.report)
    lead = next((span for span in reading.sentences if zones.at(span.start) in BODY), None)
    match = None if lead is None else _NOW.search(text, lead.start, lead.end)
    if lead is None or match is None:
        return None
    found = Span(*match.span())
    if any(found in span for attribution in reading.attributions for span in attribution.quoted):
        return None
    before = text[max(lead.start, found.start - _REACH) : found.start]
    after = text[found.end : min(lead.end, found.end + _REACH)]
    return None if _BACKGROUND.search(before) or is_day_ahead(before, after) else found


def _is_beside(one: _Seen, published: tuple[Evidence, ...]) -> bool:
    """Tell whether a time is the day of publishing on a line of its own, or its weekday: no day of the news."""
    return any(
        one.timex.span.overlaps(place.span)
        or (one.beside_day and 0 <= place.span.start - one.timex.span.end <= _BESIDE)
        for place in published
    )


def _prevailing(told: Iterable[tuple[T | None, _Seen]]) -> tuple[T, tuple[_Seen, ...]] | None:
    """Return what is told most, the lead counting double, and where; None where two are told alike."""
    weights: Counter[T] = Counter()
    places: dict[T, list[_Seen]] = {}
    for value, one in told:
        if value is not None:
            weights[value] += 3 if one.sentence < _LEAD else 1
            places.setdefault(value, []).append(one)
    ranked = weights.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0], tuple(places[ranked[0][0]])


def _lead_weekdays(seen: Iterable[_Seen]) -> tuple[int, ...]:
    """Return the weekdays told by the first sentences of the body, background aside."""
    found = {
        one.timex.weekday
        for one in seen
        if one.timex.kind is TimeKind.WEEKDAY and 0 <= one.sentence < _FIRST and _is_news_weekday(one)
    }
    return tuple(sorted(day for day in found if day is not None))


def _is_news_weekday(one: _Seen) -> bool:
    if one.timex.direction != 0 or _BACKGROUND.search(one.before):
        return False
    return not is_day_ahead(one.before, one.after)


def _is_news_day(one: _Seen) -> bool:
    """Tell whether a day of a month is that of the news, by its place and the words about it.

    "Velik said on March 4 that …", "Speaking in Halden on March 4 …", "On March 4, the board repeated …"; not "the
    strike planned on March 4", "was approved on March 4", "will meet on March 4".
    """
    if one.sentence >= _LATEST or _BACKGROUND.search(one.before):
        return False
    if one.timex.year is not None and one.sentence >= (_LEAD if one.beside_weekday else _FIRST):
        return False
    if one.beside_weekday:
        return True
    if not _DAY_BEFORE.search(one.before):
        return False
    if len(one.before.split()) <= 1:
        return bool(_TOLD_AFTER.search(one.after))
    if _WHEN.search(one.after):
        return one.sentence == 0
    told = _TOLD_BEFORE.search(one.before)
    if told is None and not _TOLD_NEXT.search(one.after):
        return False
    end = told.start() if told else len(one.before)
    return not _UNREAL.search(one.before[max(0, end - 25) : end])


def _lag(seen: list[_Seen]) -> tuple[int, ...]:
    """Return the days between news and writing that the report's own words leave open; none where they do not tell."""
    lead = [one for one in seen if one.sentence < _LEAD]
    for one in lead:
        if one.timex.kind is TimeKind.OFFSET and one.timex.unit == "day" and one.timex.amount == 1:
            return (1,) if one.timex.direction < 0 else ()
    for one in lead:
        timex = one.timex
        if timex.kind is TimeKind.OFFSET and timex.unit == "day" and timex.amount == 0:
            return (0,)
        if timex.kind is TimeKind.WEEKDAY and timex.direction == 0 and one.this:
            return (0,)
    return ()


def _lag_of_repeated(days: Sequence[_Seen]) -> tuple[int, ...]:
    """Return that a report is of the day by whose date it tells several things that were said or done.

    "Speaking on March 4, Velik …", "Hale said on March 4 …", "On March 4, the board repeated …": who writes a day later
    looks back on one day, and says so once.
    """
    return (0,) if len({one.sentence for one in days}) >= _REPEATED else ()


def _near(seen: list[_Seen], now: Span | None) -> int | None:
    """Return how many days ago the news was, where "today", "tonight" or "yesterday" in its first sentences tells.

    `now` is where the first of them says "this morning": “The row reached the court this morning. … Hale said yesterday.”
    """
    for one in seen:
        timex = one.timex
        if now and one.sentence >= 0 and now.start < timex.span.start:
            break
        near = (
            timex.kind is TimeKind.OFFSET and timex.unit == "day" and timex.deictic and timex.amount in {0, 1}
        )
        if near and 0 <= one.sentence < _FIRST and timex.direction <= 0:
            return (
                None
                if _BACKGROUND.search(one.before) or is_day_ahead(one.before, one.after)
                else timex.amount
            )
    return 0 if now else None


def _evidence(reading: Reading, seen: tuple[_Seen, ...]) -> tuple[Evidence, ...]:
    return tuple(sorted(Evidence(report_id=reading.report.id, span=one.timex.span) for one in seen))[:_SHOWN]
