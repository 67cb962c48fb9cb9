from onrecord.model.span import Span
from onrecord.text.lines import WIDEST, line_around


def around(text: str, name: str) -> str:
    start = text.index(name)
    return line_around(text, Span(start, start + len(name))).of(text)


def test_a_line_is_told_without_the_white_space_at_its_ends() -> None:
    text = "Ferry late\n  First printed by the Courier.  \nMore of it."
    assert around(text, "Courier") == "First printed by the Courier."
    assert around(text, "Ferry") == "Ferry late"
    assert around(text, "it.") == "More of it."


def test_of_a_long_line_whole_words_around_the_name_are_told() -> None:
    text = f"{'ferry ' * 100}the Courier {'harbour ' * 100}"
    told = around(text, "Courier")
    assert len(told) <= 2 * WIDEST + len("Courier")
    assert {*told.split()} == {"ferry", "the", "Courier", "harbour"}


def test_a_name_in_a_line_without_blanks_stands_alone() -> None:
    assert around("x" * 1000 + "Courier" + "y" * 1000, "Courier") == "Courier"
