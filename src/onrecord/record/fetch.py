"""Rows by what they belong to: the one way in which values are gathered from many tables."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import and_, select

from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.span import Span
from onrecord.record import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Column, ColumnElement, Connection, Row, Table

IDS_AT_ONCE = 400
"""Ids named in one query: far below the number of variables that any SQLite allows."""


T = TypeVar("T")


class All(list[T]):
    """The ids, or the rows, of all things of their kind: what belongs to them is read in one go, not looked up."""


def like(first: Sequence[Any], values: Iterable[T]) -> list[T]:
    """Return `values` as those of all things if `first` are."""
    return All(values) if isinstance(first, All) else list(values)


def in_batches(ids: Sequence[str]) -> Iterator[Sequence[str]]:
    """Yield `ids` in pieces small enough for one query."""
    for start in range(0, len(ids), IDS_AT_ONCE):
        yield ids[start : start + IDS_AT_ONCE]


def find_rows(
    connection: Connection, table: Table, column: str, ids: Sequence[str]
) -> Mapping[str, list[Row[Any]]]:
    """Return the rows of `table`, in their order, by the value of `column`, for each of `ids`."""
    found: dict[str, list[Row[Any]]] = {owner_id: [] for owner_id in ids}
    for condition in _find_conditions(table.c[column], ids):
        # All at once: row by row costs as much again.
        rows = connection.execute(select(table).where(condition).order_by(table.c.place)).all()
        for owner_id, row in zip(map(attrgetter(column), rows), rows, strict=True):
            if owner_id in found:
                found[owner_id].append(row)
    return found


def _find_conditions(column: Column[Any], ids: Sequence[str]) -> Iterator[ColumnElement[bool]]:
    """Yield what tells the rows of some of `ids` from others, until all of them are told."""
    if isinstance(ids, All):
        yield column.is_not(None)
        return
    for some in in_batches(ids):
        yield column.in_(some)


def find_all(connection: Connection, table: Table) -> list[Row[Any]]:
    """Return every row of `table` in order."""
    return list(connection.execute(select(table).order_by(table.c.place)).all())


class Cited:
    """The citations of things of one kind, by owner, part and number."""

    def __init__(self, connection: Connection, kind: str, ids: Sequence[str]) -> None:
        self._places: defaultdict[tuple[str, str, int], list[Evidence]] = defaultdict(list)
        table = schema.citations
        columns = (
            table.c.owner_id,
            table.c.part,
            table.c.number,
            table.c.report_id,
            table.c.start,
            table.c.stop,
        )
        for condition in _find_conditions(table.c.owner_id, ids):
            query = (
                select(*columns).where(and_(table.c.owner_kind == kind, condition)).order_by(table.c.place)
            )
            for owner_id, part, number, report_id, start, stop in connection.execute(query).all():
                place = Evidence(report_id=report_id, span=Span(start, stop))
                self._places[owner_id, part, number].append(place)

    def evidence(self, owner_id: str, part: str, number: int = 0) -> tuple[Evidence, ...]:
        """Return the places on which that part of the owner rests, in their order."""
        return tuple(self._places.get((owner_id, part, number), ()))

    def spans(self, owner_id: str, part: str) -> tuple[Span, ...]:
        """Return the same without their report."""
        return tuple(place.span for place in self.evidence(owner_id, part))

    def span(self, owner_id: str, part: str) -> Span | None:
        """Return the one span of a part that has at most one."""
        return next(iter(self.spans(owner_id, part)), None)


def find_moments(
    connection: Connection, kind: str, part: str, ids: Sequence[str], cited: Cited
) -> dict[str, Moment]:
    """Return that moment of each of `ids` (things of one kind) that has one."""
    table = schema.moments
    found: dict[str, Moment] = {}
    for condition in _find_conditions(table.c.owner_id, ids):
        query = select(table).where(and_(table.c.owner_kind == kind, table.c.part == part, condition))
        for row in connection.execute(query).all():
            days = None if row.candidates is None else json.loads(row.candidates)
            found[row.owner_id] = Moment(
                earliest=day_of(row.earliest),
                latest=day_of(row.latest),
                basis=Basis(row.basis),
                why=row.why,
                candidates=None if days is None else tuple(date.fromisoformat(day) for day in days),
                evidence=cited.evidence(row.owner_id, part),
                facts=() if row.facts is None else tuple(json.loads(row.facts)),
            )
    return found


def day_of(day: str | None) -> date | None:
    """Return the day that a column keeps, or None."""
    return None if day is None else date.fromisoformat(day)
