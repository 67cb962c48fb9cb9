"""A digest over every value of a record, kept in it when it is written.

A flipped bit in a headline breaks no index and no citation; it breaks the seal. The seal tells damage, not forgery: whoever
can write the file can write the seal.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record import schema

if TYPE_CHECKING:
    from sqlalchemy import Connection

PART = "seal"
"""The part of `made_with` that holds the digest."""


def compute_seal(connection: Connection) -> str:
    """Return the SHA-256, in hexadecimal, over all rows of all tables of the record, its seal left out."""
    hashed = hashlib.sha256()
    for table in sorted(schema.metadata.tables.values(), key=lambda table: table.name):
        hashed.update(f"\x1d{table.name}\x1d".encode())
        rows = select(table).order_by(table.c.place)
        if table is schema.made_with:
            rows = rows.where(table.c.part != PART)
        for row in connection.execute(rows):
            hashed.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()


def write_seal(connection: Connection) -> None:
    """Put the seal on a record whose rows are all there."""
    seal = compute_seal(connection)
    connection.execute(schema.made_with.insert(), {"part": PART, "name": "sha256", "value": seal})


def read_seal(connection: Connection) -> str | None:
    """Return the seal that was put on the record, or None where there is none."""
    found = connection.execute(select(schema.made_with.c.value).where(schema.made_with.c.part == PART))
    return next((value for (value,) in found), None)
