from onrecord.lexicon.given_names import FEMALE_NAMES, MALE_NAMES, is_given_name
from onrecord.lexicon.places import is_place


def test_no_given_name_tells_both() -> None:
    assert not FEMALE_NAMES & MALE_NAMES


def test_no_given_name_is_a_place() -> None:
    assert [name for name in sorted(FEMALE_NAMES | MALE_NAMES) if is_place(name)] == []


def test_names_of_both_and_common_words_are_none() -> None:
    assert not any(is_given_name(word) for word in ("Andrea", "Jan", "Alex", "Harbour", "May"))
