"""A web page becomes a text: its lines, the way from each letter to the page's bytes, and what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Final

from onrecord.clean.lines import Line
from onrecord.clean.markup import read_markup
from onrecord.clean.page_facts import read_page_facts
from onrecord.clean.page_zones import find_zones
from onrecord.clean.running_text import find_running_text
from onrecord.model.span import OffsetMap, Run, Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.clean.given import Given
    from onrecord.clean.letters import Letters
    from onrecord.clean.markup import Passage
    from onrecord.model.report import Zone

_UNREADABLE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as text. `lines` and their `zones` (None where the line itself must tell) are as in `zones.Layout`."""

    text: str
    offsets: OffsetMap
    lines: tuple[Line, ...]
    zones: tuple[Zone | None, ...]
    given: Given


def read_page(source: str, widths: bytes, *, offset: int = 0) -> Page:
    """Return the text of the page in `source`, whose characters take `widths` bytes each, the first at byte `offset`.

    Lines stand apart by a blank line, by a line end after a break inside a paragraph, and by a tab in a row of a table:
    the only letters of the text that the page does not hold.
    """
    whole = _UNREADABLE.sub("\ufffd", source).replace("\ufeff", " ", 1)
    markup = read_markup(whole)
    bytes_before = list(accumulate(widths, initial=offset))
    writer = _Writer(bytes_before)
    lines = [writer.write(passage) for passage in markup.passages]
    zones = find_zones(markup.passages, lines, find_running_text(whole))
    return Page(
        text="".join(writer.pieces),
        offsets=writer.offsets(),
        lines=tuple(lines),
        zones=tuple(zones),
        given=read_page_facts(markup.told),
    )


class _Writer:
    """Writes passages one after another, and notes where each letter came from."""

    def __init__(self, bytes_before: Sequence[int]) -> None:
        self.pieces: list[str] = []
        self._bytes_before = bytes_before
        self._length = 0
        self._runs: list[Run] = []
        self._past = bytes_before[0]

    def write(self, passage: Passage) -> Line:
        """Write a passage, apart from what is written, and return its line."""
        gap = not (passage.broken or passage.cell)
        if self._length:
            apart = "\t" if passage.cell else "\n" if passage.broken else "\n\n"
            for _ in apart:
                self._note(self._past, 0)
            self.pieces.append(apart)
        start = self._length
        for letters in passage.letters:
            self._write(letters)
        text = passage.text
        return Line(Span(start, self._length), text, tuple(text.split()), gap)

    def offsets(self) -> OffsetMap:
        """Return the way back from every letter written so far."""
        return OffsetMap((*self._runs, Run(self._length, self._past, 0)))

    def _write(self, letters: Letters) -> None:
        self.pieces.append(letters.text)
        before, (start, end) = self._bytes_before, letters.source
        if len(letters.text) == end - start:
            for place in range(start, end):
                self._note(before[place], before[place + 1] - before[place])
            return
        for number in range(len(letters.text)):
            first = before[start] if not number else before[end]
            self._note(first, before[end] - first)

    def _note(self, first: int, width: int) -> None:
        """Note that the next letter takes `width` bytes from `first` on."""
        last = self._runs[-1] if self._runs else None
        if not last or last.width != width or last.offset + (self._length - last.start) * last.width != first:
            self._runs.append(Run(self._length, first, width))
        self._length += 1
        self._past = first + width
