"""Rows of outlets: what each published, copied, and carries alone."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.model.listing import Order, OutletRow
from onrecord.record import schema
from onrecord.record.room_events import holds_words
from onrecord.record.room_reports import select_reports
from onrecord.record.room_statements import select_statements

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record.room_asked import Question
    from onrecord.record.room_copies import Copies


def outlet_rows(connection: Connection, question: Question, copies: Copies) -> tuple[OutletRow, ...]:
    """Return the rows of all outlets that published a report that fits, those with most reports first.

    Reports of no named outlet are in no row. By time, outlets stand in the order of their names: none has a day of its own.
    """
    names: dict[str, str] = {}
    reports: Counter[str] = Counter()
    copied: Counter[str] = Counter()
    report = schema.reports.c
    query = select_reports(question).with_only_columns(report.id, report.outlet_id, report.outlet_name)
    for row in connection.execute(query.order_by(report.id)):
        if row.outlet_id is None or not holds_words(row.outlet_name, question.asked.words):
            continue
        names.setdefault(row.outlet_id, row.outlet_name)
        reports[row.outlet_id] += 1
        copied[row.outlet_id] += row.id in copies.copies
    carried, alone = _count_carried(connection, question)
    rows = [
        OutletRow(
            id=outlet_id,
            name=name,
            reports=reports[outlet_id],
            copies=copied[outlet_id],
            statements=carried[outlet_id],
            alone=alone[outlet_id],
        )
        for outlet_id, name in names.items()
    ]
    if question.asked.order is Order.TIME:
        return tuple(sorted(rows, key=lambda row: (row.name.casefold(), row.name, row.id)))
    return tuple(sorted(rows, key=lambda row: (-row.reports, row.name.casefold(), row.name, row.id)))


def _count_carried(connection: Connection, question: Question) -> tuple[Counter[str], Counter[str]]:
    """Count, by outlet, the statements that fit, and those of them that no report of another, or unnamed, outlet carries."""
    member, attribution, report = schema.variant_attributions.c, schema.attributions.c, schema.reports.c
    outlets = {row[0]: row[1] for row in connection.execute(select(report.id, report.outlet_id))}
    query = select(member.statement_id, attribution.report_id).join_from(
        schema.variant_attributions, schema.attributions, attribution.id == member.attribution_id
    )
    fitting = select_statements(question)
    if fitting.whereclause is not None:
        query = query.where(member.statement_id.in_(fitting))
    carriers: defaultdict[str, set[str | None]] = defaultdict(set)
    for statement_id, report_id in connection.execute(query).all():
        carriers[statement_id].add(outlets[report_id])
    carried: Counter[str] = Counter()
    alone: Counter[str] = Counter()
    for several in carriers.values():
        for outlet_id in several:
            if outlet_id is not None:
                carried[outlet_id] += 1
                alone[outlet_id] += len(several) == 1
    return carried, alone
