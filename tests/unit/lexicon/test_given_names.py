from importlib.resources import files

from onrecord.lexicon.given_names import FEMALE_NAMES, MALE_NAMES, is_given_name, is_womans_name
from onrecord.lexicon.places import is_place
from onrecord.text.script import fold_letters


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


def test_the_table_tells_what_the_lists_do_not_and_makes_no_given_name() -> None:
    told = {word: is_womans_name(word) for word in ("Thandeka", "Oddvar", "Renske", "Saint", "Summer")}
    assert told == {"Thandeka": True, "Oddvar": False, "Renske": True, "Saint": None, "Summer": None}
    assert not is_given_name("Thandeka")


def test_the_table_repeats_no_name_and_no_name_of_the_lists() -> None:
    lines = files("onrecord.lexicon").joinpath("given_names.txt").read_text(encoding="utf-8").splitlines()
    names = [name for line in lines if line[0] != "#" for name in line.split()[1:]]
    assert len(names) == len(set(names))
    assert not set(names) & {fold_letters(name) for name in FEMALE_NAMES | MALE_NAMES}
