"""Queries that are put together once and asked often: of a file by SQLite's own library, which answers most in less time than asking takes.

SQLAlchemy says a query in the words of the database, what to give with it, and what to make of what comes back; it would look at all
of that anew each time, which takes three times as long as SQLite needs to find the few rows of a page.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from dataclasses import dataclass
from functools import cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any, cast

from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect

from onrecord.record.rows.column_types import Characters, Whole

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from sqlalchemy import Connection, Select

    Change = Callable[[Any], Any]

_MOSTLY_AS_GIVEN = (Characters, Whole)


@dataclass(frozen=True, slots=True)
class Prepared:
    """A query as SQLite takes it.

    `values` are given with it, but for those of `asked`: at this place what has this name, changed so. `told` are the columns
    whose values are something else than SQLite gives; `strange` those that are only where it gives bytes.
    """

    words: str
    values: tuple[Any, ...]
    asked: tuple[tuple[int, str, Change | None], ...]
    told: tuple[tuple[int, Change], ...]
    strange: tuple[tuple[int, Change], ...]
    named: Callable[[Sequence[Any]], Any]

    def fill(self, given: Mapping[str, Any]) -> list[Any]:
        """Return all that is given with the query, in order."""
        values = list(self.values)
        for place, name, change in self.asked:
            values[place] = given[name] if change is None else change(given[name])
        return values

    def read(self, rows: Sequence[tuple[Any, ...]]) -> Sequence[tuple[Any, ...]]:
        """Return the rows as they were written: bytes may stand for text and for numbers, and numbers for yes and no."""
        changes = self.told
        if self.strange and bytes in set(map(type, chain.from_iterable(rows))):
            changes = (*changes, *self.strange)
        return [_changed(row, changes) for row in rows] if changes else rows


def _changed(row: tuple[Any, ...], changes: Sequence[tuple[int, Change]]) -> tuple[Any, ...]:
    values = list(row)
    for place, change in changes:
        values[place] = change(values[place])
    return tuple(values)


def ask(
    connection: Connection, query: Select[*tuple[Any, ...]], given: Mapping[str, Any] | None = None
) -> Sequence[Any]:
    """Return all rows of `query`, whose members go by the names of its columns.

    Args:
        connection: to the record.
        query: made once, by a module or a cache: it is kept.
        given: the values of what it leaves open, by name.
    """
    if (found := _found_in_file(connection, query, given or {})) is None:
        return connection.execute(query, given).all()
    prepared, rows = found
    return list(map(prepared.named, rows))


def ask_bare(
    connection: Connection, query: Select[*tuple[Any, ...]], given: Mapping[str, Any] | None = None
) -> Sequence[tuple[Any, ...]]:
    """Return the same rows without names: for whoever takes them apart at once."""
    found = _found_in_file(connection, query, given or {})
    return connection.execute(query, given).all() if found is None else found[1]


def _found_in_file(
    connection: Connection, query: Select[*tuple[Any, ...]], given: Mapping[str, Any]
) -> tuple[Prepared, Sequence[tuple[Any, ...]]] | None:
    """Return what a file answers; None of any other database, and where asking fails: asked again, the engine says what to do about it."""
    if connection.dialect.name != "sqlite":
        return None
    prepared = prepare(query, tuple(given))
    bare: Any = connection.connection.dbapi_connection
    try:
        rows = bare.execute(prepared.words, prepared.fill(given)).fetchall()
    except sqlite3.Error:
        return None
    return prepared, prepared.read(rows)


@cache
def prepare(query: Select[*tuple[Any, ...]], names: tuple[str, ...] = ()) -> Prepared:
    """Put `query` in the words of SQLite; the values of these `names` are left open."""
    dialect = sqlite_dialect()
    compiled: Any = query.compile(dialect=dialect)
    state: Any = compiled.construct_expanded_state(dict.fromkeys(names))
    binding: dict[str, Change | None] = {
        name: bind.type.dialect_impl(dialect).bind_processor(dialect) for name, bind in compiled.binds.items()
    }
    binding |= state.processors
    order = _placed(state.positiontup)
    columns = _columns(query, dialect)
    changes = [(place, kind, kind.result_processor(dialect, None)) for place, (_, kind) in enumerate(columns)]
    told = [(place, isinstance(kind, _MOSTLY_AS_GIVEN), change) for place, kind, change in changes if change]
    return Prepared(
        words=state.statement,
        values=tuple(_bound(state.parameters[name], binding.get(name)) for _, name in order),
        asked=tuple((place, name, binding.get(name)) for place, name in order if name in names),
        told=tuple((place, change) for place, mostly, change in told if not mostly),
        strange=tuple((place, change) for place, mostly, change in told if mostly),
        named=_naming([name or "" for name, _ in columns]),
    )


def _placed(names: Sequence[str]) -> list[tuple[int, str]]:
    return list(enumerate(names))


def _columns(query: Any, dialect: Any) -> list[tuple[str | None, Any]]:
    """Return name and kind of each column."""
    return [(column.key, column.type.dialect_impl(dialect)) for column in query.selected_columns]


def _bound(value: Any, change: Change | None) -> Any:
    return value if change is None or value is None else change(value)


def _naming(names: Sequence[str]) -> Callable[[Sequence[Any]], Any]:
    """Return what gives names to the members of a row; of two with one name the first has it."""
    make: Any = namedtuple  # noqa: PYI024 - what names they are is known only here
    row: Any = make("Row", names, rename=True)
    return partial(cast("Any", tuple).__new__, row)
