"""Tar archives, read forward once, so that a compressed one need not be held."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, Protocol, cast

from onrecord.errors import SetAside
from onrecord.ingest.limits import LARGEST, TAR_HEADER, TAR_HEADERS
from onrecord.ingest.names import is_hidden, printable
from onrecord.ingest.streams import Part

if TYPE_CHECKING:
    from collections.abc import Iterator
    from tarfile import TarInfo

    from onrecord.ingest.source import Item, Source
    from onrecord.ingest.streams import Stream

_BLOCK: Final = 512
_LONG_NUMBER: Final = re.compile(rb"\d{65}")
"""The standard library compares headers with a pattern that takes the square of a number's digits."""


def read_tar(source: Source) -> Iterator[Item]:
    """Yield the files of a tar archive, in its order."""
    import tarfile

    headers = _Headers(source.stream, source.locator)
    errors = (tarfile.TarError, ValueError, OverflowError, RecursionError, EOFError, OSError)
    try:
        archive = tarfile.TarFile(fileobj=headers, mode="r", encoding="utf-8", errors="surrogateescape")  # type: ignore[arg-type]
        while (entry := archive.next()) is not None:
            # Or it keeps them all, with whatever their headers hold.
            cast("_Archive", archive).members.clear()
            source.budget.count_entry()
            yield from _read_entry(source, entry)
            _skip_to(archive.offset, source)
    except errors as error:
        yield source.problem("ingest.damaged", _cut(str(error) or "a header cannot be read"))
        return
    # What packs the archive may be cut off behind its end.
    while source.stream.skip(LARGEST):
        pass
    if headers.last.strip(b"\0") or len(headers.last) < _BLOCK:
        yield source.problem("ingest.damaged", _cut("its end mark is missing"))


def _read_entry(source: Source, entry: TarInfo) -> Iterator[Item]:
    name = printable(entry.name)
    part = f"!{name}"
    if entry.isdir() or is_hidden(name):
        return
    if not entry.isreg() or entry.issparse():
        kind = "a link" if entry.issym() or entry.islnk() else "no regular file"
        message = f"is {kind} and left out; put the file itself into the archive"
        yield source.problem("ingest.no-file", message, part=part)
        return
    place = source.locator + part
    yield source.inner(Part(source.stream, entry.size, locator=place), locator=place, name=name)


def _skip_to(offset: int, source: Source) -> None:
    left = offset - source.stream.taken
    if left < 0 or source.stream.skip(left) < left:
        raise SetAside("ingest.damaged", _cut("a file in it is shorter than stated"), source.locator)


def _cut(why: str) -> str:
    return f"is damaged or cut off ({why[:100]}); what comes before is read, so get an undamaged copy"


class _Archive(Protocol):
    members: list[TarInfo]


class _Headers:
    """A stream as the standard library wants a file: it reads nothing of it but headers."""

    def __init__(self, stream: Stream, locator: str) -> None:
        self._stream = stream
        self._locator = locator
        self._read = 0
        self.last = b""

    def read(self, size: int) -> bytes:
        self._read += size
        if size > TAR_HEADER or self._read > TAR_HEADERS:
            raise SetAside("ingest.damaged", _cut("its headers are larger than any in use"), self._locator)
        found = self._stream.read(size)
        if _LONG_NUMBER.search(found):
            raise SetAside("ingest.damaged", _cut("a number in a header is too long"), self._locator)
        self.last = found
        return found

    def tell(self) -> int:
        return self._stream.taken

    def seek(self, place: int) -> None:
        left = place - self._stream.taken
        if left < 0 or self._stream.skip(left) < left:
            raise SetAside("ingest.damaged", _cut("a header points elsewhere"), self._locator)
