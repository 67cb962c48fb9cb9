"""What is kept for the next time: bytes by name, what linking keeps put away unread. They are no part of what a record says.

All of it can be worked out again. So what is not whole is left out, never trusted.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from sqlalchemy import inspect, select

from onrecord.record.rows import schema
from onrecord.record.rows.fetch import in_batches
from onrecord.record.stores.dialects import dialect_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection

    from onrecord.record.rows.collected import Rows

_WHOLE = "whole"
"""The name under which the digest over all others stands."""
FEEDS = "feeds"
"""The name under which stands what is kept of feeds, which is not linking's (`feeds`)."""
PAGES = "pages"
"""The name under which stand the pages that a later look asks for again, or none does (`feeds`)."""

_ASIDE = "aside"
"""The name under which stand the ids of captures that gave no report."""


def with_aside(values: Mapping[str, bytes], ids: Iterable[str]) -> dict[str, bytes]:
    """Return `values` with the ids of captures that were set aside: they gave no report."""
    aside = sorted(set(ids))
    others = {name: value for name, value in values.items() if name != _ASIDE}
    return {**others, _ASIDE: json.dumps(aside, separators=(",", ":")).encode()} if aside else others


def find_aside(values: Mapping[str, bytes]) -> frozenset[str]:
    """Return the ids that `with_aside` put into `values`."""
    return frozenset(json.loads(values.get(_ASIDE, b"[]")))


def read_aside(connection: Connection) -> frozenset[str]:
    """Return the ids that `with_aside` put away with what is kept; the rest, and so whether it is whole, is not looked at.

    They tell only whether what comes in is counted as new. What is no list of ids says nothing of that: none are known then.
    """
    if not inspect(connection).has_table(schema.kept.name):
        return frozenset()
    own = select(schema.kept.c.value).where(schema.kept.c.name == _ASIDE)
    value = connection.scalars(own).first()
    try:
        return frozenset(json.loads(bytes(value or b"[]")))
    except (ValueError, TypeError):
        return frozenset()


def read_kept(connection: Connection) -> dict[str, bytes]:
    """Return what is kept, by name; nothing where it is not what was put away."""
    if not inspect(connection).has_table(schema.kept.name):
        return {}
    values = _read_values(connection)
    whole = values.pop(_WHOLE, b"")
    return values if whole == _digest(values) else {}


def add_kept(rows: Rows, values: Mapping[str, bytes]) -> None:
    """Gather what shall be kept by a record that is written."""
    for name, value in sorted(_with_digest(values).items()):
        rows.add(schema.kept, name=name, value=value)


def put_kept(connection: Connection, values: Mapping[str, bytes]) -> None:
    """Keep `values` in place of what was kept; what is the same stays where it stands."""
    if not inspect(connection).has_table(schema.kept.name):
        dialect_of(connection).create_tables(connection, (schema.kept,))
    before, after = _read_values(connection), _with_digest(values)
    gone = sorted(name for name, value in before.items() if after.get(name) != value)
    for some in in_batches(gone):
        connection.execute(schema.kept.delete().where(schema.kept.c.name.in_(some)))
    rows = [
        {"name": name, "value": value} for name, value in sorted(after.items()) if before.get(name) != value
    ]
    if rows:
        dialect_of(connection).insert(connection, schema.kept, rows)


def _read_values(connection: Connection) -> dict[str, bytes]:
    own = select(schema.kept.c.name, schema.kept.c.value).where(schema.kept.c.name.not_in((FEEDS, PAGES)))
    rows = connection.execute(own).all()
    return {name: bytes(value) for name, value in rows}


def _with_digest(values: Mapping[str, bytes]) -> Mapping[str, bytes]:
    return {**values, _WHOLE: _digest(values)} if values else {}


def _digest(values: Mapping[str, bytes]) -> bytes:
    digest = hashlib.sha256()
    for name, value in sorted(values.items()):
        digest.update(f"{name}\x1f{len(value)}\x1f".encode())
        digest.update(value)
    return digest.digest()
