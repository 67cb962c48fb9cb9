"""A part of a record as contents of their own: what one page needs, at the cost of that page."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.model.attribution import Reading
from onrecord.model.contents import Contents
from onrecord.record.contents.restore import (
    chains_of,
    restore_attributions,
    restore_readings,
    restore_reports,
)
from onrecord.record.contents.restore_shared import (
    restore_events,
    restore_lineages,
    restore_statements,
)
from onrecord.record.room.slice_links import link_slice, restore_named
from onrecord.record.rows import schema
from onrecord.record.rows.collecting import uncollected
from onrecord.record.rows.fetch import among, find_rows, rows_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from sqlalchemy import Connection

    from onrecord.model.attribution import Attribution
    from onrecord.model.contents import MadeWith
    from onrecord.model.statement import Entity, Event, Lineage, Linked, Statement
    from onrecord.record.room.slice_links import Chosen

ROLES_SHOWN = 3
"""Of the places where a role is told, so many bring their reports along."""
_HELD, _STATEMENT, _CHAIN = schema.variant_attributions.c, schema.statements.c, schema.entity_chains.c
_HOLDERS = select(_HELD.statement_id).where(among(_HELD.attribution_id))
_PLACES = select(_STATEMENT.id, _STATEMENT.place).where(among(_STATEMENT.id))
_CHAINS = select(_CHAIN.entity_id, _CHAIN.place, _CHAIN.chain_id).where(among(_CHAIN.chain_id))


def restore_slice(connection: Connection, chosen: Chosen, made_with: MadeWith) -> Contents:
    """Return the part of the record that `chosen` asks for; `Record.slice` says what is in it."""
    with uncollected():
        return _restore_slice(connection, chosen, made_with)


def _restore_slice(connection: Connection, chosen: Chosen, made_with: MadeWith) -> Contents:
    whole = restore_readings(connection, sorted(set(chosen.report_ids)))
    own = {one.id for reading in whole for one in reading.attributions}
    statements = _find_statements(connection, chosen.statement_ids, sorted(own))
    members = [one for some in statements for variant in some.variants for one in variant.attribution_ids]
    rows = find_rows(connection, schema.attributions, "id", [one for one in members if one not in own])
    others = restore_attributions(connection, [row for some in rows.values() for row in some])
    entities = _find_entities(connection, chosen, whole, others, statements)
    lineages = restore_lineages(connection, sorted(set(chosen.lineage_ids)))
    events = restore_events(connection, sorted({*chosen.event_ids, *_events_of(statements)}))
    named = {one.report_id for one in others} | _told_places(entities) | _members(lineages, events, chosen)
    trimmed = _restore_trimmed(connection, sorted(named - {one.report.id for one in whole}), others)
    readings = tuple(sorted((*whole, *trimmed), key=lambda one: one.report.id))
    linked = link_slice(
        connection, readings, entities=entities, events=events, statements=statements, chosen=chosen
    )
    used = _used_facts(linked)
    facts = tuple(fact for fact in made_with.facts if fact.id in used)
    return Contents(
        made_with=replace(made_with, facts=facts, given=()), captures=(), readings=readings, linked=linked
    )


def _used_facts(linked: Linked) -> set[str]:
    """Return the ids of the facts that a day of these rests on."""
    days = [*(one.date for one in linked.events), *(one.said for one in linked.statements)]
    days += linked.report_dates.values()
    return {fact for day in days if day is not None for fact in day.facts}


def _find_statements(
    connection: Connection, ids: Sequence[str], attribution_ids: Sequence[str]
) -> tuple[Statement, ...]:
    """Return the statements of these ids, and those that hold these attributions, in the record's order."""
    wanted = {*ids, *(row[0] for row in rows_among(connection, _HOLDERS, attribution_ids))}
    places = {row[0]: row[1] for row in rows_among(connection, _PLACES, sorted(wanted))}
    return restore_statements(connection, sorted(places, key=lambda one: places[one]))


def _events_of(statements: Iterable[Statement]) -> set[str]:
    return {one.event_id for one in statements if one.event_id is not None}


def _told_places(entities: Iterable[Entity]) -> set[str]:
    """Return the reports that the first places of each role stand in."""
    return {
        place.report_id
        for entity in entities
        for role in entity.roles
        for place in role.evidence[:ROLES_SHOWN]
    }


def _members(lineages: Iterable[Lineage], events: Iterable[Event], chosen: Chosen) -> set[str]:
    """Return the reports of the lineages, and of those events that were asked for."""
    asked = set(chosen.event_ids)
    reports = {report_id for event in events if event.id in asked for report_id in event.report_ids}
    return reports | {report_id for lineage in lineages for report_id in lineage.report_ids}


def _find_entities(
    connection: Connection,
    chosen: Chosen,
    whole: Iterable[Reading],
    others: Iterable[Attribution],
    statements: Iterable[Statement],
) -> tuple[Entity, ...]:
    """Return the entities asked for in full, and the others that anything here names without their roles.

    Chains are those of the slice only: of who speaks in many reports, most are not in it.
    """
    chain_ids = {chain.id for reading in whole for chain in reading.chains}
    chain_ids.update(speaker for one in others for speaker in one.speakers)
    chains: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for row in rows_among(connection, _CHAINS, sorted(chain_ids)):
        chains[row[0]].append((row[1], row[2]))
    asked = set(chosen.speaker_ids)
    wanted = {*chains, *asked, *(speaker for one in statements for speaker in one.speaker_ids)}
    return restore_named(connection, sorted(wanted), chains=chains, in_full=asked)


def _restore_trimmed(
    connection: Connection, report_ids: Sequence[str], attributions: Sequence[Attribution]
) -> list[Reading]:
    """Return these reports with their texts, and of what was read in them only `attributions` and the chains that speak in them."""
    by_report: defaultdict[str, list[Attribution]] = defaultdict(list)
    for one in attributions:
        by_report[one.report_id].append(one)
    rows = find_rows(
        connection, schema.chains, "id", sorted({speaker for one in attributions for speaker in one.speakers})
    )
    rows_by_report: defaultdict[str, list[Any]] = defaultdict(list)
    for row in (row for some in rows.values() for row in some):
        rows_by_report[row.report_id].append(row)
    chains = chains_of(connection, rows_by_report)
    return [
        Reading(
            report=report,
            chains=chains.get(report.id, ()),
            timexes=(),
            sentences=(),
            attributions=tuple(sorted(by_report[report.id], key=lambda one: (one.content, one.id))),
        )
        for report in restore_reports(connection, report_ids)
    ]
