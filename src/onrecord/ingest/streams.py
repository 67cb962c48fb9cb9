"""Bytes read forward, piece by piece: looked at before they are taken, searched without holding what lies between."""

from __future__ import annotations

import io
from contextlib import suppress
from typing import Final, Protocol

from onrecord.errors import SetAside

CHUNK: Final = 64 * 1024


class CutOff(SetAside):
    """What comes is right as far as it goes; the rest is missing."""


class Readable(Protocol):
    """Anything that gives some bytes, at most `size`, and none at its end."""

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes."""
        ...


class Stream:
    r"""Bytes of `raw`, read forward once.

    A fault of `raw` (`SetAside`) is raised only when bytes behind it are asked for: what came before it can be read.

    >>> import io
    >>> stream = Stream(io.BytesIO(b"Ahoy\nthere"))
    >>> stream.peek(2), stream.read_line(100), stream.read(100)
    (b'Ah', b'Ahoy\n', b'there')
    """

    def __init__(self, raw: Readable) -> None:
        self.raw = raw
        self.taken = 0
        """How many bytes have been taken so far."""
        self._ahead = b""
        self._at = 0
        self.fault: SetAside | None = None
        """What keeps the bytes behind those ahead from being read."""
        self.passed: tuple[SetAside, ...] = ()
        """What is damaged at the very beginning, piece by piece, where that was passed over."""

    def peek(self, size: int) -> bytes:
        """Return the next `size` bytes, or what there is of them, without taking them."""
        self._fill(size)
        return self._ahead[self._at : self._at + size]

    def read(self, size: int) -> bytes:
        """Take `size` bytes, or fewer at the end.

        Raises:
            SetAside: when the bytes asked for reach behind a fault.
        """
        self._fill(size)
        self._raise_fault(size)
        return self._take(size)

    def read_some(self, size: int) -> bytes:
        """Take at most `size` bytes of those before a fault; none at the end of the stream.

        Raises:
            SetAside: when a fault follows at once.
        """
        ahead = self._fill(size)
        if not ahead:
            self._raise_fault(size)
        return self._take(min(ahead, size))

    def read_line(self, limit: int) -> bytes:
        """Take a line with its end, or `limit` bytes of it; none at the end of the stream."""
        size = CHUNK
        while True:
            ahead = self._fill(min(size, limit))
            end = self._ahead.find(b"\n", self._at, self._at + limit) + 1
            if end or ahead < size or ahead >= limit:
                break
            size *= 4
        size = end - self._at if end else min(ahead, limit)
        if not end and ahead < limit:
            self._raise_fault(limit)
        return self._take(size)

    def read_until(self, mark: bytes, limit: int) -> bytes:
        """Take all bytes before `mark`, and of them return the first `limit`; all there are where it does not come."""
        found: list[bytes] = []
        kept = 0
        while True:
            ahead = self._fill(CHUNK)
            place = self._ahead.find(mark, self._at)
            size = place - self._at if place >= 0 else max(ahead - len(mark) + 1, 0)
            if place < 0 and ahead < CHUNK:
                self._raise_fault(CHUNK)
                size = ahead
            piece = self._take(size)
            found.append(piece[: limit - kept])
            kept += len(found[-1])
            if place >= 0 or not piece:
                return b"".join(found)

    def skip(self, size: int) -> int:
        """Pass over `size` bytes and return how many of them there were."""
        left = size
        while left and (ahead := self._fill(min(left, CHUNK))):
            step = min(left, ahead)
            self._take(step)
            left -= step
        if left:
            self._raise_fault(left)
        return size - left

    def skip_blank(self) -> None:
        """Pass over line ends and blanks."""
        while ahead := self._fill(CHUNK):
            rest = len(self._ahead[self._at : self._at + ahead].lstrip(b"\r\n \t"))
            self._take(ahead - rest)
            if rest:
                return

    @property
    def more(self) -> bool:
        """Whether `raw` ended before its bytes did, with something that is not packed as the rest is."""
        return bool(getattr(self.raw, "left_over", False))

    def restart(self) -> bool:
        """Go on where `raw` can find its next whole piece; tell whether it could."""
        begin_again = getattr(self.raw, "restart", None)
        if begin_again is None or not begin_again():
            return False
        self._ahead, self._at, self.fault = b"", 0, None
        return True

    def pass_damage(self, mark: bytes) -> tuple[list[SetAside], bool]:
        """Go on behind a fault to the next piece of `raw` that begins with `mark`, or holds it at the beginning of a line.

        Return the faults of pieces on the way of which nothing can be read, and whether there is such a piece.
        """
        passed: list[SetAside] = []
        while self.restart():
            if self.peek(len(mark)) == mark:
                return passed, True
            if self.fault is not None and not self.peek(1):
                passed.append(self.fault)
            elif self._find_line(mark):
                return passed, True
        return passed, False

    def _find_line(self, mark: bytes) -> bool:
        with suppress(SetAside):
            self.read_until(b"\n" + mark, 0)
        return self.skip(1) == 1 if self.peek(1) == b"\n" else False

    def begin_at(self, mark: bytes, within: int) -> None:
        """Begin at the first piece that begins with `mark`, where the first `within` bytes hold a fault and do not.

        Where there is no such piece all stays as it was.
        """
        self.peek(within)
        fault, ahead, at = self.fault, self._ahead, self._at
        if fault is None or self.peek(len(mark)) == mark:
            return
        passed, found = self.pass_damage(mark)
        if found:
            self.passed = (fault, *passed)
        else:
            self.fault, self._ahead, self._at = fault, ahead, at

    def _fill(self, size: int) -> int:
        """Have `size` bytes ahead if there are as many, and return how many there are."""
        ahead = len(self._ahead) - self._at
        if ahead >= size or self.fault:
            return ahead
        pieces = [self._ahead[self._at :]]
        try:
            while ahead < size and (piece := self.raw.read(max(CHUNK, size - ahead))):
                pieces.append(piece)
                ahead += len(piece)
        except SetAside as fault:
            self.fault = fault
        self._ahead, self._at = b"".join(pieces), 0
        return ahead

    def _take(self, size: int) -> bytes:
        taken = self._ahead[self._at : self._at + size]
        self._at += len(taken)
        self.taken += len(taken)
        return taken

    def _raise_fault(self, size: int) -> None:
        if self.fault and len(self._ahead) - self._at < size:
            raise self.fault


class Begun:
    """The bytes of `payload`, the place `locator`, of which the rest is missing."""

    def __init__(self, payload: bytes, *, locator: str) -> None:
        self._left = io.BytesIO(payload)
        self._locator = locator

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes.

        Raises:
            CutOff: behind the last of them.
        """
        found = self._left.read(size)
        if size and not found:
            raise CutOff(
                "ingest.damaged",
                "is cut off; what is whole of it is read, so get an undamaged copy",
                self._locator,
            )
        return found


class Part:
    """The next `size` bytes of `stream`, the place `locator` of the archive `whole`; fewer mean that it was cut."""

    def __init__(self, stream: Stream, size: int, *, locator: str) -> None:
        self._stream = stream
        self._locator = locator
        self.left = size

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes.

        Raises:
            SetAside: behind the last of them, when the stream ends before the part does.
        """
        size = min(size, self.left)
        found = self._stream.read_some(size)
        self.left -= len(found)
        if size and not found:
            self.left = 0
            raise CutOff(
                "ingest.damaged", "is cut off; it is left out, so get an undamaged copy", self._locator
            )
        return found

    def skip_rest(self) -> bool:
        """Pass over what was not read, and tell whether all of it was there."""
        left, self.left = self.left, 0
        return self._stream.skip(left) == left
