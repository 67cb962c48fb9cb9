import pytest

from onrecord.attribute.descriptions.partisans import is_partisan
from support.attributed import speakers


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("the Republican", True),
        ("the Halden Republican", True),
        ("The Independent Halden senator", True),
        ("the former Halden senator", False),
        ("the senator", False),
        ("the Republicans", False),
    ],
)
def test_a_party_or_a_seat_calls_one_person(phrase: str, *, told: bool) -> None:
    assert is_partisan(phrase) is told


def test_a_party_varies_who_is_on_stage_and_not_who_is_only_named() -> None:
    text = (
        "Jason Orr asked for an inquiry on Tuesday.\n"
        "In a letter addressed to Tom Pell the Halden Republican said that the pier was shut."
    )
    assert speakers(text)[-1] == ["Jason Orr"]


def test_nobody_is_called_by_another_party_than_is_told() -> None:
    text = "The Democrat Jason Orr asked for an inquiry.\n“It leaks,” the Republican said."
    assert speakers(text)[-1] == []


def test_a_governor_is_no_senator() -> None:
    text = "Ana Orvar was across town. Gov. Maggie Hassel (D) spoke.\n“I was late,” Hassel said.\nThe GOP senator said that it rained."
    assert ["Maggie Hassel"] not in speakers(text)[1:]


def test_a_party_of_several_words_calls_a_person_and_no_body() -> None:
    text = (
        "Tom Pell rose at noon. He left the papers behind. The Reform Liberal said that he would not answer."
    )
    assert speakers(text)[-1] == ["Tom Pell"]
    alone = "The benches were full. The Reform Liberal said that he would not answer."
    assert speakers(alone)[-1] == []
