from onrecord.lexicon.honorifics import POSTNOMINALS, is_honorific


def test_an_honorific_is_known_with_and_without_its_full_stop() -> None:
    assert is_honorific("Mrs.")
    assert is_honorific("mr")
    assert not is_honorific("Minister")


def test_letters_after_a_name_are_kept_in_lower_case() -> None:
    assert all(word == word.casefold() for word in POSTNOMINALS)
