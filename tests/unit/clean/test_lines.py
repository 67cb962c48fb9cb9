import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.lines import find_lines


def texts(text: str) -> list[str]:
    return [line.text for line in find_lines(text)]


def test_a_paragraph_is_a_line_whatever_ends_it() -> None:
    assert texts("a\nb\r\nc\rd\n\n\ne") == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("space", ["\v", "\f", "\x1c", "\x85", "\u2028", "\u2029"])
def test_what_unicode_alone_calls_a_line_end_is_white_space_inside_a_paragraph(space: str) -> None:
    (line,) = find_lines(f"The quay{space}is closed.{space}\n{space}\n")
    assert line.text == "The quay is closed."
    assert line.words == ("The", "quay", "is", "closed.")
    assert [found.gap for found in find_lines(f"a\n{space}\nb{space}c")] == [True, True]


def test_white_space_around_a_line_is_left_out() -> None:
    assert texts(" \u00a0a b\t\n \u3000 \n") == ["a b"]


def test_a_blank_line_makes_a_gap() -> None:
    assert [line.gap for line in find_lines("a\nb\n \nc\r\n\r\nd\r\ne")] == [True, False, True, True, False]


def test_short_paragraphs_on_single_lines_are_not_joined() -> None:
    text = "The quay is closed.\nNobody was told.\n\nThe union is angry.\nSo is the mayor.\nSo are we.\nNobody knows."
    assert len(texts(text)) == 6


@given(st.text())
def test_lines_are_sorted_and_hold_all_but_white_space(text: str) -> None:
    done = 0
    for line in find_lines(text):
        assert not text[done : line.span.start].strip()
        assert line.text == line.text.strip() != ""
        assert len(line.text) == len(line.span)
        assert line.span.of(text).split() == line.text.split()
        done = line.span.end
    assert not text[done:].strip()
