"""Days in the sentences that say why: "a Friday, 4 March: within 2000-2030 only in 2005 or 2011"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

WEEKDAY_NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_WORDS = "January February March April May June July August September October November December"
_MONTHS = tuple(_MONTH_WORDS.split())


def say_day(weekday: int | None, month_day: tuple[int, int] | None) -> str:
    """Say a weekday (Monday = 0), a month and day, or both.

    >>> say_day(4, (3, 4)), say_day(None, (3, 4)), say_day(4, None)
    ('a Friday, 4 March', '4 March', 'a Friday')
    """
    day = f"{month_day[1]} {_MONTHS[month_day[0] - 1]}" if month_day else ""
    name = f"a {WEEKDAY_NAMES[weekday]}" if weekday is not None else ""
    return ", ".join(part for part in (name, day) if part) or "another day"


def say_date(day: date) -> str:
    """Say "4 March 2022"."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def say_why(
    weekday: int | None,
    month_day: tuple[int, int],
    days: Sequence[date],
    *,
    years: tuple[int, int],
    bounded: bool,
) -> str:
    """Say why it is one of `days`; `bounded` where the day of publishing is known."""
    told = say_day(weekday, month_day)
    if bounded:
        return f"{told}: the one in the week before publishing"
    if weekday is None:
        return f"{told}; no report names the year or the weekday"
    listed = [str(day.year) for day in days]
    which = " or ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
    return f"{told}: within {years[0]}-{years[1]} only in {which}"


def conflict(report_id: str, told: str) -> Problem:
    """Return the problem of reports that tell days which cannot be one; `report_id` is the least of their event."""
    return Problem(
        code="link.date-conflict",
        message=f"reports of one event tell days that cannot be one ({told}); its day is left unknown",
        report_id=report_id,
    )
