"""Outlets: what each published, and who copied whom, on what evidence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.ids import outlet_id
from onrecord.model.listing import StatedCredit
from onrecord.model.moment import Evidence
from onrecord.model.report import Zone
from onrecord.publish.page.citations import Citation, citation, citations
from onrecord.publish.page.wording import OUTSIDE, UNKNOWN_OUTLET, moment_words, outlet_words, title_words
from onrecord.text.lines import line_around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.attribution import Reading
    from onrecord.model.report import Credit, Report
    from onrecord.model.span import Span
    from onrecord.model.statement import Lineage, Passage
    from onrecord.publish.page.pile import Pile


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """One report of an outlet, and its day."""

    reading: Reading
    number: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletEntry:
    """One outlet and what it published."""

    name: str
    published: tuple[Published, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Copying:
    """One report that shares text with another, and on what evidence.

    `source` is None where the origin is not in the pile; `directed` is False where nothing tells who was first.
    `share` is the percentage of the copy's characters that stand in shared passages.
    """

    copy: Report
    copy_number: str
    copy_outlet: str
    source: Report | None
    source_number: str | None
    source_outlet: str
    directed: bool
    share: int
    evidence: tuple[Citation, ...]
    passages: tuple[tuple[Citation | None, Citation], ...]


def outlet_entries(pile: Pile) -> tuple[OutletEntry, ...]:
    """Return the outlets by name; reports of no named outlet come last."""
    by_name: dict[str, list[Published]] = defaultdict(list)
    for reading in pile.reports:
        report = reading.report
        moment = pile.contents.linked.report_dates.get(report.id) or report.published
        by_name[outlet_words(report)].append(
            Published(reading=reading, number=pile.numbers[report.id], when=moment_words(moment))
        )
    ordered = sorted(by_name, key=lambda name: (name == UNKNOWN_OUTLET, name.casefold(), name))
    return tuple(OutletEntry(name=name, published=tuple(by_name[name])) for name in ordered)


def copyings(pile: Pile) -> tuple[Copying, ...]:
    """Return who copied whom, one row for each pair of copy and origin."""
    rows = [row for lineage in pile.contents.linked.lineages for row in _rows(pile, lineage)]
    return tuple(sorted(rows, key=lambda row: (row.source_outlet, row.source_number or "", row.copy_number)))


def stated_credits(pile: Pile) -> tuple[StatedCredit, ...]:
    """Return the origins that reports state, and of which no text was found, as `Record.list_stated_credits` does."""
    found: dict[tuple[str, str], StatedCredit] = {}
    for reading in pile.reports:
        report = reading.report
        if report.id in pile.lineages_by_report:
            continue
        for credit in sorted(report.credits, key=lambda one: one.span):
            if credit.picture or _is_own_tag(credit, report):
                continue
            line = line_around(report.text, credit.span)
            told = StatedCredit(
                report_id=report.id,
                outlet=report.outlet.name if report.outlet else None,
                title=title_words(report),
                credited=credit.outlet,
                place=Evidence(report_id=report.id, span=credit.span),
                line=line,
                text=line.of(report.text),
            )
            found.setdefault((outlet_id(credit.outlet), report.id), told)
    return tuple(
        sorted(found.values(), key=lambda one: (one.credited.casefold(), one.credited, one.report_id))
    )


def _is_own_tag(credit: Credit, report: Report) -> bool:
    """Tell whether a credit names the report's own house: its outlet, or the agency of a dispatch of no other outlet."""
    if report.outlet is not None:
        return report.outlet.name == credit.outlet
    return report.zone_at(credit.span.start) is Zone.DATELINE


def _rows(pile: Pile, lineage: Lineage) -> list[Copying]:
    by_pair: dict[tuple[str | None, str], list[Passage]] = defaultdict(list)
    for passage in lineage.passages:
        source = passage.source.report_id if passage.source else None
        by_pair[source, passage.copy.report_id].append(passage)
    if lineage.origin is None and lineage.credit:
        # Whoever names an origin outside the pile copies that, whatever else it shares within.
        for one in lineage.evidence:
            by_pair.setdefault((None, one.report_id), [])
    paired = {report_id for pair in by_pair for report_id in pair}
    for report_id in lineage.report_ids:
        # A credited copy whose passages are not known still is a row of its own.
        if report_id not in paired and report_id != lineage.origin:
            by_pair[lineage.origin, report_id] = []
    return [
        _row(pile, lineage, source, copy, passages)
        for (source, copy), passages in by_pair.items()
        if copy in pile.readings_by_id
    ]


def _row(pile: Pile, lineage: Lineage, source: str | None, copy: str, passages: Sequence[Passage]) -> Copying:
    report = pile.readings_by_id[copy].report
    origin = pile.readings_by_id[source].report if source and source in pile.readings_by_id else None
    outside = f"{lineage.credit} ({OUTSIDE})" if lineage.credit else f"origin {OUTSIDE}"
    # An acknowledged origin outside the pile says nothing about a pair within it.
    concerned = {copy, source} if origin is None or lineage.origin else set[str | None]()
    return Copying(
        copy=report,
        copy_number=pile.numbers[copy],
        copy_outlet=outlet_words(report),
        source=origin,
        source_number=pile.numbers[origin.id] if origin else None,
        source_outlet=outlet_words(origin) if origin else outside,
        directed=lineage.origin is not None or origin is None,
        share=share_of(report, [passage.copy.span for passage in passages]),
        evidence=citations(pile, (one for one in lineage.evidence if one.report_id in concerned)),
        passages=tuple(
            (citation(pile, passage.source) if passage.source else None, copied)
            for passage in passages
            if (copied := citation(pile, passage.copy))
        ),
    )


def share_of(report: Report, spans: Sequence[Span]) -> int:
    """Return how much of `report` these spans cover, in percent of its characters."""
    covered = done = 0
    for span in sorted(spans):
        covered += max(0, span.end - max(done, span.start))
        done = max(done, span.end)
    return round(100 * covered / len(report.text)) if report.text else 0
