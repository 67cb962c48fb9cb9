"""The days that a time told beside a verb of speech leaves: "said last week", "said in March 2014", "said on 3 March".

"Last week" is any day of the days before that may be called so; a day of the month without its year is the last such day.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.model.annotation import TimeKind

if TYPE_CHECKING:
    from onrecord.link.dates.day_bounds import Stretch
    from onrecord.model.annotation import Timex

_LAST = ("last ", "past ", "previous ")
_THIS = "this "
_FEW = 14
"""Days up to which "so many days ago" is counted exactly."""
_WEEK = 7


def find_named_stretch(timex: Timex) -> Stretch | None:
    """Return the days of a time that names its year: a day, all of a month, all of a year.

    "Velik said on 3 March 2014", "said in March 2014", "said in 2014".
    """
    year, month = timex.year, timex.month
    if year is None or not date.min.year <= year <= date.max.year:
        return None
    if timex.kind is TimeKind.YEAR:
        return date(year, 1, 1), date(year, 12, 31)
    if month is None:
        return None
    last = monthrange(year, month)[1]
    if timex.kind is TimeKind.MONTH:
        return date(year, month, 1), date(year, month, last)
    if timex.kind is TimeKind.DAY and timex.day is not None and timex.day <= last:
        return date(year, month, timex.day), date(year, month, timex.day)
    return None


def find_last_day(timex: Timex, origin: date) -> Stretch | None:
    """Return the last day before `origin` that a day of the month without its year may mean.

    >>> from onrecord.model.span import Span
    >>> from onrecord.model.annotation import Timex
    >>> day = Timex(span=Span(0, 8), kind=TimeKind.DAY, month=12, day=30)
    >>> find_last_day(day, date(2017, 1, 2))
    (datetime.date(2016, 12, 30), datetime.date(2016, 12, 30))
    """
    if timex.kind is not TimeKind.DAY or timex.year is not None or not (timex.month and timex.day):
        return None
    for year in (origin.year, origin.year - 1):
        if year < date.min.year or timex.day > monthrange(year, timex.month)[1]:
            continue
        day = date(year, timex.month, timex.day)
        if day <= origin:
            return day, day
    return None


def find_last_month(timex: Timex, origin: date) -> Stretch | None:
    """Return the days up to `origin` of the last month that a month without its year may mean: "said in March".

    >>> from onrecord.model.span import Span
    >>> from onrecord.model.annotation import Timex
    >>> find_last_month(Timex(span=Span(0, 8), kind=TimeKind.MONTH, month=3), date(2024, 5, 6))
    (datetime.date(2024, 3, 1), datetime.date(2024, 3, 31))
    """
    if timex.kind is not TimeKind.MONTH or timex.year is not None or timex.direction or not timex.month:
        return None
    year = origin.year - (timex.month > origin.month)
    if year < date.min.year:
        return None
    last = date(year, timex.month, monthrange(year, timex.month)[1])
    return last.replace(day=1), min(last, origin)


def find_counted_stretch(timex: Timex, words: str, written: date) -> Stretch | None:
    """Return the days of a time that counts from the day of writing; None of one that leaves it open.

    "Velik said last week": one of the thirteen days before. "Said last month": all of the month before. "Said this week":
    the week up to the day. "Said ten days ago": that day.

    Args:
        timex: the time.
        words: its characters.
        written: the day of writing.
    """
    if timex.kind is not TimeKind.OFFSET or timex.direction > 0 or written.year <= date.min.year + 1:
        return None
    words = words.casefold()
    if timex.unit == "day" and timex.amount is not None and 1 < timex.amount <= _FEW and timex.deictic:
        day = written - timedelta(days=timex.amount)
        return day, day
    if words.startswith(_LAST):
        return _last_stretch(timex.unit, written)
    if words.startswith(_THIS):
        return _this_stretch(timex.unit, written)
    return None


def _last_stretch(unit: str | None, written: date) -> Stretch | None:
    if unit == "week":
        return written - timedelta(days=2 * _WEEK - 1), written - timedelta(days=1)
    if unit == "month":
        last = written.replace(day=1) - timedelta(days=1)
        return last.replace(day=1), last
    return (date(written.year - 1, 1, 1), date(written.year - 1, 12, 31)) if unit == "year" else None


def _this_stretch(unit: str | None, written: date) -> Stretch | None:
    if unit == "week":
        return written - timedelta(days=_WEEK - 1), written
    if unit == "month":
        return written.replace(day=1), written
    return (date(written.year, 1, 1), written) if unit == "year" else None
