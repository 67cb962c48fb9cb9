from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.model.found import Likeness
from onrecord.text.name_search import NameIndex, is_slip, name_form, split_name

if TYPE_CHECKING:
    from collections.abc import Collection

NAMES = (
    "Oleksandra Tymarchuk",
    "Ana Velik",
    "Velik",
    "Bo Lin",
    "Xi Lan",
    "Ursula von der Halden",
    "Anne-Marie O'Dell",
    "Georg Stoltenhagen",
    "Милена Радова",
    "Peter Johnston",
)
INDEX = NameIndex(NAMES)


def found(
    words: str, *, begins: bool = False, near: Collection[int] | None = None
) -> list[tuple[str, Likeness]]:
    matches = INDEX.find(words.split(), begins=begins, near=near)
    return [(NAMES[match.place], match.likeness) for match in matches]


@pytest.mark.parametrize(
    ("typed", "name", "likeness"),
    [
        ("tymarchuk", "Oleksandra Tymarchuk", Likeness.SAME),
        ("Timarczuk", "Oleksandra Tymarchuk", Likeness.SPELLED),
        ("Tymarchyk", "Oleksandra Tymarchuk", Likeness.NEAR),
        ("Stoltenhagin", "Georg Stoltenhagen", Likeness.NEAR),
        ("Stotlenhagen", "Georg Stoltenhagen", Likeness.NEAR),
        ("odell", "Anne-Marie O'Dell", Likeness.SAME),
        ("O’Dell", "Anne-Marie O'Dell", Likeness.SAME),
        ("marie", "Anne-Marie O'Dell", Likeness.SAME),
        ("von der halden", "Ursula von der Halden", Likeness.SAME),
        ("halden ursula", "Ursula von der Halden", Likeness.SAME),
        ("Radova", "Милена Радова", Likeness.SAME),
        ("Aleksandra Timarchuk", "Oleksandra Tymarchuk", Likeness.NEAR),
    ],
)
def test_a_name_is_found_as_it_is_typed(typed: str, name: str, likeness: Likeness) -> None:
    assert found(typed)[0] == (name, likeness)


@pytest.mark.parametrize(
    "typed", ["Ban", "Li", "Xia", "Lan Bo", "Harbour", "Velik Ana Velik", "\U0001f6a2", ""]
)
def test_other_names_are_not_mixed_up(typed: str) -> None:
    assert found(typed or "—") == []


def test_short_names_must_be_the_same_letters() -> None:
    assert found("Xi") == [("Xi Lan", Likeness.SAME)]
    assert found("Xu") == []


def test_while_it_is_typed_a_name_may_go_on() -> None:
    assert found("tym", begins=True) == [("Oleksandra Tymarchuk", Likeness.BEGINS)]
    assert found("tym") == []


def test_letters_that_differ_otherwise_are_looked_at_only_when_asked() -> None:
    assert found("Stoltenhagin", near=[]) == []


def test_the_nearest_come_first_and_those_far_behind_are_left_out() -> None:
    index = NameIndex(("Johnston", "Jonson", "Johnson"))

    assert [match.place for match in index.find(["Johnson"])] == [2, 1]


def test_it_is_told_which_words_of_the_name_fit() -> None:
    (match,) = INDEX.find(["halden", "ursula"])

    assert match.ranges == ((0, 6), (15, 21))


def test_words_of_a_name_are_parted_at_hyphens_not_at_apostrophes() -> None:
    assert split_name("Anne-Marie O'Dell, Jr.") == [(0, 4), (5, 10), (11, 17), (19, 21)]
    assert name_form("O’Dell") == "odell"


@pytest.mark.parametrize("typed", ["melisasndros", "melisandros", "melisssandros", "melissandrod"])
def test_one_letter_of_a_long_word_may_slip(typed: str) -> None:
    assert is_slip("melissandros", typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [("brain", "brian"), ("abcdefg", "badcefg"), ("hansen", "jansen"), ("velikova", "velikovskij")],
)
def test_short_words_first_letters_and_more_letters_are_no_slip(one: str, other: str) -> None:
    assert not is_slip(one, other)
