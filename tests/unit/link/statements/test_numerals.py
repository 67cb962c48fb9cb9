import re

import pytest

from onrecord.link.statements.numerals import (
    ABOUT,
    BEFORE,
    LEAST,
    MOST,
    NUMERAL,
    are_far_apart,
    has_numeral,
    may_be_one,
    read_mark,
    read_numeral,
)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", "12"),
        ("1,940", "1940"),
        ("2.4 million", "2400000"),
        ("18m", "18000000"),
        ("seven", "7"),
        ("forty-six", "46"),
        ("six hundred", "600"),
        ("a thousand", "1000"),
        ("half a million", "500000"),
        ("6.10", "6.1"),
    ],
)
def test_a_number_is_read_in_digits_and_in_words(written: str, value: str) -> None:
    match = re.search(NUMERAL, f"of {written} there", re.IGNORECASE)
    assert match is not None
    assert str(read_numeral(match["number"])) == value


@pytest.mark.parametrize("text", ["in 1/2 of them", "version 3.4.5", "a boat", "one boat", "10:30"])
def test_what_is_no_number_of_things_is_not_taken_whole(text: str) -> None:
    match = re.search(NUMERAL, text, re.IGNORECASE)
    assert match is None or match["number"] not in text.split()


def test_words_before_a_number_mark_it() -> None:
    match = re.search(BEFORE + NUMERAL, "They counted fewer than 90.", re.IGNORECASE)
    assert match is not None
    assert read_mark(match["mark"]) == {MOST}
    assert read_mark(None) == frozenset()


@pytest.mark.parametrize(
    ("first", "second", "one"),
    [
        ({"340"}, {"340"}, True),
        ({"340"}, {"430"}, False),
        ({"2000", ABOUT}, {"1750"}, True),
        ({"12", LEAST}, {"15"}, True),
        ({"12", LEAST}, {"11"}, False),
        ({"90", MOST}, {"70"}, True),
        ({"2400000"}, {"2380000"}, True),
        ({"6.1"}, {"6"}, True),
        ({"6.1"}, {"6.4"}, False),
    ],
)
def test_numbers_are_one_where_rounding_or_a_bound_allows_it(
    first: set[str], second: set[str], *, one: bool
) -> None:
    assert may_be_one(frozenset(first), frozenset(second)) is one
    assert may_be_one(frozenset(second), frozenset(first)) is one


def test_a_number_more_than_twice_another_is_far_from_it() -> None:
    assert are_far_apart(frozenset({"40000"}), frozenset({"6000"}))
    assert not are_far_apart(frozenset({"300"}), frozenset({"450"}))


def test_a_text_without_a_number_is_told_at_once() -> None:
    assert has_numeral("It cost half a million.", 0, 23)
    assert not has_numeral("It rained.", 0, 10)
