"""Days that head the entries of a live blog: "10 May 2023 18:20" on a line of its own, over what is told then; and those of datelines.

What stands under such a line was written on its day, whatever day the page as a whole was published on. So was what an agency
dated and another outlet printed weeks later.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.link.dates.own_days import Zones, calendar_day, calendar_day_of, find_dateline_day
from onrecord.model.annotation import TimeKind
from onrecord.model.moment import Basis, Evidence, Moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.attribution import Reading

_CLOCK = re.compile(
    r"[\s,|–—-]*(?:at\s)?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?:\s?[ap]\.?m\.?)?(?:\s?[A-Z]{2,4})?[\s|:–—-]*"
)
_LONGEST = 60
"""Characters of a line that is no more than a stamp."""
_LATE, _LATEST = 3, 60
"""Days from a dateline to the day of publishing between which a text was printed late."""
_SEVERAL = 2
"""Stamps from which a report is a list of entries; a single one is its own day."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """Where an entry starts, in code points, and the day that stands over it."""

    start: int
    written: Moment


def find_stamps(reading: Reading) -> tuple[Stamp, ...]:
    """Return the days with a clock time that head the entries of a report, in reading order; none where only one does."""
    text = reading.report.text
    zones: Zones | None = None
    found: list[Stamp] = []
    for timex in reading.timexes:
        day = calendar_day(timex) if timex.kind is TimeKind.DAY else None
        if day is None or not _CLOCK.match(text, timex.span.end):
            continue
        zones = zones or Zones(reading.report)
        line = zones.block(timex.span.start)
        if line is None or line.end - line.start > _LONGEST or text[line.start : timex.span.start].strip():
            continue
        if _CLOCK.fullmatch(text, timex.span.end, line.end):
            place = Evidence(report_id=reading.report.id, span=timex.span)
            why = "a line over the entry gives the day"
            written = Moment(earliest=day, latest=day, basis=Basis.STATED, why=why, evidence=(place,))
            found.append(Stamp(line.start, written))
    return tuple(found) if len(found) >= _SEVERAL else ()


def find_day_of_writing(reading: Reading, published: Moment | None) -> Moment | None:
    """Return the day on which a report was written: of its dateline, where that lies days or weeks before it was published.

    "HALDEN, March 2 – … said on Tuesday", published on 20 March, was written on the second. A dateline may be a day off; and one
    of months before is of another year as soon.
    """
    if published is None or published.earliest is None or published.earliest != published.latest:
        return published
    told = find_dateline_day(reading)
    if told is None:
        return published
    days = [calendar_day_of(published.earliest.year - back, told[0]) for back in (0, 1)]
    late = [day for day in days if day and _LATE <= (published.earliest - day).days <= _LATEST]
    if len(late) != 1:
        return published
    why = "a dateline gives the day, and when it was published the year"
    place = (*told[1], *published.evidence)
    return Moment(
        earliest=late[0], latest=late[0], basis=Basis.DATELINE, why=why, evidence=place, facts=published.facts
    )


def find_entry_day(stamps: Sequence[Stamp], position: int) -> Moment | None:
    """Return the day of the entry at `position`; None above the first."""
    place = bisect_right(stamps, position, key=lambda stamp: stamp.start) - 1
    return stamps[place].written if place >= 0 else None
