import pytest

from onrecord.attribute.pronouns.company import is_person_noun
from support.attributed import speakers


@pytest.mark.parametrize(
    ("word", "person"), [("Widow", True), ("woman", True), ("pier", False), ("board", False)]
)
def test_some_nouns_are_of_one_person(word: str, *, person: bool) -> None:
    assert is_person_noun(word) == person


def test_whom_somebody_else_tells_of_is_meant_where_only_that_person_can_be() -> None:
    text = (
        "Tom Velik told the board that the file was lost.\n"
        "Martha Roe worked upstairs. She says that the deputy, Owen Pell, shouted at her. He denies that he did."
    )
    assert speakers(text)[-1] == ["Owen Pell"]


def test_whom_the_sentence_before_brings_up_is_meant() -> None:
    text = (
        "Martha Roe said the hall was cold.\n"
        "Half of the money came from Dame Agnes Velik, a singer, by post. She said she had wept."
    )
    assert speakers(text)[-1] == ["Agnes Velik"]


def test_the_one_woman_of_the_paragraph_before_asks_where_a_man_answers() -> None:
    text = (
        "Tom Velik tested the jars. “Two held a hair,” he said.\n"
        "Questioned by Martha Roe, for the owner, he gave no ground.\n“You have never kept bees,” she said."
    )
    assert speakers(text)[-1] == ["Martha Roe"]


def test_a_portrait_goes_on_with_whom_it_is_about() -> None:
    text = (
        "Martha Roe listens to walls. She began in May, she says. She never tires, she says. She has a book, she adds.\n"
        "Tom Velik found her a room. He says it was small.\n"
        "The town’s west front had cracked in the frost. The town’s engineers had looked at it for a year.\n"
        "The engineers had blamed the clay. Nothing was done about it.\n"
        "“A house is an argument,” she says."
    )
    assert speakers(text)[-1] == ["Martha Roe"]


def test_somebody_without_a_name_who_is_brought_up_may_be_meant() -> None:
    text = (
        "Martha Roe said the sale was fair.\n"
        "One bellringer, who has mopped since May, welcomed the plan. “My bucket is old,” she said."
    )
    assert speakers(text)[-1] != ["Martha Roe"]


def test_a_known_place_is_no_stranger() -> None:
    text = (
        "“It was late,” Ana Velik said. She left at noon.\n"
        "Washington tends to run its own banks. The job was hard, she said."
    )
    assert speakers(text)[-1] == ["Ana Velik"]


def test_whoever_goes_by_an_age_is_meant_and_not_whoever_spoke_before() -> None:
    text = (
        "Tom Velik, the chairman, said he had never doubted it.\n"
        "The 19-year-old himself was kept from the cameras. “I closed my eyes,” he said."
    )
    assert speakers(text)[-1] == []
    assert speakers(f"Owen Pell, 19, scored.\n{text}")[-1] == ["Owen Pell"]


def test_whose_aides_have_just_spoken_is_meant_before_who_spoke_above() -> None:
    text = (
        "Mr Martin Harrow opened the mill.\n“It is cold,” said Sam Velik, who keeps the gate.\n"
        "Mr Harrow’s aides say the board would be glad. He intends to write to it in May."
    )
    assert speakers(text)[-1] == ["Martin Harrow"]


def test_whose_lawyer_has_spoken_may_not_be_meant() -> None:
    text = "Mr Martin Harrow opened the mill.\nMr Harrow’s lawyer said the case was weak. He called the bill a joke."
    assert speakers(text)[-1] != ["Martin Harrow"]


def test_a_pronoun_before_the_first_name_of_a_report_looks_ahead_to_it() -> None:
    text = (
        "When the water came through the wall of her tent on Tuesday night, Ana Harrow thought of the lamp.\n"
        "“A lamp you can carry,” she said."
    )
    assert speakers(text)[-1] == ["Ana Harrow"]
    other = "Imke Roth slept. " + text
    assert speakers(other)[-1] != ["Imke Roth"]
