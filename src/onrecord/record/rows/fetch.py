"""Rows by what they belong to: the one way in which values are gathered from many tables."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from functools import cache, lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeVar

from sqlalchemy import and_, bindparam, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import NullType

from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.span import Span
from onrecord.record.rows import schema
from onrecord.record.rows.prepared import ask, ask_bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Column, ColumnElement, Connection, Row, Select, Table

IDS_AT_ONCE = 400
"""Ids named in one query: far below the number of variables that any SQLite allows."""


T = TypeVar("T")


class All(list[T]):
    """The ids, or the rows, of all things of their kind: what belongs to them is read in one go, not looked up."""


def like(first: Sequence[Any], values: Iterable[T]) -> list[T]:
    """Return `values` as those of all things if `first` are."""
    return All(values) if isinstance(first, All) else list(values)


def in_batches(ids: Sequence[T]) -> Iterator[Sequence[T]]:
    """Yield `ids` in pieces small enough for one query."""
    for start in range(0, len(ids), IDS_AT_ONCE):
        yield ids[start : start + IDS_AT_ONCE]


class _Among(FunctionElement[Any]):
    """Whether the value of a column is one of several. However many they are, SQLite is asked in the same words.

    It has no type: SQLite has none for true and false, and SQLAlchemy would compare one with 1.
    """

    type = NullType()
    inherit_cache = True


@compiles(_Among)
def _among(element: Any, compiler: Any, **kw: Any) -> str:
    column, _ = element.clauses
    return str(compiler.process(column.in_(bindparam("ids", expanding=True)), **kw))


@compiles(_Among, "sqlite")
def _among_in_sqlite(element: Any, compiler: Any, **kw: Any) -> str:
    column, ids = (compiler.process(one, **kw) for one in element.clauses)
    return f"{column} IN (SELECT value FROM json_each({ids}))"  # noqa: S608 - names of columns, and a sign for what is given


def among(column: Column[Any]) -> ColumnElement[bool]:
    """Return what is true of rows whose `column` is one of the ids that `rows_among` is given."""
    return _Among(column, bindparam("ids", type_=NullType()))


def rows_among(
    connection: Connection, query: Select[*tuple[Any, ...]], ids: Sequence[Any], **given: Any
) -> list[Any]:
    """Return the rows of `query`, which is made once with `among`, for these ids; its order is that within some hundred of them."""
    if len(ids) <= IDS_AT_ONCE:
        return list(ask(connection, query, {**_named(connection, ids), **given})) if ids else []
    return [row for some in in_batches(ids) for row in rows_among(connection, query, some, **given)]


def _named(connection: Connection, ids: Sequence[Any]) -> dict[str, Any]:
    """Return ids as `among` takes them."""
    return {"ids": json.dumps(list(ids)) if connection.dialect.name == "sqlite" else list(ids)}


def find_rows(
    connection: Connection, table: Table, column: str, ids: Sequence[str]
) -> Mapping[str, list[Row[Any]]]:
    """Return the rows of `table`, in their order, by the value of `column`, for each of `ids`."""
    found: dict[str, list[Row[Any]]] = {owner_id: [] for owner_id in ids}
    query = _rows_query(table, column, everything=isinstance(ids, All))
    for some in _some_at_a_time(connection, ids):
        rows = ask(connection, query, some)
        for owner_id, row in zip(map(attrgetter(column), rows), rows, strict=True):
            if owner_id in found:
                found[owner_id].append(row)
    return found


def find_columns(
    connection: Connection, table: Table, column: str, ids: Sequence[str], names: Sequence[str]
) -> Iterator[Any]:
    """Yield what the columns `names` of `table` hold, in the order of its rows, where `column` is among `ids`."""
    query = _columns_query(table, column, tuple(names), everything=isinstance(ids, All))
    for some in _some_at_a_time(connection, ids):
        yield from ask_bare(connection, query, some)


# A query is put together once: doing so costs as much as having SQLite answer it.
@cache
def _rows_query(table: Table, column: str, *, everything: bool) -> Select[*tuple[Any, ...]]:
    return select(table).where(_is_asked(table.c[column], everything=everything)).order_by(table.c.place)


@cache
def _columns_query(
    table: Table, column: str, names: tuple[str, ...], *, everything: bool
) -> Select[*tuple[Any, ...]]:
    asked = _is_asked(table.c[column], everything=everything)
    return select(*(table.c[name] for name in names)).where(asked).order_by(table.c.place)


def _is_asked(column: Column[Any], *, everything: bool) -> ColumnElement[bool]:
    return column.is_not(None) if everything else among(column)


def _some_at_a_time(connection: Connection, ids: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield the ids that each query names, until all of them are named."""
    if isinstance(ids, All):
        yield {}
        return
    for some in in_batches(ids):
        yield _named(connection, some)


def find_all(connection: Connection, table: Table) -> list[Row[Any]]:
    """Return every row of `table` in order."""
    return list(connection.execute(select(table).order_by(table.c.place)).all())


# Reports have many places in common, and many things rest on one place: making each anew is a good part of reading a record back.
span_at = lru_cache(maxsize=1 << 16)(Span)


@lru_cache(maxsize=1 << 16)
def _evidence_at(report_id: str, start: int, stop: int) -> Evidence:
    return Evidence(report_id=report_id, span=span_at(start, stop))


class Cited:
    """The citations of things of one kind, by owner, part and number."""

    def __init__(self, connection: Connection, kind: str, ids: Sequence[str]) -> None:
        self._places: defaultdict[tuple[str, str, int], list[tuple[str, int, int]]] = defaultdict(list)
        query = _citations_query(everything=isinstance(ids, All))
        for some in _some_at_a_time(connection, ids):
            several = ask_bare(connection, query, {"kind": kind, **some})
            for owner_id, part, number, report_id, start, stop in several:
                self._places[owner_id, part, number].append((report_id, start, stop))

    def evidence(self, owner_id: str, part: str, number: int = 0) -> tuple[Evidence, ...]:
        """Return the places on which that part of the owner rests, in their order."""
        return tuple([_evidence_at(*place) for place in self._places.get((owner_id, part, number), ())])


def find_cited_spans(
    connection: Connection, kind: str, ids: Sequence[str]
) -> Mapping[str, Mapping[str, Sequence[Span]]]:
    """Return the spans that things of one kind cite, each in a report of its own, by owner and by part, in their order."""
    query = _citations_query(everything=isinstance(ids, All))
    found: defaultdict[str, dict[str, list[Span]]] = defaultdict(dict)
    for some in _some_at_a_time(connection, ids):
        several = ask_bare(connection, query, {"kind": kind, **some})
        for owner_id, part, _, _, start, stop in several:
            found[owner_id].setdefault(part, []).append(span_at(start, stop))
    return found


@cache
def _citations_query(*, everything: bool) -> Select[*tuple[Any, ...]]:
    cited = schema.citations.c
    columns = (cited.owner_id, cited.part, cited.number, cited.report_id, cited.start, cited.stop)
    asked = _is_asked(cited.owner_id, everything=everything)
    return select(*columns).where(cited.owner_kind == bindparam("kind"), asked).order_by(cited.place)


_basis_of = lru_cache(maxsize=1 << 6)(Basis)


@cache
def _moments_query(*, everything: bool) -> Select[*tuple[Any, ...]]:
    moment = schema.moments.c
    asked = _is_asked(moment.owner_id, everything=everything)
    own = and_(moment.owner_kind == bindparam("kind"), moment.part == bindparam("part"))
    return select(schema.moments).where(own, asked)


def find_moments(
    connection: Connection, kind: str, part: str, ids: Sequence[str], cited: Cited
) -> dict[str, Moment]:
    """Return that moment of each of `ids` (things of one kind) that has one."""
    query = _moments_query(everything=isinstance(ids, All))
    found: dict[str, Moment] = {}
    for some in _some_at_a_time(connection, ids):
        for row in ask(connection, query, {"kind": kind, "part": part, **some}):
            days = None if row.candidates is None else json.loads(row.candidates)
            found[row.owner_id] = Moment(
                earliest=day_of(row.earliest),
                latest=day_of(row.latest),
                basis=_basis_of(row.basis),
                why=row.why,
                candidates=None if days is None else tuple(date.fromisoformat(day) for day in days),
                evidence=cited.evidence(row.owner_id, part),
                facts=() if row.facts is None else tuple(json.loads(row.facts)),
            )
    return found


@lru_cache(maxsize=1 << 14)
def day_of(day: str | None) -> date | None:
    """Return the day that a column keeps, or None."""
    return None if day is None else date.fromisoformat(day)
