"""The day that a report gives itself: on a line of its own, at its head, or in its dateline."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from typing import TYPE_CHECKING

from onrecord.model.annotation import TimeKind
from onrecord.model.moment import Evidence
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from onrecord.model.annotation import Timex
    from onrecord.model.attribution import Reading
    from onrecord.model.report import Report
    from onrecord.model.span import Span

_PUBLISHING = re.compile(r"\b(?:published|posted|issued|date|publication date|released)\b\W*$", re.IGNORECASE)
UPDATING = re.compile(
    r"\b(?:updated?|modified|edited|corrected|revised)\b(?: on| at)?[^\w\n]*(?:\w+day\W+)?$", re.IGNORECASE
)
"""What stands before a day of updating ("Last updated: Monday, 7 March 2016"): no day of publishing."""
_HEADS = re.compile(r"\s*[.–—-]\s+[“\"‘']?[A-Z]")
"""What stands between a day that heads a report and the first words of it."""
BODY = frozenset({Zone.BODY, Zone.DATELINE, None})
_TOP = 600
"""Characters from the start of a report in which a bare line with a date is its own."""
_ALONE = 40
"""Characters beside a date that a line of its own may hold: "Published: 4 March 2015, 10:30 GMT"."""


class Zones:
    """The zone at each place of a report, found without walking through all blocks."""

    def __init__(self, report: Report) -> None:
        self._blocks = report.blocks
        self._starts = [block.span.start for block in report.blocks]

    def at(self, position: int) -> Zone | None:
        """Return the zone at `position`; None between paragraphs."""
        place = bisect_right(self._starts, position) - 1
        return self._blocks[place].zone if place >= 0 and position in self._blocks[place].span else None

    def block(self, position: int) -> Span | None:
        """Return the paragraph at `position`."""
        place = bisect_right(self._starts, position) - 1
        return self._blocks[place].span if place >= 0 and position in self._blocks[place].span else None


def find_publication_day(reading: Reading) -> tuple[date | None, tuple[Evidence, ...]]:
    """Return the day that stands on a line of its own, near the top or after a word such as "Published"."""
    report = reading.report
    text = report.text
    zones = Zones(report)
    for timex in reading.timexes:
        day = calendar_day(timex) if timex.kind is TimeKind.DAY else None
        if day is None:
            continue
        # Looking no further than a short line reaches keeps one endless line from being read over and over.
        block = zones.block(timex.span.start)
        first = max(timex.span.start - 2 * _ALONE, block.start if block else 0)
        last = min(timex.span.end + 2 * _ALONE, block.end if block else len(text))
        before = text[first : timex.span.start]
        if UPDATING.search(before):
            continue
        after = text[timex.span.end : last]
        marked = bool(_PUBLISHING.search(text[max(0, timex.span.start - _ALONE) : timex.span.start]))
        zone = zones.at(timex.span.start)
        short = len(before) + len(after) <= _ALONE and not after.rstrip().endswith(".")
        alone = not before.strip() or zone in {Zone.BYLINE, Zone.CREDIT, Zone.FURNITURE}
        top = timex.span.start < _TOP
        if zone is Zone.DATELINE or (short and (marked or (top and alone))):
            return day, (Evidence(report_id=report.id, span=timex.span),)
        if top and block and _heads_body(reading, block, timex):
            return day, (Evidence(report_id=report.id, span=timex.span),)
    return None, ()


def _heads_body(reading: Reading, block: Span, timex: Timex) -> bool:
    """Tell whether a day stands by itself before the first words of the body: "4 March 2015. The board met …".

    Where a later paragraph is headed by a day too, the report is a list of days, and none of them is its own.
    """
    text = reading.report.text
    if text[block.start : timex.span.start].strip() or not _HEADS.match(text, timex.span.end, block.end):
        return False
    body = [one.span.start for one in reading.report.blocks if one.zone in BODY]
    if not body or body[0] != block.start:
        return False
    heads = {one.span.start for one in reading.timexes if one.kind is TimeKind.DAY}
    return not heads.intersection(body[1:])


def find_dateline_day(reading: Reading) -> tuple[tuple[int, int], tuple[Evidence, ...]] | None:
    """Return the month and day of a dateline that leaves the year out: "HALDEN, March 4 (Reuters) -"."""
    report = reading.report
    zones = Zones(report)
    for timex in reading.timexes:
        day = month_day_of(timex) if timex.kind is TimeKind.DAY and timex.year is None else None
        if day and zones.at(timex.span.start) is Zone.DATELINE:
            return day, (Evidence(report_id=report.id, span=timex.span),)
    return None


def month_day_of(timex: Timex) -> tuple[int, int] | None:
    """Return the month and the day of the month that a time expression tells; None where it lacks either."""
    return (timex.month, timex.day) if timex.month and timex.day else None


def calendar_day(timex: Timex) -> date | None:
    """Return the day of a time expression that tells its year too; None where there is no such day."""
    if not (timex.year and timex.month and timex.day):
        return None
    return calendar_day_of(timex.year, (timex.month, timex.day))


def calendar_day_of(year: int, month_day: tuple[int, int]) -> date | None:
    """Return the day of a year, a month and a day of the month; None where there is no such day."""
    try:
        return date(year, *month_day)
    except ValueError:
        return None
