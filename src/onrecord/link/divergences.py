"""Plain facts that two reports of one event give differently. No side is taken.

A number is compared where the same noun follows it in both reports. Rounded and approximate numbers ("nearly 1,000")
diverge from nothing that they could round.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.model.moment import Evidence
from onrecord.model.report import SPOKEN_ZONES
from onrecord.model.span import Span
from onrecord.model.statement import Divergence, Slot
from onrecord.text.rarity import rarity
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model.report import Report
    from onrecord.model.statement import Event

_COUNT = re.compile(
    r"(?P<about>\b(?:about|around|nearly|almost|over|some|roughly|approximately|at least|more than|less than|"
    r"up to|as many as|fewer than|under|an estimated|close to)\s+)?"
    r"(?<![\w.,$€£:/-])(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?![\d.,]*\d|[:/%-]|\w)\s+(?P<noun>[a-z][a-z’'-]{2,})(?!\w)",
    re.IGNORECASE,
)


class _Count(NamedTuple):
    noun: str
    number: int
    about: bool
    place: Evidence


def find_divergences(events: Sequence[Event], reports: Mapping[str, Report]) -> tuple[Divergence, ...]:
    """Find the counts that two reports of one event give differently."""
    divergences: list[Divergence] = []
    for event in events:
        by_noun: dict[str, list[_Count]] = {}
        for report_id in event.report_ids if len(event.report_ids) > 1 else ():
            for count in _find_counts(reports[report_id]):
                by_noun.setdefault(count.noun, []).append(count)
        for noun in sorted(by_noun):
            divergences += _compare(by_noun[noun], reports)
    return tuple(sorted(divergences, key=lambda found: (found.between, found.slot, found.note)))


def _find_counts(report: Report) -> Iterable[_Count]:
    for block in report.blocks:
        if block.zone not in SPOKEN_ZONES or block.repeats:
            continue
        for match in _COUNT.finditer(report.text, block.span.start, block.span.end):
            noun = match["noun"].lower()
            if rarity(noun) > 0 and not noun.endswith("ly"):
                number = int(match["number"].replace(",", ""))
                span = Span(match.start("number"), match.end("noun"))
                yield _Count(
                    stem(noun), number, match["about"] is not None, Evidence(report_id=report.id, span=span)
                )


def _compare(counts: Sequence[_Count], reports: Mapping[str, Report]) -> Iterable[Divergence]:
    """Compare a noun's counts where each report gives exactly one number for it."""
    numbers: dict[str, set[int]] = {}
    for count in counts:
        numbers.setdefault(count.place.report_id, set()).add(count.number)
    single = {report_id for report_id, found in numbers.items() if len(found) == 1}
    first_of: dict[tuple[int, bool], _Count] = {}
    for count in sorted(counts, key=lambda count: count.place):
        if count.place.report_id in single:
            first_of.setdefault((count.number, count.about), count)
    distinct = sorted(first_of.values(), key=lambda count: count.place)
    for index, first in enumerate(distinct):
        for second in distinct[index + 1 :]:
            if first.place.report_id != second.place.report_id and not _agree(first, second):
                yield _diverge(first, second, reports)


def _agree(first: _Count, second: _Count) -> bool:
    if first.number == second.number:
        return True
    low, high = sorted((first.number, second.number))
    return (first.about or second.about) and low * 1.15 >= high


def _diverge(first: _Count, second: _Count, reports: Mapping[str, Report]) -> Divergence:
    a, b = sorted((first.place, second.place))
    texts = [" ".join(place.span.of(reports[place.report_id].text).split()) for place in (a, b)]
    return Divergence(
        slot=Slot.NUMBER, between=(a, b), note=f"One report gives {texts[0]}, the other {texts[1]}."
    )
