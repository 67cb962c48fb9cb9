"""Connections to a record in its place, to read it or to change it: all of a change or nothing, whenever the process ends."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from sqlalchemy.exc import DBAPIError, IntegrityError

from onrecord.errors import ContradictionError, RecordError
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.store import store_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy import Connection

    from onrecord.record.stores.store import Place, Store


_DAMAGED: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_DAMAGED_STATES: Final = "XX"
"""How the SQLSTATE of faults within the server, damaged files among them, begins."""


@contextmanager
def reading_at(place: Place) -> Generator[Connection]:
    """Open the record at `place` to read it.

    Raises:
        RecordError: when it is no record that this program can read.
    """
    store = store_of(place)
    store.refuse_unreadable()
    engine = store.open()
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


@contextmanager
def transaction(connection: Connection) -> Generator[None]:
    """Make what is done inside one change: whole when the block ends, undone when it is left by an error."""
    dialect = dialect_of(connection)
    dialect.begin_writing(connection)
    try:
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        # A disk that is full ends a transaction by itself.
        if dialect.is_within(connection):
            connection.exec_driver_sql("ROLLBACK")
        raise


@contextmanager
def growing_alone(place: Place) -> Generator[Store]:
    """Hold the record at `place` for growing, and yield its store. A record of an older version is brought forward.

    Raises:
        RecordError: when it is no record this program can read, another process writes to it, or it may not be written.
    """
    from onrecord.record.stores.migrate import bring_forward

    store = store_of(place)
    store.refuse_unreadable()
    with store.writing_alone():
        bring_forward(store)
        yield store


@contextmanager
def writing_to(place: Place) -> Generator[Connection]:
    """Open the record at `place` for changes; what is committed outlives a power cut.

    Raises:
        ContradictionError: when a change names what is not there; what was committed before stands.
        RecordError: when the system refuses a change; what was committed before stands.
    """
    store = store_of(place)
    engine = store.open(to_change=True)
    try:
        with engine.connect() as connection:
            dialect_of(connection).be_durable(connection)
            yield connection
    except DBAPIError as error:
        if _is_damage(error):
            raise damaged(str(store), error) from error
        if isinstance(error, IntegrityError):
            raise ContradictionError(
                f"{store}: what is to be written contradicts itself ({error.orig})"
            ) from error
        raise RecordError(
            f"{store}: cannot be written to ({error.orig}); nothing of it is lost: free space or give permission, "
            "then run the same again"
        ) from error
    finally:
        engine.dispose()


def _is_damage(error: DBAPIError) -> bool:
    """Tell whether a database refuses because its own file is damaged, not for want of room or leave."""
    code: int = getattr(error.orig, "sqlite_errorcode", 0) & 0xFF
    state: str = getattr(error.orig, "sqlstate", None) or ""
    return code in _DAMAGED or state.startswith(_DAMAGED_STATES)


def damaged(name: str, error: DBAPIError) -> RecordError:
    """Return the error that says of the record called `name` that it is damaged, and the way out."""
    return RecordError(
        f"{name}: the record is damaged ({error.orig}); see what is off with `onrecord check`, and build it again from its "
        "reports or go back to a copy of it"
    )
