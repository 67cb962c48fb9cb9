import pytest

from onrecord.attribute.sources.head_words import find_quoted
from support.attributed import speakers, view


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Nobody serves. So does Tom Reuter of the Civic Moderates, who contends that the parties agree.",
            "Tom Reuter",
        ),
        (
            "“It is quiet”, Professor Gu Wenlan of the Institute of Maritime Strategy told reporters.",
            "Gu Wenlan",
        ),
        ("Two lawmakers quoted Director Tom Roe as saying that the launch would fail.", "Tom Roe"),
        (
            "Tom Roe, an analyst, was quoted by a newspaper there as saying that bans do little good.",
            "Tom Roe",
        ),
    ],
)
def test_who_is_of_a_body_or_quoted_by_another_speaks(text: str, name: str) -> None:
    assert speakers(text) == [[name]]


def test_what_which_stands_for_is_the_body() -> None:
    assert speakers("Ana Velik left the Harbour Bank, which said that profits had fallen.") == [
        ["Harbour Bank"]
    ]


def test_only_who_is_quoted_as_saying_is_quoted() -> None:
    seen = view("Tom Roe quoted the law and said that it was old.")
    assert [find_quoted(seen, token) for token in range(len(seen.syntax.tokens))] == [None] * len(
        seen.syntax.tokens
    )
