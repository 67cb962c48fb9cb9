"""Filters of a search as conditions on one row each, so that they cost only where a row already holds the words.

They ask the same as those of lists (`onrecord.record.room_asked`); a list asks them of all rows at once.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from onrecord.record import schema
from onrecord.record.room_asked import fitting_attributions, of_reports, of_statements
from onrecord.record.wanted import owners_within

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

    from onrecord.record.room_asked import Question


def of_statement(question: Question) -> list[ColumnElement[bool]]:
    """Return what must be true of a row of `statements`, but for words."""
    statement, member = schema.statements.c, schema.variant_attributions.c
    conditions = [*of_statements(_of_itself(question)), *_of_day(question, statement.id, "statement", "said")]
    if question.of_attributions:
        fitting = fitting_attributions(question, member.place).where(member.statement_id == statement.id)
        conditions.append(fitting.exists())
    return conditions


def of_report(question: Question) -> list[ColumnElement[bool]]:
    """Return what must be true of a row of `reports`, but for words."""
    report, attribution, member = schema.reports.c, schema.attributions.c, schema.variant_attributions.c
    only = replace(_of_itself(question), outlet_ids=question.outlet_ids)
    only = replace(only, asked=replace(only.asked, since=None, until=None, independent=0, unknown=False))
    conditions = [*of_reports(only), *_of_day(question, report.id, "report", "published")]
    said_by = replace(question, outlet_ids=None)
    if said_by.of_carried:
        statement = schema.statements.c
        fitting = fitting_attributions(said_by, member.place).where(attribution.report_id == report.id)
        if themselves := of_statements(replace(_of_itself(question), event_ids=None)):
            joined = schema.statements
            carried = joined.select().where(statement.id == member.statement_id, *themselves).exists()
            fitting = fitting.where(carried)
        conditions.append(fitting.exists())
    return conditions


def _of_itself(question: Question) -> Question:
    """Return what is asked of statements or reports themselves, not of attributions."""
    asked = replace(question.asked, manner=None, level=None)
    return replace(question, asked=asked, entity_ids=None, outlet_ids=None)


def _of_day(
    question: Question, column: ColumnElement[Any], kind: str, part: str
) -> list[ColumnElement[bool]]:
    asked = question.asked
    if asked.since is None and asked.until is None:
        return []
    within = owners_within(kind, part, asked.since, asked.until)
    return [within.where(schema.moments.c.owner_id == column).exists()]
