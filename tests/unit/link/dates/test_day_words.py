from datetime import date

import pytest

from onrecord.link.dates.day_words import conflict, say_date, say_day, say_why

DAYS = [date(2016, 3, 4), date(2022, 3, 4)]


@pytest.mark.parametrize(
    ("weekday", "month_day", "bounded", "why"),
    [
        (4, (3, 4), False, "a Friday, 4 March: within 2010-2030 only in 2016 or 2022"),
        (None, (3, 4), False, "4 March; no report names the year or the weekday"),
        (4, (3, 4), True, "a Friday, 4 March: the one in the week before publishing"),
    ],
)
def test_why_is_said_in_words(
    weekday: int | None,
    month_day: tuple[int, int],
    bounded: bool,  # noqa: FBT001
    why: str,
) -> None:
    assert say_why(weekday, month_day, DAYS, years=(2010, 2030), bounded=bounded) == why


def test_no_day_is_another_day() -> None:
    assert say_day(None, None) == "another day"
    assert say_date(date(2022, 3, 4)) == "4 March 2022"


def test_a_conflict_names_what_was_told() -> None:
    assert "(a Friday)" in conflict("r1", "a Friday").message
