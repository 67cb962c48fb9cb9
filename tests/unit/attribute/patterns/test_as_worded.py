import pytest

from support.attributed import contents, speakers

_HELD = [
    'Velik did not believe that the prize had been "bought", as a newspaper wrote.',
    "Velik doubted that the prize was “bought”, as the rival wrote.",
    "Velik denied that the prize had been “bought”, as an inspector claimed.",
]


@pytest.mark.parametrize("text", _HELD)
def test_an_aside_in_somebody_s_belief_has_only_the_words_in_marks(text: str) -> None:
    assert "bought" in [words.strip('“”"') for words in contents(text)]
    assert not any("did not believe" in words for words in contents(text))


def test_an_aside_in_nobody_s_belief_has_its_whole_sentence() -> None:
    assert contents("The pier is lost and the quay “will follow”, as Ana Velik said.") != ["“will follow”"]


def test_what_the_police_recovered_does_not_make_them_speak() -> None:
    assert speakers("According to receipts police recovered from his flat, the gun was old.") == [[]]


def test_the_customs_police_speak() -> None:
    assert speakers("Customs police said the gun was old.") != [[]]
