"""Read the outline of a record: every table that it needs once, from end to end, joined by number."""

from __future__ import annotations

import json
from array import array
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.record.outline.copies import find_copies
from onrecord.record.outline.outline import (
    LEVELS,
    MANNERS,
    NO_DAY,
    NONE,
    Days,
    Outline,
    numbers,
    post,
    posted,
)
from onrecord.record.rows import schema
from onrecord.record.rows.collecting import uncollected

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Column, Connection, Select, Table

    from onrecord.record.outline.outline import Postings

_MANNER = {manner.value: number for number, manner in enumerate(MANNERS)}
_LEVEL = {level.value: number for number, level in enumerate(LEVELS)}
_Numbers = dict[str, int]
_DATED = {"said": "statements", "published": "reports", "date": "events"}
"""Which part of the moments is the day of which kind of things."""
AT_ONCE = 4000
"""So many rows are read at once: all of them as Python's values would take several times what the outline takes."""


@dataclass(slots=True, kw_only=True)
class _Rows:
    """The rows of an outline while they are read: an attribution and one of its speakers each."""

    places: array[int]
    starts: array[int]
    statements: array[int]
    reports: array[int]
    attributions: array[int]
    entities: array[int]
    bases: bytes
    manners: bytes
    levels: bytes


def read_outline(connection: Connection) -> Outline:
    """Return the outline of the record on `connection`."""
    with uncollected():
        return _read_outline(connection)


def _read_outline(connection: Connection) -> Outline:
    statement, report, event = schema.statements.c, schema.reports.c, schema.events.c
    statements = list(
        _read(connection, statement.id, statement.event_id, statement.lineages, statement.reports)
    )
    reports = _read_words(connection, report.id, report.outlet_id, report.outlet_name)
    events = _read_words(connection, event.id, event.what)
    stories = _read_words(connection, schema.stories.c.id, schema.stories.c.title)
    # Of an outlet that is written in two ways, the name in the first report by id.
    outlets = {row[1]: row[2] for row in sorted(reports, reverse=True, key=_id_of) if row[1] is not None}
    of_kind: dict[str, _Numbers] = {
        "statements": _numbered(row[0] for row in statements),
        "reports": _numbered(row[0] for row in reports),
        "events": _numbered(row[0] for row in events),
        "stories": _numbered(row[0] for row in stories),
        "entities": _numbered(row[0] for row in _read(connection, schema.entities.c.id)),
        "outlets": _numbered(sorted(outlets)),
    }
    rows = _read_rows(connection, of_kind)
    days = _read_days(connection, of_kind)
    lineages = array("i", [row[2] for row in statements])
    carriers = array("i", [row[3] for row in statements])
    order = range(len(statements))
    by_sources = sorted(order, key=lambda one: (-lineages[one], -carriers[one], one))
    standing = _stand(rows, [row[0] for row in reports], days["reports"])
    by_time = sorted(order, key=lambda one: (*days["statements"].key(one), *standing[one], one))
    houses = array("i", [of_kind["outlets"].get(row[1], NONE) for row in reports])
    told_of = _read_members(connection, schema.event_reports, of_kind["reports"], of_kind["events"])
    event_reports = post(told_of, len(events))
    by_id = sorted(range(len(reports)), key=lambda one: reports[one][0])
    events_by_time = sorted(range(len(events)), key=days["events"].key)
    happened = array("i", [of_kind["events"].get(row[1], NONE) for row in statements])
    return Outline(
        statement_ids=tuple(of_kind["statements"]),
        report_ids=tuple(of_kind["reports"]),
        entity_ids=tuple(of_kind["entities"]),
        event_ids=tuple(of_kind["events"]),
        story_ids=tuple(of_kind["stories"]),
        outlet_ids=tuple(of_kind["outlets"]),
        outlet_names=tuple(outlets[one] for one in sorted(outlets)),
        event_names=tuple(row[1] for row in events),
        story_names=tuple(row[1] for row in stories),
        lineages=lineages,
        carriers=carriers,
        statement_events=happened,
        statement_speakers=_read_speakers(connection, of_kind),
        report_outlets=houses,
        report_events=told_of,
        event_stories=_read_members(connection, schema.story_events, of_kind["events"], of_kind["stories"]),
        statement_days=days["statements"],
        report_days=days["reports"],
        event_days=days["events"],
        attribution_places=rows.places,
        starts=rows.starts,
        row_statements=rows.statements,
        row_reports=rows.reports,
        row_attributions=rows.attributions,
        row_entities=rows.entities,
        row_bases=rows.bases,
        row_manners=rows.manners,
        row_levels=rows.levels,
        entity_rows=post(rows.entities, len(of_kind["entities"])),
        event_statements=post(happened, len(of_kind["events"])),
        event_reports=event_reports,
        statement_outlets=_carrying(rows, houses),
        copies=find_copies(connection),
        reports_by_rows=array(
            "i", sorted(by_id, key=_counted(rows.reports, len(reports)).__getitem__, reverse=True)
        ),
        reports_by_time=array("i", sorted(by_id, key=days["reports"].key)),
        events_by_reports=array("i", sorted(events_by_time, key=event_reports.count, reverse=True)),
        events_by_time=array("i", events_by_time),
        by_sources=array("i", by_sources),
        by_time=array("i", by_time),
        sources_ranks=_ranked(by_sources),
        time_ranks=_ranked(by_time),
        numbers_of=of_kind,
    )


def _stand(rows: _Rows, report_ids: Sequence[str], days: Days) -> list[tuple[bool, int, int, str, int]]:
    """Return where the base wording of each statement stands: the days of its report, the report, and the place among its readings."""
    standing: list[tuple[bool, int, int, str, int]] = []
    for first, end in pairwise(rows.starts):
        base = next((row for row in range(first, end) if rows.bases[row]), None)
        if base is None:
            standing.append((True, 0, 0, "", 0))
            continue
        report, reading = rows.reports[base], rows.attributions[base]
        standing.append((*days.key(report), report_ids[report], rows.places[reading]))
    return standing


def _id_of(row: Sequence[Any]) -> str:
    return str(row[0])


def _ranked(ordered: Sequence[int]) -> array[int]:
    """Return the place of each number in an order of all of them."""
    ranks = array("i", [0]) * len(ordered)
    for rank, number in enumerate(ordered):
        ranks[number] = rank
    return ranks


def _carrying(rows: _Rows, houses: array[int]) -> Postings:
    """Return the outlets of each statement."""
    own = array("i", map(houses.__getitem__, rows.reports))
    return posted(sorted(set(own[first:end])) for first, end in pairwise(rows.starts))


def _counted(several: Iterable[int], count: int) -> array[int]:
    """Return how often each of `count` numbers is among several."""
    counted = array("i", [0]) * count
    for one in several:
        counted[one] += 1
    return counted


def _read(connection: Connection, *columns: Column[Any]) -> Iterator[Any]:
    """Return these columns of every row of their table, in its order, read a few thousand at a time.

    Rows come as the driver gives them: half the time of reading would go into making more of them.
    """
    return chain.from_iterable(_read_some(connection, columns))


def _read_columns(connection: Connection, *columns: Column[Any]) -> Iterator[tuple[tuple[Any, ...], ...]]:
    """Yield the values of these columns, each by itself, of the same rows some thousand at a time."""
    for rows in _read_some(connection, columns):
        yield tuple(zip(*rows, strict=True))


def _read_some(connection: Connection, columns: Sequence[Column[Any]]) -> Iterator[list[Any]]:
    table = columns[0].table
    with connection.execute(select(*columns).order_by(table.c.place)) as result:
        driver: Any = result.cursor
        while rows := driver.fetchmany(AT_ONCE):
            yield rows


def _read_words(connection: Connection, *columns: Column[Any]) -> list[Any]:
    """Return the same of columns that hold text of anybody's making."""
    query: Select[Any] = select(*columns).order_by(columns[0].table.c.place)
    return list(connection.execute(query).all())


def _numbered(ids: Iterable[str]) -> _Numbers:
    return {one: number for number, one in enumerate(ids)}


def _read_members(connection: Connection, table: Table, members: _Numbers, groups: _Numbers) -> array[int]:
    """Return for each member the group it is in: the first, should there be several."""
    _, group, member = list(table.c)[:3]
    found = array("i", [NONE]) * len(members)
    query = select(member, group).order_by(table.c.place.desc())
    for one, its in connection.execute(query):
        if one in members:
            found[members[one]] = groups.get(its, NONE)
    return found


def _read_speakers(connection: Connection, of_kind: Mapping[str, _Numbers]) -> Postings:
    """Return the speakers of each statement."""
    statements, entities = of_kind["statements"], of_kind["entities"]
    found: list[tuple[int, ...]] = [()] * len(statements)
    # Most statements have one speaker, who has many: one tuple for each speaker is enough.
    alone = [(number,) for number in range(len(entities))]
    speaker = schema.statement_speakers.c
    for statement_id, entity_id in _read(connection, speaker.statement_id, speaker.entity_id):
        statement, entity = statements[statement_id], entities[entity_id]
        found[statement] = (*found[statement], entity) if found[statement] else alone[entity]
    return posted(found)


def _read_days(connection: Connection, of_kind: Mapping[str, _Numbers]) -> Mapping[str, Days]:
    """Return the days of statements, reports and events, by kind."""
    days = {
        kind: Days(array("i", [NONE]) * len(of_kind[kind]), array("i", [NONE]) * len(of_kind[kind]))
        for kind in _DATED.values()
    }
    moment = schema.moments.c
    columns = (moment.owner_id, moment.part, moment.earliest, moment.latest, moment.candidates)
    for owner, part, earliest, latest, candidates in _read(connection, *columns):
        kind = _DATED.get(part)
        if kind is None or (number := of_kind[kind].get(owner)) is None:
            continue
        own = days[kind]
        own.first[number] = _ordinal(earliest)
        own.last[number] = _ordinal(latest)
        if candidates is not None:
            own.candidates[number] = tuple(_ordinal(day) for day in json.loads(candidates))
    return days


@lru_cache(maxsize=1 << 14)
def _ordinal(day: str | None) -> int:
    return NO_DAY if day is None else date.fromisoformat(day).toordinal()


def _read_rows(connection: Connection, of_kind: Mapping[str, _Numbers]) -> _Rows:
    statements, reports = of_kind["statements"], of_kind["reports"]
    attribution, member = schema.attributions.c, schema.variant_attributions.c
    number_of: _Numbers = {}
    places, told_in, manners, levels = numbers(), numbers(), bytearray(), bytearray()
    columns: tuple[Column[Any], ...] = (
        attribution.place,
        attribution.id,
        attribution.report_id,
        attribution.manner,
        attribution.level,
    )
    for its_places, ids, report_ids, its_manners, its_levels in _read_columns(connection, *columns):
        number_of.update(zip(ids, range(len(places), len(places) + len(ids)), strict=True))
        places.extend(its_places)
        told_in.extend(map(reports.__getitem__, report_ids))
        manners.extend(map(_MANNER.__getitem__, its_manners))
        levels.extend(map(_LEVEL.__getitem__, its_levels))
    holders, held, bases = numbers(), numbers(), bytearray()
    columns = (member.statement_id, member.number, member.attribution_id)
    for statement_ids, variants, attribution_ids in _read_columns(connection, *columns):
        holders.extend(map(statements.__getitem__, statement_ids))
        held.extend(map(number_of.__getitem__, attribution_ids))
        bases.extend(map((0).__eq__, variants))
    speakers = _read_credited(connection, number_of, of_kind["entities"])
    order = sorted(range(len(holders)), key=holders.__getitem__)
    # A member stands here once for each of its speakers.
    several = [one for one in order for _ in speakers[held[one]]]
    attributions = array("i", map(held.__getitem__, several))
    owners = array("i", map(holders.__getitem__, several))
    return _Rows(
        places=places,
        starts=array("i", (bisect_left(owners, one) for one in range(len(statements) + 1))),
        statements=owners,
        reports=array("i", map(told_in.__getitem__, attributions)),
        attributions=attributions,
        entities=array("i", chain.from_iterable(speakers[held[one]] for one in order)),
        bases=bytes(map(bases.__getitem__, several)),
        manners=bytes(map(manners.__getitem__, attributions)),
        levels=bytes(map(levels.__getitem__, attributions)),
    )


def _read_credited(
    connection: Connection, attributions: _Numbers, entities: _Numbers
) -> list[tuple[int, ...]]:
    """Return the entities that each attribution credits, by its number; `NONE` where nobody is known."""
    chain, speaker = schema.entity_chains.c, schema.attribution_speakers.c
    entity_of: _Numbers = {}
    for chain_ids, entity_ids in _read_columns(connection, chain.chain_id, chain.entity_id):
        entity_of.update(zip(chain_ids, map(entities.__getitem__, entity_ids), strict=True))
    alone = [(number,) for number in range(len(entities))]
    nobody = (NONE,)
    found: list[tuple[int, ...]] = [nobody] * len(attributions)
    for attribution_id, chain_id in _read(connection, speaker.attribution_id, speaker.chain_id):
        entity = entity_of.get(chain_id)
        if entity is None:
            continue
        number = attributions[attribution_id]
        known = found[number]
        if entity not in known:
            found[number] = alone[entity] if known is nobody else (*known, entity)
    return found
