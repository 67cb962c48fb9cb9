"""Rows to values, second half: what all reports share."""

from __future__ import annotations

from collections import defaultdict
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model.annotation import Kind
from onrecord.model.span import Span
from onrecord.model.statement import (
    Change,
    Corroboration,
    Difference,
    Divergence,
    Entity,
    Event,
    Lineage,
    Passage,
    Relation,
    Role,
    Slot,
    Statement,
    Story,
    Variant,
)
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import (
    All,
    Cited,
    among,
    find_all,
    find_columns,
    find_moments,
    find_rows,
    like,
    rows_among,
)

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Row, Select, Table

    from onrecord.model.moment import Moment


def restore_entities(connection: Connection, ids: Sequence[str]) -> tuple[Entity, ...]:
    """Return the entities of these ids, in the order of `ids`."""
    rows = find_rows(connection, schema.entities, "id", ids)
    words = find_rows(connection, schema.entity_words, "entity_id", ids)
    chains = find_rows(connection, schema.entity_chains, "entity_id", ids)
    roles = find_rows(connection, schema.roles, "entity_id", ids)
    cited = Cited(connection, "entity", ids)
    return tuple(
        Entity(
            id=row.id,
            name=row.name,
            aliases=tuple(word.words for word in words[row.id] if word.part == "alias"),
            kind=Kind(row.kind),
            roles=tuple(
                Role(title=role.title, evidence=cited.evidence(row.id, "role", role.number))
                for role in roles[row.id]
            ),
            chain_ids=tuple(chain.chain_id for chain in chains[row.id]),
            merges=tuple(word.words for word in words[row.id] if word.part == "merge"),
        )
        for entity_id in ids
        for row in rows[entity_id]
    )


def _find_some(
    connection: Connection, table: Table, wanted: Sequence[Any] | None, by: str = "id"
) -> list[Row[Any]]:
    if wanted is None:
        return All(find_all(connection, table))
    return sorted(rows_among(connection, _some_query(table, by), wanted), key=lambda row: row.place)


@cache
def _some_query(table: Table, by: str) -> Select[*tuple[Any, ...]]:
    return select(table).where(among(table.c[by]))


def restore_events(connection: Connection, ids: Sequence[str] | None = None) -> tuple[Event, ...]:
    """Return the events of these ids, or all of them, in the record's order."""
    rows = _find_some(connection, schema.events, ids)
    ids = like(rows, (row.id for row in rows))
    cited = Cited(connection, "event", ids)
    moments = find_moments(connection, "event", "date", ids, cited)
    members = find_rows(connection, schema.event_reports, "event_id", ids)
    return tuple(
        Event(
            id=row.id,
            what=row.what,
            where=row.location,
            date=moments.get(row.id),
            report_ids=tuple(member.report_id for member in members[row.id]),
            evidence=cited.evidence(row.id, "evidence"),
        )
        for row in rows
    )


def restore_stories(connection: Connection, ids: Sequence[str] | None = None) -> tuple[Story, ...]:
    """Return the stories of these ids, or all of them, in the record's order."""
    rows = _find_some(connection, schema.stories, ids)
    members = find_rows(connection, schema.story_events, "story_id", like(rows, (row.id for row in rows)))
    return tuple(
        Story(id=row.id, title=row.title, event_ids=tuple(member.event_id for member in members[row.id]))
        for row in rows
    )


def restore_lineages(connection: Connection, ids: Sequence[str] | None = None) -> tuple[Lineage, ...]:
    """Return the lineages of these ids, or all of them, in the record's order."""
    rows = _find_some(connection, schema.lineages, ids)
    ids = like(rows, (row.id for row in rows))
    cited = Cited(connection, "lineage", ids)
    members = find_rows(connection, schema.lineage_reports, "lineage_id", ids)
    return tuple(
        Lineage(
            id=row.id,
            report_ids=tuple(member.report_id for member in members[row.id]),
            origin=row.origin,
            credit=row.credit,
            evidence=cited.evidence(row.id, "evidence"),
            passages=_passages_of(cited, row.id),
        )
        for row in rows
    )


def _passages_of(cited: Cited, lineage_id: str) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    while copies := cited.evidence(lineage_id, "to", len(passages)):
        sources = cited.evidence(lineage_id, "from", len(passages))
        passages.append(Passage(source=sources[0] if sources else None, copy=copies[0]))
    return tuple(passages)


def restore_divergences(
    connection: Connection, places: Sequence[int] | None = None
) -> tuple[Divergence, ...]:
    """Return the divergences at these places of their table, or all of them, in the record's order."""
    rows = _find_some(connection, schema.divergences, places, by="place")
    cited = Cited(connection, "divergence", like(rows, (str(row.place) for row in rows)))
    divergences: list[Divergence] = []
    for row in rows:
        one, other = cited.evidence(str(row.place), "between")
        divergences.append(Divergence(slot=Slot(row.slot), between=(one, other), note=row.note))
    return tuple(divergences)


def restore_statements(connection: Connection, ids: Sequence[str]) -> tuple[Statement, ...]:
    """Return the statements of these ids, in the order of `ids`."""
    speakers: defaultdict[str, list[str]] = defaultdict(list)
    for key, entity_id in find_columns(
        connection, schema.statement_speakers, "statement_id", ids, ("statement_id", "entity_id")
    ):
        speakers[key].append(entity_id)
    moments = find_moments(connection, "statement", "said", ids, Cited(connection, "statement", ids))
    return _statements_of(connection, ids, speakers, moments)


def restore_wordings(connection: Connection, ids: Sequence[str]) -> tuple[Statement, ...]:
    """Return the same less who said them and when: the wordings of each, and how many carry it."""
    return _statements_of(connection, ids, {}, {})


def _statements_of(
    connection: Connection,
    ids: Sequence[str],
    speakers: Mapping[str, Sequence[str]],
    moments: Mapping[str, Moment],
) -> tuple[Statement, ...]:
    rows = find_rows(connection, schema.statements, "id", ids)
    variants = find_rows(connection, schema.variants, "statement_id", ids)
    members: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    differences: defaultdict[tuple[str, int], list[Difference]] = defaultdict(list)
    for key, number, attribution_id in find_columns(
        connection, schema.variant_attributions, "statement_id", ids, _MEMBERS
    ):
        members[key, number].append(attribution_id)
    for key, number, *told in find_columns(connection, schema.differences, "statement_id", ids, _DIFFERENCES):
        differences[key, number].append(_difference_of(*told))
    return tuple(
        Statement(
            id=row.id,
            speaker_ids=tuple(speakers.get(row.id, ())),
            event_id=row.event_id,
            said=moments.get(row.id),
            variants=tuple(
                [
                    Variant(
                        attribution_ids=tuple(members.get((row.id, variant.number), ())),
                        text=variant.text,
                        relation=_relation_of(variant.relation),
                        differences=tuple(differences.get((row.id, variant.number), ())),
                        summary=variant.summary,
                    )
                    for variant in variants[row.id]
                ]
            ),
            corroboration=Corroboration(reports=row.reports, lineages=row.lineages),
        )
        for statement_id in ids
        for row in rows[statement_id]
    )


_MEMBERS = ("statement_id", "number", "attribution_id")
_DIFFERENCES = (
    "statement_id",
    "number",
    "kind",
    "base_start",
    "base_stop",
    "variant_start",
    "variant_stop",
)
_relation_of = lru_cache(maxsize=1 << 6)(Relation)


def _difference_of(
    kind: str, base_start: int | None, base_stop: int | None, start: int | None, stop: int | None
) -> Difference:
    return Difference(kind=Change(kind), base=_bounded(base_start, base_stop), variant=_bounded(start, stop))


def _bounded(start: int | None, stop: int | None) -> Span | None:
    return None if start is None or stop is None else Span(start, stop)
