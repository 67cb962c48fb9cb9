"""Open records to lend: one for each reader at a time, kept open for the next."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from onrecord.errors import Elsewhere, NotHere, RecordError
from onrecord.model.found import Part
from onrecord.model.listing import Asked, Order
from onrecord.record import open_record

if TYPE_CHECKING:
    from collections.abc import Generator

    from onrecord.record import Record
    from onrecord.record.room.remembered import Remembered
    from onrecord.record.stores.store import Place


_KEPT_OPEN: Final = 6
"""Records that are kept open for the next readers: each may hold 4 MB of pages."""

_PATIENCE: Final = 10.0
"""Seconds for which an ending program waits for its readers: a service that is told to end is killed after some more."""


def read_what_all_need(record: Record) -> None:
    """Read what lists, searches and the queue begin with; `record` remembers it."""
    for order in Order:
        asked = Asked(order=order, most=1)
        record.list_statements(asked)
        record.list_speakers(asked)
        record.list_events(asked)
        record.list_stories(asked)
        record.list_reports(asked)
        record.list_outlets(asked)
    record.summary()
    record.list_doubts(most=1)
    for kind in ("attributions", "report-days", "speakers"):
        record.values(kind, Asked(most=1))
    # Names are looked up for a filter, and for a search, whatever name is asked for.
    record.list_outlets(Asked(speaker="a", outlet="a", most=1))
    record.find(Asked(words="a", most=1), parts=(Part.SPEAKERS,))
    # The queries of most pages are put together with the first that asks them.
    for row in record.list_statements(Asked(most=1)).rows:
        record.find(Asked(words=row.text, most=1))
        record.find_like(row.id, asked=Asked(most=1))
        record.slice(statement_ids=[row.id])


class Shelf:
    """Lends the record at `path`, open, to one reader at a time; a record that failed its reader is not lent again."""

    def __init__(self, path: Place) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._back = threading.Condition(self._lock)
        self._lent = 0
        self._shut = False
        self._free: list[Record] = []
        self._remembered: Remembered | None = None
        self._read: str | None = None
        self._lent_at = time.monotonic()

    @contextmanager
    def lend(self) -> Generator[Record]:
        """Lend the record; all its answers are of the one moment.

        Raises:
            RecordError: when it cannot be opened, or the shelf is shut.
        """
        with self._lock:
            if self._shut:
                raise RecordError(f"{self._path}: no longer shown; the program that showed it is ending")
            self._lent += 1
            record = self._free.pop() if self._free else None
        try:
            with self._lend_one(record or self._open()) as lent:
                yield lent
        finally:
            with self._back:
                self._lent -= 1
                self._back.notify_all()

    @contextmanager
    def _lend_one(self, record: Record) -> Generator[Record]:
        self._lent_at = time.monotonic()
        try:
            with record.at_one_moment():
                yield record
        except (Elsewhere, NotHere):
            self._take_back(record)
            raise
        except BaseException:
            record.close()
            raise
        self._take_back(record)

    def _take_back(self, record: Record) -> None:
        with self._lock:
            if len(self._free) < _KEPT_OPEN and not self._shut:
                self._free.append(record)
                return
        record.close()

    def _open(self) -> Record:
        record = open_record(self._path)
        with self._lock:
            # What one reader waited for, the next need not.
            self._remembered = self._remembered or record.remembered
            record.remembered = self._remembered
        return record

    def read_ahead(self) -> None:
        """Read what every reader needs, and close the record again: processes that are made now all have it."""
        self.catch_up()
        self.close()

    def catch_up(self) -> None:
        """Read what every reader needs, if the record says something else than when that was read last.

        Raises:
            RecordError: when the record cannot be read.
        """
        lent_at = self._lent_at
        with self.lend() as record:
            version = record.content_version()
            if version and version != self._read:
                read_what_all_need(record)
                self._read = version
        self._lent_at = lent_at

    def is_asked_for(self, seconds: float) -> bool:
        """Tell whether anybody borrowed the record within the last so many seconds, for more than to catch up with it."""
        return time.monotonic() - self._lent_at < seconds

    def close(self) -> None:
        """Close every record that is not lent."""
        with self._lock:
            free, self._free = self._free, []
        for record in free:
            record.close()

    def shut(self) -> None:
        """Lend nothing more, and close every record, those that are lent as they come back, for which a while is waited.

        Whoever has a write-ahead database open last takes away what lies beside it: a process that ends without this leaves it.
        """
        with self._back:
            self._shut = True
            self._back.wait_for(lambda: not self._lent, timeout=_PATIENCE)
        self.close()
