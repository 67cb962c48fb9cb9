"""What a record says that it did not say before it grew."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.contents import Contents
    from onrecord.model.problem import Problem
    from onrecord.model.report import Report
    from onrecord.model.statement import Event, Linked, Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What is new since last time, each in the order of the record.

    `corroborated` are statements that were known and stand in more independent reports than before. A statement or an
    event is new when nothing of it was known.
    """

    reports: tuple[Report, ...] = ()
    statements: tuple[Statement, ...] = ()
    corroborated: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_news(before: Contents, after: Contents) -> News:
    """Compare two states of one record, the later of which holds all reports of the earlier."""
    known = {reading.report.id for reading in before.readings}
    heard = frozenset(problems_of(before))
    carried = _lineages_by_attribution(before.linked)
    return News(
        reports=tuple(one.report for one in after.readings if one.report.id not in known),
        statements=tuple(one for one in after.linked.statements if not _known(one, carried)),
        corroborated=tuple(
            one
            for one in after.linked.statements
            if 0 < max(_known(one, carried), default=0) < one.corroboration.lineages
        ),
        events=tuple(one for one in after.linked.events if known.isdisjoint(one.report_ids)),
        problems=tuple(one for one in problems_of(after) if one not in heard),
    )


def _lineages_by_attribution(linked: Linked) -> dict[str, int]:
    return {
        attribution: statement.corroboration.lineages
        for statement in linked.statements
        for variant in statement.variants
        for attribution in variant.attribution_ids
    }


def _known(statement: Statement, carried: dict[str, int]) -> list[int]:
    """Return in how many independent reports each attribution of `statement` that was known stood."""
    members = (member for variant in statement.variants for member in variant.attribution_ids)
    return [carried[member] for member in members if member in carried]


def problems_of(contents: Contents) -> tuple[Problem, ...]:
    """Return all problems of a record: of places, of reports, and of the pile as a whole."""
    of_reports = (problem for reading in contents.readings for problem in reading.problems)
    return (*contents.problems, *of_reports, *contents.linked.problems)
