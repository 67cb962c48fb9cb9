from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.align import Step, align


@given(st.text(max_size=80), st.text(max_size=80))
def test_the_pieces_join_to_both_texts_exactly(left: str, right: str) -> None:
    pieces = align(left, right)
    assert "".join(piece.left.of(left) for piece in pieces) == left
    assert "".join(piece.right.of(right) for piece in pieces) == right


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The quay is shut.", "the  QUAY, is shut"),
        ("A quay was shut", "The quay was shut"),
        ("The [old stone] quay is shut", "The quay is shut"),
        ("The quay won’t open", "The quay will not open"),
    ],
)
def test_case_marks_articles_brackets_and_contractions_are_no_difference(left: str, right: str) -> None:
    assert [piece.step for piece in align(left, right)] == [Step.SAME]


def test_edits_less_than_three_words_apart_are_one() -> None:
    pieces = align("ships of grain leave at dawn every day", "boats of grain depart at dawn every day")
    assert [piece.step for piece in pieces] == [Step.REPLACED, Step.SAME]


def test_a_sentence_left_out_is_one_drop() -> None:
    pieces = align("The quay is shut. Nobody will miss it at all.", "The quay is shut.")
    assert [piece.step for piece in pieces] == [Step.SAME, Step.DROPPED]


def test_a_comma_more_does_not_part_equal_words() -> None:
    pieces = align(
        "because this quay, this harbour, does not close", "because this quay, this harbour does not close"
    )
    assert [piece.step for piece in pieces] == [Step.SAME]


def test_nothing_against_nothing_is_nothing() -> None:
    assert align("", "") == ()


def test_words_that_render_each_other_stand_opposite_each_other() -> None:
    left, right = (
        "the quay stays shut all of next week",
        "the pier and the ferry stay closed all of next week",
    )

    def link(first: Sequence[str], second: Sequence[str]) -> frozenset[tuple[int, int]]:
        facing = {"quay": "pier", "shut": "closed"}
        return frozenset(
            (a, b)
            for a, one in enumerate(first)
            for b, other in enumerate(second)
            if facing.get(one) == other
        )

    pieces = align(left, right, link)
    assert "".join(piece.right.of(right) for piece in pieces) == right
    assert [piece.step for piece in pieces] == [Step.REPLACED, Step.SAME]


@given(st.text(alphabet="ab .,", max_size=40), st.text(alphabet="ab .,", max_size=40))
def test_the_pieces_join_to_both_texts_whatever_is_linked(left: str, right: str) -> None:
    def link(first: Sequence[str], second: Sequence[str]) -> frozenset[tuple[int, int]]:
        return frozenset((a, (a * 3) % len(second)) for a in range(len(first))) if second else frozenset()

    pieces = align(left, right, link)
    assert "".join(piece.left.of(left) for piece in pieces) == left
    assert "".join(piece.right.of(right) for piece in pieces) == right
