"""What is compressed, unpacked piece by piece: how much came out is counted before any of it is used."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import SetAside
from onrecord.ingest.limits import GRACE, PIECES, RATIO
from onrecord.ingest.streams import CHUNK, CutOff
from onrecord.ingest.unpackers import BEGINNING, BEGINNINGS, MAGIC, UNPACKERS, damage_errors

if TYPE_CHECKING:
    from onrecord.ingest.limits import Budget
    from onrecord.ingest.streams import Stream
    from onrecord.ingest.unpackers import Unpacker


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
        except damage_errors() as error:
            self._fault = self._damage(f"is damaged ({error})" if str(error) else "is damaged")
            raise self._fault from error

    @property
    def left_over(self) -> bool:
        """Whether something that is no compressed piece follows the last that was unpacked."""
        return self._unpacker is None and bool(self._waiting)

    def restart(self) -> bool:
        """Go on, behind a damage, where the next compressed piece begins; tell whether there is one."""
        beginning = BEGINNINGS.get(self._kind)
        if beginning is None:
            return False
        rest = (self._waiting if self.left_over else self._fed)[1:]
        while True:
            if found := beginning.search(rest):
                self._waiting, self._fed = rest[found.start() :], b""
                self._unpacker, self._fault = None, None
                return True
            try:
                more = self._packed.read_some(CHUNK)
            except SetAside:
                # What packs this is damaged itself, as is told already.
                return False
            if not more:
                return False
            self._meter.taken += len(more)
            rest = rest[1 - BEGINNING :] + more

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
                raise CutOff("ingest.damaged", self._after("is cut off"), self._meter.locator)
            if found:
                return found

    def _begin_piece(self) -> bool:
        magic = MAGIC.get(self._kind, b"")
        if self._pieces and not magic:
            return False
        while len(self._waiting) < len(magic) or not self._waiting:
            more = self._packed.read_some(CHUNK)
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
        self._unpacker = UNPACKERS[self._kind]()
        return True

    def _take(self) -> bytes:
        if self._waiting:
            self._fed, self._waiting = self._waiting, b""
        else:
            self._fed = self._packed.read_some(CHUNK)
            self._meter.taken += len(self._fed)
        return self._fed

    def _damage(self, fault: str) -> SetAside:
        return SetAside("ingest.damaged", self._after(fault), self._meter.locator)

    def _after(self, fault: str) -> str:
        return f"{fault} after {self._meter.given:,} bytes; get an undamaged copy"
