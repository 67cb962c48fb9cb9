from onrecord.annotate.acronyms import find_acronyms, initials


def test_brackets_after_a_name_give_its_acronym() -> None:
    text = "The Port Authority of Halden (PAH) met."
    assert find_acronyms(text, ["Port Authority of Halden"]) == {"pah": "port authority of halden"}


def test_initials_of_one_name_are_its_acronym_and_of_two_are_nobodys() -> None:
    assert find_acronyms("", ["PAH", "Port Authority of Halden"]) == {"pah": "port authority of halden"}
    assert find_acronyms("", ["PAH", "Port Authority of Halden", "Public Army Hospital"]) == {}


def test_small_words_do_not_count_as_initials() -> None:
    assert initials("Bank of the North") == "bn"
