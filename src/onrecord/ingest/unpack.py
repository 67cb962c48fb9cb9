"""What is compressed, unpacked piece by piece: how much came out is counted before any of it is used."""

from __future__ import annotations

import sys
import zlib
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from onrecord.errors import SetAside
from onrecord.ingest.limits import GRACE, MIB, PIECES, RATIO
from onrecord.ingest.streams import CHUNK

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.ingest.limits import Budget
    from onrecord.ingest.streams import Stream

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


class Meter:
    """Counts what comes out of one compressed thing at `locator` against what went in."""

    def __init__(self, locator: str, budget: Budget) -> None:
        self.taken = 0
        self.given = 0
        self.locator = locator
        self._budget = budget

    def count(self, size: int) -> None:
        """Count `size` bytes that came out.

        Raises:
            SetAside: when too much comes out for what went in, or too much of the place altogether.
        """
        self.given += size
        if self.given > GRACE + RATIO * self.taken:
            raise SetAside(
                "ingest.unpacks-too-far",
                f"unpacks to more than {RATIO} times its size; it is not read further, as what is made to harm does so",
                self.locator,
            )
        self._budget.count_unpacked(size)


class Unpacked:
    """The bytes that come out of `packed`, of all its pieces one after another as ``gzip -d`` gives them."""

    def __init__(self, packed: Stream, kind: str, *, locator: str, budget: Budget) -> None:
        self._packed = packed
        self._kind = kind
        self._meter = Meter(locator, budget)
        self._unpacker: Unpacker | None = None
        self._waiting = b""
        self._fed = b""
        self._fault: SetAside | None = None
        self._pieces = 0

    def read(self, size: int, /) -> bytes:
        """Return at most about `size` bytes, none at the end.

        Raises:
            SetAside: when it is damaged, cut off, or unpacks to too much.
        """
        if self._fault:
            raise self._fault
        try:
            return self._read(size)
        except SetAside as fault:
            self._fault = fault
            raise
        except _errors() as error:
            self._fault = self._damage(f"is damaged ({error})" if str(error) else "is damaged")
            raise self._fault from error

    def restart(self) -> bool:
        """Go on, behind a damage, where the next compressed piece begins; tell whether there is one."""
        magic = MAGIC.get(self._kind)
        if magic is None:
            return False
        rest = self._fed[1:]
        while True:
            place = rest.find(magic)
            if place >= 0:
                self._waiting, self._fed = rest[place:], b""
                self._unpacker, self._fault = None, None
                return True
            more = self._packed.read(CHUNK)
            if not more:
                return False
            self._meter.taken += len(more)
            rest = rest[-len(magic) :] + more

    def _read(self, size: int) -> bytes:
        while True:
            if self._unpacker is None and not self._begin_piece():
                return b""
            unpacker = self._unpacker
            if unpacker is None:
                return b""
            data = self._take() if unpacker.needs_input else b""
            ended = unpacker.needs_input and not data
            found = unpacker.decompress(data, min(size, CHUNK * 4))
            if found:
                self._meter.count(len(found))
            if unpacker.eof:
                self._waiting = unpacker.unused_data
                self._unpacker = None
            elif ended and not found:
                raise self._damage("is cut off")
            if found:
                return found

    def _begin_piece(self) -> bool:
        magic = MAGIC.get(self._kind, b"")
        if self._pieces and not magic:
            return False
        while len(self._waiting) < len(magic) or not self._waiting:
            more = self._packed.read(CHUNK)
            self._meter.taken += len(more)
            if not more:
                break
            # Tapes and blocks are filled up with zeros.
            self._waiting = (self._waiting + more).lstrip(b"\0") if self._pieces else self._waiting + more
        if not self._waiting or (self._pieces and not self._waiting.startswith(magic)):
            return False
        self._pieces += 1
        if self._pieces > PIECES:
            message = f"is packed in more than {PIECES:,} pieces; the rest is not read, so split it"
            raise SetAside("ingest.too-many", message, self._meter.locator)
        self._unpacker = _UNPACKERS[self._kind]()
        return True

    def _take(self) -> bytes:
        if self._waiting:
            self._fed, self._waiting = self._waiting, b""
        else:
            self._fed = self._packed.read(CHUNK)
            self._meter.taken += len(self._fed)
        return self._fed

    def _damage(self, fault: str) -> SetAside:
        message = f"{fault} after {self._meter.given:,} bytes; get an undamaged copy"
        return SetAside("ingest.damaged", message, self._meter.locator)


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


def _errors() -> tuple[type[Exception], ...]:
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


_UNPACKERS: Final[dict[str, Callable[[], Unpacker]]] = {
    "gzip": lambda: _Deflated(zlib.MAX_WBITS | 16),
    "bzip2": _bzip2,
    "xz": _xz,
    "zstd": _zstd,
    "deflate": _AnyDeflated,
    "br": _Brotli,
}
