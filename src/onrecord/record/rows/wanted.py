"""Which statements and attributions a question asks for: filters to ids.

Reach for this to add a filter. Names are matched loosely: any part of a name, however it is cased, or an id.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, exists, or_, select

from onrecord.record.rows import schema
from onrecord.record.rows.sql import items_of

if TYPE_CHECKING:
    from datetime import date

    from sqlalchemy import ColumnElement, Connection, Select

    from onrecord.model.attribution import Manner


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is asked for; None asks for any. Days are inclusive; what has no day at all is not within any."""

    speaker: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    manner: Manner | None = None
    event: str | None = None


def find_attribution_ids(connection: Connection, wanted: Wanted) -> list[str]:
    """Return the ids of the attributions that are wanted, in order."""
    ids = schema.attributions.c
    query = _wanted(select(ids.id), connection, wanted).order_by(ids.report_id, ids.place)
    return list(dict.fromkeys(connection.scalars(query)))


def find_attribution_places(connection: Connection, wanted: Wanted) -> Sequence[int]:
    """Return the places of the same attributions in their table, in the same order."""
    own = schema.attributions.c
    query = _wanted(select(own.place), connection, wanted).order_by(own.report_id, own.place)
    return array("i", dict.fromkeys(connection.scalars(query).all()))


def find_statement_ids(connection: Connection, wanted: Wanted) -> list[str]:
    """Return the ids of the statements of which at least one attribution is wanted, in order."""
    ids = schema.statements.c
    query = _wanted(select(ids.id), connection, wanted, of_statements=True)
    query = query.where(ids.id.is_not(None)).order_by(ids.place)
    return list(dict.fromkeys(connection.scalars(query)))


def _wanted(
    query: Select[Any], connection: Connection, wanted: Wanted, *, of_statements: bool = False
) -> Select[Any]:
    """Return `query`, of attributions, for what is wanted; it looks at their statements only where something is asked of these."""
    attribution, member, statement = (
        schema.attributions.c,
        schema.variant_attributions.c,
        schema.statements.c,
    )
    joined = query.select_from(
        schema.attributions.outerjoin(
            schema.variant_attributions, member.attribution_id == attribution.id
        ).outerjoin(schema.statements, statement.id == member.statement_id)
        if of_statements or any(one is not None for one in (wanted.event, wanted.since, wanted.until))
        else schema.attributions
    )
    conditions: list[ColumnElement[bool]] = []
    if wanted.speaker is not None:
        conditions.append(attribution.id.in_(_credited_to(find_entity_ids(connection, wanted.speaker))))
    if wanted.outlet is not None:
        conditions.append(
            attribution.report_id.in_(_published_by(find_outlet_ids(connection, wanted.outlet)))
        )
    if wanted.manner is not None:
        conditions.append(attribution.manner == wanted.manner.value)
    if wanted.event is not None:
        conditions.append(statement.event_id == wanted.event)
    if wanted.since is not None or wanted.until is not None:
        conditions.append(statement.id.in_(owners_within("statement", "said", wanted.since, wanted.until)))
    return joined.where(and_(True, *conditions))  # noqa: FBT003 - SQL's TRUE, so that no condition is one too


def _credited_to(entity_ids: list[str]) -> Select[Any]:
    speaker, member = schema.attribution_speakers, schema.entity_chains
    return (
        select(speaker.c.attribution_id)
        .join(member, member.c.chain_id == speaker.c.chain_id)
        .where(member.c.entity_id.in_(entity_ids))
    )


def _published_by(outlet_ids: list[str]) -> Select[Any]:
    return select(schema.reports.c.id).where(schema.reports.c.outlet_id.in_(outlet_ids))


def owners_within(kind: str, part: str, since: date | None, until: date | None) -> Select[Any]:
    """Return a query for the ids of things of that kind whose moment may lie within the days asked for."""
    moment = schema.moments.c
    first = "" if since is None else since.isoformat()
    last = "9999-12-31" if until is None else until.isoformat()
    day = items_of(moment.candidates).table_valued("value")
    return select(moment.owner_id).where(
        and_(
            moment.owner_kind == kind,
            moment.part == part,
            or_(moment.latest.is_(None), moment.latest >= first),
            or_(moment.earliest.is_(None), moment.earliest <= last),
            or_(
                moment.candidates.is_(None),
                exists(select(day.c.value).where(day.c.value.between(first, last))),
            ),
        )
    )


Names = Sequence[tuple[str, str]]
"""Ids with a name each, folded; an id stands as often as it has names."""


def read_entity_names(connection: Connection) -> Names:
    """Return the names and aliases of all entities."""
    entity, word = schema.entities.c, schema.entity_words.c
    names = select(entity.id, entity.name).union_all(
        select(word.entity_id, word.words).where(word.part == "alias")
    )
    return [(row[0], _folded(row[1])) for row in connection.execute(names)]


def read_outlet_names(connection: Connection) -> Names:
    """Return the names of all outlets."""
    report = schema.reports.c
    names = select(report.outlet_id, report.outlet_name).where(report.outlet_id.is_not(None)).distinct()
    return [(row[0], _folded(row[1])) for row in connection.execute(names)]


def named_so(names: Names, asked: str) -> list[str]:
    """Return the ids one of whose names holds what is asked for, or which it is."""
    folded = _folded(asked)
    return sorted({own_id for own_id, name in names if folded in name or own_id == asked})


def find_entity_ids(connection: Connection, name: str) -> list[str]:
    """Return the ids of the entities one of whose names holds `name`, or whose id it is."""
    return named_so(read_entity_names(connection), name)


def find_outlet_ids(connection: Connection, name: str) -> list[str]:
    """Return the ids of the outlets whose name holds `name`, or whose id it is."""
    return named_so(read_outlet_names(connection), name)


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def find_speaker_ids(connection: Connection) -> list[str]:
    """Return the ids of the entities to which at least one attribution is credited, in order."""
    entity, member, speaker = schema.entities.c, schema.entity_chains.c, schema.attribution_speakers.c
    credited = select(member.entity_id).join(schema.attribution_speakers, speaker.chain_id == member.chain_id)
    return list(connection.scalars(select(entity.id).where(entity.id.in_(credited)).order_by(entity.place)))
