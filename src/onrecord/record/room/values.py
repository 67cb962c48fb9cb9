"""Whole values in the record's own order, a page at a time: what a record that is open over the network is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.model.listing import ReportDay
from onrecord.record.contents.restore import restore_attributions, restore_reports
from onrecord.record.contents.restore_shared import (
    restore_entities,
    restore_events,
    restore_lineages,
    restore_statements,
    restore_stories,
)
from onrecord.record.outline.fitting import fitting_reports, fitting_statements
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import Cited, find_moments, find_rows
from onrecord.record.rows.wanted import Wanted, find_attribution_places, find_speaker_ids

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from sqlalchemy import Connection

    from onrecord.record.outline.asked import Question
    from onrecord.record.outline.outline import Outline

    Find = Callable[[Connection, Outline, Question], Sequence[Any]]
    Tell = Callable[[Connection, Sequence[Any]], Sequence[Any]]


def _statements(connection: Connection, outline: Outline, question: Question) -> Sequence[str]:
    del connection
    return [outline.statement_ids[one] for one in sorted(fitting_statements(outline, question))]


def _attributions(connection: Connection, outline: Outline, question: Question) -> Sequence[int]:
    del outline
    asked = question.asked
    wanted = Wanted(
        speaker=asked.speaker,
        outlet=asked.outlet,
        since=asked.since,
        until=asked.until,
        manner=asked.manner,
        event=question.event_ids[0] if question.event_ids else asked.event,
    )
    return find_attribution_places(connection, wanted)


def _reports(connection: Connection, outline: Outline, question: Question) -> Sequence[str]:
    del connection
    return sorted(outline.report_ids[one] for one in fitting_reports(outline, question))


def _report_days(connection: Connection, outline: Outline, question: Question) -> Sequence[str]:
    del outline, question
    moment = schema.moments.c
    dated = select(moment.owner_id).where(moment.owner_kind == "report", moment.part == "published")
    return list(connection.scalars(dated.order_by(moment.place)))


def _tell_attributions(connection: Connection, ids: Sequence[str]) -> Sequence[Any]:
    rows = find_rows(connection, schema.attributions, "id", ids)
    return restore_attributions(connection, [row for some in rows.values() for row in some])


def _tell_placed_attributions(connection: Connection, places: Sequence[int]) -> Sequence[Any]:
    table = schema.attributions
    rows = {row.place: row for row in connection.execute(select(table).where(table.c.place.in_(places)))}
    return restore_attributions(connection, [rows[place] for place in places])


def _tell_report_days(connection: Connection, ids: Sequence[str]) -> Sequence[Any]:
    found = find_moments(connection, "report", "published", ids, Cited(connection, "report", ids))
    return [ReportDay(report_id=one, day=found[one]) for one in ids]


OF_ONE: Mapping[str, Tell] = {
    "s": restore_statements,
    "a": _tell_attributions,
    "e": restore_events,
    "t": restore_stories,
    "p": restore_entities,
    "r": restore_reports,
    "l": restore_lineages,
}
"""What makes values of ids, by the letter they begin with; the id of a divergence is that of its two places, which no table holds."""
VALUES: Mapping[str, tuple[Find, Tell]] = {
    "statements": (_statements, restore_statements),
    "attributions": (_attributions, _tell_placed_attributions),
    "events": (lambda _, outline, __: outline.event_ids, restore_events),
    "stories": (lambda _, outline, __: outline.story_ids, restore_stories),
    "speakers": (lambda connection, _, __: find_speaker_ids(connection), restore_entities),
    "reports": (_reports, restore_reports),
    "report-days": (_report_days, _tell_report_days),
}
"""For each kind of values, what finds the ids (or places) of all that fit, and what makes values of some, both in the record's order."""
