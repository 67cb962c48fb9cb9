"""What a report puts into one slot of its event, and how two reports are set against each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.model.report import SPOKEN_ZONES
from onrecord.model.span import Span
from onrecord.model.statement import Divergence, Slot
from onrecord.text.rarity import rarity
from onrecord.text.stem import stem
from onrecord.text.tokens import find_words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from onrecord.model.moment import Evidence
    from onrecord.model.report import Report

_SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\w)[^.!?\n]+)*[.!?]*")


class Filler(NamedTuple):
    """What a report gives for a slot.

    `key` tells what the slot is about ("jobs", "special session"): only fillers of one key are compared. `values` are
    what it says; `context` are the telling stems of its sentence.
    """

    key: str
    values: frozenset[str]
    place: Evidence
    context: frozenset[str] = frozenset()


def find_sentences(report: Report) -> Iterator[Span]:
    """Find the sentences in which a report speaks; a mark inside a word or number ends none."""
    for block in report.blocks:
        if block.zone in SPOKEN_ZONES and not block.repeats:
            for match in _SENTENCE.finditer(report.text, block.span.start, block.span.end):
                yield Span(*match.span())


def read_context(text: str, sentence: Span) -> frozenset[str]:
    """Return the stems of the words of a sentence that tell something."""
    return frozenset(stem(word.key) for word in find_words(text, *sentence) if rarity(word.key) > 0)


def compare_fillers(
    fillers: Iterable[Filler],
    reports: Mapping[str, Report],
    *,
    slot: Slot,
    agree: Callable[[Filler, Filler], bool],
) -> Iterator[Divergence]:
    """Compare what the reports of one event give for each key; a report that gives several values gives none.

    Args:
        fillers: of all reports of one event.
        reports: by id.
        slot: the slot they fill.
        agree: tells whether two fillers of one key can both be right.
    """
    by_key: dict[str, list[Filler]] = {}
    for filler in sorted(set(fillers), key=lambda filler: filler.place):
        by_key.setdefault(filler.key, []).append(filler)
    for key in sorted(by_key):
        for first, second in _pair(_single(by_key[key])):
            if not agree(first, second):
                yield diverge(slot, (first.place, second.place), reports)


def _single(fillers: Sequence[Filler]) -> list[Filler]:
    """Return the first filler of each value, of the reports that give one value only."""
    given: dict[str, set[frozenset[str]]] = {}
    for filler in fillers:
        given.setdefault(filler.place.report_id, set()).add(filler.values)
    first_of: dict[frozenset[str], Filler] = {}
    for filler in fillers:
        if len(given[filler.place.report_id]) == 1:
            first_of.setdefault(filler.values, filler)
    return list(first_of.values())


def _pair(fillers: Sequence[Filler]) -> Iterator[tuple[Filler, Filler]]:
    for index, first in enumerate(fillers):
        for second in fillers[index + 1 :]:
            if first.place.report_id != second.place.report_id:
                yield first, second


def diverge(slot: Slot, between: tuple[Evidence, Evidence], reports: Mapping[str, Report]) -> Divergence:
    """Build the divergence of two places, told in their own words."""
    a, b = sorted(between)
    texts = [" ".join(place.span.of(reports[place.report_id].text).split()) for place in (a, b)]
    return Divergence(slot=slot, between=(a, b), note=f"One report gives {texts[0]}, the other {texts[1]}.")
