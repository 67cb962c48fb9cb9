"""Reports that hold what is looked for, in title or text, with excerpts around the words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model.found import HitList, ReportHit
from onrecord.model.listing import Named
from onrecord.record.outline.names import find_named
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import Cited, among, find_moments, find_rows, rows_among
from onrecord.record.search.candidates import find_candidates, in_order
from onrecord.record.search.excerpts import excerpts_of, spans_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row

    from onrecord.model.listing import Asked
    from onrecord.record.search.candidates import Candidate
    from onrecord.record.search.filters import Narrowed
    from onrecord.record.search.question import Question

_REPORT = schema.reports.c
_REPORTS = select(
    _REPORT.id, _REPORT.title, _REPORT.text, _REPORT.outlet_id, _REPORT.outlet_name, _REPORT.language
).where(among(_REPORT.id))


def find_report_hits(
    connection: Connection, question: Question, asked: Asked, narrowed: Narrowed
) -> HitList[ReportHit]:
    """Return the reports that hold all that is sought and are in what filters leave."""
    found = find_candidates(connection, "report_words", question.sought, narrowed)
    ordered = in_order(connection, found.best, asked.order, kind="report", part="published")
    page = ordered[asked.first : asked.first + asked.most]
    return HitList(
        rows=_hits(connection, question, page), total=len(ordered), more=found.more, first=asked.first
    )


def _hits(connection: Connection, question: Question, page: Sequence[Candidate]) -> tuple[ReportHit, ...]:
    ids = [one.owner for one in page]
    rows = _find_reports(connection, ids)
    published = find_moments(connection, "report", "given", ids, Cited(connection, "report", ids))
    published |= find_moments(connection, "report", "published", ids, Cited(connection, "report", ids))
    members = find_rows(connection, schema.event_reports, "report_id", ids)
    event_of = {one: some[0].event_id for one, some in members.items() if some}
    events = find_named(connection, schema.events, event_of.values())
    marker = question.marker
    hits: list[ReportHit] = []
    for one in page:
        row = rows[one.owner]
        excerpts, others = excerpts_of(row.text, marker.find(row.text))
        hits.append(
            ReportHit(
                id=row.id,
                title=row.title,
                title_marks=spans_of(marker.find(row.title or "")),
                outlet=None if row.outlet_id is None else Named(id=row.outlet_id, name=row.outlet_name),
                language=row.language,
                published=published.get(row.id),
                event=events.get(event_of.get(row.id)),
                excerpts=excerpts,
                others=others,
                score=round(-one.rank, 6),
            )
        )
    return tuple(hits)


def _find_reports(connection: Connection, ids: Sequence[str]) -> Mapping[str, Row[Any]]:
    return {row.id: row for row in rows_among(connection, _REPORTS, ids)}
