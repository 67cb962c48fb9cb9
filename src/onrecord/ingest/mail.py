"""Mails, pages saved as mails (EML, MHTML), and mailboxes of them.

A saved page is its root part: a web page with its address, whose day of saving is no day of publishing. A mail is its text,
with its subject as title and the day it was sent as its day; files attached to it come through the door.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.ingest.limits import LARGEST, MAIL_LINES, MAIL_PARTS, MIB
from onrecord.ingest.messages import (
    Parts,
    decode_part,
    find_parts,
    is_cut,
    parse_message,
    read_day,
    read_name,
    read_words,
)
from onrecord.ingest.names import printable

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from onrecord.ingest.source import Item, Source

_FIRST_LINE: Final = re.compile(rb"From [^\r\n]*\r?\n")
_NEXT: Final = b"\nFrom "
_ADDRESSES: Final = ("snapshot-content-location", "content-location")
_PARTED: Final = (b"multipart/", b"message/", b"boundary")


def read_mail(source: Source) -> Iterator[Item]:
    """Yield the text of a mail and what is attached to it, or the page that was saved as one."""
    yield from _read_payload(source, source.payload(), "")


def read_mailbox(source: Source) -> Iterator[Item]:
    """Yield what `read_mail` would, for each mail of a mailbox; mails are counted from 1."""
    stream = source.stream
    number = 0
    while stream.peek(1) or stream.read(1):
        number += 1
        part = f"#{number}"
        source.budget.count_entry()
        payload = stream.read_until(_NEXT, LARGEST + 1)
        stream.skip(1)
        if len(payload) > LARGEST:
            yield source.problem(
                "ingest.too-large", f"is larger than {LARGEST // MIB} MB and left out", part=part
            )
        else:
            yield from _read_payload(source, payload, part)


def _read_payload(source: Source, payload: bytes, part: str) -> Iterator[Item]:
    small = payload.lower()
    lines = payload.count(b"\n") + payload.count(b"\r")
    parted = sum(map(small.count, _PARTED))
    if lines > MAIL_LINES or parted > MAIL_PARTS:
        fault = "has more lines and parts than any mail in use; take it apart and give the parts"
        yield source.problem("ingest.too-large", fault, part=part)
        return
    source.budget.count_work(lines * (1 + small.count(_PARTED[-1])))
    first = _FIRST_LINE.match(payload)
    mail = parse_message(payload[first.end() if first else 0 :])
    if mail is None:
        yield source.problem("ingest.damaged", "is nested too deeply to be read as a mail", part=part)
        return
    if is_cut(mail):
        cut = "is cut off: its last part has no end; what is there is read, so get an undamaged copy"
        yield source.problem("ingest.damaged", cut, part=part)
    yield from _read_message(source, mail, part)


def _read_message(source: Source, message: Message, part: str) -> Iterator[Item]:
    waiting = [(message, part)]
    while waiting:
        message, part = waiting.pop()
        parts = find_parts(message)
        address = _find_address(message, parts)
        if parts.encrypted:
            yield source.problem("ingest.encrypted", "is encrypted; decrypt it and give the text", part=part)
        elif address is not None and parts.pages:
            yield from _read_saved(source, message, parts, part)
        else:
            yield from _read_text(source, message, parts, part)
            yield from _read_attached(source, parts, part)
        inner = [(one, f"{part}!mail {number}") for number, one in enumerate(parts.messages, start=1)]
        waiting += reversed(inner)


def _find_address(message: Message, parts: Parts) -> str | None:
    """Return the address that a saved page came from; None where there is none, as in a mail."""
    for one in (message, *parts.pages[:1]):
        for name in _ADDRESSES:
            if found := read_words(one, name):
                return found
    return None


def _read_saved(source: Source, message: Message, parts: Parts, part: str) -> Iterator[Item]:
    start = str(message.get_param("start") or "")
    page = next((one for one in parts.pages if start and one.get("content-id") == start), parts.pages[0])
    declared = {"url": _find_address(message, parts) or ""}
    yield _capture(source, page, "text/html", part, declared)


def _read_text(source: Source, message: Message, parts: Parts, part: str) -> Iterator[Item]:
    declared = {
        "date": read_day(message),
        "sender": read_words(message, "from"),
        "title": read_words(message, "subject"),
    }
    for texts, media_type in ((parts.texts, "text/plain"), (parts.pages, "text/html")):
        for one in texts:
            if decode_part(one).strip():
                yield _capture(source, one, media_type, part, declared)
                return
    if not parts.attached and not parts.messages:
        yield source.problem("ingest.empty", "is a mail without text; leave it out", part=part)


def _read_attached(source: Source, parts: Parts, part: str) -> Iterator[Item]:
    for number, one in enumerate(parts.attached, start=1):
        source.budget.count_entry()
        name = printable(read_name(one)) or f"attachment {number}"
        yield source.inner(
            io.BytesIO(decode_part(one)),
            locator=f"{source.locator}{part}!{name}",
            name=name,
            media_type=one.get_content_type(),
        )


def _capture(source: Source, one: Message, media_type: str, part: str, declared: dict[str, str]) -> Item:
    charset = one.get_content_charset("") or ""
    payload = decode_part(one)
    said = {**source.declared, **declared, "charset": charset}
    told = replace(source, declared={name: value for name, value in said.items() if value})
    return told.capture(payload, media_type, part=part)
