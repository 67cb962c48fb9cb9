from __future__ import annotations

import pytest

from onrecord.record.search.question import WORDS_AT_ONCE, read_question


def words(text: str) -> list[str]:
    return [" ".join(one.words) for one in read_question(text).sought]


def test_words_and_phrases_are_told_apart() -> None:
    assert words('fares "will not rise" “next year” «na zdorovie»') == [
        "fares",
        "will not rise",
        "next year",
        "na zdorovie",
    ]


@pytest.mark.parametrize(
    ("typed", "sought"),
    [
        ('a "b', ["a", "b"]),
        ('"', []),
        ('""', []),
        ('"a" "', ["a"]),
        ("no-fly C-300", ["no fly", "c 300"]),
        ("Tamsin's", ["tamsin s"]),
        ("(x AND y) OR NEAR*", ["x", "and", "y", "or", "near"]),
        ("— “ ” \U0001f6a2", []),
        ("\x00", []),
        ("a\x00b", ["a", "b"]),
        ("\ud83d", []),
        ("ferry FERRY férry", ["ferry"]),
        ("漢字 مرحبا", ["漢字", "مرحبا"]),
    ],
)
def test_every_text_is_a_question(typed: str, sought: list[str]) -> None:
    assert words(typed) == sought


def test_of_an_overlong_question_what_is_left_out_is_counted() -> None:
    asked = read_question(" ".join(f"w{number}" for number in range(10_000)))

    assert len(asked.sought) == WORDS_AT_ONCE
    assert asked.unread == 10_000 - WORDS_AT_ONCE
    assert len(read_question("x" * 10_000).sought[0].text) < 1000


@pytest.mark.parametrize(
    ("typed", "begins"),
    [("the ferr", True), ("the ferr ", False), ('"the ferr"', False), ("the f", False), ('"the ferr', True)],
)
def test_only_a_word_that_is_being_typed_may_go_on(typed: str, begins: bool) -> None:  # noqa: FBT001
    assert read_question(typed, typing=True).sought[-1].begins is begins
    assert not read_question(typed).sought[-1].begins


def test_a_word_that_was_asked_before_may_go_on_when_it_is_typed_again() -> None:
    (only,) = read_question("ferry ferry", typing=True).sought

    assert only.begins


def test_what_marks_it_knows_which_is_which() -> None:
    asked = read_question("fares “not rise”")

    assert asked.marker.find("Fares do not rise") == [(0, 5, 0), (9, 17, 1)]
