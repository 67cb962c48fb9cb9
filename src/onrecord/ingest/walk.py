"""From the places a user names to the bytes found there, in an order that no file system decides.

Folders are walked in order of name. Hidden files and folders are left out, and a folder reached a second time over a
symbolic link is not walked again. What cannot be read is told with the way out and never stops the rest.
"""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

LARGEST: Final = 64 * 1024 * 1024
"""Bytes: a larger file is not one report and, as JSON lines, should be split."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The bytes at one place, as the user would name it; `listed` when a folder's listing led there."""

    payload: bytes
    locator: str
    listed: bool = False


def read_place(path: str) -> Iterator[Found | Problem]:
    """Yield what is found at `path`: a file's bytes, or those of every visible file of a folder."""
    try:
        mode = os.stat(path).st_mode  # noqa: PTH116 - a path is reported as it was given, never rebuilt
    except (OSError, ValueError) as error:
        yield unreadable(path, error)
        return
    if not stat.S_ISDIR(mode):
        yield read_file(path, listed=False)
        return
    empty = True
    for item in _walk(path):
        empty = False
        yield item if isinstance(item, Problem) else read_file(item, listed=True)
    if empty:
        message = f"{printable(path)} holds no files; name a folder with .txt or .jsonl files"
        yield Problem(code="ingest.empty", message=message, path=printable(path))


def read_file(path: str, *, listed: bool) -> Found | Problem:
    """Return the bytes of the file at `path`, or the problem that keeps them from being read."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - see read_place
            return read_stream(file, printable(path), listed=listed)
    except (OSError, ValueError) as error:
        return unreadable(path, error)


def read_stream(stream: BinaryIO, locator: str, *, listed: bool = False) -> Found | Problem:
    """Return all bytes of `stream`, or a problem when there are more than `LARGEST`."""
    payload = stream.read(LARGEST + 1)
    if len(payload) > LARGEST:
        message = f"{locator} is larger than {LARGEST // 1024**2} MB; split it into smaller files"
        return Problem(code="ingest.too-large", message=message, path=locator)
    return Found(payload=payload, locator=locator, listed=listed)


def unreadable(path: str, error: Exception) -> Problem:
    """Return the problem of a place that cannot be read, with the way out."""
    reason = (error.strerror if isinstance(error, OSError) else None) or str(error)
    message = (
        f"{printable(path)} cannot be read ({reason.lower()}); check its name and your permission to read it"
    )
    return Problem(code="ingest.unreadable", message=message, path=printable(path))


def printable(path: str) -> str:
    """Return `path` as text that can be written anywhere; bytes that are no UTF-8 become U+FFFD."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


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
