from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.link.statements.figures import APART, SHARED, find_figures, relate_figures


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("900 boats in fourteen harbours", {"900", "14"}),
        ("1,400 tents and 12m a day", {"1400", "12"}),
        ("twenty-five, seventy and thirty", {"25", "70", "30"}),
        ("4.5 per cent by the 30th", {"4.5", "30"}),
        ("one of us paid a fine", set[str]()),
        ("ninety, five of them new", {"90", "5"}),
        ("007", {"7"}),
    ],
)
def test_numbers_are_read_in_words_and_in_digits(text: str, numbers: set[str]) -> None:
    assert find_figures(text) == numbers


def test_numbers_in_common_bring_two_wordings_together() -> None:
    first = find_figures("we lose 12 million a day")
    second = find_figures("the damage is put at twelve million")
    assert relate_figures(0.05, first, second) == pytest.approx(0.05 + SHARED)


def test_a_small_number_in_common_tells_half_as_much() -> None:
    assert relate_figures(0.0, frozenset({"3"}), frozenset({"3", "700"})) == pytest.approx(SHARED / 2)


def test_numbers_that_disagree_lower_a_likeness_and_leave_the_rest() -> None:
    assert relate_figures(1.0, frozenset({"212"}), frozenset({"221"})) == pytest.approx(1.0 - APART)


def test_where_one_side_has_no_number_the_words_alone_tell() -> None:
    assert relate_figures(0.3, frozenset(), frozenset({"212"})) == 0.3


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_two_texts_are_related_the_same_both_ways(first: str, second: str) -> None:
    a, b = find_figures(first), find_figures(second)
    assert relate_figures(0.5, a, b) == relate_figures(0.5, b, a)


def test_a_line_of_a_million_digits_is_read() -> None:
    assert len(find_figures("9" * 1_000_000)) == 1
