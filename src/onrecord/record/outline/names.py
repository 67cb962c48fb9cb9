"""Things by id and name, as rows refer to them."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import select

from onrecord.model.listing import Named
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import among, rows_among

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Select, Table

_CALLED = {schema.entities: "name", schema.events: "what", schema.stories: "title"}
"""The column that holds what a thing is called."""


def find_named(connection: Connection, table: Table, ids: Iterable[str | None]) -> Mapping[str | None, Named]:
    """Return the things of `table` with these ids, by id; None is no id."""
    wanted = sorted({one for one in ids if one is not None})
    rows = rows_among(connection, _named_query(table), wanted)
    return {row[0]: Named(id=row[0], name=row[1]) for row in rows}


@cache
def _named_query(table: Table) -> Select[*tuple[Any, ...]]:
    return select(table.c.id, table.c[_CALLED[table]]).where(among(table.c.id))


def named_of(
    connection: Connection, ids: Sequence[str], members: Table, table: Table
) -> Mapping[str, tuple[Named, ...]]:
    """Return the things of `table` that `members` gives to each of `ids`, in its order.

    The first column of `members` after its place is the owner's id, the next the id of the thing.
    """
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for row in rows_among(connection, _members_query(members, table), ids):
        found[row[0]].append(Named(id=row[1], name=row[2]))
    return {one: tuple(found[one]) for one in ids}


@cache
def _members_query(members: Table, table: Table) -> Select[*tuple[Any, ...]]:
    _, owner, own = list(members.c)[:3]
    query = select(owner, table.c.id, table.c[_CALLED[table]]).join_from(members, table, own == table.c.id)
    return query.where(among(owner)).order_by(members.c.place)


def named_in_order(names: Mapping[str, str]) -> tuple[Named, ...]:
    """Return the things with these names, by id, in the order of their names."""
    ordered = sorted(names.items(), key=lambda one: (one[1].casefold(), one[1], one[0]))
    return tuple(Named(id=one, name=name) for one, name in ordered)
