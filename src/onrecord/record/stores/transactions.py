"""Connections to a record in its place, to read it or to change it: all of a change or nothing, whenever the process ends."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.store import store_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy import Connection

    from onrecord.record.stores.store import Place, Store


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
        RecordError: when the system refuses a change; what was committed before stands.
    """
    store = store_of(place)
    engine = store.open(to_change=True)
    try:
        with engine.connect() as connection:
            dialect_of(connection).be_durable(connection)
            yield connection
    except DBAPIError as error:
        raise RecordError(
            f"{store}: cannot be written to ({error.orig}); nothing of it is lost: free space or give permission, "
            "then run the same again"
        ) from error
    finally:
        engine.dispose()
