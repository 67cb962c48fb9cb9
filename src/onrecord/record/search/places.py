"""Where wordings stand: the report that words a statement so, and the place there of each part of the wording."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model.listing import Named
from onrecord.model.moment import Evidence
from onrecord.model.span import Span, cover
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import among, rows_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Row

    Wording = tuple[str, int]
    """The id of a statement, and the number of a variant of it."""


_MEMBER, _CITED, _REPORT = schema.variant_attributions.c, schema.citations.c, schema.reports.c
_MEMBERS = select(_MEMBER.statement_id, _MEMBER.number, _MEMBER.attribution_id).where(
    among(_MEMBER.statement_id)
)
_CONTENT = (
    select(_CITED.owner_id, _CITED.report_id, _CITED.start, _CITED.stop, _CITED.exact)
    .where(_CITED.owner_kind == "attribution", among(_CITED.owner_id), _CITED.part == "content")
    .order_by(_CITED.place)
)
_REPORTS = select(_REPORT.id, _REPORT.title, _REPORT.outlet_id, _REPORT.outlet_name, _REPORT.language).where(
    among(_REPORT.id)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A report that words a statement so, and the runs of its text that make up the wording, joined by one space.

    `attribution_id` is that of the report's word for it, where that was looked up.
    """

    report_id: str
    attribution_id: str | None
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

    owner: str
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
    told: dict[Wording, tuple[str, str | None, tuple[Span, ...]]] = {
        wording: (place.report_id, None, (place.span,))
        for wording, place in (known or {}).items()
        if len(place.span) == len(wordings[wording])
    }
    members = _find_members(connection, [wording for wording in wordings if wording not in told])
    content = _find_content(connection, [one for some in members.values() for one in some])
    for wording, several in members.items():
        runs = _choose([content[one] for one in several], wordings[wording])
        told[wording] = (runs[0].report_id, runs[0].owner, tuple(run.span for run in runs))
    reports = _find_reports(connection, {report_id for report_id, *_ in told.values()})
    return {wording: _standing(reports[told[wording][0]], *told[wording][1:]) for wording in wordings}


def _standing(report: Row[Any], attribution_id: str | None, content: tuple[Span, ...]) -> Standing:
    outlet = None
    if report.outlet_id is not None:
        outlet = Named(id=report.outlet_id, name=report.outlet_name)
    return Standing(
        report_id=report.id,
        attribution_id=attribution_id,
        outlet=outlet,
        title=report.title,
        language=report.language,
        content=content,
    )


def _choose(several: Iterable[list[_Run]], text: str) -> list[_Run]:
    """Return the content that is `text` itself, of several the first: members of one wording may differ in case and marks."""
    return min(
        several,
        key=lambda runs: (" ".join(run.exact for run in runs) != text, runs[0].report_id, runs[0].span),
    )


def _find_members(connection: Connection, wordings: Iterable[Wording]) -> Mapping[Wording, list[str]]:
    wanted = list(wordings)
    found: defaultdict[Wording, list[str]] = defaultdict(list)
    for row in rows_among(connection, _MEMBERS, sorted({statement_id for statement_id, _ in wanted})):
        found[row[0], row[1]].append(row[2])
    return {wording: found[wording] for wording in wanted}


def _find_content(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[_Run]]:
    found: defaultdict[str, list[_Run]] = defaultdict(list)
    for owner, report_id, start, stop, exact in rows_among(connection, _CONTENT, ids):
        found[owner].append(_Run(owner, report_id, Span(start, stop), exact))
    return found


def _find_reports(connection: Connection, ids: Iterable[str]) -> Mapping[str, Row[Any]]:
    return {row.id: row for row in rows_among(connection, _REPORTS, sorted(ids))}
