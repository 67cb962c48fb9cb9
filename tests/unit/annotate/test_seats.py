import pytest

from onrecord.annotate.seats import find_seats
from support.annotated import annotated, mentions


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mr Velik (Elm Central, Lib.) said the quay was safe.", ["Elm", "Central", ",", "Lib", "."]),
        ("Ana Roe (Fens and Moor, Ind) rose.", ["Fens", "and", "Moor", ",", "Ind"]),
        ("Ana Roe (Tom Velik was away) rose.", []),
        ("The rest (Elm, Lib.) rose.", []),
    ],
)
def test_brackets_behind_a_name_hold_a_seat_and_a_party(text: str, words: list[str]) -> None:
    tokens = annotated(text).tokens
    assert [tokens[place].text for place in sorted(find_seats(text, tokens))] == words


def test_a_seat_in_brackets_is_nobody() -> None:
    found = mentions("Mr Velik (Elm Central, Lib.) said that two boats had sunk.")
    assert [mention.name for mention in found.values() if mention.name] == ["Velik"]
