"""Which reports carry a statement, and which of them count together as one source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.copies.copies import Copy
from onrecord.link.statements.corroboration import group_carriers

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.model.span import Span
    from onrecord.model.statement import Lineage, Statement
    from onrecord.publish.page.pile import Pile


def group_sources(
    pile: Pile, statement: Statement, copies: Mapping[str, tuple[Copy, ...]]
) -> tuple[tuple[str, ...], ...]:
    """Return the ids of the reports that carry `statement`, those together that count as one source.

    `copies` are the pairs of reports that share text, by the id of either.
    """
    members = pile.members(statement)
    reports = {member.report_id: pile.readings_by_id[member.report_id].report for member in members}
    return group_carriers(members, reports, copies)


def copies_by_report(lineages: Iterable[Lineage]) -> dict[str, tuple[Copy, ...]]:
    """Return the pairs of reports that share text, with the passages that they share, by the id of either report."""
    passages: dict[tuple[str, str], set[tuple[Span, Span]]] = {}
    for lineage in lineages:
        for passage in lineage.passages:
            if passage.source is not None:
                first, second = sorted((passage.source, passage.copy))
                pair = first.report_id, second.report_id
                passages.setdefault(pair, set()).add((first.span, second.span))
        for pair in _pairs_without_text(lineage):
            passages.setdefault(pair, set())
    by_report: dict[str, list[Copy]] = {}
    for pair, spans in sorted(passages.items()):
        copy = Copy(*pair, tuple(sorted(spans)))
        for report_id in pair:
            by_report.setdefault(report_id, []).append(copy)
    return {report_id: tuple(copies) for report_id, copies in by_report.items()}


def _pairs_without_text(lineage: Lineage) -> Iterator[tuple[str, str]]:
    """Yield the pairs of a lineage of which a credit or a person alone tells that one is the other's copy."""
    if lineage.passages:
        return
    origins = (lineage.origin,) if lineage.origin in lineage.report_ids else lineage.report_ids
    for one in lineage.report_ids:
        yield from ((min(one, other), max(one, other)) for other in origins if other and other != one)
