from onrecord.lexicon.given_names import FEMALE_NAMES, MALE_NAMES, is_given_name, is_womans_name
from onrecord.lexicon.places import is_place


def test_no_given_name_tells_both() -> None:
    assert not FEMALE_NAMES & MALE_NAMES


def test_no_given_name_is_a_place() -> None:
    assert [name for name in sorted(FEMALE_NAMES | MALE_NAMES) if is_place(name)] == []


def test_names_of_both_and_common_words_are_none() -> None:
    assert not any(is_given_name(word) for word in ("Andrea", "Jan", "Alex", "Harbour", "May"))


def test_a_name_tells_with_and_without_its_marks_and_in_a_double_name() -> None:
    assert [is_womans_name(word) for word in ("Kateřina", "Katerina", "Jan-Erik", "Ana-Maria", "Alex")] == [
        True,
        True,
        False,
        True,
        None,
    ]
