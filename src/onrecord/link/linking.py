"""The order of linking: copies, events, entities, days, stories, statements, divergences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.corroboration import corroborate
from onrecord.link.dates import resolve_days
from onrecord.link.divergences import find_divergences
from onrecord.link.entities import resolve_entities
from onrecord.link.events import group_reports, name_event
from onrecord.link.likeness import score_pairs
from onrecord.link.lineages import find_copies, group_lineages
from onrecord.link.outline import outline
from onrecord.link.statements import group_attributions
from onrecord.link.stories import group_events
from onrecord.link.variants import relate_variants
from onrecord.model.ids import shared_id
from onrecord.model.statement import Linked, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.link.lineages import Copy
    from onrecord.model.attribution import Reading
    from onrecord.settings import Settings


def link(readings: Iterable[Reading], settings: Settings) -> Linked:
    """Link the readings of a pile, in whatever order they come."""
    pile = tuple(sorted(readings, key=lambda reading: reading.report.id))
    reports = {reading.report.id: reading.report for reading in pile}
    texts = {key: report.text for key, report in reports.items()}
    copies = find_copies(pile)
    outlines = {reading.report.id: outline(reading) for reading in pile}
    groups = group_reports(outlines, score_pairs(outlines), [copy.pair for copy in copies])
    entities = resolve_entities(pile, groups)
    entity_of = {chain: entity.id for entity in entities for chain in entity.chain_ids}
    days = resolve_days(pile, groups, years=settings.years)
    events = tuple(
        name_event([reports[key] for key in group], outlines, days.events.get(group[0])) for group in groups
    )
    event_of = {key: event.id for event in events for key in event.report_ids}
    copies_of = _by_report(copies)
    statements = tuple(
        Statement(
            id=shared_id("s", (member.id for member in members)),
            speaker_ids=tuple(
                sorted(
                    {
                        entity_of[chain]
                        for member in members
                        for chain in member.speakers
                        if chain in entity_of
                    }
                )
            ),
            event_id=min(event_of[member.report_id] for member in members),
            said=None,
            variants=relate_variants(members, texts),
            corroboration=corroborate(members, reports, copies_of),
        )
        for members in group_attributions(pile, entity_of=entity_of, event_of=event_of, copies=copies)
    )
    return Linked(
        entities=entities,
        events=events,
        stories=group_events(events, outlines),
        lineages=group_lineages(pile, copies),
        statements=tuple(sorted(statements, key=lambda statement: statement.id)),
        divergences=find_divergences(events, reports),
        report_dates=days.reports,
        problems=days.problems,
    )


def _by_report(copies: Iterable[Copy]) -> Mapping[str, tuple[Copy, ...]]:
    by_report: dict[str, list[Copy]] = {}
    for copy in copies:
        by_report.setdefault(copy.first, []).append(copy)
        by_report.setdefault(copy.second, []).append(copy)
    return {key: tuple(found) for key, found in by_report.items()}
