"""The one door through which every payload comes in: told by its content, read by its reader, and what lies in it likewise.

A reader is a function from a `Source` to captures, problems and further sources, which come through the same door. To add a
container: a member of `Container`, a line in `detect`, a module with its reader, and a line in `_READERS`.
"""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Final, Protocol

from onrecord.errors import SetAside
from onrecord.ingest.agency import read_agency_items
from onrecord.ingest.archives import read_zip
from onrecord.ingest.compressed import read_compressed
from onrecord.ingest.detect import Container, describe_binary, detect, is_list_of_feeds, needs_more
from onrecord.ingest.document import read_pdf
from onrecord.ingest.feed import read_feed
from onrecord.ingest.json_document import read_json_document
from onrecord.ingest.jsonl import read_json_lines
from onrecord.ingest.limits import DEPTH, HEAD, LARGEST, TREE
from onrecord.ingest.mail import read_mail, read_mailbox
from onrecord.ingest.page import read_page
from onrecord.ingest.plain import read_plain
from onrecord.ingest.source import Source
from onrecord.ingest.table import read_table
from onrecord.ingest.tape import read_tar
from onrecord.ingest.warc import read_warc
from onrecord.model.problem import Problem
from onrecord.model.report import Capture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from onrecord.ingest.source import Item, Reader
    from onrecord.ingest.streams import CutOff

logger = logging.getLogger(__name__)

READABLE: Final = "text, web pages, JSON lines, tables, feeds, mails, PDF or Word documents, web archives, or ZIP and tar archives of these"
"""What may be given, as messages name it."""


def read_source(source: Source, read: Reader | None = None) -> Iterator[Capture | Problem]:
    """Yield the captures of `source` and of all that lies in it, and a problem for whatever cannot be read.

    It is told by its content what reads it, unless that is given as `read`.
    Nothing is raised for content. What is given up at one place costs that place only; what passes a limit of the whole
    (`limits.Budget`) ends the reading of the place that the user named.
    """
    try:
        for item in (read or _read)(source):
            if isinstance(item, Source):
                yield from read_source(item)
            else:
                source.budget.count_kept(len(item.payload) if isinstance(item, Capture) else 0)
                yield item
    except SetAside as fault:
        if fault.locator != source.locator:
            raise
        yield Problem(code=fault.code, message=str(fault), path=fault.locator)
    except Exception as error:
        logger.warning("reading %s failed", source.locator, exc_info=error)
        message = (
            f"a fault in onrecord ({type(error).__name__}) stopped the reading here; please send it to us"
        )
        yield source.problem("ingest.failed", message)


def _read(source: Source) -> Iterator[Item]:
    if source.depth > DEPTH:
        message = f"lies in more than {DEPTH} containers, one in the other; unpack the outer ones"
        yield source.problem("ingest.too-deep", message)
        return
    head = source.stream.peek(HEAD)
    if needs_more(head):
        head = source.stream.peek(LARGEST)
    container = detect(
        head, source.name, listed=source.listed, media_type=source.media_type, columns=source.columns
    )
    yield from _READERS[container](source)


def _read_nothing(source: Source) -> Iterator[Item]:
    # Looking ahead does not raise: empty may be what was left of something damaged.
    source.payload()
    yield source.problem("ingest.empty", "is empty; leave it out or save its text again")


def _refuse_binary(source: Source) -> Iterator[Item]:
    kind = describe_binary(source.stream.peek(HEAD))
    yield source.problem("ingest.binary", f"holds {kind}, not text; save its text as .txt")


def _refuse_unknown(source: Source) -> Iterator[Item]:
    if is_list_of_feeds(source.stream.peek(HEAD)):
        message = "is a list of feeds, which hold reports; give it to `onrecord watch` with --opml"
        yield source.problem("ingest.unknown-kind", message)
        return
    way_out = "name the file itself if it is a report" if source.listed else "save its text as .txt"
    yield source.problem("ingest.unknown-kind", f"is of a kind that is not read; {way_out}")


class _WholeReader(Protocol):
    def __call__(self, payload: bytes, locator: str, /) -> Iterator[Capture | Problem]: ...


def whole(read: _WholeReader, largest: int = LARGEST) -> Reader:
    """Return, as a reader, the function `read` that takes all the bytes of a payload, at most `largest`, and its place."""

    def read_whole(source: Source) -> Iterator[Item]:
        yield from read(source.payload(largest), source.locator)

    return read_whole


class _ColumnReader(Protocol):
    def __call__(
        self, payload: bytes, locator: str, /, *, columns: Mapping[str, str]
    ) -> Iterator[Capture | Problem]: ...


def by_columns(read: _ColumnReader, take: Callable[[Source], tuple[bytes, CutOff | None]]) -> Reader:
    """Return, as a reader, the function `read` that takes bytes, their place, and what the user calls a report's members.

    What is whole of something cut off, as `take` gives it, is read before the fault is told.
    """

    def read_by_columns(source: Source) -> Iterator[Item]:
        payload, fault = take(source)
        if payload or fault is None:
            yield from read(payload, source.locator, columns=source.columns)
        if fault is not None:
            raise fault

    return read_by_columns


_READERS: Final[Mapping[Container, Reader]] = {
    Container.EMPTY: _read_nothing,
    Container.PLAIN: read_plain,
    Container.JSON_LINES: read_json_lines,
    Container.JSON: by_columns(read_json_document, lambda source: source.begun(TREE)),
    Container.TABLE: by_columns(read_table, Source.lines),
    Container.FEED: whole(read_feed, TREE // 2),
    Container.AGENCY: whole(read_agency_items, TREE),
    Container.HTML: read_page,
    Container.PDF: whole(read_pdf),
    Container.GZIP: read_compressed("gzip"),
    Container.BZIP2: read_compressed("bzip2"),
    Container.XZ: read_compressed("xz"),
    Container.ZSTD: read_compressed("zstd"),
    Container.ZIP: read_zip,
    Container.TAR: read_tar,
    Container.WARC: read_warc,
    Container.MAIL: read_mail,
    Container.MAILBOX: read_mailbox,
    Container.BINARY: _refuse_binary,
    Container.UNKNOWN: _refuse_unknown,
}
