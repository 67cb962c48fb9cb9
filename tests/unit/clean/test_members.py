import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.members import find_literals, read_literal, read_members
from onrecord.model.span import Span


def text_of(line: str, name: str = "text") -> str:
    return read_literal(line, find_literals(line, name)[-1]).text


@pytest.mark.parametrize(
    ("line", "text"),
    [
        (r'{"text": "a\n\"b\" \\ \/ \t\u00e9"}', 'a\n"b" \\ / \té'),
        (r'{"text": "\ud83d\udea2 \u201cAhoy\u201d"}', "🚢 “Ahoy”"),
        (r'{"text": "\ud83d \ude00"}', "\ud83d \ude00"),
        (r'{"a": {"text": "inner"}, "b": ["text"], "text" : "outer"}', "outer"),
        (r'{"a": "text", "\u0074ext": "escaped name"}', "escaped name"),
        (r'{"text": "first", "text": "last"}', "last"),
        (r'{"a": "\"text\": \"no\"", "text": ""}', ""),
    ],
)
def test_the_top_level_string_is_read_letter_by_letter(line: str, text: str) -> None:
    assert text_of(line) == text
    assert json.loads(line)["text"] == text


def test_a_member_that_is_no_string_is_not_found() -> None:
    assert find_literals('{"text": {"text": "a"}, "b": 1}', "text") == ()
    assert find_literals('{"b": "text"}', "text") == ()


def test_each_letter_knows_how_much_of_the_line_it_takes() -> None:
    literal = read_literal(r'"a\u00e9\ud83d\udea2\n"', Span(1, 22))
    assert literal.lengths == (1, 6, 12, 2)


def test_numbers_stay_as_they_are_written() -> None:
    assert read_members('{"id": 007}') == {}
    assert read_members('{"id": 1.50, "big": ' + "9" * 9000 + "}")["id"] == "1.50"


@pytest.mark.parametrize("line", ["", "[1]", "{", "[" * 100_000])
def test_what_is_no_object_has_no_members(line: str) -> None:
    assert read_members(line) == {}


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)


@given(st.dictionaries(st.text(), JSON, max_size=4), st.text(), st.booleans())
def test_the_scanner_agrees_with_the_parser(members: dict[str, object], text: str, ascii_only: bool) -> None:  # noqa: FBT001
    line = json.dumps({**members, "text": text}, ensure_ascii=ascii_only)
    literal = read_literal(line, find_literals(line, "text")[-1])
    assert literal.text == text
    start = literal.start
    for letter, length in zip(literal.text, literal.lengths, strict=True):
        assert json.loads(f'"{line[start : start + length]}"') == letter
        start += length
