"""When a statement was made: from the day of its event to that of its report, unless its own sentence tells another.

Most words in a report were spoken at the happening it reports, or since. A sentence that says when is believed: "Velik
said on Monday" of a Wednesday's meeting is two days earlier. "Yesterday" and "last month" count from the day of writing, and
leave it unknown where that is not known; so does a weekday that is not the event's, which may be the day of writing itself. What somebody "is expected to say on Monday" is said on the next Monday, and never before the report.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.link.dates.own_days import month_day_of
from onrecord.link.dates.said_times import hangs_on_saying
from onrecord.link.dates.tenses import is_cue_ahead, is_day_ahead
from onrecord.link.dates.told_between import (
    find_days_of_report,
    find_last_weekdays,
    find_own_day,
    has_hint,
    is_looked_back_on,
    is_of_another_time,
    reach_back,
    reach_to_report,
)
from onrecord.link.dates.told_stretches import (
    find_counted_stretch,
    find_last_day,
    find_last_month,
    find_named_stretch,
)
from onrecord.model.annotation import TimeKind
from onrecord.model.moment import Basis, Evidence, Moment

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.annotation import Timex
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.span import Span

Occasion = int | tuple[int, int]
"""A weekday (Monday = 0), or a month and a day."""

Month = tuple[int | None, int | None]
"""A year and a month, of which one may be untold."""

_WEEK = 7
_RIGHT_AFTER = re.compile(r"(?:\s(?!who\b|which\b|that\b|to\b|since\b)[\w’'.-]+){0,4}\s?")
"""What stands between a cue and its time: "told the Harwell Courier on "."""
_APART = re.compile(r"\b(?:after|before|since)\b", re.IGNORECASE)
_OPENS = re.compile(r"\W*(?:(?:on|in|back|late|early|earlier)\s){0,2}", re.IGNORECASE)
"""What stands before a time that opens its sentence."""


def resolve_said(
    reading: Reading, attribution: Attribution, event_day: Moment | None, *, written: Moment | None = None
) -> Moment | None:
    """Return when the words of `attribution` were said, or None where that is not known.

    Args:
        reading: the reading that holds the attribution.
        attribution: whose words they are.
        event_day: the day of the event that the words belong to, where it is known.
        written: the day on which the report was written or published, where it is known.
    """
    told = _told_times(reading, attribution)
    if _is_expected(reading, attribution):
        return _resolve_expected(reading, told, written)
    told = [timex for timex in told if not _looks_ahead(reading, timex)]
    of_saying = [timex for timex in told if _hangs(reading, attribution, timex)]
    if not of_saying:
        # What happened on a day that is not the event's may have been said at any time.
        apart = any(
            not _is_same_day(timex, _days_of(event_day)) or _is_of_another(reading, attribution, timex)
            for timex in told
            if timex.kind is not TimeKind.MONTH or timex.year
        )
        return None if apart else _untold(reading, attribution, event_day, written)
    told = of_saying
    if _is_of_another(reading, attribution, told[0]):
        return None
    if len(told) == 1 and _is_of_cue(reading, attribution, told[0]):
        stretch = _stretch_of(reading, told[0], _days_of(event_day), written)
        if stretch is not None:
            return stretch
    return _told_day(reading, told, event_day, written)


def find_occasion(reading: Reading, attribution: Attribution) -> Occasion | None:
    """Return the weekday, or month and day, on which a sentence says that its words were said; None where it tells none, or several.

    “It will hold,” Hale said on 2 March. “It will hold,” he said again on 18 May: (3, 2) and (5, 18).
    """
    told = [one for one in _told_times(reading, attribution) if _hangs(reading, attribution, one)]
    if len(told) != 1 or not _is_of_cue(reading, attribution, told[0]):
        return None
    timex = told[0]
    return month_day_of(timex) if timex.kind is TimeKind.DAY else timex.weekday


def find_month(reading: Reading, attribution: Attribution) -> Month | None:
    """Return the year and month, as far as they are told, in which a sentence says that its words were said.

    "In January, Velik said …": (None, 1). "Hale said in 2019 …": (2019, None).
    """
    told = [
        timex
        for timex in _told_times(reading, attribution)
        if timex.kind in {TimeKind.MONTH, TimeKind.YEAR} and _hangs(reading, attribution, timex)
    ]
    if len(told) != 1 or not _is_of_cue(reading, attribution, told[0]):
        return None
    return told[0].year, told[0].month


def are_two_months(first: Month | None, second: Month | None) -> bool:
    """Tell whether what `find_month` tells of two wordings is of two times: another month, or another year."""
    if first is None or second is None:
        return False
    return any(one and other and one != other for one, other in zip(first, second, strict=True))


def _told_day(
    reading: Reading, told: Sequence[Timex], event_day: Moment | None, written: Moment | None
) -> Moment | None:
    """Return the day that the times of a sentence tell: by the day of writing, else by the event's."""
    days = _days_of(event_day)
    timex = told[0]
    counted = len(_days_of(written)) if timex.amount else len(_days_of(written)) == 1
    if len(told) == 1 and timex.kind is TimeKind.OFFSET and counted:
        return _shifted(reading, timex, written, "the day of writing")
    if len(told) == 1 and timex.kind is TimeKind.WEEKDAY and not (days and _is_same_day(timex, days)):
        return _last_weekday(reading, timex, event_day, written)
    if timex.kind is TimeKind.DAY and not days:
        # An event of no known day says nothing of the year.
        return None
    if not days or event_day is None or len(told) > 1:
        return event_day if all(_is_same_day(one, days) for one in told) else None
    if _is_same_day(timex, days):
        return event_day
    return _shifted(reading, timex, event_day, "the day of the event")


def _untold(
    reading: Reading, attribution: Attribution, event_day: Moment | None, written: Moment | None
) -> Moment | None:
    """Return when words were said whose sentence tells no day."""
    cue = attribution.cue
    sentence = _sentence_at(reading, cue.start) if cue else None
    if cue is None or sentence is None:
        return reach_to_report(event_day, written)
    if is_looked_back_on(reading.report.text, sentence, cue):
        return reach_back(event_day, written)
    if not has_hint(reading.report.text, sentence):
        return reach_to_report(event_day, written)
    if is_of_another_time(reading.report.text, sentence, cue, attribution.content):
        return None
    day = _days_of(written)
    if written is not None and len(day) == 1:
        back = find_own_day(reading.report.text, sentence, cue, attribution.content)
        if back is not None and back <= (day[0] - date.min).days:
            own = day[0] - timedelta(days=back)
            return Moment(
                earliest=own,
                latest=own,
                basis=Basis.RELATIVE,
                why="told as of the day of writing" if not back else "told as of the night before writing",
                evidence=(Evidence(report_id=reading.report.id, span=sentence), *written.evidence),
                facts=written.facts,
            )
    return reach_to_report(event_day, written)


def _hangs(reading: Reading, attribution: Attribution, timex: Timex) -> bool:
    """Tell whether a time of the sentence is that of the saying."""
    cue, text = attribution.cue, reading.report.text
    sentence = _sentence_at(reading, timex.span.start)
    if cue is None or sentence is None:
        return True
    return hangs_on_saying(text, sentence, cue, timex.span, attribution.content)


def _is_of_another(reading: Reading, attribution: Attribution, timex: Timex) -> bool:
    """Tell whether a time goes with another verb, from which this one is told apart: "said on Friday, a day after Hale said"."""
    cue = attribution.cue
    if cue is None or timex.span.end > cue.start:
        return False
    return _APART.search(reading.report.text, timex.span.end, cue.start) is not None


def _last_weekday(
    reading: Reading, timex: Timex, event_day: Moment | None, written: Moment | None
) -> Moment | None:
    """Return the last such weekday before, or on, the day of writing: several where that day is not known.

    "Velik said on Friday" in a report of Friday or Saturday is that Friday, in one of Thursday the one before.
    """
    origin = written if _days_of(written) else event_day
    days = _days_of(written) or find_days_of_report(_days_of(event_day))
    if origin is None or timex.weekday is None or timex.direction != 0 or not days:
        return None
    found = find_last_weekdays(timex.weekday, days)
    if not found:
        return None
    called = "the day of writing" if origin is written else "the day of the event"
    return _told_from(reading, timex, found, origin, called)


def _is_of_cue(reading: Reading, attribution: Attribution, timex: Timex) -> bool:
    """Tell whether a time goes with the verb that tells: "Velik said last week", "In 2014, Velik said".

    In "Velik, mayor since 2014, said" it goes with something else.
    """
    cue, text = attribution.cue, reading.report.text
    sentence = _sentence_at(reading, timex.span.start)
    if cue is None or sentence is None:
        return False
    if timex.span.start >= cue.end:
        return _RIGHT_AFTER.fullmatch(text, cue.end, timex.span.start) is not None
    return _OPENS.fullmatch(text, sentence.start, timex.span.start) is not None


def _stretch_of(
    reading: Reading, timex: Timex, days: tuple[date, ...], written: Moment | None
) -> Moment | None:
    """Return the days of a time that names its year, counts from a known day of writing, or is a day of the month."""
    words = " ".join(timex.span.of(reading.report.text).split())
    place = Evidence(report_id=reading.report.id, span=timex.span)
    if named := find_named_stretch(timex):
        return Moment(
            earliest=named[0], latest=named[1], basis=Basis.STATED, why=f"“{words}”", evidence=(place,)
        )
    known = _days_of(written)
    if written is None or len(known) != 1:
        return None
    stretch = find_counted_stretch(timex, words, known[0])
    if stretch is None and not (days and _is_same_day(timex, days)):
        stretch = find_last_day(timex, known[0]) or find_last_month(timex, known[0])
    if stretch is None:
        return None
    return Moment(
        earliest=stretch[0],
        latest=stretch[1],
        basis=Basis.RELATIVE,
        why=f"“{words}”, told from the day of writing",
        evidence=(place, *written.evidence),
        facts=written.facts,
    )


def _resolve_expected(reading: Reading, told: Sequence[Timex], written: Moment | None) -> Moment | None:
    """Return the day to come on which words will be said; a day from that of the report on where none is told."""
    if written is None or written.earliest is None:
        return None
    if len(told) == 1 and (moment := _shifted(reading, told[0], written, "the day of writing", ahead=True)):
        return moment
    why = "expected when the report was written"
    return Moment(
        earliest=written.earliest,
        latest=None,
        basis=Basis.RELATIVE,
        why=why,
        evidence=written.evidence,
        facts=written.facts,
    )


def _shifted(
    reading: Reading, timex: Timex, origin: Moment | None, called: str, *, ahead: bool = False
) -> Moment | None:
    """Return the day that `timex` tells, counted from the known day or days of `origin`."""
    days = _days_of(origin)
    shift = _shift(timex, days[0], ahead=ahead) if days else None
    of_several = timex.kind is TimeKind.WEEKDAY and len({day.weekday() for day in days}) > 1
    if origin is None or shift is None or of_several:
        return None
    shifted = tuple(
        day + timedelta(days=shift)
        for day in days
        if date.min.toordinal() <= day.toordinal() + shift <= date.max.toordinal()
    )
    if not shifted:
        return None
    return _told_from(reading, timex, shifted, origin, called)


def _told_from(reading: Reading, timex: Timex, days: tuple[date, ...], origin: Moment, called: str) -> Moment:
    """Return the days that a word tells from another day, which is `called` so."""
    words = " ".join(timex.span.of(reading.report.text).split())
    return Moment(
        earliest=days[0],
        latest=days[-1],
        candidates=days if len(days) > 1 else None,
        basis=Basis.RELATIVE,
        why=f"“{words}”, told from {called}",
        evidence=(Evidence(report_id=reading.report.id, span=timex.span), *origin.evidence),
        facts=origin.facts,
    )


def _is_expected(reading: Reading, attribution: Attribution) -> bool:
    """Tell whether the words are still to be said: "is expected to say", "will tell the board"."""
    sentence = _sentence_at(reading, attribution.cue.start) if attribution.cue else None
    if sentence is None or attribution.cue is None:
        return False
    return is_cue_ahead(reading.report.text[sentence.start : attribution.cue.start])


def _looks_ahead(reading: Reading, timex: Timex) -> bool:
    sentence = _sentence_at(reading, timex.span.start)
    if sentence is None:
        return False
    text = reading.report.text
    return is_day_ahead(text[sentence.start : timex.span.start], text[timex.span.end : sentence.end])


def _sentence_at(reading: Reading, position: int) -> Span | None:
    place = bisect_right(reading.sentences, position, key=lambda span: span.start) - 1
    return reading.sentences[place] if place >= 0 else None


def _told_times(reading: Reading, attribution: Attribution) -> list[Timex]:
    """Return the days told beside the cue: in its sentence, outside what was said."""
    anchor = attribution.cue or attribution.source
    if anchor is None:
        return []
    sentence = _sentence_at(reading, anchor.start)
    if sentence is None:
        return []
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


def _shift(timex: Timex, day: date, *, ahead: bool) -> int | None:
    """Return how many days from `day` a plain weekday or "yesterday" lies; `ahead` takes the next such weekday."""
    if timex.kind is TimeKind.WEEKDAY and timex.weekday is not None and (ahead or timex.direction == 0):
        back = (day.weekday() - timex.weekday) % _WEEK
        return _WEEK - back if ahead else -back
    if timex.kind is TimeKind.OFFSET and timex.unit == "day" and timex.amount in {0, 1}:
        return timex.direction if timex.amount else 0
    return None
