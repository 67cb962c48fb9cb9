"""The lines of a text: the runs that zones are given to.

A paragraph is a line, unless the text is wrapped (see `wrapping`). A line ends at a line feed, a carriage return or both; the other characters that Unicode calls line ends (U+2028,
U+2029, U+0085, form feeds, vertical tabs and separators) are white space inside a paragraph.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE: Final = re.compile(r"[^\n\r]+")
_LINE_END: Final = re.compile(r"\r\n|\n|\r")
_SPACE: Final = re.compile("[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")


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
    return tuple(_find_lines(text))


def join_lines(first: Line, last: Line, text: str) -> Line:
    """Return the lines of `text` from `first` to `last` as one."""
    return first if first is last else _line(Span(first.span.start, last.span.end), text, gap=first.gap)


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
    written = _SPACE.sub(" ", span.of(text))
    return Line(span, written, tuple(written.split()), gap)


def _stripped(start: int, written: str) -> Span:
    lead = len(written) - len(written.lstrip())
    return Span(start + lead, start + max(lead, len(written.rstrip())))
