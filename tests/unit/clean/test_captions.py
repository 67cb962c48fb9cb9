import pytest

from onrecord.clean.captions import is_caption, is_picture_credit, is_signed_picture
from onrecord.clean.lines import find_lines


@pytest.mark.parametrize(
    "text",
    [
        "The Old Quay at low water. (Jonas Wick/Courier)",
        "The Old Quay at low water (file photo)",
        "Photo: Harbour Board",
        "Photograph by Jonas Wick",
        "Image caption, The quay at low water",
        "Cranes at dawn | AP Photo",
        "Mayor Pell waves, March 15. REUTERS/Jo Wick",
        "The cover of the book. Courtesy Tide Press",
    ],
)
def test_captions_are_labelled_or_end_in_a_credit(text: str) -> None:
    assert is_caption(find_lines(text)[0])


@pytest.mark.parametrize(
    "text",
    [
        "The vote was close (nine to six).",
        "“It is over,” the mayor said. (Council/Released)",
        "The board (and its chair) met.",
        "The clip shows the crane fall. (WARNING: video contains graphic images)",
    ],
)
def test_other_brackets_and_speech_are_none(text: str) -> None:
    assert not is_caption(find_lines(text)[0])


def test_a_picture_credit_names_a_picture_or_two_makers() -> None:
    assert is_picture_credit("Jonas Wick/Courier")
    assert not is_picture_credit("nine to six")


def test_a_name_in_brackets_signs_a_picture() -> None:
    assert is_signed_picture(find_lines("The quay at dawn. (Jonas Wick)")[0])
    assert not is_signed_picture(find_lines("The quay at dawn (nine to six)")[0])
