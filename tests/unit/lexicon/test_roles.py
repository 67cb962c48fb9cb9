import pytest

from onrecord.lexicon.roles import is_body_noun, is_person_role, singular


@pytest.mark.parametrize(
    ("plural", "noun"),
    [
        ("Ministries", "ministry"),
        ("spokeswomen", "spokeswoman"),
        ("boss", "boss"),
        ("bosses", "boss"),
        ("spokespeople", "spokesperson"),
        ("boards", "board"),
        ("census", "census"),
    ],
)
def test_the_singular_of_a_noun(plural: str, noun: str) -> None:
    assert singular(plural) == noun


def test_offices_trades_and_abbreviated_ranks_are_persons() -> None:
    assert is_person_role("minister")
    assert is_person_role("dockworker")
    assert is_person_role("Gov.")
    assert not is_person_role("harbour")


def test_bodies_are_no_persons() -> None:
    assert is_body_noun("board")
    assert not is_body_noun("mayor")


def test_a_side_of_a_trial_is_a_body() -> None:
    assert is_body_noun("defence")
    assert is_body_noun("prosecution")


@pytest.mark.parametrize("word", ["selectwoman", "groundsman", "wheelwright", "shipowner"])
def test_a_trade_is_told_by_its_end(word: str) -> None:
    assert is_person_role(word)


@pytest.mark.parametrize("name", ["arkwright", "sixsmith", "waldmonger", "lemaster", "bondholder-roe"])
def test_a_family_name_that_ends_as_a_trade_does_is_no_role(name: str) -> None:
    assert not is_person_role(name)
