import pytest

from onrecord.clean import shapes
from onrecord.clean.lines import find_lines


def heading(text: str) -> bool:
    return shapes.is_heading(find_lines(text)[0])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ana Velik", True),
        ("Jan van der Meer", True),
        ("J. R. Quill", True),
        ("Dmytro O’Hara-Quill", True),
        ("Олена Коваль", True),
        ("Ana", False),
        ("ANA VELIK", False),
        ("Old Quay to close", False),
        ("World News", False),
        ("Haldenpost Herald", False),
        ("Pier 14", False),
    ],
)
def test_a_name_is_a_few_capitalised_words(text: str, name: bool) -> None:  # noqa: FBT001
    assert shapes.is_name(text) is name


@pytest.mark.parametrize(
    ("text", "speech"),
    [
        ("“We are not closing a harbour,” the mayor said.", True),
        ("She warned that her members would strike.", True),
        ("Sign up for “The Tide” today!", False),
        ("The best of the week, as told by Ana", False),
    ],
)
def test_speech_has_a_verb_of_saying_and_marks_or_an_end(text: str, speech: bool) -> None:  # noqa: FBT001
    assert shapes.is_speech(text) is speech


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Old Quay to close", True),
        ("Board Turns Down Second Offer.", True),
        ("The union is angry.", False),
        ("and so on", False),
        ("• ice for the fleet", False),
        ("Among them:", False),
        ("123", False),
    ],
)
def test_a_heading_says_something_and_does_not_end(text: str, expected: bool) -> None:  # noqa: FBT001
    assert heading(text) is expected


def test_a_sentence_that_ends_inside_is_told_from_an_abbreviation() -> None:
    assert shapes.has_inner_stop("The quay is closed. Nobody was told.")
    assert not shapes.has_inner_stop("Rep. Tom Reed and Mr. Pell met")


def test_labels_are_compared_without_marks() -> None:
    assert shapes.bare(" » Read More… ") == "read more"


def test_sections_are_told_from_sentences() -> None:
    assert shapes.is_section("World | Politics")
    assert not shapes.is_section("The world of politics")


def test_a_phrase_is_held_wherever_it_stands_and_whatever_its_case() -> None:
    assert shapes.holds_any("Our Newsletters are free", ("newsletter", "podcast"))
    assert not shapes.holds_any("The quay is closed", ("newsletter", "podcast"))
