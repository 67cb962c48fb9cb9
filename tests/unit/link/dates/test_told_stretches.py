from datetime import date

import pytest

from onrecord.annotate.timexes import find_timexes
from onrecord.link.dates.told_stretches import find_counted_stretch, find_last_day, find_named_stretch
from onrecord.model.annotation import Timex
from support.annotated import report

WRITTEN = date(2024, 3, 13)


def timex(words: str) -> Timex:
    (found,) = find_timexes(report(words), ())
    return found


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("4 March 2014", date(2014, 3, 4), date(2014, 3, 4)),
        ("February 2016", date(2016, 2, 1), date(2016, 2, 29)),
        ("in 2016", date(2016, 1, 1), date(2016, 12, 31)),
    ],
)
def test_a_time_with_its_year_is_all_of_it(words: str, first: date, last: date) -> None:
    assert find_named_stretch(timex(words)) == (first, last)


@pytest.mark.parametrize("words", ["31 February 2014", "March 4", "last week"])
def test_what_names_no_year_or_no_day_is_none(words: str) -> None:
    assert find_named_stretch(timex(words)) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [("March 4", date(2024, 3, 4)), ("March 14", date(2023, 3, 14)), ("February 29", date(2024, 2, 29))],
)
def test_a_day_of_the_month_is_the_last_such_day(words: str, day: date) -> None:
    assert find_last_day(timex(words), WRITTEN) == (day, day)


def test_a_leap_day_long_ago_is_none() -> None:
    assert find_last_day(timex("February 29"), date(2023, 3, 1)) is None


@pytest.mark.parametrize(
    ("words", "first", "last"),
    [
        ("last week", date(2024, 2, 29), date(2024, 3, 12)),
        ("this week", date(2024, 3, 7), WRITTEN),
        ("last month", date(2024, 2, 1), date(2024, 2, 29)),
        ("this month", date(2024, 3, 1), WRITTEN),
        ("last year", date(2023, 1, 1), date(2023, 12, 31)),
        ("this year", date(2024, 1, 1), WRITTEN),
        ("ten days ago", date(2024, 3, 3), date(2024, 3, 3)),
    ],
)
def test_what_counts_from_the_writing_is_counted(words: str, first: date, last: date) -> None:
    assert find_counted_stretch(timex(words), words, WRITTEN) == (first, last)


@pytest.mark.parametrize("words", ["next week", "several days ago", "two years ago", "on March 4"])
def test_what_does_not_count_is_none(words: str) -> None:
    assert find_counted_stretch(timex(words), words, WRITTEN) is None


def test_the_first_years_of_the_calendar_give_no_fault() -> None:
    assert find_counted_stretch(timex("last week"), "last week", date.min) is None
