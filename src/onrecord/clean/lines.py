"""The lines of a text: the runs that zones are given to.

A paragraph is a line. Only where a text is plainly wrapped at a fixed width are the lines of a paragraph taken together.
A paragraph ends at a line feed, a carriage return or both; the other characters that Unicode calls line ends (U+2028,
U+2029, U+0085, form feeds, vertical tabs and separators) are white space inside a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.clean.wrapping import find_width, is_torn
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE: Final = re.compile(r"[^\n\r]+")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_SPACES: Final = dict.fromkeys(map(ord, "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"), " ")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph without the white space around it; `gap` says that a blank line (or nothing) stands before it.

    `text` has as many characters as `span`: a line end inside it is written as a blank.
    """

    span: Span
    text: str
    words: tuple[str, ...]
    gap: bool


def find_lines(text: str) -> tuple[Line, ...]:
    r"""Return the lines of `text` that hold more than white space, in order.

    >>> [line.text for line in find_lines("The quay  \r\n\r\n is closed.")]
    ['The quay', 'is closed.']
    """
    lines = tuple(_find_lines(text))
    return tuple(_joined(lines, text))


def _find_lines(text: str) -> Iterator[Line]:
    done = 0
    for match in _LINE.finditer(text):
        span = _stripped(match.start(), match.group())
        if not len(span):
            continue
        gap = not done or sum(1 for _ in _LINE_END.finditer(text, done, span.start)) > 1
        yield _line(span, text, gap=gap)
        done = span.end


def _line(span: Span, text: str, *, gap: bool) -> Line:
    written = span.of(text).translate(_SPACES)
    return Line(span, written, tuple(written.split()), gap)


def _stripped(start: int, written: str) -> Span:
    lead = len(written) - len(written.lstrip())
    return Span(start + lead, start + max(lead, len(written.rstrip())))


def _joined(lines: Sequence[Line], text: str) -> Iterator[Line]:
    """Yield the lines, those that a wrap tore apart as one."""
    if not lines:
        return
    width = find_width(lines)
    first = lines[0]
    for before, after in pairwise(lines):
        if not is_torn(before, after, width):
            yield first if first is before else _line(_between(first, before), text, gap=first.gap)
            first = after
    last = lines[-1]
    yield first if first is last else _line(_between(first, last), text, gap=first.gap)


def _between(first: Line, last: Line) -> Span:
    return Span(first.span.start, last.span.end)
