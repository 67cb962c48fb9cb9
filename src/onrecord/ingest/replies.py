"""Headers as HTTP and web archives write them, and the body of a reply as it was before it went on its way."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from onrecord.errors import SetAside
from onrecord.ingest.limits import CHUNK_WORK, HEADERS, LARGEST, LINE_WORK, MIB
from onrecord.ingest.streams import Readable, Stream
from onrecord.ingest.unpack import Unpacked
from onrecord.ingest.unpackers import MAGIC

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.ingest.limits import Budget

_ENCODINGS: Final = {"gzip": "gzip", "x-gzip": "gzip", "deflate": "deflate", "br": "br", "zstd": "zstd"}
_CODED: Final = 4
"""Content encodings one over the other, at most."""


def read_headers(stream: Stream, protocol: str, locator: str, budget: Budget) -> dict[str, str]:
    """Take the headers of a record or a reply; return the first of each by its name in small letters.

    Under the empty name stands what follows the protocol in the first line: the status of a reply.

    Raises:
        SetAside: when they do not begin with `protocol`, or are larger than `HEADERS`.
    """
    library = import_module("warcio.statusandheaders")
    parser = cast("_Parser", library.StatusAndHeadersParser([protocol]))
    unlike = cast("type[Exception]", library.StatusAndHeadersParserException)
    try:
        found = parser.parse(_Lines(stream, locator, budget, allowed=HEADERS, work=LINE_WORK))
    except (unlike, EOFError) as error:
        raise SetAside("ingest.damaged", "has no headers; it is left out", locator) from error
    headers = {name.lower(): value for name, value in reversed(found.headers)}
    return headers | {"": found.statusline.partition(" ")[2]}


def read_body(stream: Stream, headers: Mapping[str, str], *, locator: str, budget: Budget) -> Readable:
    """Return the body of a reply, put together from its chunks and unpacked, as its headers say it was sent.

    What was put together or unpacked before it was stored, as many crawlers do without changing the headers, is given as it is.
    """
    body: Readable = stream
    if "chunked" in headers.get("transfer-encoding", "").lower():
        reader = import_module("warcio.bufferedreaders").ChunkedDataReader
        body = cast("Readable", reader(_Lines(stream, locator, budget, allowed=LARGEST, work=CHUNK_WORK)))
    encodings = [one.strip() for one in headers.get("content-encoding", "").lower().split(",")]
    for kind in [_ENCODINGS[one] for one in reversed(encodings[:_CODED]) if one in _ENCODINGS]:
        packed = Stream(body)
        magic = MAGIC.get(kind, b"")
        as_sent = packed.peek(len(magic)) == magic
        body = Unpacked(packed, kind, locator=locator, budget=budget) if as_sent else packed
    return body


class _Found(Protocol):
    headers: list[tuple[str, str]]
    statusline: str


class _Parser(Protocol):
    def parse(self, stream: _Lines) -> _Found: ...


class _Lines:
    """A stream with the names that the library for web archives reads by, for at most `allowed` bytes of lines."""

    def __init__(self, stream: Stream, locator: str, budget: Budget, *, allowed: int, work: int) -> None:
        self._stream = stream
        self._left = allowed
        self._locator = locator
        self._budget = budget
        self._work = work

    def readline(self, size: int = HEADERS) -> bytes:
        line = self._stream.read_line(min(size, HEADERS))
        self._left -= len(line)
        self._budget.count_work(self._work)
        if self._left < 0:
            message = f"has headers of more than {HEADERS // MIB} MB; it is left out"
            raise SetAside("ingest.damaged", message, self._locator)
        return line

    def read(self, size: int = LARGEST) -> bytes:
        return self._stream.read(size)
