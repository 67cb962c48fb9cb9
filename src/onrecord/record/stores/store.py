"""Where a record stands: in a file of its own, or in a database that a team shares.

One small interface over both; `sql` has what differs once a connection is there.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeAlias

from onrecord.record.stores.postgresql_address import is_address, read_address, written_address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine

    from onrecord.errors import RecordError
    from onrecord.record.stores.faults import Finding


Steps: TypeAlias = "Callable[[Connection, int], None]"
"""What brings the record on a connection forward from that version, within a transaction that is going on."""


class Store(Protocol):
    """One place for one record. As a string it is what messages call it, and never holds a password."""

    def is_taken(self) -> bool:
        """Tell whether anything stands there."""
        ...

    def refuse_unreadable(self) -> None:
        """Refuse, with a sentence that says the way out, what is no record that this program can read.

        Raises:
            RecordError: when nothing stands there, or something else, a part of a record or one of a newer version.
        """
        ...

    def refuse_to_replace(self) -> None:
        """Refuse to write over anything but a record.

        Raises:
            RecordError: when something else stands there, or nothing can.
        """
        ...

    def version(self) -> int:
        """Return the version of the tables of the record."""
        ...

    def open(self, *, to_change: bool = False) -> Engine:
        """Return an engine on the record; without `to_change`, nothing can be changed through it.

        Transactions are the caller's: none begins by itself.
        """
        ...

    def writing_alone(self) -> AbstractContextManager[None]:
        """Return a context in which nobody else writes to the record.

        Raises:
            RecordError: when somebody does.
        """
        ...

    def replacing(self) -> AbstractContextManager[Connection]:
        """Return a context with a connection to a record with no rows, which is in place, whole, once the context ends well.

        Until then, and for good if it ends otherwise, whoever looks sees what stood there before.

        Raises:
            RecordError: when the disk or the server refuses.
        """
        ...

    def back_up(self, version: int) -> str:
        """Copy the record, which is of that version, beside itself; return what the copy is called."""
        ...

    def find_misplaced(self) -> Iterator[Finding]:
        """Yield what is off about the place itself, in which case nothing else can be looked at."""
        ...

    def checking(self, forward: Steps) -> AbstractContextManager[Connection]:
        """Return a context with a connection to the record as it is now, of which nothing that is done stays.

        One of an older version is first brought `forward`.
        """
        ...

    def explain(self, error: BaseException) -> RecordError:
        """Return the sentence about what the database said while the record was read."""
        ...


Place: TypeAlias = str | os.PathLike[str] | Store
"""A path, an address (``postgresql://…``), or a store already found."""


def store_of(place: Place) -> Store:
    """Return the store at `place`.

    Raises:
        RecordError: when it is an address that cannot be read, or the library for it is missing.
    """
    if isinstance(place, str | os.PathLike):
        if is_address(place):
            from onrecord.record.stores.postgresql_store import PostgresStore

            return PostgresStore(read_address(written_address(place)))
        from onrecord.record.stores.file_store import FileStore

        return FileStore(Path(place))
    return place


def refuse_to_replace(place: Place) -> None:
    """Refuse a `place` where something other than a record stands.

    Raises:
        RecordError: when something does, or when nothing can be written there.
    """
    store_of(place).refuse_to_replace()
