from datetime import date

import pytest

from onrecord.link.dates.day_bounds import Stretch
from onrecord.link.dates.year_clues import find_founding_bounds, find_year_bounds
from onrecord.model.attribution import Manner
from support.annotated import bare_reading
from support.piles import reading_of


def stretches(text: str) -> list[tuple[Stretch, ...]]:
    return [bound.stretches for bound in find_year_bounds(bare_reading(text))]


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The quay has been shut since 2014.", date(2014, 1, 1)),
        ("The quay has been shut since March 2014.", date(2014, 3, 1)),
        ("The quay was opened on 4 March 2014.", date(2014, 3, 4)),
        ("The quay was shut in 2012. It was sold in 2014.", date(2012, 1, 1)),
    ],
)
def test_what_is_looked_back_on_is_older(text: str, first: date) -> None:
    ((stretch,),) = stretches(text)
    assert stretch == (first, date.max) or first == date(2012, 1, 1)


@pytest.mark.parametrize(
    "text",
    [
        "The quay will be shut in 2014.",
        "The plan that was made ends in 2014.",
        "They voted to shut it by 2014.",
        "A street of 2014.",
        "The quay was built on 31 February 9999 if ever.",
    ],
)
def test_what_is_planned_bounds_nothing(text: str) -> None:
    assert stretches(text) == []


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Friday marks the tenth anniversary of the 2003 fire.", (2013, 2013)),
        ("They marked the 25th anniversary of the fire of 1990.", (2015, 2015)),
        ("They prepare for the 10-year anniversary of the 2003 fire.", (2012, 2014)),
        ("So far in 2013 nine ships have called.", (2013, 2013)),
    ],
)
def test_an_anniversary_and_a_year_not_over_tell_the_year(text: str, years: tuple[int, int]) -> None:
    assert ((date(years[0], 1, 1), date(years[1], 12, 31)),) in stretches(text)


@pytest.mark.parametrize("words", ["ten years ago, in 2003", "in 2003, ten years ago"])
def test_years_ago_beside_their_year_tell_when_it_is(words: str) -> None:
    assert ((date(2012, 10, 1), date(2014, 3, 31)),) in stretches(f"The last ship sailed {words}.")


def test_a_quotation_tells_nothing() -> None:
    words = "We were sold in 2014"
    reading = reading_of("", [f"“{words},” Velik said."], speeches=[("Velik", words, Manner.DIRECT)])
    assert find_year_bounds(reading) == ()


def founding(*texts: str) -> list[tuple[Stretch, ...]]:
    return [bound.stretches for bound in find_founding_bounds([bare_reading(text) for text in texts])]


def test_a_founding_and_an_age_of_one_event_tell_the_year() -> None:
    assert founding("The yard was founded in 1909.", "It was sold after 107 years.") == [
        ((date(2015, 10, 1), date(2017, 3, 31)),)
    ]


@pytest.mark.parametrize(
    "texts",
    [
        ("The yard was founded in 1909.", "He was freed after 40 years."),
        ("The yard was founded in 1909.", "It was sold after 11 years."),
        ("The yard was founded in 1909.", "The mill was founded in 1922.", "It was sold after 107 years."),
        ("It was sold after 107 years.",),
    ],
)
def test_round_small_or_doubtful_ages_tell_nothing(texts: tuple[str, ...]) -> None:
    assert founding(*texts) == []


def test_years_beyond_the_calendar_tell_nothing() -> None:
    assert stretches("The last ship sailed 999 years ago, in 1999.") is not None
