"""The order of linking: copies, events, entities, days, stories, statements, divergences."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.link.copies import find_copies
from onrecord.link.corroboration import corroborate
from onrecord.link.dates import resolve_days
from onrecord.link.divergences import find_divergences
from onrecord.link.entities import resolve_entities
from onrecord.link.events import group_reports, name_event
from onrecord.link.lineages import group_lineages
from onrecord.link.outline import outline
from onrecord.link.said import resolve_said
from onrecord.link.statements import group_attributions
from onrecord.link.stories import group_events
from onrecord.link.variants import relate_variants
from onrecord.link.wished import add_wished_copies, name_wished_origins, regroup
from onrecord.model.correction import Wishes
from onrecord.model.ids import shared_id
from onrecord.model.statement import Linked, Statement

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.copies import Copy
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.fact import Fact
    from onrecord.model.meaning import Meanings
    from onrecord.model.moment import Moment
    from onrecord.model.statement import Event, Variant
    from onrecord.settings import Settings

NO_WISHES: Final = Wishes()
NOTHING_TOLD: Final[Mapping[tuple[str, ...], tuple[Variant, ...]]] = {}


def link(
    readings: Iterable[Reading],
    settings: Settings,
    facts: Iterable[Fact] = (),
    meanings: Meanings | None = None,
    *,
    wishes: Wishes = NO_WISHES,
    told: Mapping[tuple[str, ...], tuple[Variant, ...]] = NOTHING_TOLD,
) -> Linked:
    """Link the readings of a pile, in whatever order they come.

    Days may rest on `facts` from outside; without `meanings`, statements are told by words and numbers alone. What persons
    wish outweighs what is found. `told` are variants of statements that were linked before, by the sorted ids of their
    members, none of which has changed since: they depend on their members alone, and are not told again.
    """
    pile = tuple(sorted(readings, key=lambda reading: reading.report.id))
    reports = {reading.report.id: reading.report for reading in pile}
    copies = add_wished_copies(find_copies(pile), wishes)
    outlines = {reading.report.id: outline(reading) for reading in pile}
    groups = group_reports(outlines, [copy.pair for copy in copies if copy.is_whole], wishes.copies)
    entities = resolve_entities(
        pile, groups, apart=(*settings.apart, *wishes.other_names), same=wishes.same_names
    )
    entity_of = {chain: entity.id for entity in entities for chain in entity.chain_ids}
    days = resolve_days(pile, groups, years=settings.years, facts=facts)
    events = tuple(
        name_event([reports[key] for key in group], outlines, days.events.get(group[0])) for group in groups
    )
    events_of = {key: event for event in events for key in event.report_ids}
    event_of = {key: event.id for key, event in events_of.items()}
    copies_of = _by_report(copies)
    readings_of = {reading.report.id: reading for reading in pile}
    texts = {key: report.text for key, report in reports.items()}
    grouped = group_attributions(
        pile, entity_of=entity_of, event_of=event_of, copies=copies, meanings=meanings
    )
    statements = [
        _statement(
            (members, told.get(_key(members)) or relate_variants(members, texts, meanings)),
            readings_of,
            entity_of,
            events_of,
            copies_of,
            days.reports,
        )
        for members in regroup(grouped, wishes, texts)
    ]
    return Linked(
        entities=entities,
        events=events,
        stories=group_events(events, outlines),
        lineages=name_wished_origins(group_lineages(pile, copies), wishes),
        statements=tuple(
            sorted((_dated(one, wishes) for one in statements), key=lambda statement: statement.id)
        ),
        divergences=find_divergences(
            events,
            readings_of,
            statements=statements,
            entities=entities,
        ),
        report_dates=days.reports,
        problems=days.problems,
    )


def _key(members: Iterable[Attribution]) -> tuple[str, ...]:
    return tuple(sorted(member.id for member in members))


def _statement(
    told: tuple[Sequence[Attribution], tuple[Variant, ...]],
    readings: Mapping[str, Reading],
    entity_of: Mapping[str, str],
    events_of: Mapping[str, Event],
    copies_of: Mapping[str, tuple[Copy, ...]],
    written: Mapping[str, Moment],
) -> Statement:
    """Build a statement of its attributions and variants. It was said when the report of its base wording tells."""
    members, variants = told
    reports = {member.report_id: readings[member.report_id].report for member in members}
    base = next(member for member in members if member.id == variants[0].attribution_ids[0])
    event = events_of[base.report_id]
    speakers = {entity_of[chain] for member in members for chain in member.speakers if chain in entity_of}
    return Statement(
        id=shared_id("s", (member.id for member in members)),
        speaker_ids=tuple(sorted(speakers)),
        event_id=event.id,
        said=resolve_said(readings[base.report_id], base, event.date, written=written.get(base.report_id)),
        variants=variants,
        corroboration=corroborate(members, reports, copies_of),
    )


def _dated(statement: Statement, wishes: Wishes) -> Statement:
    """Return a statement with the day that a person gives for words of it."""
    members = sorted(key for variant in statement.variants for key in variant.attribution_ids)
    given = next((wishes.said[key] for key in members if key in wishes.said), None)
    return replace(statement, said=given) if given else statement


def _by_report(copies: Iterable[Copy]) -> Mapping[str, tuple[Copy, ...]]:
    by_report: dict[str, list[Copy]] = {}
    for copy in copies:
        by_report.setdefault(copy.first, []).append(copy)
        by_report.setdefault(copy.second, []).append(copy)
    return {key: tuple(found) for key, found in by_report.items()}
