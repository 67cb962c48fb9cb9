"""From the places a user names to the files found there, open for reading, in an order that no file system decides.

Folders are walked in order of name. Hidden files and folders are left out, and a folder reached a second time over a
symbolic link is not walked again. What cannot be read is told with the way out and never stops the rest. The record that reports are
read for may stand among them: it is never opened here, since closing it again would cost SQLite its locks.
"""

from __future__ import annotations

import os
import stat
from typing import TYPE_CHECKING, Final

from onrecord.errors import SetAside
from onrecord.ingest.limits import Budget
from onrecord.ingest.names import printable
from onrecord.ingest.source import Source
from onrecord.ingest.streams import Stream
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO


class Opened:
    """The bytes of an open file; `file` is there where one can go back and forth in it."""

    def __init__(self, file: BinaryIO, locator: str) -> None:
        self._file = file
        self._locator = locator
        self.file = file if file.seekable() else None

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes.

        Raises:
            SetAside: when the file cannot be read on.
        """
        try:
            return self._file.read(size)
        except (OSError, ValueError) as error:
            raise SetAside("ingest.unreadable", _reason(error), self._locator) from error


_BESIDE: Final = ("", "-wal", "-shm", "-journal")
"""Ends of the names under which SQLite keeps a record."""


def read_place(path: str, record: str | None = None) -> Iterator[Source | Problem]:
    """Yield what is found at `path`: a file, or every visible file of a folder; each is open until the next is asked for.

    The files of `record` are left out.
    """
    own = frozenset(os.path.realpath(record) + end for end in _BESIDE) if record else frozenset[str]()
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a path is reported as it was given, never rebuilt
    except (OSError, ValueError) as error:
        yield unreadable(path, error)
        return
    if not stat.S_ISDIR(mode):
        if os.path.realpath(path) in own:
            message = f"{printable(path)} is the record itself; name the reports to read"
            yield Problem(code="ingest.unreadable", message=message, path=printable(path))
            return
        yield from read_file(path, listed=False)
        return
    empty = True
    for item in _walk(path):
        empty = False
        if isinstance(item, Problem):
            yield item
        elif not own or os.path.realpath(item) not in own:
            yield from read_file(item, listed=True)
    if empty:
        message = f"{printable(path)} holds no files; name a folder that holds reports"
        yield Problem(code="ingest.empty", message=message, path=printable(path))


def read_file(path: str, *, listed: bool) -> Iterator[Source | Problem]:
    """Yield the file at `path`, open, or the problem that keeps it from being opened."""
    try:
        file = open(path, "rb")  # noqa: PTH123, SIM115 - see read_place; closed below
    except (OSError, ValueError) as error:
        yield unreadable(path, error)
        return
    with file:
        yield read_stream(file, printable(path), listed=listed)


def read_stream(stream: BinaryIO, locator: str, *, listed: bool = False) -> Source:
    """Return the bytes of `stream` as a source, with an account of its own."""
    raw = Stream(Opened(stream, locator))
    return Source(stream=raw, locator=locator, name=locator, budget=Budget(locator), listed=listed)


def unreadable(path: str, error: Exception) -> Problem:
    """Return the problem of a place that cannot be read, with the way out."""
    message = f"{printable(path)} {_reason(error)}"
    return Problem(code="ingest.unreadable", message=message, path=printable(path))


def _reason(error: Exception) -> str:
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return f"cannot be read ({reason.lower()}); check its name and your permission to read it"


def _walk(top: str) -> Iterator[str | Problem]:
    seen: set[tuple[int, int]] = set()
    waiting = [top]
    while waiting:
        place = waiting.pop()
        try:
            status = os.stat(place)  # noqa: PTH116 - see read_place
            entries = _list(place) if stat.S_ISDIR(status.st_mode) else None
        except (OSError, ValueError) as error:
            yield unreadable(place, error)
            continue
        if entries is not None:
            if (status.st_dev, status.st_ino) not in seen:
                seen.add((status.st_dev, status.st_ino))
                waiting += reversed(entries)
        elif stat.S_ISREG(status.st_mode):
            yield place
        else:
            message = f"{printable(place)} is no regular file; name it yourself if it is meant to be read"
            yield Problem(code="ingest.unreadable", message=message, path=printable(place))


def _list(folder: str) -> list[str]:
    names = sorted(name for name in os.listdir(folder) if not name.startswith("."))  # noqa: PTH208
    return [os.path.join(folder, name) for name in names]  # noqa: PTH118
