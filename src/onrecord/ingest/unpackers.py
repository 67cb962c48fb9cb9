"""The decompressors of each kind, all in the manner of the standard library's: so much and no more at a time."""

from __future__ import annotations

import re
import sys
import zlib
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from onrecord.ingest.limits import MIB

if TYPE_CHECKING:
    from collections.abc import Callable

MAGIC: Final = {
    "gzip": b"\x1f\x8b\x08",
    "bzip2": b"BZh",
    "xz": b"\xfd7zXZ\x00",
    "zstd": b"(\xb5/\xfd",
}
"""What each kind of compressed file starts with. HTTP has two more, without marks: deflate and br; ZIP has raw."""

BEGINNINGS: Final = {
    "gzip": re.compile(rb"\x1f\x8b\x08[\0-\x1f].{4}[\0\2\4][\0-\x0d\xff]", re.DOTALL),
    "bzip2": re.compile(rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)"),
    "xz": re.compile(rb"\xfd7zXZ\0\0[\0\1\4\x0a]"),
    "zstd": re.compile(rb"\(\xb5/\xfd"),
}
"""What a piece of each kind begins with, as far as it sets it apart from other compressed bytes."""
BEGINNING: Final = 10
"""Bytes of the longest of them."""

_XZ_MEMORY: Final = 128 * MIB
_ZSTD: Final = "compression.zstd" if sys.version_info >= (3, 14) else "backports.zstd"
_ZSTD_WINDOW: Final = 27
"""The window, as a power of two, beyond which zstd itself asks before it unpacks."""


class Unpacker(Protocol):
    """What the standard library's decompressors have in common."""

    @property
    def eof(self) -> bool:
        """Whether the end of the compressed piece was reached."""
        ...

    @property
    def needs_input(self) -> bool:
        """Whether more compressed bytes must come before more comes out."""
        ...

    @property
    def unused_data(self) -> bytes:
        """What follows the compressed piece."""
        ...

    def decompress(self, data: bytes, max_length: int) -> bytes:
        """Return at most about `max_length` bytes of what comes out."""
        ...


_WRONG_SUM: Final = " check"
"""What zlib calls a sum, or a length, that is not the one stated."""


_DOUBTFUL: Final = 32 * 1024
"""Bytes before a damage that may be wrong already: so far may one refer back, and a wrong turn is seldom taken for long."""


class _Zlib(Protocol):
    """What of zlib's own decompressor is used."""

    def copy(self) -> _Zlib: ...

    def decompress(self, data: bytes, /) -> bytes: ...


class _Deflated:
    """zlib's decompressor in the manner of the others; of what is damaged it gives what surely comes before, then raises."""

    def __init__(self, window: int) -> None:
        self._window = window
        self._inner = zlib.decompressobj(window)
        self._begun = False
        self._fault: zlib.error | None = None

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail and self._fault is None

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        if self._fault:
            raise self._fault
        data = self._inner.unconsumed_tail + data
        before = self._inner.copy() if self._begun else zlib.decompressobj(self._window)
        try:
            found = self._inner.decompress(data, max_length)
        except zlib.error as fault:
            # A wrong sum says that something before is damaged, and not what.
            found = b"" if _WRONG_SUM in str(fault) else _unpack_before(before, data)[:-_DOUBTFUL]
            if not found:
                raise
            self._fault = fault
        self._begun = True
        return found


def _unpack_before(unpacker: _Zlib, data: bytes) -> bytes:
    """Return what comes out of `data` before the byte at which `unpacker` raises."""
    found: list[bytes] = []
    place, step = 0, len(data) // 2
    while step:
        trial = unpacker.copy()
        try:
            found.append(trial.decompress(data[place : place + step]))
        except zlib.error:
            step //= 2
        else:
            unpacker, place = trial, place + step
    return b"".join(found)


class _AnyDeflated:
    """What HTTP calls deflate: with the zlib header, as its standard says, or without, as many servers send it."""

    def __init__(self) -> None:
        self._inner: _Deflated | None = None

    @property
    def eof(self) -> bool:
        return self._inner is not None and self._inner.eof

    @property
    def needs_input(self) -> bool:
        return self._inner is None or self._inner.needs_input

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data if self._inner else b""

    def decompress(self, data: bytes, max_length: int) -> bytes:
        if self._inner is None:
            self._inner = _Deflated(zlib.MAX_WBITS if _has_zlib_header(data) else -zlib.MAX_WBITS)
        return self._inner.decompress(data, max_length)


def _has_zlib_header(data: bytes) -> bool:
    return len(data) > 1 and data[0] & 0x0F == zlib.DEFLATED and int.from_bytes(data[:2]) % 31 == 0


class _BrotliLibrary(Protocol):
    def is_finished(self) -> bool: ...

    def can_accept_more_data(self) -> bool: ...

    def process(self, data: bytes, *, output_buffer_limit: int) -> bytes: ...


class _Brotli:
    """Brotli's decompressor in the manner of the others."""

    unused_data = b""

    def __init__(self) -> None:
        self._inner = cast("_BrotliLibrary", import_module("brotli").Decompressor())

    @property
    def eof(self) -> bool:
        return self._inner.is_finished()

    @property
    def needs_input(self) -> bool:
        return self._inner.can_accept_more_data()

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.process(data, output_buffer_limit=max_length)


def _bzip2() -> Unpacker:
    import bz2

    return bz2.BZ2Decompressor()


def _xz() -> Unpacker:
    import lzma

    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_XZ_MEMORY)


def _zstd() -> Unpacker:
    library = import_module(_ZSTD)
    options = {library.DecompressionParameter.window_log_max: _ZSTD_WINDOW}
    return cast("Unpacker", library.ZstdDecompressor(options=options))


def damage_errors() -> tuple[type[Exception], ...]:
    """Return what the decompressors that are in use raise for damage."""
    errors: list[type[Exception]] = [zlib.error, OSError, EOFError, ValueError]
    for module, name in (
        ("lzma", "LZMAError"),
        ("brotli", "error"),
        (_ZSTD, "ZstdError"),
    ):
        if module in sys.modules:
            errors.append(getattr(sys.modules[module], name))
    return tuple(errors)


UNPACKERS: Final[dict[str, Callable[[], Unpacker]]] = {
    "gzip": lambda: _Deflated(zlib.MAX_WBITS | 16),
    "bzip2": _bzip2,
    "xz": _xz,
    "zstd": _zstd,
    "deflate": _AnyDeflated,
    "raw": lambda: _Deflated(-zlib.MAX_WBITS),
    "br": _Brotli,
}
"""What begins to unpack a piece of each kind."""
