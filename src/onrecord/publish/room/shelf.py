"""Open records to lend: one for each reader at a time, kept open for the next."""

from __future__ import annotations

import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.model.listing import Asked
from onrecord.record import open_record

if TYPE_CHECKING:
    from collections.abc import Generator

    from onrecord.record import Record
    from onrecord.record.room_remembered import Remembered
    from onrecord.record.stores import Place


class Shelf:
    """Lends the record at `path`, open, to one reader at a time; a record that failed its reader is not lent again."""

    def __init__(self, path: Place) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._free: list[Record] = []
        self._remembered: Remembered | None = None

    @contextmanager
    def lend(self) -> Generator[Record]:
        """Lend the record; all its answers are of the one moment.

        Raises:
            RecordError: when it cannot be opened.
        """
        with self._lock:
            record = self._free.pop() if self._free else None
        record = record or self._open()
        try:
            with record.at_one_moment():
                yield record
        except BaseException:
            record.close()
            raise
        with self._lock:
            self._free.append(record)

    def _open(self) -> Record:
        record = open_record(self._path)
        with self._lock:
            # What one reader waited for, the next need not.
            self._remembered = self._remembered or record.remembered
            record.remembered = self._remembered
        return record

    def read_ahead(self) -> None:
        """Read what every reader needs, and close the record again: processes that are made now all have it."""
        with self.lend() as record:
            record.list_statements(Asked(most=1))
            record.summary()
        self.close()

    def close(self) -> None:
        """Close every record that is not lent."""
        with self._lock:
            free, self._free = self._free, []
        for record in free:
            record.close()
