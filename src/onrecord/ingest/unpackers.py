"""The decompressors of each kind, all in the manner of the standard library's: so much and no more at a time."""

from __future__ import annotations

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
"""What each kind of compressed file starts with. HTTP has two more, without marks: deflate and br."""

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


class _Deflated:
    """zlib's decompressor in the manner of the others."""

    def __init__(self, window: int) -> None:
        self._inner = zlib.decompressobj(window)

    @property
    def eof(self) -> bool:
        return self._inner.eof

    @property
    def needs_input(self) -> bool:
        return not self._inner.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inner.unused_data

    def decompress(self, data: bytes, max_length: int) -> bytes:
        return self._inner.decompress(self._inner.unconsumed_tail + data, max_length)


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
    "br": _Brotli,
}
"""What begins to unpack a piece of each kind."""
