"""Footnotes read back from a brief, and held against the reports that they cite."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model.span import Span
from onrecord.publish.export.notes import printed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.contents import Contents
    from onrecord.model.report import Report

MARKS = "\"“”„‟«»‹›'‘’"
_PLACE = re.compile(r"characters ([\d–, ]+) of (R\d+)\s+(r[0-9a-f]{20})")


@dataclass(frozen=True, slots=True)
class Cited:
    """One footnote as a reader sees it: its number, its first line, its words, and the line that says where they stand."""

    number: int
    head: str
    words: tuple[str, ...]
    where: str


def assert_exact(contents: Contents, cited: Iterable[Cited]) -> None:
    """Assert of every footnote that it names its report, that its words are the report's, and its quotation marks only where the report quotes."""
    reports = {reading.report.id: reading for reading in contents.readings}
    notes = list(cited)
    assert [note.number for note in notes] == list(range(1, len(notes) + 1))
    for note in notes:
        found = _PLACE.search(note.where)
        assert found, note.where
        reading = reports[found[3]]
        spans = [Span(*map(int, part.split("–"))) for part in found[1].split(", ")]
        quoted = {
            edge
            for one in reading.attributions
            if list(one.content) == spans
            for span in one.quoted
            for edge in span
        }
        assert len(note.words) == len(spans)
        for words, span in zip(note.words, spans, strict=True):
            assert_same(words, span, reading.report.text, quoted)
        assert_named(contents, reading.report, " ".join(note.head.split()))


def assert_named(contents: Contents, report: Report, head: str) -> None:
    """Assert that the first line of a footnote has the report's outlet, its title, and its day as far as it is known."""
    outlet = report.outlet.name if report.outlet else "outlet not named"
    # A title may be of several lines, or have blanks around it; the footnote's first line has no more than the first of them.
    for name in (outlet, report.title or ""):
        assert " ".join(printed(name).strip().partition("\n")[0].split()) in head
    date = contents.linked.report_dates.get(report.id) or report.published
    if date is None:
        assert "date not known" in head
    elif date.earliest is not None and date.earliest == date.latest:
        assert f"{date.earliest.day} {date.earliest:%B} {date.earliest.year}" in head


def assert_same(shown: str, span: Span, text: str, quoted: set[int]) -> None:
    """Assert that `shown` is the text in `span`, but for quotation marks at the edges of what the report quotes."""
    exact = span.of(text)
    pieces = [re.escape(printed(exact))]
    edges = sorted(edge - span.start for edge in quoted if edge in range(span.start, span.end + 1))
    if edges:
        bounds = [0, *edges, len(exact)]
        pieces = [f"[{MARKS}]?".join(re.escape(printed(exact[a:b])) for a, b in pairwise(bounds))]
    assert re.fullmatch("".join(pieces), shown), (shown, exact)
