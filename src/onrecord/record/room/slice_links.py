"""What the reports of a slice share: trimmed to these reports, so that nothing in it leads outside."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.model.annotation import Kind
from onrecord.model.statement import Entity, Linked, Role
from onrecord.record.contents.restore_shared import restore_divergences, restore_lineages, restore_stories
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import Cited, among, find_moments, find_rows, rows_among

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from sqlalchemy import Connection

    from onrecord.model.attribution import Reading
    from onrecord.model.moment import Moment
    from onrecord.model.statement import Divergence, Event, Lineage, Statement, Story


_IN_STORY, _IN_LINEAGE, _CITED = schema.story_events.c, schema.lineage_reports.c, schema.citations.c
_STORIES = select(_IN_STORY.story_id).where(among(_IN_STORY.event_id))
_LINEAGES = select(_IN_LINEAGE.lineage_id).where(among(_IN_LINEAGE.report_id))
_DIVERGENCES = select(_CITED.owner_id).where(_CITED.owner_kind == "divergence", among(_CITED.report_id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What a slice is asked for, by today's ids."""

    statement_ids: tuple[str, ...] = ()
    report_ids: tuple[str, ...] = ()
    speaker_ids: tuple[str, ...] = ()
    event_ids: tuple[str, ...] = ()
    lineage_ids: tuple[str, ...] = ()


def restore_named(
    connection: Connection,
    ids: Sequence[str],
    *,
    chains: Mapping[str, Iterable[tuple[int, str]]],
    in_full: Collection[str],
) -> tuple[Entity, ...]:
    """Return the entities of these ids in the record's order, with these `chains` (each a place and an id) and no others.

    Those of `in_full` have their roles and the reasons for which chains were taken as one; others have neither.
    """
    rows = find_rows(connection, schema.entities, "id", ids)
    words = find_rows(connection, schema.entity_words, "entity_id", ids)
    asked = [one for one in ids if one in in_full]
    roles = find_rows(connection, schema.roles, "entity_id", asked)
    cited = Cited(connection, "entity", asked)
    found = (row for some in rows.values() for row in some)
    return tuple(
        Entity(
            id=row.id,
            name=row.name,
            aliases=tuple(word.words for word in words[row.id] if word.part == "alias"),
            kind=Kind(row.kind),
            roles=tuple(
                Role(title=role.title, evidence=cited.evidence(row.id, "role", role.number))
                for role in roles.get(row.id, ())
            ),
            chain_ids=tuple(chain_id for _, chain_id in sorted(chains.get(row.id, ()))),
            merges=tuple(word.words for word in words[row.id] if word.part == "merge" and row.id in in_full),
        )
        for row in sorted(found, key=lambda row: row.place)
    )


def link_slice(
    connection: Connection,
    readings: Sequence[Reading],
    *,
    entities: tuple[Entity, ...],
    events: Sequence[Event],
    statements: tuple[Statement, ...],
    chosen: Chosen,
) -> Linked:
    """Return what `readings` share: lineages, stories, divergences and days of theirs only."""
    report_ids = [reading.report.id for reading in readings]
    within = frozenset(report_ids)
    return Linked(
        entities=entities,
        events=tuple(_trimmed_event(event, within) for event in events),
        stories=_find_stories(connection, [event.id for event in events]),
        lineages=_find_lineages(connection, report_ids, within, frozenset(chosen.lineage_ids)),
        statements=statements,
        divergences=_find_divergences(connection, report_ids, within),
        report_dates=_find_dates(connection, report_ids),
    )


def _trimmed_event(event: Event, within: Collection[str]) -> Event:
    return replace(event, report_ids=tuple(one for one in event.report_ids if one in within))


def _find_stories(connection: Connection, event_ids: Sequence[str]) -> tuple[Story, ...]:
    ids = {row[0] for row in rows_among(connection, _STORIES, event_ids)}
    within = frozenset(event_ids)
    return tuple(
        replace(story, event_ids=tuple(one for one in story.event_ids if one in within))
        for story in restore_stories(connection, sorted(ids))
    )


def _find_lineages(
    connection: Connection, report_ids: Sequence[str], within: Collection[str], asked: Collection[str]
) -> tuple[Lineage, ...]:
    ids = {*asked, *(row[0] for row in rows_among(connection, _LINEAGES, report_ids))}
    return tuple(
        replace(
            lineage,
            report_ids=tuple(one for one in lineage.report_ids if one in within),
            evidence=tuple(one for one in lineage.evidence if one.report_id in within),
            passages=tuple(one for one in lineage.passages if one.copy.report_id in within),
        )
        for lineage in restore_lineages(connection, sorted(ids))
    )


def _find_divergences(
    connection: Connection, report_ids: Sequence[str], within: Collection[str]
) -> tuple[Divergence, ...]:
    """Return the divergences both of whose sides stand in the slice."""
    places = {int(row[0]) for row in rows_among(connection, _DIVERGENCES, report_ids)}
    found = restore_divergences(connection, sorted(places))
    return tuple(one for one in found if all(side.report_id in within for side in one.between))


def _find_dates(connection: Connection, report_ids: Sequence[str]) -> Mapping[str, Moment]:
    cited = Cited(connection, "report", report_ids)
    return find_moments(connection, "report", "published", report_ids, cited)
