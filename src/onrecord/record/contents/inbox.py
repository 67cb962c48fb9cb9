"""What was taken in and is not read yet: the inbox of a record that grows.

A capture is in it, on disk, before anybody says so; it leaves it in the transaction that makes a report of it. What is there
already (the same bytes at the same place, of which nothing new is said) is not taken in again.
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect, select

from onrecord.model.problem import Problem
from onrecord.model.report import Capture
from onrecord.record.contents.keeping import read_aside
from onrecord.record.contents.restore_pile import capture_of
from onrecord.record.rows import schema
from onrecord.record.rows.collected import to_json
from onrecord.record.rows.fetch import find_all, in_batches
from onrecord.record.stores.transactions import reading_at, transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from sqlalchemy import Connection

    from onrecord.record.stores.store import Place

AT_ONCE = 256
"""Most captures of one transaction."""
BYTES_AT_ONCE = 8 * 1024 * 1024
"""A transaction ends with the capture that brings it to so many bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """How many captures are safe on disk so far: `new` bytes, and `known` ones (perhaps at a place not known yet)."""

    new: int = 0
    known: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A capture in the inbox as it is known by now, with all its `paths`, sorted; `sighted` are those at which it was met just now.

    `report_known` says that the record holds its report; `reread` that it must be read (again): it is new, or a container
    says something of it that none had said.
    """

    capture: Capture
    paths: tuple[str, ...]
    sighted: tuple[str, ...]
    report_known: bool
    reread: bool


@dataclass(slots=True)
class _Sighted:
    capture: Capture
    paths: set[str]


def take_in(connection: Connection, found: Iterable[Capture | Problem]) -> Iterator[Accepted]:
    """Put what is `found` into the inbox, some at a time, and yield how many are safe after each of these steps.

    Nothing is counted that has not reached the disk.
    """
    sighted = _find_sighted(connection)
    aside = read_aside(connection)
    accepted = Accepted()
    for some in _batched(found):
        with transaction(connection):
            accepted = _put(connection, some, sighted, aside, accepted)
        yield accepted


def is_waiting(place: Place) -> bool:
    """Tell whether anything waits in the inbox of the record at `place`: what an interrupted run left.

    Raises:
        RecordError: when the record cannot be opened.
    """
    with reading_at(place) as connection:
        known = inspect(connection).has_table(schema.inbox.name)
        tables = schema.WAITING if known else ()
        return any(connection.execute(select(table.c.place).limit(1)).first() for table in tables)


def _batched(found: Iterable[Capture | Problem]) -> Iterator[list[Capture | Problem]]:
    some: list[Capture | Problem] = []
    size = 0
    for one in found:
        some.append(one)
        size += len(one.payload) if isinstance(one, Capture) else 0
        if len(some) == AT_ONCE or size >= BYTES_AT_ONCE:
            yield some
            some, size = [], 0
    if some:
        yield some


def _put(
    connection: Connection,
    some: Iterable[Capture | Problem],
    sighted: dict[str, _Sighted],
    aside: frozenset[str],
    accepted: Accepted,
) -> Accepted:
    new = known = 0
    for one in some:
        if isinstance(one, Problem):
            row = {"path": one.path or "", "code": one.code, "message": one.message}
            connection.execute(schema.inbox_problems.insert(), row)
            continue
        before = sighted.get(one.id)
        if before is None:
            sighted[one.id] = _Sighted(_without_bytes(one), {one.locator})
            # What was set aside is read again, since its bytes are not kept, and is not new.
            _insert(connection, one, one.payload)
            known += one.id in aside
            new += one.id not in aside
            continue
        known += 1
        together = before.capture.seen_with(one)
        if one.locator not in before.paths or together != before.capture:
            before.capture = together
            before.paths.add(one.locator)
            _insert(connection, one, None)
    return Accepted(new=accepted.new + new, known=accepted.known + known)


def _insert(connection: Connection, capture: Capture, payload: bytes | None) -> None:
    row = {
        "capture_id": capture.id,
        "media_type": capture.media_type,
        "locator": capture.locator,
        "declared": to_json(dict(capture.declared)),
        "payload": payload,
    }
    connection.execute(schema.inbox.insert(), row)


def _without_bytes(capture: Capture) -> Capture:
    return replace(capture, payload=b"", declared=dict(sorted(capture.declared.items())))


def _find_sighted(connection: Connection) -> dict[str, _Sighted]:
    """Return what is known of each capture of the record and of the inbox, less its bytes."""
    held, waiting = schema.captures.c, schema.inbox.c
    sighted: dict[str, _Sighted] = {}
    columns = (held.id, held.media_type, held.locator, held.declared)
    for row in connection.execute(select(*columns)):
        capture = _sighting(row.id, row)
        sighted[capture.id] = _Sighted(capture, {capture.locator})
    paths = schema.report_paths.c
    for report_id, path in connection.execute(select(paths.report_id, paths.path)):
        sighted[report_id].paths.add(path)
    columns = (waiting.capture_id, waiting.media_type, waiting.locator, waiting.declared)
    for row in connection.execute(select(*columns).order_by(waiting.place)):
        capture = _sighting(row.capture_id, row)
        before = sighted.setdefault(capture.id, _Sighted(capture, set()))
        before.capture = before.capture.seen_with(capture)
        before.paths.add(capture.locator)
    return sighted


def _sighting(capture_id: str, row: Any, payload: bytes = b"") -> Capture:
    return Capture(
        id=capture_id,
        payload=payload,
        media_type=row.media_type,
        locator=row.locator,
        declared=json.loads(row.declared),
    )


def find_waiting(
    connection: Connection, *, everything: bool = False, again: frozenset[str] = frozenset()
) -> tuple[Waiting, ...]:
    """Return what is in the inbox, sorted by id; what was read before shall be read `again`, or with `everything` all of it."""
    sightings: defaultdict[str, list[Capture]] = defaultdict(list)
    for row in find_all(connection, schema.inbox):
        sightings[row.capture_id].append(_sighting(row.capture_id, row, row.payload or b""))
    known = set(connection.scalars(select(schema.captures.c.id))) if everything or again else set[str]()
    ids = sorted({*sightings, *(known if everything else known & again)})
    held = _find_held(connection, ids)
    paths = _find_paths(connection, ids)
    found = (_waiting(sightings[one], held.get(one), paths.get(one, set())) for one in ids)
    return tuple(replace(one, reread=True) if everything or one.capture.id in again else one for one in found)


def _waiting(sightings: list[Capture], held: Capture | None, paths: set[str]) -> Waiting:
    first = held or next(one for one in sightings if one.payload)
    capture = first
    for one in sightings:
        capture = capture.seen_with(one)
    sighted = {one.locator for one in sightings}
    reread = held is None or (capture.declared, capture.media_type) != (held.declared, held.media_type)
    return Waiting(
        capture=capture,
        paths=tuple(sorted(paths | sighted)),
        sighted=tuple(sorted(sighted)),
        report_known=held is not None,
        reread=reread,
    )


def _find_held(connection: Connection, ids: list[str]) -> Mapping[str, Capture]:
    held: dict[str, Capture] = {}
    for some in in_batches(ids):
        query = select(schema.captures).where(schema.captures.c.id.in_(some))
        held.update((row.id, capture_of(row)) for row in connection.execute(query))
    return held


def _find_paths(connection: Connection, ids: list[str]) -> Mapping[str, set[str]]:
    paths: defaultdict[str, set[str]] = defaultdict(set)
    path = schema.report_paths.c
    for some in in_batches(ids):
        for report_id, place in connection.execute(
            select(path.report_id, path.path).where(path.report_id.in_(some))
        ):
            paths[report_id].add(place)
    return paths


def find_waiting_problems(connection: Connection) -> tuple[Problem, ...]:
    """Return the problems of places that gave nothing, as they were met."""
    rows = find_all(connection, schema.inbox_problems)
    return tuple(Problem(code=row.code, message=row.message, path=row.path) for row in rows)


def empty_inbox(connection: Connection) -> None:
    """Take everything out of the inbox: it stands elsewhere by now."""
    for table in schema.WAITING:
        connection.execute(table.delete())
