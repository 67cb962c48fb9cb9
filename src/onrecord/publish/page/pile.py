"""A record looked up from every side: by id, by speaker, by event; and the short numbers people speak of.

Numbers (S1, R2, E3) are for talking; they may shift when the pile grows. Ids stay, so links use ids.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.lexicon.crediting import credit_words, find_verb_group
from onrecord.publish.page.wording import UNKNOWN_SPEAKER, listing, said_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.contents import Contents
    from onrecord.model.moment import Moment
    from onrecord.model.statement import Entity, Event, Lineage, Statement, Variant

UNDATED = (date.max, date.max)


@dataclass(frozen=True, slots=True, kw_only=True)
class Pile:
    """The contents of a record with its members by id, and each sequence in reading order.

    `reports`: by event, then outlet. `events`: by time, undated last. `statements`: best corroborated first.
    """

    contents: Contents
    reports: tuple[Reading, ...]
    events: tuple[Event, ...]
    statements: tuple[Statement, ...]
    readings_by_id: Mapping[str, Reading]
    attributions_by_id: Mapping[str, Attribution]
    entities_by_id: Mapping[str, Entity]
    events_by_id: Mapping[str, Event]
    statements_by_attribution: Mapping[str, Statement]
    event_by_report: Mapping[str, Event]
    lineages_by_report: Mapping[str, tuple[Lineage, ...]]
    numbers: Mapping[str, str]

    def refuse_number(self, wanted: str) -> None:
        """Refuse what is the number of nothing that could be meant, and say which numbers there are.

        Raises:
            RecordError: when `wanted` is of the form of a number.
        """
        if is_number(wanted):
            counts = {"R": len(self.reports), "E": len(self.events), "S": len(self.statements)}
            given = listing([f"{letter}1 to {letter}{most}" for letter, most in counts.items() if most])
            raise RecordError(
                f"{wanted!r} is no number of what is asked for; given are {given or 'none'} (R: reports, E: events, S: statements)"
            )

    def members(self, statement: Statement) -> tuple[Attribution, ...]:
        """Return the attributions of `statement`, variant by variant."""
        return tuple(member for variant in statement.variants for member in self.members_of(variant))

    def members_of(self, variant: Variant) -> tuple[Attribution, ...]:
        """Return the attributions of `variant` in reading order of their reports."""
        found = (self.attributions_by_id[attribution_id] for attribution_id in variant.attribution_ids)
        return tuple(sorted(found, key=self.place))

    def place(self, attribution: Attribution) -> tuple[int, int]:
        """Return where in the reading order `attribution` stands: its report's number and its first character."""
        return int(self.numbers[attribution.report_id][1:]), attribution.content[0].start

    def speaker_words(self, entity_ids: Iterable[str]) -> str:
        """Return the names of speakers, or that they are unknown."""
        names = [self.entities_by_id[entity_id].name for entity_id in entity_ids]
        return listing(names) or UNKNOWN_SPEAKER

    def said_words(self, statement: Statement) -> str:
        """Say when `statement` was said; where nothing tells, that, and apart from it the day of its event."""
        event = self.events_by_id.get(statement.event_id or "")
        return said_words(statement.said, event.date if event else None)

    def cue_words(self, attribution: Attribution) -> str:
        """Return the words by which a report credits somebody, as a label: ``cue: denied``; nothing where it has none."""
        if attribution.cue is None:
            return ""
        text = self.readings_by_id[attribution.report_id].report.text
        return f"cue: {' '.join(find_verb_group(text, attribution.cue).of(text).split())}"

    def credit_words(self, attribution: Attribution) -> str:
        """Return the words that stand before content that is no direct speech, which alone would read as an assertion: denied."""
        return credit_words(attribution, self.readings_by_id[attribution.report_id].report.text)

    def when(self, statement: Statement) -> tuple[date, date, int]:
        """Return a sort key by time, that of the event where no other is known, then by place in the pile."""
        event = self.events_by_id.get(statement.event_id or "")
        first = min((self.place(member) for member in self.members(statement)), default=(0, 0))
        return (
            *time_key(statement.said or (event.date if event else None)),
            first[0] * 10_000_000 + first[1],
        )


def is_number(wanted: str) -> bool:
    """Tell whether `wanted` is of the form of a number that a page shows: R3, E1, S12."""
    return re.fullmatch(r"(?i)[RES][0-9]{1,9}", wanted) is not None


def time_key(moment: Moment | None) -> tuple[date, date]:
    """Return a sort key: by first possible day, then by last; unknown days last."""
    if moment is None or not (moment.earliest or moment.latest):
        return UNDATED
    earliest = moment.earliest or moment.latest or date.max
    return earliest, moment.latest or date.max


def pile_of(contents: Contents) -> Pile:
    """Look `contents` up from every side."""
    linked = contents.linked
    events = tuple(sorted(linked.events, key=lambda event: (time_key(event.date), event.id)))
    event_by_report = {report_id: event for event in events for report_id in event.report_ids}
    ranks = {event.id: rank for rank, event in enumerate(events)}
    reports = tuple(
        sorted(contents.readings, key=lambda reading: _report_key(reading, event_by_report, ranks))
    )
    statements_by_attribution = {
        attribution_id: statement
        for statement in linked.statements
        for variant in statement.variants
        for attribution_id in variant.attribution_ids
    }
    places = {
        attribution.id: (rank, attribution.content[0].start)
        for rank, reading in enumerate(reports)
        for attribution in reading.attributions
    }
    firsts: dict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for statement in linked.statements:
        members = [places[member] for variant in statement.variants for member in variant.attribution_ids]
        firsts[statement.id] = min(members, default=(0, 0))
    statements = tuple(
        sorted(
            linked.statements,
            key=lambda statement: (
                -statement.corroboration.lineages,
                -statement.corroboration.reports,
                ranks.get(statement.event_id or "", len(ranks)),
                firsts[statement.id],
                statement.id,
            ),
        )
    )
    return Pile(
        contents=contents,
        reports=reports,
        events=events,
        statements=statements,
        readings_by_id={reading.report.id: reading for reading in reports},
        attributions_by_id={one.id: one for reading in reports for one in reading.attributions},
        entities_by_id={entity.id: entity for entity in linked.entities},
        events_by_id={event.id: event for event in events},
        statements_by_attribution=statements_by_attribution,
        event_by_report=event_by_report,
        lineages_by_report=_lineages_by_report(linked.lineages),
        numbers={
            **{reading.report.id: f"R{number}" for number, reading in enumerate(reports, 1)},
            **{event.id: f"E{number}" for number, event in enumerate(events, 1)},
            **{statement.id: f"S{number}" for number, statement in enumerate(statements, 1)},
        },
    )


def _lineages_by_report(lineages: Iterable[Lineage]) -> dict[str, tuple[Lineage, ...]]:
    by_report: dict[str, list[Lineage]] = defaultdict(list)
    for lineage in lineages:
        copies = (passage.copy.report_id for passage in lineage.passages)
        for report_id in dict.fromkeys((*lineage.report_ids, *copies)):
            by_report[report_id].append(lineage)
    return {report_id: tuple(several) for report_id, several in by_report.items()}


def _report_key(
    reading: Reading, event_by_report: Mapping[str, Event], ranks: Mapping[str, int]
) -> tuple[int, str, str]:
    event = event_by_report.get(reading.report.id)
    outlet = reading.report.outlet
    return (
        ranks[event.id] if event else len(ranks),
        outlet.name if outlet else "\U0010ffff",
        reading.report.id,
    )
