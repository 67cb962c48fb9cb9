"""The body of an answer: unpacked piece by piece, and whole or not at all.

A page of which half came would stand in a record as the whole: its last words cut off, and what was said after them missing.
"""

from __future__ import annotations

import time
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from onrecord.errors import WebError

if TYPE_CHECKING:
    from collections.abc import Iterable

_GZIP: Final = 16 + zlib.MAX_WBITS
_GZIP_MARK: Final = b"\x1f\x8b"
_ZLIB_LETTER: Final = 0x08
"""The lower half of the first byte of deflated bytes that have a head (RFC 1950); some servers send them without one."""
_UNREAD: Final = frozenset(
    {"aes128gcm", "br", "compress", "dcb", "dcz", "exi", "pack200-gzip", "x-compress", "zstd"}
)
"""Other content codings that are registered, none of which is asked for; any other word is no coding, and stands there in error."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """How much of a body is taken: so many bytes before and after unpacking, until a moment of the clock that only goes on."""

    largest: int
    deadline: float
    longest: float


def read_body(chunks: Iterable[bytes], url: str, coding: str, bounds: Bounds) -> bytes:
    """Return the body of what `url` answers, unpacked as its content `coding` says.

    Raises:
        WebError: when it breaks off, is damaged, packed in a way that was not asked for, too large or too slow.
    """
    unpacking = _unpacking_of(url, coding)
    taken, parts, size = 0, list[bytes](), 0
    for chunk in chunks:
        taken += len(chunk)
        part = unpacking.unpack(chunk, bounds.largest + 1 - size) if unpacking else chunk
        parts.append(part)
        size += len(part)
        if max(taken, size) > bounds.largest:
            megabytes = bounds.largest // 1024**2
            raise WebError("web.too-large", f"{url} is larger than {megabytes} MB; it is given up")
        if time.monotonic() > bounds.deadline:
            message = f"{url} took longer than {bounds.longest:.0f} seconds; try again later"
            raise WebError("web.too-slow", message)
    if unpacking and taken and not unpacking.ended:
        raise WebError("web.unreachable", f"{url} broke off before its end; try again later")
    return b"".join(parts)


class _Inner(Protocol):
    @property
    def eof(self) -> bool: ...

    @property
    def unused_data(self) -> bytes: ...

    def decompress(self, data: bytes, max_length: int, /) -> bytes: ...


class _Unpacking:
    """Unpacks gzip (of one member or several) or deflate, as the bytes come in."""

    def __init__(self, url: str, *, gzip: bool) -> None:
        self._url = url
        self._gzip = gzip
        self._inner: _Inner | None = None
        self.ended = False

    def unpack(self, chunk: bytes, most: int) -> bytes:
        """Return what `chunk` brings, and of more than `most` bytes only that there are more."""
        parts: list[bytes] = []
        while chunk and most > 0:
            if self._inner is None:
                if self.ended and not (self._gzip and _GZIP_MARK.startswith(chunk[:2])):
                    # Filling behind the end of the packed bytes, which every reader passes over.
                    break
                self._inner, self.ended = zlib.decompressobj(self._window(chunk)), False
            parts.append(self._decompress(self._inner, chunk, most))
            most -= len(parts[-1])
            chunk = self._inner.unused_data
            if self._inner.eof:
                self._inner, self.ended = None, True
        return b"".join(parts)

    def _window(self, chunk: bytes) -> int:
        if self._gzip:
            return _GZIP
        return zlib.MAX_WBITS if chunk[0] & 0x0F == _ZLIB_LETTER else -zlib.MAX_WBITS

    def _decompress(self, inner: _Inner, chunk: bytes, most: int) -> bytes:
        try:
            return inner.decompress(chunk, most)
        except zlib.error as error:
            raise WebError("web.unreachable", f"{self._url} sent damaged bytes ({error})") from error


def _unpacking_of(url: str, coding: str) -> _Unpacking | None:
    """Return what unpacks `coding`, nothing where it is none.

    Raises:
        WebError: when it is packed in a way that was not asked for.
    """
    names = [name for name in (part.strip().lower() for part in coding.split(",")) if name]
    packed = [name for name in names if name in {"gzip", "x-gzip", "deflate"}]
    if _UNREAD.intersection(names) or len(packed) > 1:
        message = (
            f"{url} is packed in a way that was not asked for ({', '.join(names)}); save the page yourself"
        )
        raise WebError("web.refused", message)
    return _Unpacking(url, gzip=packed[0] != "deflate") if packed else None
