"""Rows to values: a record as a whole, and the parts of it that belong to no one report."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model.contents import Contents, MadeWith, ModelCard
from onrecord.model.fact import Fact
from onrecord.model.report import Capture
from onrecord.model.statement import Linked
from onrecord.record.contents.corrections import restore_corrections
from onrecord.record.contents.restore import problem_of, restore_readings
from onrecord.record.contents.restore_shared import (
    restore_divergences,
    restore_entities,
    restore_events,
    restore_lineages,
    restore_statements,
    restore_stories,
    restore_wordings,
)
from onrecord.record.rows import schema
from onrecord.record.rows.collecting import uncollected
from onrecord.record.rows.fetch import All, Cited, day_of, find_all, find_moments
from onrecord.record.rows.seal import PART

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row, Table

    from onrecord.model.moment import Moment
    from onrecord.model.problem import Problem


_FACTS = select(*(column for column in schema.facts.c if column.name != "place")).order_by(
    schema.facts.c.place
)


def restore_contents(connection: Connection) -> Contents:
    """Return everything a record holds: what was written, value for value."""
    with uncollected():
        return Contents(
            made_with=restore_made_with(connection),
            captures=restore_captures(connection),
            readings=restore_readings(connection, All(find_report_ids(connection))),
            linked=Linked(
                entities=restore_entities(connection, _ids(connection, schema.entities)),
                events=restore_events(connection),
                stories=restore_stories(connection),
                lineages=restore_lineages(connection),
                statements=restore_statements(connection, _ids(connection, schema.statements)),
                divergences=restore_divergences(connection),
                problems=restore_problems(connection, "link"),
                report_dates=restore_report_dates(connection),
            ),
            problems=restore_problems(connection, "pile"),
            corrections=restore_corrections(connection),
        )


def restore_before(connection: Connection) -> Contents:
    """Return what a record grows from: all of it but its captures and what is told anew whenever it grows.

    Of what reports share, the wordings of statements and how many carry each are there, and problems.
    """
    with uncollected():
        return Contents(
            made_with=restore_made_with(connection),
            captures=(),
            readings=restore_readings(connection, All(find_report_ids(connection))),
            linked=Linked(
                statements=restore_wordings(connection, _ids(connection, schema.statements)),
                problems=restore_problems(connection, "link"),
            ),
            problems=restore_problems(connection, "pile"),
            corrections=restore_corrections(connection),
        )


def find_report_ids(connection: Connection) -> list[str]:
    """Return the ids of all reports, sorted: a record that grew keeps its rows in the order in which they came."""
    return sorted(connection.scalars(select(schema.reports.c.id)))


def restore_captures(connection: Connection) -> tuple[Capture, ...]:
    """Return the bytes that came in, sorted by id."""
    return tuple(sorted(map(capture_of, find_all(connection, schema.captures)), key=lambda one: one.id))


def capture_of(row: Row[Any]) -> Capture:
    """Return the capture of a row."""
    # Another program's edit may have made text of the bytes; `check` then says that they are others.
    payload = row.payload.encode("utf-8") if isinstance(row.payload, str) else row.payload
    declared = json.loads(row.declared)
    return Capture(
        id=row.id, payload=payload, media_type=row.media_type, locator=row.locator, declared=declared
    )


def _ids(connection: Connection, table: Table) -> list[str]:
    return All(connection.scalars(select(table.c.id).order_by(table.c.place)))


def restore_made_with(connection: Connection) -> MadeWith:
    """Return the program, settings and models that a record was made with."""
    values: dict[str, dict[str, str]] = {"program": {}, "years": {}, "setting": {}, "fact": {}}
    for row in find_all(connection, schema.made_with):
        if row.part != PART:
            values[row.part][row.name] = row.value
    return MadeWith(
        onrecord=values["program"]["onrecord"],
        settings=values["setting"],
        models=tuple(
            ModelCard(name=row.name, version=row.version, sha256=row.sha256)
            for row in find_all(connection, schema.models)
        ),
        years=(int(values["years"]["first"]), int(values["years"]["last"])),
        facts=tuple(_fact_of(**row) for row in connection.execute(_FACTS).mappings()),
        given=tuple(_fact_of(**json.loads(value)) for value in values["fact"].values()),
    )


def _fact_of(*, first: str | None, last: str | None, **values: str) -> Fact:
    return Fact(first=day_of(first), last=day_of(last), **values)


def restore_report_dates(connection: Connection) -> dict[str, Moment]:
    """Return the day of publication of each report that has one, by report id."""
    moment = schema.moments.c
    dated = select(moment.owner_id).where(moment.owner_kind == "report", moment.part == "published")
    ids = All(connection.scalars(dated.order_by(moment.place)))
    return find_moments(connection, "report", "published", ids, Cited(connection, "report", ids))


def restore_problems(connection: Connection, found_in: str) -> tuple[Problem, ...]:
    """Return the problems that one part of the record keeps: pile, report or link."""
    table = schema.problems
    query = select(table).where(table.c.found_in == found_in).order_by(table.c.reading_id, table.c.place)
    return tuple(problem_of(row) for row in connection.execute(query))
