"""The members of a JSON line, and the exact place of the string that is the report's text.

A JSON parser forgets where a string stood. So the line is parsed once for its values, and scanned once more, only as
far as needed, for the bounds of the top-level member's literal; then the literal is read letter by letter with the
characters that each letter takes in the line.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_STRING: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"', re.DOTALL)
_STRUCTURE: Final = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"|[{}\[\]]', re.DOTALL)
_VALUE_FOLLOWS: Final = re.compile(r"\s*:\s*")
_SURROGATE_PAIR: Final = re.compile(r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}")
_ESCAPE_LENGTH: Final = 6
"""Characters of an escape such as backslash, u and four digits."""

_SHORT_ESCAPES: Final = {
    '"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Literal:
    """A JSON string read: its text, and how many characters of the line each letter takes.

    `start` is the place, in characters of the line, of the first letter (after the opening mark).
    """

    text: str
    lengths: tuple[int, ...]
    start: int


class Number(str):
    """A JSON number, as it is written: Python refuses to convert an integer of thousands of digits."""

    __slots__ = ()


def read_members(line: str) -> Mapping[str, object]:
    """Return the members of the JSON object in `line`; numbers as a `Number`; nothing if it is no object.

    >>> read_members('{"id": 7.50, "text": "Ahoy"}')
    {'id': '7.50', 'text': 'Ahoy'}
    """
    try:
        value: object = json.loads(line, parse_int=Number, parse_float=Number, parse_constant=Number)
    except (ValueError, RecursionError):
        return {}
    return cast("dict[str, object]", value) if isinstance(value, dict) else {}


def find_literals(line: str, name: str) -> tuple[Span, ...]:
    """Return the bounds, without marks, of the top-level members of that name whose value is a string.

    There are several where a member is repeated; like JSON parsers, readers believe the last.
    """
    found: list[Span] = []
    depth = 0
    match = _STRUCTURE.search(line)
    while match:
        mark = match.group()[0]
        if mark != '"':
            depth += 1 if mark in "{[" else -1
        elif depth == 1 and (colon := _VALUE_FOLLOWS.match(line, match.end())):
            value = _STRING.match(line, colon.end())
            if value and _read_name(match.group()) == name:
                found.append(Span(value.start() + 1, value.end() - 1))
            if value:
                match = value
        match = _STRUCTURE.search(line, match.end())
    return tuple(found)


def read_literal(line: str, span: Span) -> Literal:
    r"""Read the letters of the string literal in `span` of `line`, each with the characters it takes.

    >>> read_literal(r'"a\nb"', Span(1, 5))
    Literal(text='a\nb', lengths=(1, 2, 1), start=1)
    """
    letters: list[str] = []
    lengths: list[int] = []
    for piece, length in _read_pieces(line, span):
        letters.append(piece)
        lengths.extend([1] * len(piece) if length is None else [length])
    return Literal("".join(letters), tuple(lengths), span.start)


def _read_pieces(line: str, span: Span) -> Iterator[tuple[str, int | None]]:
    place = span.start
    while place < span.end:
        slash = line.find("\\", place, span.end)
        if slash != place:
            end = span.end if slash < 0 else slash
            yield line[place:end], None
            place = end
        elif line[place + 1] != "u":
            yield _SHORT_ESCAPES[line[place + 1]], 2
            place += 2
        elif _SURROGATE_PAIR.match(line, place, span.end):
            high, low = int(line[place + 2 : place + 6], 16), int(line[place + 8 : place + 12], 16)
            yield chr(0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00)), 2 * _ESCAPE_LENGTH
            place += 2 * _ESCAPE_LENGTH
        else:
            yield chr(int(line[place + 2 : place + 6], 16)), _ESCAPE_LENGTH
            place += _ESCAPE_LENGTH


def _read_name(literal: str) -> str:
    return literal[1:-1] if "\\" not in literal else str(json.loads(literal))
