"""Which reports descend from one text: copies, partial copies, acknowledged reprints.

Candidates share runs of five words of the reporters' own; a copy shares a fifth of the shorter report or forty own
words in a row. Who copied whom is said only where the input tells: a credit that names the other's outlet, the tag of
an agency over its own dispatch, or the days they were given. A picture's credit tells nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.link.candidates import find_candidates
from onrecord.link.groups import group_connected
from onrecord.link.origins import find_origin
from onrecord.link.passages import (
    Places,
    SharedRun,
    Wording,
    find_places,
    find_shared_runs,
    read_wording,
    span_of,
)
from onrecord.model.ids import shared_id
from onrecord.model.moment import Evidence
from onrecord.model.statement import Lineage, Passage
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model.attribution import Reading
    from onrecord.model.report import Report
    from onrecord.model.span import Span

COPIED_SHARE = 0.2
"""Share of the shorter report's own words from which it is a copy, or holds one."""

_COPIED_WORDS = 40
"""Own words in one passage that are a copy however long the reports are."""

_FEWEST_WORDS = 12
"""Own words that a share must rest on: in a report of two lines a fifth is nothing."""


@dataclass(frozen=True, slots=True)
class Copy:
    """Two reports that share text, smaller id first, and the passages in both."""

    first: str
    second: str
    passages: tuple[tuple[Span, Span], ...]

    @property
    def pair(self) -> tuple[str, str]:
        """The two report ids."""
        return self.first, self.second


def find_copies(readings: Sequence[Reading]) -> tuple[Copy, ...]:
    """Find all pairs of reports that share copied text, sorted by id."""
    wordings = {reading.report.id: read_wording(reading) for reading in readings}
    candidates = find_candidates({key: sorted(wording.telling) for key, wording in wordings.items()})
    copies: list[Copy] = []
    places: Places = {}
    before = ""
    for (first, second), shared in sorted(candidates.items()):
        if shared < _FEWEST_WORDS // 3:
            continue
        if first != before:
            places, before = find_places(wordings[first]), first
        copy = _compare(wordings[first], wordings[second], places)
        if copy:
            copies.append(copy)
    return tuple(copies)


def _compare(first: Wording, second: Wording, places: Places) -> Copy | None:
    shorter = min(first.own_count, second.own_count)
    if not shorter:
        return None
    runs = [run for run in find_shared_runs(first, second, places) if run.own_words >= _FEWEST_WORDS // 2]
    shared = sum(run.own_words for run in runs)
    longest = max((run.own_words for run in runs), default=0)
    if shared < _FEWEST_WORDS or (shared / shorter < COPIED_SHARE and longest < _COPIED_WORDS):
        return None
    return Copy(first.report_id, second.report_id, _spans(first, second, runs))


def _spans(first: Wording, second: Wording, runs: Sequence[SharedRun]) -> tuple[tuple[Span, Span], ...]:
    return tuple((span_of(first, run.first), span_of(second, run.second)) for run in runs)


def group_lineages(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[Lineage, ...]:
    """Group copies into lineages of two and more reports, with origin and credit where evidence gives them."""
    reports = {reading.report.id: reading.report for reading in readings}
    pairs = [copy.pair for copy in copies]
    grouped = group_connected({key for pair in pairs for key in pair}, pairs)
    of_group = {key: index for index, group in enumerate(grouped) for key in group}
    inside: dict[int, list[Copy]] = {}
    for copy in copies:
        inside.setdefault(of_group[copy.first], []).append(copy)
    return tuple(_lineage(group, inside[index], reports) for index, group in enumerate(grouped))


def _lineage(members: Sequence[str], copies: Sequence[Copy], reports: Mapping[str, Report]) -> Lineage:
    origin, evidence = find_origin(members, [copy.pair for copy in copies], reports)
    credited = [
        (credit, member) for member in members for credit in reports[member].credits if not credit.picture
    ]
    evidence += [Evidence(report_id=member, span=credit.span) for credit, member in credited]
    credit = min(
        (credit.outlet for credit, _ in credited),
        key=lambda outlet: (normalise(outlet), outlet),
        default=None,
    )
    passages = sorted(
        (_passage(copy, spans, origin) for copy in copies for spans in copy.passages),
        key=lambda passage: (passage.copy, passage.source or passage.copy),
    )
    return Lineage(
        id=shared_id("l", members),
        report_ids=tuple(members),
        origin=origin,
        credit=credit,
        evidence=tuple(sorted(set(evidence))),
        passages=tuple(passages),
    )


def _passage(copy: Copy, spans: tuple[Span, Span], origin: str | None) -> Passage:
    first, second = (
        Evidence(report_id=copy.first, span=spans[0]),
        Evidence(report_id=copy.second, span=spans[1]),
    )
    return Passage(source=second, copy=first) if origin == copy.second else Passage(source=first, copy=second)
