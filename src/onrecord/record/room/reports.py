"""Rows of reports, without their texts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from onrecord.model.listing import Named, Order, ReportRow
from onrecord.record.outline.fitting import flag_reports, picked
from onrecord.record.room.events import count_by
from onrecord.record.room.words import find_holding, those_holding
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import Cited, among, find_moments, rows_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

    from onrecord.model.moment import Moment
    from onrecord.record.outline.asked import Question
    from onrecord.record.outline.copies import Copies
    from onrecord.record.outline.outline import Outline


_REPORT, _TOLD, _EVENT = schema.reports.c, schema.event_reports.c, schema.events.c
_HELD, _ATTRIBUTION = schema.variant_attributions.c, schema.attributions.c
_BARE = select(
    _REPORT.id, _REPORT.title, _REPORT.language, _REPORT.outlet_id, _REPORT.outlet_name, _REPORT.url
).where(among(_REPORT.id))
_EVENTS = (
    select(_TOLD.report_id, _EVENT.id, _EVENT.what)
    .join_from(schema.event_reports, schema.events, _EVENT.id == _TOLD.event_id)
    .where(among(_TOLD.report_id))
    .order_by(_TOLD.place.desc())
)
_STATEMENTS = (
    select(_ATTRIBUTION.report_id, func.count(_HELD.statement_id.distinct()))
    .join_from(schema.attributions, schema.variant_attributions, _HELD.attribution_id == _ATTRIBUTION.id)
    .where(among(_ATTRIBUTION.report_id))
    .group_by(_ATTRIBUTION.report_id)
)


def find_reports(connection: Connection, outline: Outline, question: Question) -> Sequence[int]:
    """Return the reports that fit: best first if words are asked for, else those that carry most first; or by day."""
    asked = question.asked
    ordered = outline.reports_by_time if asked.order is Order.TIME else outline.reports_by_rows
    fitting = picked(ordered, flag_reports(outline, question))
    if not asked.words.strip():
        return fitting
    found = find_holding(connection, "report_words", asked.words)
    return those_holding(found, outline.report_ids, fitting, ranked=asked.order is Order.RELEVANCE)


def report_rows(connection: Connection, ids: Sequence[str], copies: Copies) -> tuple[ReportRow, ...]:
    """Return the rows of the reports of these ids, in the order of `ids`."""
    rows = _find_bare(connection, ids)
    published = _find_published(connection, ids)
    events = _events_of(connection, ids)
    attributions = count_by(connection, schema.attributions, "report_id", ids)
    statements = _count_statements(connection, ids)
    problems = count_by(connection, schema.problems, "reading_id", ids)
    return tuple(
        ReportRow(
            id=row.id,
            title=row.title,
            outlet=None if row.outlet_id is None else Named(id=row.outlet_id, name=row.outlet_name),
            published=published.get(row.id),
            event=events.get(row.id),
            language=row.language,
            url=row.url,
            attributions=attributions[row.id],
            statements=statements[row.id],
            copy_of=copies.sources_of.get(row.id, ()),
            lineages=copies.lineages_of.get(row.id, ()),
            problems=problems[row.id],
        )
        for report_id in ids
        if (row := rows.get(report_id)) is not None
    )


def _find_bare(connection: Connection, ids: Sequence[str]) -> dict[str, Any]:
    """Return what is told of each report beside its text, which may be long."""
    return {row.id: row for row in rows_among(connection, _BARE, ids)}


def _find_published(connection: Connection, ids: Sequence[str]) -> dict[str, Moment]:
    """Return the day that is told of each report, or else the one it was given with."""
    cited = Cited(connection, "report", ids)
    given = find_moments(connection, "report", "given", ids, cited)
    return given | find_moments(connection, "report", "published", ids, cited)


def _events_of(connection: Connection, ids: Sequence[str]) -> dict[str, Named]:
    return {row[0]: Named(id=row[1], name=row[2]) for row in rows_among(connection, _EVENTS, ids)}


def _count_statements(connection: Connection, ids: Sequence[str]) -> Counter[str]:
    return Counter({row[0]: row[1] for row in rows_among(connection, _STATEMENTS, ids)})
