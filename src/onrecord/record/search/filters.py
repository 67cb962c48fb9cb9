"""Filters of a search, asked in the way that costs least: of all rows at once where few fit, else of each row that has the words.

Either way they ask the same as those of lists (`onrecord.record.outline.asked`). Common words are in most rows and usual filters
(a speaker, an outlet, a month) fit few: then only these are looked at. Where many fit, so do many of those that hold the words,
and the first of them are soon found.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import select

from onrecord.model.listing import Asked
from onrecord.record.outline.asked import fitting_attributions, of_days, of_reports, of_statements
from onrecord.record.rows import schema
from onrecord.record.rows.wanted import owners_within

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from onrecord.record.outline.asked import Question

FEW: Final = 10000
"""Rows that a filter may fit and still be told one by one."""


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a filter leaves: the places of the few rows that fit, or else conditions on each row; neither where nothing is asked."""

    places: tuple[int, ...] | None = None
    conditions: tuple[ColumnElement[bool], ...] = ()


def narrow_variants(connection: Connection, question: Question) -> Narrowed:
    """Return what is left of `variants`; conditions are on rows of `statements`."""
    statement, variant = schema.statements.c, schema.variants.c
    whole = [*of_statements(question), *of_days(question, statement.id, "statement", "said")]
    if not whole:
        return Narrowed()
    query = select(variant.place).join(schema.statements, statement.id == variant.statement_id).where(*whole)
    return _narrowed(connection, query, of_statement(question))


def narrow_reports(connection: Connection, question: Question) -> Narrowed:
    """Return what is left of `reports`; conditions are on its rows."""
    whole = of_reports(question)
    if not whole:
        return Narrowed()
    return _narrowed(connection, select(schema.reports.c.place).where(*whole), of_report(question))


def filter_of(asked: Asked) -> Asked:
    """Return what of `asked` its filters depend on."""
    return replace(asked, words="", first=0, most=1, order=Asked().order)


def _narrowed(connection: Connection, query: Any, conditions: list[ColumnElement[bool]]) -> Narrowed:
    places = tuple(sorted(connection.scalars(query.limit(FEW + 1)).all()))
    return Narrowed(places=places) if len(places) <= FEW else Narrowed(conditions=tuple(conditions))


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
