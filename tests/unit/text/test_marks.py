from __future__ import annotations

import pytest

from onrecord.text.marks import Marker, find_tokens, find_words, fold_in_place, join_ranges


def marked(text: str, *sought: str, begins: bool = False) -> list[str]:
    marker = Marker([find_tokens(one) for one in sought], [len(sought) - 1] if begins else [])
    return [text[start:end] for start, end, _ in marker.find(text)]


@pytest.mark.parametrize(
    "text", ["", "Šimonytė", "İstanbul ẞ ﬁ", "cafe\u0301", "a\U0001f6a2b", "\ud83d", "ΣΑΣ"]
)
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    assert len(fold_in_place(text)) == len(text)


def test_words_are_marked_whatever_their_case_and_accents() -> None:
    assert marked("Le Café est FERMÉ, le cafe\u0301.", "cafe") == ["Café", "cafe\u0301"]
    assert marked("cafe", "CAFÉ") == ["cafe"]


def test_only_whole_words_are_marked() -> None:
    assert marked("ferryman, ferry; unferry", "ferry") == ["ferry"]


def test_a_word_that_may_go_on_is_marked_to_its_end() -> None:
    assert marked("The ferries, a ferry", "ferr", begins=True) == ["ferries", "ferry"]


def test_words_of_a_phrase_follow_one_another_whatever_stands_between() -> None:
    assert marked("No-fly. no “fly” — fly no", "no fly") == ["No-fly", "no “fly"]


def test_marks_behind_an_emoji_keep_their_places() -> None:
    assert Marker([("ferry",)]).find("\U0001f6a2 the ferry") == [(6, 11, 0)]


def test_of_very_many_marks_the_first_are_found() -> None:
    assert len(Marker([("a",)]).find("a " * 1000, most=7)) == 7


def test_a_word_inside_one_that_was_passed_over_is_found() -> None:
    assert Marker([("a", "a")]).find("xa a a") == [(3, 6, 0)]


def test_ranges_that_overlap_are_one() -> None:
    assert join_ranges([(4, 9), (0, 5), (9, 11)]) == [(0, 9), (9, 11)]


def test_words_are_told_apart_by_whatever_is_no_letter() -> None:
    assert find_tokens("no_fly C-300 d’Élan \U0001f6a2") == ("no", "fly", "c", "300", "d", "elan")


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("The ferry: FERRIES, ferry-boat, a ferryman.", [(4, 9), (20, 25)]),
        ("Café “ferry” – Šferry ferry", [(6, 11), (22, 27)]),
        ("Fe\u0301rry, ferry\u0301, ferry", [(0, 6), (8, 14), (16, 21)]),
        ("", []),
    ],
)
def test_words_that_are_wanted_are_found_at_their_characters(
    text: str, ranges: list[tuple[int, int]]
) -> None:
    assert find_words(text, lambda word: word == "ferry") == ranges
