"""Where something stands: spans, recorded edits, and the way back to the bytes that came in.

Offsets are half-open and count Unicode code points of `report.text`; byte offsets say so by name.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points; refuses itself when not ``0 <= start <= end``.

    Raises:
        ValueError: when the bounds are negative or reversed.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: [{self.start}, {self.end})")

    def __len__(self) -> int:
        return self.end - self.start

    def __bool__(self) -> bool:
        """Even an empty span is a place."""
        return True

    def __iter__(self) -> Iterator[int]:
        yield self.start
        yield self.end

    def __contains__(self, other: Span | int) -> bool:
        if isinstance(other, Span):
            return self.start <= other.start and other.end <= self.end
        return self.start <= other < self.end

    def of(self, text: str) -> str:
        """Return the exact characters of `text` in this span."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return the same range moved by `by` characters."""
        return Span(self.start + by, self.end + by)

    def trimmed(self, text: str, *, drop: str = " \t\r\n\u00a0") -> Span:
        """Return the span less leading and trailing characters found in `drop`."""
        start, end = self.start, self.end
        while start < end and text[start] in drop:
            start += 1
        while end > start and text[end - 1] in drop:
            end -= 1
        return Span(start, end)


def cover(spans: Iterable[Span]) -> Span:
    """Return the smallest span that holds all of `spans`.

    Raises:
        ValueError: when there are none.
    """
    spans = tuple(spans)
    return Span(min(span.start for span in spans), max(span.end for span in spans))


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """One recorded change of the captured text: `span` (of the captured text) became `put`."""

    span: Span
    put: str
    rule: str


def apply_edits(captured_text: str, edits: Iterable[Edit]) -> str:
    """Return `captured_text` with all `edits` (sorted, not overlapping) applied.

    >>> apply_edits("\ufeffAhoy", (Edit(span=Span(0, 1), put="", rule="decode.byte-order-mark"),))
    'Ahoy'

    Raises:
        ValueError: when edits overlap or are out of order.
    """
    pieces: list[str] = []
    done = 0
    for edit in edits:
        if edit.span.start < done:
            raise ValueError(f"edit {edit.rule} at {edit.span.start} overlaps the one before it")
        pieces += (captured_text[done : edit.span.start], edit.put)
        done = edit.span.end
    pieces.append(captured_text[done:])
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Run:
    """Consecutive characters from `start`, each `width` bytes wide, the first at byte `offset`."""

    start: int
    offset: int
    width: int


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The way from characters of a report to bytes of its capture.

    `runs` are sorted by `start`; the first starts at 0; the last may be empty and marks the end.
    """

    runs: tuple[Run, ...]

    def byte_at(self, position: int) -> int:
        """Return the byte offset at which character `position` starts."""
        run = self._run_at(position)
        return run.offset + (position - run.start) * run.width

    def to_captured(self, span: Span) -> Span:
        """Return the bytes (half-open) that `span` was read from."""
        start = self.byte_at(span.start)
        if not len(span):
            return Span(start, start)
        last = self._run_at(span.end - 1)
        return Span(start, max(start, last.offset + (span.end - last.start) * last.width))

    def _run_at(self, position: int) -> Run:
        runs = self.runs
        count = len(runs)
        # Most texts are of letters that take one byte each.
        if count > 1 and position >= runs[1].start:
            return runs[bisect_right(runs, position, key=lambda run: run.start) - 1]
        return runs[0]


_ALIKE = re.compile(rb"\x01+|\x02+|\x03+|(.)\1*", re.DOTALL)
"""A run of characters that take as many bytes each, in their widths."""


def map_widths(widths: Iterable[int], *, offset: int = 0) -> OffsetMap:
    """Build the map of characters that take `widths` bytes (below 256) one after another, from byte `offset`.

    >>> map_widths([1, 1, 3, 1]).to_captured(Span(2, 4))
    Span(start=2, end=6)
    """
    runs: list[Run] = []
    position = 0
    for alike in _ALIKE.finditer(bytes(widths)):
        width, count = alike[0][0], len(alike[0])
        runs.append(Run(position, offset, width))
        offset += width * count
        position += count
    runs.append(Run(position, offset, 0))
    return OffsetMap(tuple(runs))
