"""A web page becomes a text: its lines, the way from each letter to the page's bytes, and what the page says of itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.clean.flat_markup import read_flat
from onrecord.clean.lines import Line
from onrecord.clean.markup import read_markup
from onrecord.clean.markup_load import find_load
from onrecord.clean.page_body import is_running
from onrecord.clean.page_facts import find_name, read_page_facts
from onrecord.clean.page_places import Places
from onrecord.clean.page_zones import find_zones
from onrecord.clean.running_text import find_running_text
from onrecord.model.report import Zone
from onrecord.model.span import OffsetMap, Run, Span

if TYPE_CHECKING:
    from onrecord.clean.element import Passage
    from onrecord.clean.given import Given
    from onrecord.clean.letters import Letters

_MOST_WORDS: Final = 1000
"""Words of a line that are told apart; no zone asks for more, and a line may have ten million."""
_UNREADABLE: Final = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page as text. `lines` and their `zones` (None where the line itself must tell) are as in `zones.Layout`.

    `load` says why its elements were not sorted, where they were not.
    """

    text: str
    offsets: OffsetMap
    lines: tuple[Line, ...]
    zones: tuple[Zone | None, ...]
    given: Given
    load: str | None = None


def read_page(source: str, widths: bytes, *, offset: int = 0) -> Page:
    """Return the text of the page in `source`, whose characters take `widths` bytes each, the first at byte `offset`.

    Lines stand apart by a blank line, by a line end after a break inside a paragraph, and by a tab in a row of a table:
    the only letters of the text that the page does not hold. A page with more markup than can be sorted in reasonable
    time is read line by line, with all its text.
    """
    whole = _UNREADABLE.sub("\ufffd", source).replace("\ufeff", " ", 1)
    load = find_load(whole)
    markup = read_flat(whole) if load else read_markup(whole)
    writer = _Writer(Places(widths, offset))
    lines = [writer.write(passage) for passage in markup.passages]
    facts = read_page_facts(markup.told)
    if load:
        # Looking at each of a million lines would take longer than building the tree.
        zones: list[Zone | None] = [Zone.BODY if is_running(line.text) else Zone.FURNITURE for line in lines]
    else:
        zones = find_zones(markup.passages, lines, find_running_text(whole), title=facts.title)
    if Zone.HEADLINE in zones and facts.title and (find_name(markup.told) or "").startswith(facts.title):
        # A headline that is printed says more of a report than the page's own name.
        facts = replace(facts, title=None)
    return Page(
        text="".join(writer.pieces),
        offsets=writer.offsets(),
        lines=tuple(lines),
        zones=tuple(zones),
        given=facts,
        load=load,
    )


class _Writer:
    """Writes passages one after another, and notes where each letter came from."""

    def __init__(self, places: Places) -> None:
        self.pieces: list[str] = []
        self._places = places
        self._length = 0
        self._runs: list[Run] = []
        self._past = places.before(0)

    def write(self, passage: Passage) -> Line:
        """Write a passage, apart from what is written, and return its line."""
        gap = not (passage.broken or passage.cell)
        if self._length:
            apart = "\t" if passage.cell else "\n" if passage.broken else "\n\n"
            self._note(self._past, 0, len(apart))
            self.pieces.append(apart)
        start = self._length
        for letters in passage.letters:
            self._write(letters)
        text = passage.text
        return Line(Span(start, self._length), text, tuple(text.split(None, _MOST_WORDS)), gap)

    def offsets(self) -> OffsetMap:
        """Return the way back from every letter written so far."""
        return OffsetMap((*self._runs, Run(self._length, self._past, 0)))

    def _write(self, letters: Letters) -> None:
        self.pieces.append(letters.text)
        start, end = letters.source
        if len(letters.text) == end - start:
            for first, width, count in self._places.runs(start, end):
                self._note(first, width, count)
            return
        # The whole source says the first letter; what follows it stands behind.
        first, past = self._places.before(start), self._places.before(end)
        self._note(first, past - first, 1)
        if len(letters.text) > 1:
            self._note(past, 0, len(letters.text) - 1)

    def _note(self, first: int, width: int, count: int) -> None:
        """Note that the next `count` letters take `width` bytes each from `first` on."""
        last = self._runs[-1] if self._runs else None
        if not last or last.width != width or last.offset + (self._length - last.start) * last.width != first:
            self._runs.append(Run(self._length, first, width))
        self._length += count
        self._past = first + width * count
