"""What a container's reader is given, and what it gives: bytes at one place, and what was said of them."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, BinaryIO, Final, cast

from onrecord.errors import SetAside
from onrecord.ingest.limits import LARGEST, MIB, Budget
from onrecord.ingest.streams import CutOff, Readable, Stream
from onrecord.model import ids
from onrecord.model.problem import Problem
from onrecord.model.report import Capture
from onrecord.text.encodings import UTF16_BIG, UTF16_LITTLE, UTF32_BIG, UTF32_LITTLE, find_encoding

if TYPE_CHECKING:
    from collections.abc import Mapping

_NEWLINES: Final = {name: "\n".encode(name) for name in (UTF16_LITTLE, UTF16_BIG, UTF32_LITTLE, UTF32_BIG)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Bytes at one place. Reading takes them: a source is read once.

    `name` may help where bytes leave the kind open, as may `media_type`, which the container states; `listed` says that no
    user named this very file. `declared` is what the containers around it said of it. `columns` is what the user calls the members of
    a report in tables and lists: the user's name for each member.
    """

    stream: Stream
    locator: str
    name: str
    budget: Budget
    depth: int = 0
    listed: bool = False
    media_type: str = ""
    declared: Mapping[str, str] = field(default_factory=dict[str, str])
    columns: Mapping[str, str] = field(default_factory=dict[str, str])

    def payload(self, largest: int | None = None) -> bytes:
        """Return all the bytes.

        Raises:
            SetAside: when there are more than `largest`, by default `LARGEST`, or they are damaged.
        """
        largest = LARGEST if largest is None else largest
        found = self.stream.read(largest + 1)
        if len(found) > largest:
            raise SetAside("ingest.too-large", _too_large(largest), self.locator)
        return found

    def lines(self) -> tuple[bytes, CutOff | None]:
        """Return all the bytes, and None; of what is cut off the lines that are whole, and the fault.

        Raises:
            SetAside: when there are more than `LARGEST`, or they are damaged otherwise.
        """
        payload, fault = self.begun(LARGEST)
        return (payload[: _find_last_line_end(payload)] if fault else payload), fault

    def begun(self, largest: int) -> tuple[bytes, CutOff | None]:
        """Return all the bytes, and None; of what is cut off those that are there, and the fault.

        Raises:
            SetAside: when there are more than `largest`, or they are damaged otherwise.
        """
        pieces: list[bytes] = []
        left = largest + 1
        fault: CutOff | None = None
        try:
            while left and (piece := self.stream.read_some(left)):
                pieces.append(piece)
                left -= len(piece)
        except CutOff as found:
            fault = found
        if not left:
            raise SetAside("ingest.too-large", _too_large(largest), self.locator)
        return b"".join(pieces), fault

    def file(self) -> BinaryIO:
        """Return the bytes as a file in which one can go back and forth."""
        raw = cast("BinaryIO | None", getattr(self.stream.raw, "file", None))
        return raw if raw is not None else io.BytesIO(self.payload())

    def as_named(self) -> Source:
        """Return this source as one that the user named: read whatever it is called."""
        return replace(self, listed=False)

    def inner(
        self,
        raw: Readable,
        *,
        locator: str,
        name: str,
        media_type: str = "",
        declared: Mapping[str, str] | None = None,
    ) -> Source:
        """Return a source that lies within this one, for the door to read."""
        return Source(
            stream=Stream(raw),
            locator=locator,
            name=name,
            budget=self.budget,
            depth=self.depth + 1,
            listed=True,
            media_type=media_type,
            declared={**self.declared, **(declared or {})},
            columns=self.columns,
        )

    def capture(self, payload: bytes, media_type: str, *, part: str = "") -> Capture:
        """Return the capture of `payload`; `part` is what the locator gets behind it, such as ``#3``."""
        return Capture(
            id=ids.report_id(payload),
            payload=payload,
            media_type=media_type,
            locator=self.locator + part,
            declared=self.declared,
        )

    def problem(self, code: str, message: str, *, part: str = "") -> Problem:
        """Return a problem whose message begins with the place."""
        place = self.locator + part
        return Problem(code=code, message=f"{place} {message}", path=place)


def _find_last_line_end(payload: bytes) -> int:
    """Return the place behind the last line that ends; 0 where none does."""
    newline = _NEWLINES.get(find_encoding(payload), b"\n")
    end = payload.rfind(newline)
    # In UTF-16 and UTF-32 the bytes of a letter stand at a whole distance from the first.
    while end >= 0 and end % len(newline):
        end = payload.rfind(newline, 0, end + len(newline) - 1)
    return end + len(newline) if end >= 0 else 0


def _too_large(largest: int) -> str:
    return f"is larger than {largest // MIB} MB; split it into smaller files"


Item = Capture | Problem | Source
"""What a container's reader yields; the door reads on in what is a source."""
Reader = Callable[[Source], Iterator[Item]]
