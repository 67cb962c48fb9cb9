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


def find_standings(connection: Connection, wordings: Mapping[Wording, str]) -> dict[Wording, Standing]:
    """Return where each of these wordings, given with its text, stands: in the first report whose characters are that text."""
    members = _find_members(connection, wordings)
    content = _find_content(connection, [row.id for rows in members.values() for row in rows])
    found: dict[Wording, Standing] = {}
    for wording, text in wordings.items():
        rows = members[wording]
        fitting = (row for row in rows if " ".join(exact for _, exact in content[row.id]) == text)
        chosen = next(fitting, rows[0])
        outlet = None
        if chosen.outlet_id is not None:
            outlet = Named(id=chosen.outlet_id, name=chosen.outlet_name)
        found[wording] = Standing(
            report_id=chosen.report_id,
            outlet=outlet,
            title=chosen.title,
            language=chosen.language,
            content=tuple(span for span, _ in content[chosen.id]),
        )
    return found


def _find_members(connection: Connection, wordings: Iterable[Wording]) -> Mapping[Wording, list[Row[Any]]]:
    member, attribution, report = schema.variant_attributions.c, schema.attributions.c, schema.reports.c
    joined = schema.variant_attributions.join(
        schema.attributions, attribution.id == member.attribution_id
    ).join(schema.reports, report.id == attribution.report_id)
    columns = (member.statement_id, member.number, attribution.id, attribution.report_id)
    told = (report.outlet_id, report.outlet_name, report.title, report.language)
    found: defaultdict[Wording, list[Row[Any]]] = defaultdict(list)
    for some in in_batches(sorted({statement_id for statement_id, _ in wordings})):
        query = select(*columns, *told).select_from(joined).where(member.statement_id.in_(some))
        for row in connection.execute(query.order_by(attribution.report_id, attribution.place)):
            found[row.statement_id, row.number].append(row)
    return found


def _find_content(connection: Connection, ids: Sequence[str]) -> Mapping[str, list[tuple[Span, str]]]:
    cited = schema.citations.c
    found: defaultdict[str, list[tuple[Span, str]]] = defaultdict(list)
    for some in in_batches(ids):
        query = select(cited.owner_id, cited.start, cited.stop, cited.exact).where(
            cited.owner_kind == "attribution", cited.owner_id.in_(some), cited.part == "content"
        )
        for row in connection.execute(query.order_by(cited.place)):
            found[row.owner_id].append((Span(row.start, row.stop), row.exact))
    return found
