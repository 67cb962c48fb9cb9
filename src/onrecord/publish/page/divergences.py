"""Where two reports of one event or statement give one plain fact differently: both sides, none taken."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.model.span import Span
from onrecord.model.statement import Slot
from onrecord.publish.page.citations import Citation, citation, quoted_in
from onrecord.publish.page.pieces import Run, runs_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Sequence

    from onrecord.model.moment import Evidence
    from onrecord.model.statement import Divergence
    from onrecord.publish.page.pile import Pile

SLOTS = {
    Slot.NUMBER: "number",
    Slot.DATE: "date",
    Slot.PLACE: "place",
    Slot.NAME: "name",
    Slot.BODY: "body",
    Slot.NEGATION: "whether or not",
    Slot.MODALITY: "how firmly",
}
AROUND = 240
"""Characters of the sentence that are shown on either side of the fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One report's filler within its sentence: the exact characters before, of and after it.

    `runs` are the same characters with what the report quotes told apart, each with whether it is of the filler. `others` are places
    of further reports that give the same filler.
    """

    citation: Citation
    before: str
    filler: str
    after: str
    runs: tuple[tuple[Run, bool], ...]
    cut_before: bool
    cut_after: bool
    others: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A divergence as the page shows it, or `pairs` of them that tell the same twice."""

    slot: str
    note: str
    sides: tuple[Side, ...]
    pairs: int = 1


def divergent_facts(pile: Pile, *, only: Container[str] | None = None) -> tuple[Difference, ...]:
    """Return all divergences, or `only` those with these ids, with both sides in their sentences."""
    return tuple(
        _difference(pile, divergence)
        for divergence in pile.contents.linked.divergences
        if only is None or divergence.id in only
    )


def grouped_facts(pile: Pile, *, only: Container[str] | None = None) -> tuple[Difference, ...]:
    """Return the divergences, or `only` those with these ids; what copies, or more reports of the same, repeat stands together.

    Two are the same where the same slot of the same event has the same two fillers, however cased and spaced.
    """
    grouped: dict[object, list[Difference]] = {}
    for number, one in enumerate(divergent_facts(pile, only=only)):
        events = {pile.event_by_report.get(side.citation.report_id) for side in one.sides}
        named = tuple(sorted(event.id for event in events if event))
        fillers = tuple(sorted(map(_folded, one.sides)))
        # Sides that are not at hand, or say the same, tell two apart by nothing.
        key = (one.slot, named, fillers) if len(set(fillers)) > 1 else number
        grouped.setdefault(key, []).append(one)
    return tuple(_together(several) for several in grouped.values())


def _folded(side: Side) -> str:
    return " ".join(side.filler.split()).casefold()


def _together(several: Sequence[Difference]) -> Difference:
    first = several[0]
    sides: list[Side] = []
    for side in first.sides:
        others = {
            other.citation.report_id: other.citation
            for one in several[1:]
            for other in one.sides
            if _folded(other) == _folded(side) and other.citation.report_id != side.citation.report_id
        }
        sides.append(replace(side, others=tuple(others.values())))
    return replace(first, sides=tuple(sides), pairs=len(several))


def _difference(pile: Pile, divergence: Divergence) -> Difference:
    sides = (_side(pile, evidence) for evidence in divergence.between)
    return Difference(
        slot=SLOTS[divergence.slot], note=divergence.note, sides=tuple(side for side in sides if side)
    )


def _side(pile: Pile, evidence: Evidence) -> Side | None:
    cited = citation(pile, evidence)
    if cited is None:
        return None
    reading = pile.readings_by_id[evidence.report_id]
    text, span = reading.report.text, evidence.span
    # Of a report that is only cited the sentences are not at hand: its paragraph then stands for them.
    stretches = (*reading.sentences, *(block.span for block in reading.report.blocks))
    sentence = next((one for one in stretches if span in one), span)
    around = _cut_at_words(text, span, sentence)
    return Side(
        citation=cited,
        before=text[around.start : span.start],
        filler=span.of(text),
        after=text[span.end : around.end],
        runs=tuple(_parted(runs_of(around, quoted_in(reading, around), text), around.start, span)),
        cut_before=around.start > sentence.start,
        cut_after=around.end < sentence.end,
    )


def _cut_at_words(text: str, span: Span, sentence: Span) -> Span:
    """Return what of `sentence` is shown around `span`: whole words alone, and no white space at the ends."""
    start, end = max(sentence.start, span.start - AROUND), min(sentence.end, span.end + AROUND)
    while sentence.start < start < span.start and not text[start - 1].isspace():
        start += 1
    while sentence.end > end > span.end and not text[end].isspace():
        end -= 1
    while start < span.start and text[start].isspace():
        start += 1
    while end > span.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _parted(runs: Iterable[Run], start: int, filler: Span) -> Iterable[tuple[Run, bool]]:
    """Cut runs of a text from `start` on at the edges of the filler; marks stay at the ends of what is quoted."""
    for run in runs:
        end = start + len(run.text)
        edges = sorted({start, end, *(edge for edge in (filler.start, filler.end) if start < edge < end)})
        for left, right in pairwise(edges):
            one = Run(
                run.text[left - start : right - start],
                quoted=run.quoted,
                opens=run.opens if left == start else "",
                closes=run.closes if right == end else "",
            )
            yield one, filler.start <= left and right <= filler.end
        start = end
