"""Web archives (WARC): each page, text or JSON that was fetched comes through the door, with its address.

Records are counted from 1, those that are left out too. A record that is damaged is set aside alone: in an archive whose
records are compressed one by one the next compressed piece is looked for, in any other the next line that begins a record.
"""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Final

from onrecord.errors import SetAside
from onrecord.ingest.limits import LARGEST, MIB
from onrecord.ingest.replies import read_body, read_headers
from onrecord.ingest.streams import Part, Stream

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from onrecord.ingest.source import Item, Source
    from onrecord.ingest.streams import Readable
    from onrecord.model.problem import Problem

RECORD_MARK: Final = b"WARC/"
"""How each record of a web archive begins."""
_KINDS: Final = frozenset({"response", "resource", "conversion"})
"""Records that hold what was fetched, or its text; a request, metadata, or word that nothing had changed hold none."""
_TYPES: Final = re.compile(
    r"text/(?:html|plain)|application/(?:(?:xhtml|rss|atom)\+xml|(?:[\w.-]+\+)?json|pdf)"
)
_CHARSET: Final = re.compile(r"""charset\s*=\s*["']?([\w:.-]+)""")
_NO_REPORT: Final = re.compile(r"/robots\.txt(?:\?|$)")
"""What crawlers fetch for themselves, which is text like any other."""
_FETCHED: Final = re.compile(r"2\d\d\b")
_AFTER: Final = frozenset({b"", b"\r", b"\n"})
_LENGTH: Final = re.compile(r"[0-9]{1,15}")


def read_warc(source: Source) -> Iterator[Item]:
    """Yield what each record holds that is a web page, a text or JSON, and a problem for each record that is damaged."""
    number = 0
    stream = source.stream
    for number, fault in enumerate(stream.passed, start=1):
        yield _tell(source, fault, f"#{number}")
    while True:
        number += 1
        place = f"{source.locator}#{number}"
        try:
            stream.skip_blank()
            if _is_at_end(stream, place):
                return
            source.budget.count_record()
            yield from _read_record(source, place)
        except SetAside as fault:
            if fault.code != "ingest.damaged" or fault.locator not in {source.locator, place}:
                raise
            yield _tell(source, fault, f"#{number}")
            passed, found = _find_next(stream, fault)
            for one in passed:
                number += 1
                yield _tell(source, one, f"#{number}")
            if not found:
                return


def _is_at_end(stream: Stream, place: str) -> bool:
    # Looking ahead gives nothing at a damage, taking raises it.
    if stream.peek(1) or stream.read(1):
        return False
    if stream.more:
        raise SetAside("ingest.damaged", "is not packed as the others are; it is left out", place)
    return True


def _tell(source: Source, fault: SetAside, part: str) -> Problem:
    return source.problem(fault.code, str(fault).removeprefix(fault.locator).strip(), part=part)


def _read_record(source: Source, place: str) -> Iterator[Item]:
    if source.stream.peek(len(RECORD_MARK)) != RECORD_MARK:
        raise SetAside("ingest.damaged", "does not begin as a record; it is left out", place)
    headers = read_headers(source.stream, "WARC/", place, source.budget)
    length = headers.get("content-length", "")
    if not _LENGTH.fullmatch(length):
        raise SetAside("ingest.damaged", "states no length; it is left out", place)
    block = Part(source.stream, int(length), locator=place)
    if headers.get("warc-type", "").lower() in _KINDS:
        if block.left > LARGEST:
            message = f"is larger than {LARGEST // MIB} MB and left out"
            yield source.problem("ingest.too-large", message, part=place.removeprefix(source.locator))
        else:
            # All of the block is there before any is used, so that one that is cut off gives nothing.
            payload = Stream(block).read(block.left)
            if source.stream.peek(1) not in _AFTER:
                raise SetAside("ingest.damaged", "is longer than it states; it is left out", place)
            if found := _find_payload(source, place, payload, headers):
                yield found
    if not block.skip_rest():
        raise SetAside("ingest.damaged", "is cut off; get an undamaged copy", place)


def _find_payload(source: Source, place: str, payload: bytes, headers: Mapping[str, str]) -> Source | None:
    """Return what was fetched, decoded; None where it is no page, text or JSON, or an answer that there is none."""
    media_type = headers.get("content-type", "")
    raw: Readable = io.BytesIO(payload)
    if media_type.lower().startswith("application/http"):
        reply = Stream(raw)
        sent = read_headers(reply, "HTTP/", place, source.budget)
        if not _FETCHED.match(sent[""]):
            return None
        media_type = sent.get("content-type", "")
        raw = read_body(reply, sent, locator=place, budget=source.budget)
    address = headers.get("warc-target-uri", "").strip("<> ")
    media_type, _, parameters = media_type.lower().partition(";")
    if not _TYPES.fullmatch(media_type.strip()) or _NO_REPORT.search(address):
        return None
    charset = _CHARSET.search(parameters)
    declared = {
        "charset": charset[1] if charset else "",
        "retrieved": headers.get("warc-date", ""),
        "url": address,
    }
    return source.inner(
        raw,
        locator=place,
        name="",
        media_type=media_type.strip(),
        declared={name: value for name, value in declared.items() if value},
    )


def _find_next(stream: Stream, told: SetAside) -> tuple[list[SetAside], bool]:
    """Go to the next record behind what `told` says is damaged; return what else is on the way, and whether there is one."""
    if told is stream.fault or not stream.peek(1):
        return stream.pass_damage(RECORD_MARK)
    stream.read_until(b"\n" + RECORD_MARK, 0)
    return [], stream.skip(1) == 1
