"""Changes of a record in place: all of one or nothing, whenever the process ends."""

from __future__ import annotations

import os
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError
from onrecord.record.file import connect, refuse_unreadable
from onrecord.record.lock import writing_alone

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy import Connection


@contextmanager
def transaction(connection: Connection) -> Generator[None]:
    """Make what is done inside one change: whole when the block ends, undone when it is left by an error."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    try:
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        yield
        connection.exec_driver_sql("COMMIT")
    except BaseException:
        # A disk that is full ends a transaction by itself.
        if connection.connection.dbapi_connection.in_transaction:  # type: ignore[union-attr]
            connection.exec_driver_sql("ROLLBACK")
        raise


@contextmanager
def growing_alone(path: str | os.PathLike[str]) -> Generator[Path]:
    """Hold the record at `path` for growing; yield the place where it really lies. A record of an older version is brought forward.

    Raises:
        RecordError: when it is no record this program can read, another process writes to it, or it may not be written.
    """
    from onrecord.record.migrate import bring_forward

    place = Path(os.path.realpath(path))
    refuse_unreadable(place)
    with writing_alone(place):
        bring_forward(place)
        yield place


@contextmanager
def writing_to(place: Path) -> Generator[Connection]:
    """Open the record at `place` for changes.

    Raises:
        RecordError: when the system refuses a change; what was committed before stands.
    """
    engine = connect(place, options="mode=rw")
    try:
        with engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
            # What is said to be safe must outlive a power cut, too.
            connection.exec_driver_sql("PRAGMA synchronous = FULL")
            yield connection
    except DBAPIError as error:
        raise RecordError(
            f"{place}: cannot be written to ({error.orig}); nothing of it is lost: free space or give permission, "
            "then run the same again"
        ) from error
    finally:
        engine.dispose()
