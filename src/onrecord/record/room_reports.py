"""Rows of reports, without their texts."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from onrecord.model.listing import Named, Order, ReportRow
from onrecord.record import schema
from onrecord.record.fetch import Cited, find_moments, in_batches
from onrecord.record.room_asked import fitting_ids, of_reports, time_order
from onrecord.record.room_events import count_by

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection, Select

    from onrecord.model.moment import Moment
    from onrecord.record.room_asked import Question
    from onrecord.record.room_copies import Copies


def select_reports(question: Question) -> Select[Any]:
    """Return the query for the ids of the reports that fit but for words, in no order."""
    return select(schema.reports.c.id).where(*of_reports(question))


def find_reports(connection: Connection, question: Question) -> tuple[str, ...]:
    """Return the ids of all reports that fit, in order: by the day of publication, or those that carry most first."""
    asked = question.asked
    found = fitting_ids(connection, asked.words, "reports")
    query = select_reports(question)
    if found is not None and asked.order is Order.RELEVANCE:
        fitting = None if query.whereclause is None else set(connection.scalars(query))
        return tuple(one for one in found if fitting is None or one in fitting)
    if asked.order is Order.TIME:
        ordered = list(connection.scalars(_by_time(query)))
    else:
        attribution = schema.attributions.c
        sizes = select(attribution.report_id, func.count()).group_by(attribution.report_id)
        said: dict[str, int] = {row[0]: row[1] for row in connection.execute(sizes)}
        ordered = sorted(connection.scalars(query), key=lambda one: (-said.get(one, 0), one))
    holding = None if found is None else set(found)
    return tuple(one for one in ordered if holding is None or one in holding)


def _by_time(query: Select[Any]) -> Select[Any]:
    report, moment = schema.reports.c, schema.moments.c
    joined = schema.reports.outerjoin(
        schema.moments, and_(moment.owner_id == report.id, moment.part == "published")
    )
    return query.select_from(joined).order_by(*time_order(schema.moments), report.id)


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
    report = schema.reports.c
    columns = (report.id, report.title, report.language, report.outlet_id, report.outlet_name, report.url)
    found: dict[str, Any] = {}
    for some in in_batches(ids):
        found.update((row.id, row) for row in connection.execute(select(*columns).where(report.id.in_(some))))
    return found


def _find_published(connection: Connection, ids: Sequence[str]) -> dict[str, Moment]:
    """Return the day that is told of each report, or else the one it was given with."""
    cited = Cited(connection, "report", ids)
    given = find_moments(connection, "report", "given", ids, cited)
    return given | find_moments(connection, "report", "published", ids, cited)


def _events_of(connection: Connection, ids: Sequence[str]) -> dict[str, Named]:
    member, event = schema.event_reports.c, schema.events.c
    found: dict[str, Named] = {}
    for some in in_batches(ids):
        query = select(member.report_id, event.id, event.what).join_from(
            schema.event_reports, schema.events, event.id == member.event_id
        )
        for row in connection.execute(query.where(member.report_id.in_(some)).order_by(member.place.desc())):
            found[row[0]] = Named(id=row[1], name=row[2])
    return found


def _count_statements(connection: Connection, ids: Sequence[str]) -> Counter[str]:
    member, attribution = schema.variant_attributions.c, schema.attributions.c
    counted: Counter[str] = Counter()
    for some in in_batches(ids):
        query = (
            select(attribution.report_id, func.count(member.statement_id.distinct()))
            .join_from(
                schema.attributions, schema.variant_attributions, member.attribution_id == attribution.id
            )
            .where(attribution.report_id.in_(some))
            .group_by(attribution.report_id)
        )
        counted.update({row[0]: row[1] for row in connection.execute(query)})
    return counted
