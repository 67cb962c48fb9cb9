from onrecord.lexicon.demonyms import country_of, is_demonym


def test_an_adjective_leads_to_its_country() -> None:
    assert country_of("Norwegian") == country_of("Norwegians") == "norway"


def test_short_forms_of_a_country_are_one() -> None:
    assert country_of("U.S.") == country_of("American") == country_of("USA")


def test_other_words_are_of_no_country() -> None:
    assert country_of("harbour") is None
    assert not is_demonym("harbour")
    assert is_demonym("Dutch")
