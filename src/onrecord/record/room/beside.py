"""What stands beside a statement in the order of lists, and what reports are called: small questions of single pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, case, or_, select

from onrecord.model.report import first_words
from onrecord.record.outline.outline import NONE
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import among, rows_among

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection, Row

    from onrecord.record.outline.outline import Outline

Beside = tuple[str | None, str | None]
"""The id before and the id after; None at an end."""
_REPORT = schema.reports.c
_TITLES = select(
    _REPORT.id,
    _REPORT.outlet_name,
    _REPORT.title,
    case((_REPORT.title.is_(None), _REPORT.text), (_REPORT.title == "", _REPORT.text), else_=None),
).where(among(_REPORT.id))


def beside_in(outline: Outline, statement_id: str) -> Beside | None:
    """Return the same as `find_beside` from an outline; None where the statement is of no event, or not there."""
    statement = outline.numbers_of["statements"].get(statement_id, NONE)
    if statement == NONE or (event := outline.statement_events[statement]) == NONE:
        return None
    ranks = outline.sources_ranks
    ordered = sorted(outline.event_statements.of(event), key=ranks.__getitem__)
    place = ordered.index(statement)
    before = outline.statement_ids[ordered[place - 1]] if place else None
    after = outline.statement_ids[ordered[place + 1]] if place + 1 < len(ordered) else None
    return before, after


def find_beside(connection: Connection, statement_id: str) -> Beside:
    """Return the statements before and after this one at its event, best corroborated first; none where there is no such."""
    statement = schema.statements.c
    columns = (statement.event_id, statement.lineages, statement.reports, statement.place)
    row = connection.execute(select(*columns).where(statement.id == statement_id)).first()
    if row is None:
        return None, None
    order = (statement.lineages.desc(), statement.reports.desc(), statement.place)
    turned = (statement.lineages, statement.reports, statement.place.desc())
    here = select(statement.id).where(statement.event_id.is_not_distinct_from(row.event_id))
    return (
        connection.scalar(here.where(_stands_off(row, before=True)).order_by(*turned).limit(1)),
        connection.scalar(here.where(_stands_off(row, before=False)).order_by(*order).limit(1)),
    )


def _stands_off(row: Row[*tuple[Any, ...]], *, before: bool) -> ColumnElement[bool]:
    """Return what is true of the statements before, or after, `row` in that order."""
    lineages, reports, place = (schema.statements.c[name] for name in ("lineages", "reports", "place"))
    more, fewer, further = (
        (lineages > row.lineages, reports > row.reports, place < row.place)
        if before
        else (lineages < row.lineages, reports < row.reports, place > row.place)
    )
    same_lineages, same_reports = lineages == row.lineages, reports == row.reports
    return or_(more, and_(same_lineages, or_(fewer, and_(same_reports, further))))


def find_titles(
    connection: Connection, report_ids: Sequence[str]
) -> dict[str, tuple[str | None, str | None]]:
    """Return outlet (None where it is not known) and title of these reports by id; without a title the first words of its text."""
    rows = rows_among(connection, _TITLES, report_ids)
    return {row[0]: (row[1], row[2] or first_words(row[3])) for row in rows}
