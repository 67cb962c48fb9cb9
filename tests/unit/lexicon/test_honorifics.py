import pytest

from onrecord.lexicon.honorifics import POSTNOMINALS, is_honorific, is_postnominal, is_style, may_be_style


def test_an_honorific_is_known_with_and_without_its_full_stop() -> None:
    assert is_honorific("Mrs.")
    assert is_honorific("mr")
    assert not is_honorific("Minister")


def test_letters_after_a_name_are_kept_in_lower_case() -> None:
    assert all(word == word.casefold() for word in POSTNOMINALS)


@pytest.mark.parametrize(
    ("word", "told"),
    [("Sister", True), ("sister", False), ("Mullah", True), ("Mr", True), ("Cr", True), ("cr", False)],
)
def test_a_style_is_an_honorific_with_its_capital(word: str, *, told: bool) -> None:
    assert is_honorific(word) == told


def test_a_style_belongs_to_a_name_and_a_title_of_respect_does_not() -> None:
    assert is_style("Mullah")
    assert not is_style("Mrs")
    assert may_be_style("Elder")


@pytest.mark.parametrize("word", ["KBE", "FRCP", "MP", "Ph.D."])
def test_letters_after_a_name_are_known(word: str) -> None:
    assert is_postnominal(word)


@pytest.mark.parametrize("word", ["BBC", "FBI", "Roe"])
def test_other_letters_are_none_after_a_name(word: str) -> None:
    assert not is_postnominal(word)
