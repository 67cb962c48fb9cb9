"""A record in a file of its own, which is the default.

A new one is built beside its place under another name, brought safely to disk and then put in place in one step. The same contents
give the same bytes: rows go in one order, nothing in the file tells when or where it was made.

A record that others have open is never renamed over (their write-ahead log would then stand beside a file that it does not
belong to): the new one is copied into it, in one transaction.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
import tempfile
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError
from onrecord.record.rows import schema
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.faults import Finding
from onrecord.record.stores.file import (
    APPLICATION_ID,
    REBUILD,
    VERSION,
    bytes_behind,
    connect,
    copy_file,
    put_in_place,
    refuse_to_replace,
    refuse_unreadable,
    version_of,
)
from onrecord.record.stores.lock import writing_alone

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine

_PRAGMAS = (
    "page_size = 4096",
    "encoding = 'UTF-8'",
    f"application_id = {APPLICATION_ID}",
    f"user_version = {VERSION}",
    # Nobody else sees the file before it is whole, and it is brought to disk by one fsync at the end.
    "journal_mode = OFF",
    "synchronous = OFF",
)


class FileStore:
    """The store at a path (`onrecord.record.stores.store` says what each method promises)."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def __str__(self) -> str:  # type: ignore[explicit-override]
        return str(self.path)

    @property
    def _target(self) -> Path:
        return Path(os.path.realpath(self.path))

    def is_taken(self) -> bool:
        """Tell whether a file that is not empty stands there."""
        return self.path.exists() and self.path.stat().st_size > 0

    def refuse_unreadable(self) -> None:
        """Refuse what its first hundred bytes tell is no record."""
        refuse_unreadable(self.path)

    def refuse_to_replace(self) -> None:
        """Refuse to write over another file (an empty one holds nothing to lose)."""
        refuse_to_replace(self._target)

    def version(self) -> int:
        """Return the version in the file's header."""
        return version_of(self.path)

    def open(self, *, to_change: bool = False) -> Engine:
        """Return an engine on the file."""
        return connect(self.path, options="mode=rw" if to_change else "mode=ro")

    def writing_alone(self) -> AbstractContextManager[None]:
        """Hold the lock beside the file."""
        return writing_alone(self._target)

    @contextmanager
    def replacing(self) -> Generator[Connection]:
        """Build a file beside the place, and put it there."""
        target = self._target
        unfinished = target.with_name(f".{target.name}.{secrets.token_hex(6)}.part")
        try:
            with _filling(unfinished) as connection:
                yield connection
            bring_to_disk(unfinished)
            put_in_place(unfinished, target)
            bring_to_disk(target.parent)
        except (OSError, DBAPIError, sqlite3.Error) as error:
            raise RecordError(
                f"{target}: cannot be written ({reason_of(error)}); free space or choose another place"
            ) from error
        finally:
            unfinished.unlink(missing_ok=True)

    def back_up(self, version: int) -> str:
        """Copy the file to the first free name beside it, whole or not at all."""
        path = self._target
        name = f"{path.name}.version-{version}"
        backup = path.with_name(name)
        number = 1
        while backup.exists():
            number += 1
            backup = path.with_name(f"{name}.{number}")
        unfinished = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
        try:
            copy_file(path, unfinished)
            bring_to_disk(unfinished)
            unfinished.replace(backup)
        finally:
            unfinished.unlink(missing_ok=True)
        return str(backup)

    def find_misplaced(self) -> Iterator[Finding]:
        """Yield a finding where more stands in the file than SQLite counts."""
        if more := bytes_behind(self.path):
            message = f"{more} byte(s) stand behind its end; another program wrote to the file"
            yield Finding(code="check.database", about="database", message=message)

    @contextmanager
    def checking(self, forward: Callable[[Connection, int], None]) -> Generator[Connection]:
        """Open a copy: SQLite checks a full-text index by writing to it."""
        with tempfile.TemporaryDirectory(prefix="onrecord-check-") as folder:
            copy = FileStore(Path(folder) / "copy.db")
            copy_file(self.path, copy.path)
            version = copy.version()
            engine = copy.open(to_change=True)
            with engine.connect() as connection:
                if version < VERSION:
                    dialect_of(connection).begin_writing(connection)
                    forward(connection, version)
                    connection.exec_driver_sql("COMMIT")
                yield connection
            engine.dispose()

    def explain(self, error: BaseException) -> RecordError:
        """Say that the file is damaged: nothing else keeps SQLite from reading what it opened."""
        return RecordError(f"{self}: damaged ({error}); {REBUILD}")


@contextmanager
def _filling(path: Path) -> Generator[Connection]:
    engine = connect(path, options="mode=rwc")
    with engine.connect() as connection:
        for pragma in _PRAGMAS:
            connection.exec_driver_sql(f"PRAGMA {pragma}")
        connection.exec_driver_sql("BEGIN")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        dialect = dialect_of(connection)
        dialect.create_tables(connection, schema.metadata.sorted_tables)
        dialect.replace_view(connection)
        yield connection
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    engine.dispose()


def bring_to_disk(path: Path) -> None:
    """Wait until what stands at `path`, a file or a folder, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def reason_of(error: OSError | DBAPIError | sqlite3.Error) -> str:
    """Say what went wrong without the name of the unfinished file."""
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    return str(error.orig if isinstance(error, DBAPIError) else error)
