"""Files that SQLite has open in this process, and a look at their first bytes that costs it no lock.

A system with POSIX locks lets go of all that a process holds on a file as soon as the process closes any descriptor of it: SQLite's
locks too, whereupon another process may take the write-ahead log away from under a connection (https://sqlite.org/howtocorrupt.html,
section 2.2). So whatever opens a record does so here, and a descriptor of a file that SQLite has open is closed when SQLite has
let go of it, as SQLite itself does with its own.
"""

from __future__ import annotations

import os
import sqlite3
import threading
from collections import Counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pathlib import Path

    File = tuple[int, int]
    """A file by the numbers of its device and of itself: it may go by several names, and a name may go over to another."""

_lock = threading.Lock()
_open: Counter[File] = Counter()
"""How many connections this process has to a file."""
_left_open: dict[File, list[int]] = {}
"""Descriptors of each file that was looked at while it had some: one, but where another file was put in its place meanwhile."""


class Counted(sqlite3.Connection):
    """A connection that tells when it is closed."""

    files: frozenset[File] = frozenset()

    def close(self) -> None:  # type: ignore[explicit-override]
        """Close it."""
        super().close()
        files, self.files = self.files, frozenset()
        with _lock:
            for file in files:
                _open[file] -= 1
                if not _open[file]:
                    del _open[file]
                    for descriptor in _left_open.pop(file, ()):
                        os.close(descriptor)


def connect_counted(path: Path, database: str, **how: Any) -> sqlite3.Connection:
    """Return `sqlite3.connect(database, **how)`, a connection to the file at `path`.

    Raises:
        sqlite3.Error: as that does.
    """
    with _lock:
        before = _file_at(path)
        connection = sqlite3.connect(database, factory=Counted, **how)
        # Where another file was put there meanwhile, it is one of the two.
        connection.files = frozenset(file for file in (before, _file_at(path)) if file is not None)
        _open.update(connection.files)
    return connection


def read_beginning(path: Path, size: int) -> bytes:
    """Return the first `size` bytes of the file at `path`, or all if it has fewer.

    Raises:
        OSError: when it cannot be read.
    """
    with _lock:
        file = _file_at(path)
        if file is not None and file in _left_open:
            return os.pread(_left_open[file][0], size, 0)
        descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
        status = os.fstat(descriptor)
        file = status.st_dev, status.st_ino
        try:
            return os.pread(descriptor, size, 0)
        finally:
            if _open[file]:
                _left_open.setdefault(file, []).append(descriptor)
            else:
                os.close(descriptor)


def _file_at(path: Path) -> File | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_dev, status.st_ino
