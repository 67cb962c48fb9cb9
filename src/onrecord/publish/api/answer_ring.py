"""Answers ready to be sent, in memory that the processes of one room share: what one has made, none makes again.

Answers stand one behind another in a ring of bytes, the newest written over the oldest; a table tells by a digest of its question
where each begins. An answer asked for when half of the ring has been written since is put in front again, so that those asked for
often stay. What was written over is known by how much has been written in all: nothing is ever taken out.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
import tempfile
import threading
import weakref
import zlib
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from hashlib import blake2b
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Generator, Mapping

_PLACES: Final = 16384
"""Questions that the table has room for; of two that fall on one place, the later stands."""
_WRITTEN: Final = struct.Struct("<Q")
"""How many bytes have been written in all, since the beginning."""
_ENTRY: Final = struct.Struct("<16sQI")
"""The digest of a question, how many bytes had been written before its answer, and how many the answer takes."""
_HEAD: Final = struct.Struct("<I")
_WORTH_PACKING: Final = 1024
"""Bytes of an answer that is kept packed."""
_QUICKLY: Final = 1
"""How hard zlib tries: 0.6 ms for 60 kB, and 0.25 to unpack them."""

Key = tuple[str, str, str]
"""The version of the record, the path and the question of an answer."""


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer ready to be sent: its bytes, its status, and the headers that are its own."""

    body: bytes
    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


class AnswerRing:
    """Such memory, of `size` bytes for answers. Processes forked after it is made share it; several threads may ask at once."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._ring = _WRITTEN.size + _PLACES * _ENTRY.size
        self._memory = mmap.mmap(-1, self._ring + size)
        self._lock = _Lock()

    def find(self, key: Key) -> Answered | None:
        """Return the answer of that key, if it still stands."""
        name = _digest(key)
        with self._lock.held():
            held, start, length = self._entry(name)
            if held != name or self._written - start > self._size:
                return None
            stored = self._read(start, length)
            if self._written - start > self._size // 2:
                self._write(name, stored)
        return _restored(stored)

    def keep(self, key: Key, answer: Answered) -> None:
        """Keep an answer; one larger than the ring is not kept."""
        stored = _stored(answer)
        if len(stored) <= self._size:
            with self._lock.held():
                self._write(_digest(key), stored)

    @property
    def _written(self) -> int:
        return int(_WRITTEN.unpack_from(self._memory)[0])

    def _entry(self, name: bytes) -> tuple[bytes, int, int]:
        held, start, length = _ENTRY.unpack_from(self._memory, _place_of(name))
        return held, start, length

    def _read(self, start: int, length: int) -> bytes:
        begin = self._ring + start % self._size
        first = min(length, self._size - start % self._size)
        return self._memory[begin : begin + first] + self._memory[self._ring : self._ring + length - first]

    def _write(self, name: bytes, stored: bytes) -> None:
        start = self._written
        # First, so that what a process killed meanwhile has written over is no longer told to stand.
        _WRITTEN.pack_into(self._memory, 0, start + len(stored))
        begin = self._ring + start % self._size
        first = min(len(stored), self._size - start % self._size)
        self._memory[begin : begin + first] = stored[:first]
        self._memory[self._ring : self._ring + len(stored) - first] = stored[first:]
        _ENTRY.pack_into(self._memory, _place_of(name), name, start, len(stored))


class _Lock:
    """Lets one thread of one process go on at a time. What a process held is free when it is gone, however it went."""

    def __init__(self) -> None:
        self._threads = threading.Lock()
        self._file = _open_nameless()
        weakref.finalize(self, os.close, self._file)
        try:
            self._locks: Any = import_module("fcntl")
        except ImportError:  # where no process forks, none shares the ring
            self._locks = None

    @contextmanager
    def held(self) -> Generator[None]:
        with self._threads:
            if self._locks is None:
                yield
                return
            self._locks.lockf(self._file, self._locks.LOCK_EX)
            try:
                yield
            finally:
                self._locks.lockf(self._file, self._locks.LOCK_UN)


def _open_nameless() -> int:
    """Return a file of nobody's but those who share what has been opened."""
    if hasattr(os, "memfd_create"):
        return os.memfd_create("onrecord-answers")
    opened, name = tempfile.mkstemp(prefix="onrecord-")
    with suppress(OSError):  # a system that lets no open file go takes it away with its folder
        Path(name).unlink()
    return opened


def _digest(key: Key) -> bytes:
    return blake2b("\x1f".join(key).encode("utf-8", "surrogatepass"), digest_size=16).digest()


def _place_of(name: bytes) -> int:
    return _WRITTEN.size + int.from_bytes(name[:4], "little") % _PLACES * _ENTRY.size


def _stored(answer: Answered) -> bytes:
    """Return an answer as it is kept: pages say much again and again, and take a quarter of their length so."""
    packed = len(answer.body) >= _WORTH_PACKING
    head = json.dumps([answer.status, dict(answer.headers), packed]).encode()
    return _HEAD.pack(len(head)) + head + (zlib.compress(answer.body, _QUICKLY) if packed else answer.body)


def _restored(stored: bytes) -> Answered:
    end = _HEAD.size + _HEAD.unpack_from(stored)[0]
    status, headers, packed = json.loads(stored[_HEAD.size : end])
    return Answered(zlib.decompress(stored[end:]) if packed else stored[end:], status, headers)
