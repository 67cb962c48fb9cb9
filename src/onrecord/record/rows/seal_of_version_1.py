"""The seal of records of version 1: one digest over all rows of all tables that there were."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record.rows import schema
from onrecord.record.rows.seal import PART

if TYPE_CHECKING:
    from sqlalchemy import Connection

_LATER = {schema.seals, schema.kept, schema.corrections, *schema.WAITING}


def compute_first_seal(connection: Connection) -> str:
    """Return the SHA-256, in hexadecimal, over all rows of all tables of a record of version 1, its seal left out."""
    hashed = hashlib.sha256()
    tables = (table for table in schema.metadata.tables.values() if table not in _LATER)
    for table in sorted(tables, key=lambda table: table.name):
        hashed.update(f"\x1d{table.name}\x1d".encode())
        rows = select(table).order_by(table.c.place)
        if table is schema.made_with:
            rows = rows.where(table.c.part != PART)
        for row in connection.execute(rows):
            hashed.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))
    return hashed.hexdigest()
