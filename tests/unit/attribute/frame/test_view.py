from onrecord.model.report import Zone
from support.attributed import token, view


def test_quotations_of_spoken_blocks_are_seen() -> None:
    seen = view("“Wait,” Martha Harrow said.\n“Menu”", zones=(Zone.BODY, Zone.FURNITURE))
    assert [quotation.inside.of(seen.text) for quotation in seen.quotations] == ["Wait,"]


def test_a_token_knows_whether_it_is_quoted() -> None:
    seen = view("“Wait,” Martha Harrow said.")
    assert seen.is_quoted(token(seen, "Wait"))
    assert not seen.is_quoted(token(seen, "said"))


def test_named_and_described_mentions_are_told_apart() -> None:
    seen = view("Martha Harrow met the harbour pilot.")
    assert seen.named_at(token(seen, "Harrow")) is not None
    assert seen.named_at(token(seen, "pilot")) is None
    assert seen.mention_at(token(seen, "pilot")) is not None


def test_headlines_are_known() -> None:
    seen = view("Pier shut\nThe pier is shut.", zones=(Zone.HEADLINE,))
    assert seen.is_headline(token(seen, "Pier"))
    assert not seen.is_headline(token(seen, "is"))


def test_the_places_of_words_stand_in_order_whatever_their_case() -> None:
    seen = view("He left. Martha Harrow stayed, and he slept.")
    assert [seen.syntax.tokens[one].text for one in seen.places_of(["harrow", "he"])] == [
        "He",
        "Harrow",
        "he",
    ]
    assert seen.places_of(["she"]) == []


def test_furniture_is_not_spoken() -> None:
    seen = view("Harrow waited.\nMenu Harrow", zones=(Zone.BODY, Zone.CAPTION))
    assert [seen.is_spoken(one) for one in seen.places_of(["harrow"])] == [True, False]
