"""Where wordings stand: the report that words a statement so, and the place there of each part of the wording."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model.listing import Named
from onrecord.model.moment import Evidence
from onrecord.model.span import Span, cover
from onrecord.record import schema
from onrecord.record.fetch import in_batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

    Wording = tuple[str, int]
    """The id of a statement, and the number of a variant of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A report that words a statement so, and the runs of its text that make up the wording, joined by one space."""

    report_id: str
    outlet: Named | None
    title: str | None
    language: str | None
    content: tuple[Span, ...]

    @property
    def place(self) -> Evidence:
        """All of the wording, with what stands between its runs."""
        return Evidence(report_id=self.report_id, span=cover(self.content))

    def places_of(self, marks: Iterable[Span]) -> tuple[Evidence, ...]:
        """Return where `marks`, ranges of the wording, stand in the report; one over a gap stands in several places."""
        found: list[Evidence] = []
        for mark in marks:
            before = 0
            for run in self.content:
                start = max(mark.start - before, 0) + run.start
                end = min(mark.end - before + run.start, run.end)
                if start < end:
                    found.append(Evidence(report_id=self.report_id, span=Span(start, end)))
                before += len(run) + 1
        return tuple(found)


@dataclass(slots=True)
class _Run:
    """One run of the content of an attribution."""

    report_id: str
    span: Span
    exact: str


def find_standings(
    connection: Connection, wordings: Mapping[Wording, str], known: Mapping[Wording, Evidence] | None = None
) -> dict[Wording, Standing]:
    """Return where each of these wordings, given with its text, stands: in the first report whose characters are that text.

    Args:
        connection: to the record.
        wordings: their texts.
        known: the places of some of them, as far as they are told already; one that is not as long as its text has gaps, and is
            looked up like the others.
    """
    told: dict[Wording, tuple[str, tuple[Span, ...]]] = {
        wording: (place.report_id, (place.span,))
        for wording, place in (known or {}).items()
        if len(place.span) == len(wordings[wording])
    }
    members = _find_members(connection, [wording for wording in wordings if wording not in told])
    content = _find_content(connection, [one for some in members.values() for one in some])
    for wording, several in members.items():
        runs = _choose([content[one] for one in several], wordings[wording])
        told[wording] = (runs[0].report_id, tuple(run.span for run in runs))
    reports = _find_reports(connection, {report_id for report_id, _ in told.values()})
    return {wording: _standing(reports[told[wording][0]], told[wording][1]) for wording in wordings}


def _standing(report: Row[Any], content: tuple[Span, ...]) -> Standing:
    outlet = None
    if report.outlet_id is not None:
        outlet = Named(id=report.outlet_id, name=report.outlet_name)
    return Standing(
        report_id=report.id, outlet=outlet, title=report.title, language=report.language, content=content
    )


def _choose(several: Iterable[list[_Run]], text: str) -> list[_Run]:
    """Return the content that is `text` itself, of several the first: members of one wording may differ in case and marks."""
    return min(
        several,
        key=lambda runs: (" ".join(run.exact for run in runs) != text, runs[0].report_id, runs[0].span),
    )


def _find_members(connection: Connection, wordings: Iterable[Wording]) -> Mapping[Wording, list[str]]:
    member = schema.variant_attributions.c
    found: defaultdict[Wording, list[str]] = defaultdict(list)
    for some in in_batches(sorted({statement_id for statement_id, _ in wordings})):
        query = select(member.statement_id, member.number, member.attribution_id)
        for statement_id, number, one in connection.execute(query.where(member.statement_id.in_(some))):
            found[statement_id, number].append(one)
    return {wording: found[wording] for wording in wordings}


def _find_content(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[_Run]]:
    cited = schema.citations.c
    found: defaultdict[str, list[_Run]] = defaultdict(list)
    for some in in_batches(ids):
        query = select(cited.owner_id, cited.report_id, cited.start, cited.stop, cited.exact).where(
            cited.owner_kind == "attribution", cited.owner_id.in_(some), cited.part == "content"
        )
        for row in connection.execute(query.order_by(cited.place)):
            found[row.owner_id].append(_Run(row.report_id, Span(row.start, row.stop), row.exact))
    return found


def _find_reports(connection: Connection, ids: Iterable[str]) -> Mapping[str, Row[Any]]:
    report = schema.reports.c
    columns = (report.id, report.title, report.outlet_id, report.outlet_name, report.language)
    found: dict[str, Row[Any]] = {}
    for some in in_batches(sorted(ids)):
        found.update({row.id: row for row in connection.execute(select(*columns).where(report.id.in_(some)))})
    return found
