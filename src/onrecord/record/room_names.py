"""Things by id and name, as rows refer to them."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.model.listing import Named
from onrecord.record import schema
from onrecord.record.fetch import in_batches

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import Connection, Table

_CALLED = {schema.entities: "name", schema.events: "what", schema.stories: "title"}
"""The column that holds what a thing is called."""


def find_named(connection: Connection, table: Table, ids: Iterable[str | None]) -> Mapping[str | None, Named]:
    """Return the things of `table` with these ids, by id; None is no id."""
    called = table.c[_CALLED[table]]
    found: dict[str | None, Named] = {}
    for some in in_batches(sorted({one for one in ids if one is not None})):
        for row in connection.execute(select(table.c.id, called).where(table.c.id.in_(some))):
            found[row[0]] = Named(id=row[0], name=row[1])
    return found


def named_of(
    connection: Connection, ids: Sequence[str], members: Table, table: Table
) -> Mapping[str, tuple[Named, ...]]:
    """Return the things of `table` that `members` gives to each of `ids`, in its order.

    The first column of `members` after its place is the owner's id, the next the id of the thing.
    """
    _, owner, own = list(members.c)[:3]
    called = table.c[_CALLED[table]]
    found: defaultdict[str, list[Named]] = defaultdict(list)
    for some in in_batches(ids):
        query = select(owner, table.c.id, called).join_from(members, table, own == table.c.id)
        for row in connection.execute(query.where(owner.in_(some)).order_by(members.c.place)):
            found[row[0]].append(Named(id=row[1], name=row[2]))
    return {one: tuple(found[one]) for one in ids}


def named_in_order(names: Mapping[str, str]) -> tuple[Named, ...]:
    """Return the things with these names, by id, in the order of their names."""
    ordered = sorted(names.items(), key=lambda one: (one[1].casefold(), one[1], one[0]))
    return tuple(Named(id=one, name=name) for one, name in ordered)
