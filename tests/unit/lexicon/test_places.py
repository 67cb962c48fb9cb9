from onrecord.lexicon.places import PLACE_NOUNS, is_place


def test_a_capital_needs_no_context() -> None:
    assert is_place("Kiev")
    assert not is_place("Velik")


def test_nouns_of_places_are_lower_case() -> None:
    assert all(noun == noun.casefold() for noun in PLACE_NOUNS)
