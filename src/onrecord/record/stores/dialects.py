"""Which module knows what is particular to a database, by the connection that leads there (`onrecord.record.rows.sql` has what each gives)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record.rows.sql import Dialect, WordIndex


def dialect_of(connection: Connection) -> Dialect:
    """Return what is particular to the database that `connection` leads to."""
    if connection.dialect.name == "sqlite":
        from onrecord.record.stores import sqlite_dialect

        return sqlite_dialect
    from onrecord.record.stores import postgresql_dialect

    return postgresql_dialect


def word_index_of(connection: Connection) -> WordIndex:
    """Return how that database keeps words."""
    if connection.dialect.name == "sqlite":
        from onrecord.record.stores import sqlite_words

        return sqlite_words
    from onrecord.record.stores import postgresql_words

    return postgresql_words
