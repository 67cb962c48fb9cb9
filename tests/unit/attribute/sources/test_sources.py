import pytest

from onrecord.attribute.sources.sources import find_source
from support.attributed import speakers, the_attribution, token, view


@pytest.mark.parametrize(
    ("text", "verb", "source"),
    [
        ("Martha Harrow said the tide turned.", "said", "Martha Harrow"),
        ("Martha Harrow went on to say the tide turned.", "say", "Martha Harrow"),
        ("Martha Harrow left, adding that the tide turned.", "adding", "Martha Harrow"),
        ("The meeting heard Martha Harrow, who said that the tide turned.", "said", "Martha Harrow"),
        ("The owners were accused by the crews of hiding the figures.", "accused", "the crews"),
        ("13:30 – Bishop Ana Velik offers to mediate.", "offers", "Bishop Ana Velik"),
        ("“No,” the 34-year-old baker said.", "said", "the 34-year-old baker"),
        ("Martha Harrow and Tom Velik said the tide turned.", "said", "Martha Harrow and Tom Velik"),
    ],
)
def test_a_verb_points_at_its_source(text: str, verb: str, source: str) -> None:
    seen = view(text)
    found = find_source(seen, token(seen, verb))
    assert found is not None
    assert found.span.of(text) == source


@pytest.mark.parametrize(
    "text", ["We said the tide turned.", "Nobody said the tide turned.", "It is said that tides turn."]
)
def test_some_verbs_have_no_source(text: str) -> None:
    seen = view(text)
    assert find_source(seen, token(seen, "said")) is None


def test_an_apposition_belongs_to_the_source() -> None:
    seen = view("Martha Harrow, the mayor of Port Elm, said the tide turned.")
    found = find_source(seen, token(seen, "said"))
    assert found is not None
    assert found.span.of(seen.text).startswith("Martha Harrow, the mayor")


def test_brackets_behind_a_name_do_not_speak() -> None:
    seen = view("“No,” Rep. Gwen Velik (D-Wis.) said on Friday.")
    found = find_source(seen, token(seen, "said"))
    assert found is not None
    assert "Gwen Velik" in found.span.of(seen.text)


def test_whom_a_phrase_between_commas_explains_is_the_source_whatever_stands_at_its_end() -> None:
    text = "“I would not read that as a no,” Ines Castellar, an analyst at Reeve & Tallow, wrote in a note."
    assert the_attribution(text).source is not None
    assert speakers(text) == [["Ines Castellar"]]


def test_a_clause_about_others_does_not_take_the_place_of_the_name_before_it() -> None:
    text = "“The ports will close,” President Amari, who like most men of the coast has only one name, told the board."
    assert speakers(text) == [["Amari"]]


def test_a_noun_is_not_cut_at_its_hyphen() -> None:
    assert speakers("Her co-author, the chemist Tom Velik, said that the jars were wet.") == [["Tom Velik"]]
