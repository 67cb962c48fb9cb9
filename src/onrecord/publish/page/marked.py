"""A report in full, cut at every place where an attribution or a cited passage begins or ends.

Marks may nest (speech within speech) and be discontinuous (“A,” she said, “B”): each segment knows all the
attributions that cover it, so no mark ever has to close another.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model.report import Block, Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report


_CLOSING = re.compile("[.,;:!?…]{0,3}[”’»\"']{0,3}[.,;:!?…]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A run of a report's text with the attributions that cover it, outermost first.

    `opens`, `closes`: attributions whose content begins here for the first time, or ends here for good (with the marks that close it).
    `places`: ids of cited passages that begin here. `at` says that these characters are asked for.
    """

    text: str
    covered_by: tuple[Attribution, ...] = ()
    opens: tuple[Attribution, ...] = ()
    closes: tuple[Attribution, ...] = ()
    places: tuple[str, ...] = ()
    at: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One block of a report as segments."""

    zone: Zone
    repeats: bool
    segments: tuple[Segment, ...]


def anchor_of(report_id: str, span: Span) -> str:
    """Return the id under which the page shows this place of a report."""
    return f"{report_id}-c{span.start}-{span.end}"


def attribution_anchor(attribution: Attribution) -> str:
    """Return the id under which the page shows where this attribution stands."""
    return f"{attribution.report_id}-{attribution.id}"


def marked_paragraphs(
    report: Report,
    attributions: Sequence[Attribution],
    cited: Iterable[Span] = (),
    *,
    at: Sequence[Span] = (),
) -> tuple[Paragraph, ...]:
    """Return the blocks of `report`, marked with `attributions`, the `cited` places and the characters asked for (`at`)."""
    blocks = report.blocks or (Block(span=Span(0, len(report.text)), zone=Zone.BODY),)
    cited = sorted(set(cited))
    tails = {one.id: _tail(report.text, one.content[-1].end) for one in attributions}
    edges = {edge for one in attributions for span in one.content for edge in span}
    asked_for = (edge for span in at for edge in span)
    cuts = sorted(edges.union(tails.values(), (span.start for span in cited), asked_for))
    runs = [run for block in blocks for run in _cut(block.span, cuts)]
    covers = _covers(runs, attributions)
    opens, closes = _opens(runs, covers, attributions), _closes(runs, tails, attributions)
    places: dict[int, list[str]] = defaultdict(list)
    for span in cited:
        places[_run_at(runs, span.start)].append(anchor_of(report.id, span))
    segments = [
        Segment(
            text=run.of(report.text),
            covered_by=covers[index],
            opens=tuple(opens[index]),
            closes=tuple(closes[index]),
            places=tuple(places[index]),
            at=any(run in span for span in at),
        )
        for index, run in enumerate(runs)
    ]
    return tuple(
        Paragraph(
            zone=block.zone,
            repeats=block.repeats,
            segments=tuple(segments[_run_at(runs, block.span.start) : _run_at(runs, block.span.end - 1) + 1]),
        )
        for block in blocks
        if len(block.span)
    )


def _cut(span: Span, cuts: Sequence[int]) -> list[Span]:
    """Cut `span` at those of the sorted `cuts` that lie inside it."""
    inside = cuts[bisect_right(cuts, span.start) : bisect_left(cuts, span.end)]
    bounds = [span.start, *inside, span.end]
    return [Span(start, end) for start, end in pairwise(bounds) if start < end]


def _covers(runs: Sequence[Span], attributions: Sequence[Attribution]) -> list[tuple[Attribution, ...]]:
    """Return for each run the attributions whose content covers it, outermost first."""
    starting = sorted(
        ((span, one.id, one) for one in attributions for span in one.content), key=lambda item: item[:2]
    )
    covers: list[tuple[Attribution, ...]] = []
    active: list[tuple[Span, str, Attribution]] = []
    following = 0
    for run in runs:
        while following < len(starting) and starting[following][0].start <= run.start:
            active.append(starting[following])
            following += 1
        active = [item for item in active if item[0].end > run.start]
        covers.append(tuple(sorted({one.id: one for _, _, one in active}.values(), key=_nesting)))
    return covers


def _nesting(attribution: Attribution) -> tuple[int, int, str]:
    return attribution.content[0].start, -attribution.content[-1].end, attribution.id


def _opens(
    runs: Sequence[Span], covers: Sequence[tuple[Attribution, ...]], attributions: Sequence[Attribution]
) -> dict[int, list[Attribution]]:
    """Return by run the attributions first shown there, so that each has one place to lead to."""
    first: dict[str, int] = {}
    for index, cover in enumerate(covers):
        for one in cover:
            first.setdefault(one.id, index)
    opens: dict[int, list[Attribution]] = defaultdict(list)
    for one in sorted(attributions, key=_nesting):
        # Content outside every block (white space, or an empty range) still needs such a place.
        opens[first.get(one.id, _run_at(runs, one.content[0].start))].append(one)
    return opens


def _closes(
    runs: Sequence[Span], tails: Mapping[str, int], attributions: Sequence[Attribution]
) -> dict[int, list[Attribution]]:
    """Return by run the attributions after which the way to their statement is shown."""
    closes: dict[int, list[Attribution]] = defaultdict(list)
    for one in sorted(attributions, key=lambda one: (tails[one.id], -one.content[0].start, one.id)):
        closes[_run_at(runs, max(0, tails[one.id] - 1))].append(one)
    return closes


def _tail(text: str, end: int) -> int:
    """Return where the marks that close a passage ending at `end` end: ``fares,”`` is not torn before its mark."""
    found = _CLOSING.match(text, end)
    return found.end() if found else end


def _run_at(runs: Sequence[Span], position: int) -> int:
    """Return the index of the run that holds `position`, or else of the last one before it."""
    return max(0, bisect_right(runs, position, key=lambda run: run.start) - 1)
