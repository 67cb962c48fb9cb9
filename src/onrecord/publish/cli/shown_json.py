"""What ``show --json`` prints: members as the record format has them, so that one reader serves both."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.publish.export.record_json import (
    attribution_as_json,
    events_by_report,
    problem_as_json,
    report_as_json,
)
from onrecord.publish.export.shared_json import (
    divergence_as_json,
    event_as_json,
    speaker_as_json,
    statement_as_json,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from onrecord.model.statement import Statement
    from onrecord.publish.cli.asked import Answer

Json = dict[str, Any]


def statements(answer: Answer) -> list[Json]:
    """Return the statements asked for."""
    return [statement_as_json(statement) for statement in answer.statements]


def events(answer: Answer) -> list[Json]:
    """Return the events asked for, in order of time."""
    return [event_as_json(event) for event in answer.events]


def speakers(answer: Answer) -> list[Json]:
    """Return the speakers asked for, each with the ids of those statements."""
    said: dict[str, list[str]] = {}
    for statement in answer.statements:
        for entity_id in statement.speaker_ids:
            said.setdefault(entity_id, []).append(statement.id)
    return [
        {**speaker_as_json(entity), "statements": said[entity.id]}
        for entity in answer.speakers
        if entity.id in said
    ]


def reports(answer: Answer) -> list[Json]:
    """Return the reports asked for, without their text."""
    linked = answer.pile.contents.linked
    event_of = events_by_report(linked.events)
    listed: list[Json] = []
    for reading in answer.reports:
        report = reading.report
        members = report_as_json(report, linked.report_dates.get(report.id), event_of.get(report.id))
        listed.append({name: value for name, value in members.items() if name not in {"text", "zones"}})
    return listed


def divergences(answer: Answer) -> list[Json]:
    """Return all divergences."""
    return [divergence_as_json(divergence) for divergence in answer.pile.contents.linked.divergences]


def problems(answer: Answer) -> list[Json]:
    """Return all problems."""
    return [problem_as_json(problem) for problem in answer.problems]


def statement(answer: Answer, one: Statement) -> Json:
    """Return one statement with the attributions it rests on and where each report was found."""
    pile = answer.pile
    entity_by_chain = pile.contents.linked.entity_by_chain()
    ids = {member: held.id for member, held in pile.statements_by_attribution.items()}
    members: list[Json] = []
    for member in pile.members(one):
        path = pile.readings_by_id[member.report_id].report.paths
        members.append(
            {**attribution_as_json(member, entity_by_chain, ids), "path": path[0] if path else None}
        )
    return {**statement_as_json(one), "attributions": members}


SHOWN: Mapping[str, Callable[[Answer], list[Json]]] = {
    "statements": statements,
    "events": events,
    "timeline": events,
    "speakers": speakers,
    "reports": reports,
    "divergences": divergences,
    "problems": problems,
}
