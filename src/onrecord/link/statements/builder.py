"""Statements built of their attributions and variants: who said it, at which event, when, and how many carry it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.dates.entry_stamps import find_day_of_writing, find_entry_day, find_stamps
from onrecord.link.dates.said import resolve_said
from onrecord.link.dates.told_between import say_by_reports, settle_day
from onrecord.link.statements.corroboration import corroborate, find_origins
from onrecord.model.ids import shared_id
from onrecord.model.statement import Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.copies.copies import Copy
    from onrecord.link.dates.entry_stamps import Stamp
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.moment import Moment
    from onrecord.model.report import Report
    from onrecord.model.statement import Event, Variant


class StatementBuilder:
    """Builds the statements of one pile.

    Args:
        readings: by report id.
        entity_of: entity id by chain id.
        events_of: the event of each report.
        copies: pairs of reports with their copied passages.
        written: the day each report was written, of those whose day is known.
    """

    def __init__(
        self,
        readings: Mapping[str, Reading],
        entity_of: Mapping[str, str],
        events_of: Mapping[str, Event],
        copies: Iterable[Copy],
        written: Mapping[str, Moment],
    ) -> None:
        self._readings = readings
        self._entity_of = entity_of
        self._events_of = events_of
        self._copies_of = _by_report(copies)
        self._written = written
        self._stamps: dict[str, tuple[Stamp, ...]] = {}
        self._days: dict[str, Moment | None] = {}
        self._origins: dict[str, tuple[str, ...]] = {}

    def statement(self, members: Sequence[Attribution], variants: tuple[Variant, ...]) -> Statement:
        """Build a statement. It was said when the report of its base wording tells, and by the first report of it."""
        readings, entity_of = self._readings, self._entity_of
        reports = {member.report_id: readings[member.report_id].report for member in members}
        base = next(member for member in members if member.id == variants[0].attribution_ids[0])
        event = self._events_of[base.report_id]
        speakers = {entity_of[chain] for member in members for chain in member.speakers if chain in entity_of}
        return Statement(
            id=shared_id("s", (member.id for member in members)),
            speaker_ids=tuple(sorted(speakers)),
            event_id=event.id,
            said=self._said(base, members, frozenset(variants[0].attribution_ids)),
            variants=variants,
            corroboration=corroborate(members, reports, self._copies_of, self._find_origins),
        )

    def _find_origins(self, report: Report) -> tuple[str, ...]:
        if report.id not in self._origins:
            self._origins[report.id] = find_origins(report)
        return self._origins[report.id]

    def _said(
        self, base: Attribution, members: Sequence[Attribution], wording: frozenset[str]
    ) -> Moment | None:
        """Return when words were said; `wording` are the ids of the attributions that have those of `base`."""
        others = (self._said_by(one) for one in members if one.id in wording and one.id != base.id)
        return say_by_reports(settle_day(self._said_by(base), others), map(self._written_at, members))

    def _said_by(self, member: Attribution) -> Moment | None:
        event = self._events_of[member.report_id]
        reading = self._readings[member.report_id]
        return resolve_said(reading, member, event.date, written=self._written_at(member))

    def _written_at(self, member: Attribution) -> Moment | None:
        """Return the day on which an attribution was written: that of its entry in a live blog, else of its report."""
        key = member.report_id
        if key not in self._stamps:
            self._stamps[key] = find_stamps(self._readings[key])
            self._days[key] = find_day_of_writing(self._readings[key], self._written.get(key))
        return find_entry_day(self._stamps[key], member.content[0].start) or self._days[key]


def _by_report(copies: Iterable[Copy]) -> Mapping[str, tuple[Copy, ...]]:
    by_report: dict[str, list[Copy]] = {}
    for copy in copies:
        by_report.setdefault(copy.first, []).append(copy)
        by_report.setdefault(copy.second, []).append(copy)
    return {key: tuple(found) for key, found in by_report.items()}
