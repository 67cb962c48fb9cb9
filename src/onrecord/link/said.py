"""When a statement was made: the day of its event, unless its own sentence tells another.

Most words in a report were spoken at the happening it reports. A sentence that says otherwise is believed: "Velik
said on Monday" of a Wednesday's meeting is two days earlier, "said last month" is left unknown.
"""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.model.annotation import TimeKind
from onrecord.model.moment import Basis, Evidence, Moment

if TYPE_CHECKING:
    from onrecord.model.annotation import Timex
    from onrecord.model.attribution import Attribution, Reading

_WEEK = 7


def resolve_said(reading: Reading, attribution: Attribution, event_day: Moment | None) -> Moment | None:
    """Return when the words of `attribution` were said, or None where that is not known.

    Args:
        reading: the reading that holds the attribution.
        attribution: whose words they are.
        event_day: the day of the event that the words belong to, where it is known.
    """
    told = _told_times(reading, attribution)
    if not told:
        return event_day
    timex = told[0]
    days = _days_of(event_day)
    if not days or event_day is None or len(told) > 1:
        return event_day if all(_is_same_day(one, days) for one in told) else None
    if _is_same_day(timex, days):
        return event_day
    shift = _shift(timex, days[0])
    if shift is None:
        return None
    shifted = tuple(day + timedelta(days=shift) for day in days if day.toordinal() + shift > 0)
    if not shifted:
        return None
    words = " ".join(timex.span.of(reading.report.text).split())
    return Moment(
        earliest=shifted[0],
        latest=shifted[-1],
        candidates=shifted if len(shifted) > 1 else None,
        basis=Basis.RELATIVE,
        why=f"“{words}”, told from the day of the event",
        evidence=(Evidence(report_id=reading.report.id, span=timex.span), *event_day.evidence),
    )


def _told_times(reading: Reading, attribution: Attribution) -> list[Timex]:
    """Return the days told beside the cue: in its sentence, outside what was said."""
    anchor = attribution.cue or attribution.source
    if anchor is None:
        return []
    starts = [span.start for span in reading.sentences]
    place = bisect_right(starts, anchor.start) - 1
    if place < 0:
        return []
    sentence = reading.sentences[place]
    kinds = {TimeKind.WEEKDAY, TimeKind.DAY, TimeKind.MONTH, TimeKind.OFFSET, TimeKind.YEAR}
    return [
        timex
        for timex in reading.timexes
        if timex.span in sentence
        and timex.kind in kinds
        and not any(timex.span.overlaps(part) for part in attribution.content)
    ]


def _days_of(moment: Moment | None) -> tuple[date, ...]:
    if moment is None:
        return ()
    if moment.candidates:
        return moment.candidates
    return (moment.earliest,) if moment.earliest and moment.earliest == moment.latest else ()


def _is_same_day(timex: Timex, days: tuple[date, ...]) -> bool:
    """Tell whether `timex` tells the day of the event again."""
    if timex.kind is TimeKind.OFFSET:
        return timex.unit == "day" and timex.amount == 0
    if timex.kind is TimeKind.WEEKDAY:
        return not days or (timex.direction == 0 and all(day.weekday() == timex.weekday for day in days))
    if timex.kind is TimeKind.DAY:
        return not days or all((day.month, day.day) == (timex.month, timex.day) for day in days)
    return False


def _shift(timex: Timex, day: date) -> int | None:
    """Return how many days from the event's `day` a plain weekday before it or "yesterday" lies."""
    if timex.kind is TimeKind.WEEKDAY and timex.direction == 0 and timex.weekday is not None:
        return -((day.weekday() - timex.weekday) % _WEEK)
    if timex.kind is TimeKind.OFFSET and timex.unit == "day" and timex.amount == 1:
        return timex.direction
    return None
