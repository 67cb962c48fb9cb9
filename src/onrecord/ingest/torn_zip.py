"""The files of a zip archive whose list is missing, as it is where the end was cut off: told by the headers before each.

A file is read as long as its header says; where that is told behind it, to the end of what is compressed.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, Final

from onrecord.errors import SetAside
from onrecord.ingest.limits import ENTRIES
from onrecord.ingest.names import printable
from onrecord.ingest.streams import CHUNK, Part, Stream
from onrecord.ingest.unpack import Unpacked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.ingest.source import Source
    from onrecord.ingest.streams import Readable

_MARK: Final = b"PK\x03\x04"
_HEADER: Final = struct.Struct("<4sHHHHHIIIHH")
_ENCRYPTED: Final = 0x1
_SIZE_BEHIND: Final = 0x8
"""The length of a file stands behind it."""
_STORED: Final = 0
_DEFLATED: Final = 8
_LARGE: Final = 0xFFFFFFFF
"""What stands for a length that takes more than four bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Torn:
    """A file in a torn archive: where its bytes begin, and how many there are, if that is told."""

    name: str
    start: int
    size: int
    sum: int
    packed: bool


def find_files(file: BinaryIO) -> Iterator[Torn]:
    """Yield the files whose headers are whole, in order, at most `ENTRIES`; not those that are encrypted or packed otherwise."""
    place = _find_mark(file, 0)
    for _ in range(ENTRIES):
        if place < 0:
            return
        file.seek(place)
        header = file.read(_HEADER.size)
        if len(header) < _HEADER.size:
            return
        _, _, flags, method, _, _, stated, size, _, name_size, extra_size = _HEADER.unpack(header)
        name = file.read(name_size)
        start = place + _HEADER.size + name_size + extra_size
        told = not flags & _SIZE_BEHIND and size != _LARGE
        # A stored file whose length is not told cannot be told from what follows it.
        if (
            name
            and not flags & _ENCRYPTED
            and (method == _DEFLATED or (method == _STORED and told))
            and len(name) == name_size
        ):
            yield Torn(
                name=printable(name.decode("utf-8", "replace")),
                start=start,
                size=size if told else -1,
                sum=stated,
                packed=method == _DEFLATED,
            )
        place = _find_mark(file, start + size if told else start)


def open_file(file: BinaryIO, torn: Torn, source: Source) -> Readable:
    """Return the bytes of a file in the torn archive that `source` is."""
    locator = f"{source.locator}!{torn.name}"
    raw: Readable = _Reach(file, torn.start)
    if torn.size >= 0:
        raw = Part(Stream(raw), torn.size, locator=locator)
    if torn.packed:
        raw = Unpacked(Stream(raw), "raw", locator=locator, budget=source.budget)
    return _Summed(raw, torn.sum, locator) if torn.size >= 0 else raw


class _Summed:
    """The bytes of `raw`, which must add up to the sum that is stated."""

    def __init__(self, raw: Readable, stated: int, locator: str) -> None:
        self._raw = raw
        self._stated = stated
        self._sum = 0
        self._locator = locator

    def read(self, size: int, /) -> bytes:
        found = self._raw.read(size)
        self._sum = zlib.crc32(found, self._sum)
        if not found and self._sum != self._stated:
            message = "is damaged (its bytes do not add up to the sum that is stated); get an undamaged copy"
            raise SetAside("ingest.damaged", message, self._locator)
        return found


class _Reach:
    """The bytes of a file from a place on, wherever others have read in it since."""

    def __init__(self, file: BinaryIO, place: int) -> None:
        self._file = file
        self._place = place

    def read(self, size: int, /) -> bytes:
        self._file.seek(self._place)
        found = self._file.read(size)
        self._place += len(found)
        return found


def _find_mark(file: BinaryIO, place: int) -> int:
    """Return where the next header begins, at `place` or behind it; -1 where there is none."""
    file.seek(place)
    held = b""
    while more := file.read(CHUNK):
        held += more
        found = held.find(_MARK)
        if found >= 0:
            return place + found
        place += max(len(held) - len(_MARK) + 1, 0)
        held = held[-len(_MARK) + 1 :]
    return -1
