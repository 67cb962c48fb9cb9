"""Excerpts of a text around what was looked for: exact characters, cut between words and at the ends of lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.model.found import Excerpt
from onrecord.model.span import Span
from onrecord.text.marks import join_ranges

if TYPE_CHECKING:
    from collections.abc import Sequence

    Mark = tuple[int, int, int]
    """Start, end, and which of the things sought it is."""

AROUND: Final = 90
"""Characters shown before and after a mark, at most."""
EXCERPTS: Final = 3


def spans_of(marks: Sequence[Mark]) -> tuple[Span, ...]:
    """Return the ranges of `marks`, those that overlap as one."""
    return tuple(Span(start, end) for start, end in join_ranges((start, end) for start, end, _ in marks))


def excerpts_of(text: str, marks: Sequence[Mark], *, most: int = EXCERPTS) -> tuple[tuple[Excerpt, ...], int]:
    """Return the excerpts of `text` that show most of what is sought, in their order, and how many marks they leave out.

    Args:
        text: all of it.
        marks: as `onrecord.text.marks.Marker.find` gives them.
        most: excerpts, at most.
    """
    windows = _windows(text, marks)
    best = sorted(range(len(windows)), key=lambda place: (-_kinds(windows[place]), place))[:most]
    chosen: list[Excerpt] = []
    shown = 0
    for place in sorted(best):
        least, end, inside = windows[place]
        start = _start_of(text, inside[0][0], least)
        spans = spans_of(inside)
        shown += len(spans)
        marked = tuple(span.shifted(-start) for span in spans)
        chosen.append(Excerpt(span=Span(start, end), text=text[start:end], marks=marked))
    return tuple(chosen), max(0, len(join_ranges((start, end) for start, end, _ in marks)) - shown)


def _kinds(window: tuple[int, int, list[Mark]]) -> int:
    return len({which for _, _, which in window[2]})


def _windows(text: str, marks: Sequence[Mark]) -> list[tuple[int, int, list[Mark]]]:
    """Return the stretches around marks, each with where it may begin at the earliest, its end and its marks.

    A mark that stands in the one before it, or overlaps its last, makes none of its own.
    """
    found: list[tuple[int, int, list[Mark]]] = []
    for mark in marks:
        start, end, _ = mark
        if found and start < found[-1][1]:
            least, until, inside = found[-1]
            inside.append(mark)
            found[-1] = (least, max(until, end), inside)
            continue
        least = found[-1][1] if found else 0
        found.append((least, _end_of(text, end), [mark]))
    return found


def _start_of(text: str, start: int, least: int) -> int:
    first = max(least, start - AROUND)
    line = text.rfind("\n", first, start) + 1
    if line:
        return _past_blanks(text, line, start)
    if first in {0, least}:
        return _past_blanks(text, first, start)
    blank = text.find(" ", first, start)
    return start if blank < 0 else _past_blanks(text, blank, start)


def _past_blanks(text: str, place: int, start: int) -> int:
    while place < start and text[place].isspace():
        place += 1
    return place


def _end_of(text: str, end: int) -> int:
    last = min(len(text), end + AROUND)
    line = text.find("\n", end, last)
    if line >= 0:
        last = line
    elif last < len(text):
        blank = text.rfind(" ", end, last)
        last = end if blank < 0 else blank
    while last > end and text[last - 1].isspace():
        last -= 1
    return last
