"""Pages of what is told beside statements: problems, divergences and lineages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import case, func, select

from onrecord.model.listing import Order
from onrecord.record.contents.restore import problem_of
from onrecord.record.contents.restore_shared import restore_divergences, restore_lineages
from onrecord.record.outline.asked import of_reports
from onrecord.record.rows import schema

if TYPE_CHECKING:
    from sqlalchemy import Connection, Select

    from onrecord.model.problem import Problem
    from onrecord.model.statement import Divergence, Lineage
    from onrecord.record.outline.asked import Question

_PARTS = {"pile": 0, "report": 1, "link": 2}


def find_problems(connection: Connection, question: Question) -> tuple[tuple[Problem, ...], int]:
    """Return a page of the problems, and how many there are: of places, of reports, of the pile as a whole.

    Where reports are asked for, only theirs are.
    """
    problem = schema.problems.c
    query = select(schema.problems)
    fitting = select(schema.reports.c.id).where(*of_reports(question))
    if fitting.whereclause is not None:
        query = query.where(func.coalesce(problem.report_id, problem.reading_id).in_(fitting))
    ordered = query.order_by(
        case(_PARTS, value=problem.found_in), func.coalesce(problem.reading_id, ""), problem.place
    )
    rows, total = _page(connection, ordered, question)
    return tuple(problem_of(row) for row in rows), total


def find_divergences(connection: Connection, question: Question) -> tuple[tuple[Divergence, ...], int]:
    """Return a page of the divergences, and how many there are; where reports are asked for, those with a side in one."""
    fitting = select(schema.reports.c.id).where(*of_reports(question))
    cited = schema.citations.c
    query = select(schema.divergences.c.place)
    if fitting.whereclause is not None:
        sides = select(cited.owner_id).where(cited.owner_kind == "divergence", cited.report_id.in_(fitting))
        places = sorted({int(place) for place in connection.scalars(sides)})
        page = places[question.asked.first : question.asked.first + question.asked.most]
        return restore_divergences(connection, page), len(places)
    rows, total = _page(connection, query.order_by(schema.divergences.c.place), question)
    return restore_divergences(connection, [row.place for row in rows]), total


def place_divergences(connection: Connection) -> dict[str, int]:
    """Return at which place of its table each divergence stands, by its id."""
    places = connection.scalars(select(schema.divergences.c.place).order_by(schema.divergences.c.place))
    found = restore_divergences(connection)
    return {one.id: place for one, place in zip(found, places, strict=True)}


def find_lineages(connection: Connection, question: Question) -> tuple[tuple[Lineage, ...], int]:
    """Return a page of the lineages, and how many there are; where reports are asked for, those that hold one."""
    member, lineage = schema.lineage_reports.c, schema.lineages.c
    query = select(lineage.id)
    fitting = select(schema.reports.c.id).where(*of_reports(question))
    if fitting.whereclause is not None:
        query = query.where(lineage.id.in_(select(member.lineage_id).where(member.report_id.in_(fitting))))
    sizes = select(func.count()).where(member.lineage_id == lineage.id).scalar_subquery()
    by_size = () if question.asked.order is Order.TIME else (sizes.desc(),)
    rows, total = _page(connection, query.order_by(*by_size, lineage.place), question)
    found = {one.id: one for one in restore_lineages(connection, [row.id for row in rows])}
    return tuple(found[row.id] for row in rows), total


def _page(connection: Connection, query: Select[Any], question: Question) -> tuple[list[Any], int]:
    counted = select(func.count()).select_from(query.order_by(None).subquery())
    page = query.offset(question.asked.first).limit(question.asked.most)
    return list(connection.execute(page)), connection.scalar(counted) or 0
