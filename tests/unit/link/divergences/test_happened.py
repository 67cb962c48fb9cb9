import pytest

from onrecord.link.divergences.happened import find_days, find_weekdays, find_years, may_be_one_day
from support.piles import reading_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The lease was signed by both on Monday, 4 March 2013.", [{"weekday 0", "day 3 4", "year 2013"}]),
        ("The ferry sank off Velm on May 7.", [{"day 5 7"}]),
        ("Dorran warned on Monday of rain.", []),
        ("They met on the quay.", []),
    ],
)
def test_days_are_found_behind_what_happened(text: str, expected: list[set[str]]) -> None:
    assert [set(filler.values) for filler in find_days(reading_of("", [text]).report)] == expected


def test_a_weekday_with_its_day_is_found() -> None:
    (found,) = find_weekdays(reading_of("", ["It rained on Friday, 9 May. It snowed on Monday."]).report)
    assert (found.key, set(found.values)) == ("day 5 9", {"weekday 4"})


def test_a_day_that_no_calendar_has_contradicts_nothing() -> None:
    first, second = (
        next(iter(find_days(reading_of("", [text]).report)))
        for text in (
            "The Velm treaty was signed on February 31, 2014.",
            "The Velm treaty was signed on Monday.",
        )
    )
    assert may_be_one_day(first, second)


def test_sentences_that_are_the_same_but_for_their_year_are_of_one_thing() -> None:
    first, second, other = (
        next(iter(find_years(reading_of("", [text]).report)))
        for text in (
            "The boat was built in 1987.",
            "The boat was built in 1978.",
            "The wooden boat was built in 1978.",
        )
    )
    assert not may_be_one_day(first, second)
    assert may_be_one_day(first, other)
