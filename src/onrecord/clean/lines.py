"""The lines of a text: the runs that zones are given to.

A paragraph is a line. Only where a text is plainly wrapped at a fixed width, with blank lines between its paragraphs,
are the lines of a paragraph taken together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LINE: Final = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_WRAP_WIDTHS: Final = range(40, 101)
"""Characters: the widths at which mail programs and old agency wires break their lines."""
_FEWEST_WRAPPED: Final = 4


@dataclass(frozen=True, slots=True)
class Line:
    """One line without the white space around it; `gap` says that a blank line (or nothing) stands before it."""

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
    return tuple(_joined(lines, text)) if _is_wrapped(lines) else lines


def _find_lines(text: str) -> Iterator[Line]:
    done = 0
    for match in _LINE.finditer(text):
        span = _stripped(match.start(), match.group())
        if not len(span):
            continue
        between = text[done : match.start()].replace("\r\n", "\n")
        gap = not done or len(between.translate(_BLANKS)) > 1
        yield _line(span, text, gap=gap)
        done = span.end


_BLANKS: Final = {ord(blank): None for blank in " \t\u00a0\u3000"}


def _line(span: Span, text: str, *, gap: bool) -> Line:
    written = span.of(text)
    return Line(span, written, tuple(written.split()), gap)


def _stripped(start: int, written: str) -> Span:
    lead = len(written) - len(written.lstrip())
    return Span(start + lead, start + max(lead, len(written.rstrip())))


def _is_wrapped(lines: Sequence[Line]) -> bool:
    """Tell whether most line ends stand in the middle of a sentence, at about one width."""
    breaks = [before for before, after in pairwise(lines) if not after.gap and before.text]
    if len(breaks) < _FEWEST_WRAPPED or not any(line.gap for line in lines[1:]):
        return False
    widest = max(len(line.text) for line in lines)
    if widest not in _WRAP_WIDTHS:
        return False
    full = sum(len(line.text) * 10 >= widest * 7 and line.text[-1] not in '.!?”"' for line in breaks)
    return full * 10 >= len(breaks) * 6


def _joined(lines: Sequence[Line], text: str) -> Iterator[Line]:
    start = 0
    for number in range(1, len(lines) + 1):
        if number == len(lines) or lines[number].gap:
            span = Span(lines[start].span.start, lines[number - 1].span.end)
            yield _line(span, text, gap=lines[start].gap)
            start = number
