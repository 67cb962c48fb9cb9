from onrecord.lexicon.outlets import AGENCIES, OUTLET_NOUNS, PAPER_NOUNS, SECTION_WORDS


def test_words_of_papers_are_words_of_outlets() -> None:
    assert PAPER_NOUNS <= OUTLET_NOUNS


def test_words_are_lower_case_and_agencies_as_they_write_themselves() -> None:
    assert all(word == word.casefold() for word in OUTLET_NOUNS | SECTION_WORDS)
    assert "Reuters" in AGENCIES
