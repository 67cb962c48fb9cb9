import pytest

from support.annotated import annotated


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        (
            "The head of the Union of Free Deputies (UFD), Ana Velik, wants him out.",
            "The head of the Union of Free Deputies (UFD), Ana Velik",
        ),
        ("It will snow, said the forecaster on duty, Ana Velik.", "the forecaster on duty, Ana Velik"),
        (
            "The Anglican minister at St Brannoc’s, the Reverend Tevita Harrow, has offered to help.",
            "The Anglican minister at St Brannoc’s, the Reverend Tevita Harrow",
        ),
        (
            "The lawyer, Halden-based Gurpreet Velik, argues that it was late.",
            "The lawyer, Halden-based Gurpreet Velik",
        ),
        (
            "The secretary general of the pact, the Velmian Ansgar Harrow, urged patience.",
            "The secretary general of the pact, the Velmian Ansgar Harrow",
        ),
        ("A docker met Counsellor of Justice Ana Velik.", "Counsellor of Justice Ana Velik"),
    ],
)
def test_a_title_reaches_to_its_name(text: str, mention: str) -> None:
    assert mention in {one.span.of(text) for one in annotated(text).mentions}


def test_a_body_is_told_by_what_it_is() -> None:
    text = "Cable maker Halberg Group cut its dividend."
    (body,) = [one for one in annotated(text).mentions if one.name == "Halberg Group"]
    assert body.span.of(text) == "Cable maker Halberg Group"


def test_an_adjective_of_three_words_before_a_name_is_of_its_bearer() -> None:
    text = "Wanda Velik, 71, chased them. “No,” jokes have-a-go Wanda, 71."
    assert [[one.span.of(text) for one in chain.mentions] for chain in annotated(text).chains] == [
        ["Wanda Velik, 71", "have-a-go Wanda, 71"]
    ]


def test_an_adjective_of_two_words_before_a_name_stays_outside() -> None:
    text = "Wanda Velik, 71, chased them. “No,” jokes kind-hearted Wanda."
    assert "Wanda" in {one.span.of(text) for one in annotated(text).mentions}
