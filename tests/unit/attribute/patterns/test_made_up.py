import pytest

from support.attributed import speakers


@pytest.mark.parametrize(
    "text",
    [
        "In the fabricated interview, Ana Velik says: “I never liked the harbour.”",
        "In a deepfake video shared on Monday, Ana Velik says: “I never liked the harbour.”",
        "A doctored video shows Ana Velik saying: “I never liked the harbour.”",
        "“I never liked the harbour,” Ana Velik says in the fake clip.",
        "In a satirical sketch, Ana Velik says: “I never liked the harbour.”",
    ],
)
def test_nobody_is_credited_with_the_words_of_a_fake(text: str) -> None:
    assert all(found == [] for found in speakers(text))


@pytest.mark.parametrize(
    "text",
    [
        "Asked about the fabricated interview, Ana Velik said: “I gave none.”",
        "“It is a fake interview,” Ana Velik said.",
        "In an interview, Ana Velik said: “I never liked the harbour.”",
        "Ana Velik called the doctored video “a disgrace”.",
        "In the fake video scandal, Ana Velik said: “I never liked the harbour.”",
    ],
)
def test_who_speaks_of_a_fake_is_credited(text: str) -> None:
    assert ["Ana Velik"] in speakers(text)
