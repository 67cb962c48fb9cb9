import pytest

from onrecord.link.dates.date_marks import find_latest_year, find_year_days


def test_the_latest_year_named_counts() -> None:
    assert find_latest_year("Built in 1961 and mended in 1998, it fell in 2014.") == 2014


@pytest.mark.parametrize(
    "text", ["It cost 2,010 crowns.", "Call 555-2010.", "The 1830s mill", "at 19.2010 kHz"]
)
def test_a_number_that_is_no_year_of_our_time_is_passed_over(text: str) -> None:
    assert find_latest_year(text) is None


def test_days_are_read_in_either_order_and_numbered_through_the_year() -> None:
    assert find_year_days("Halden, 2 January - The ferry sank on Feb. 1st") == {2, 32}


def test_a_month_without_a_day_names_no_day() -> None:
    assert find_year_days("In March 2014 they may 99 march on") == frozenset()


def test_letters_that_only_look_like_those_of_a_month_do_no_harm() -> None:
    assert find_year_days("2 apr\u0130l and \u017fept 3") <= {8 * 31 + 3, 3 * 31 + 2}
