import pytest

from support.annotated import annotated
from support.attributed import speakers


def test_a_name_right_behind_an_office_holds_it() -> None:
    text = "The mayor of the city Tom Velik called on the residents to wait."
    found = {(mention.name, mention.role) for mention in annotated(text).mentions}
    assert ("Tom Velik", "mayor of the city") in found


def test_a_name_behind_somebody_is_that_ones() -> None:
    text = "The wife of the mayor Tom Velik called on the residents to wait."
    assert ("Tom Velik", "wife of the mayor") not in {
        (one.name, one.role) for one in annotated(text).mentions
    }


def test_a_name_right_behind_an_office_with_a_capital_and_no_article_holds_it() -> None:
    text = "Flags will fly. Board member for leisure Marta Pellow hopes to name the pool after her. Pellow said so."
    found = {(mention.name, mention.role) for mention in annotated(text).mentions}
    assert ("Marta Pellow", "Board member for leisure") in found


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Speaker of the State Chamber Timofey Velik said that the vote was fair.", "Timofey Velik"),
        ("President of the Republic Ana Velik said that she would sign.", "Ana Velik"),
        ("The head of the Harbour Water Office Tom Roe said that pumps were ready.", "Tom Roe"),
        (
            "The former head of the National Mining Agency (NMA) Claudio Velik said that dams were safe.",
            "Claudio Velik",
        ),
    ],
)
def test_a_name_right_behind_a_body_is_the_office_holders(text: str, name: str) -> None:
    assert speakers(text) == [[name]]


def test_who_is_told_of_somebody_has_not_that_name() -> None:
    text = "He told the head of the Harbour Board Tom Roe had left."
    assert ("Tom Roe", "head of the Harbour Board") not in {
        (one.name, one.role) for one in annotated(text).mentions
    }


@pytest.mark.parametrize(
    "text",
    [
        "The governor of the Reserve Bank New Zealand said that rates would rise.",
        "The chairman of the Football Association Premier League said that the match was off.",
        "Deputy head of the Office of the President Ana Velik said that talks went on.",
    ],
)
def test_what_may_be_a_part_of_a_bodys_name_holds_no_office(text: str) -> None:
    assert speakers(text) == [[None]]
