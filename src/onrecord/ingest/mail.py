"""Mails, pages saved as mails (EML, MHTML), and mailboxes of them.

A saved page is its root part: a web page with its address, whose day of saving is no day of publishing. A mail is its text,
with its subject as title and the day it was sent as its day; files attached to it come through the door.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final, cast

from onrecord.ingest.detect import ADDRESSED, MAILBOX, OF_MAIL
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
_HEAD: Final = re.compile(
    rb"From [^\r\n]*\r?\n((?:[A-Za-z][A-Za-z0-9-]{0,60}:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n){0,50}){1,100})"
)
_NAME: Final = re.compile(rb"^([A-Za-z][A-Za-z0-9-]{0,60}):", re.MULTILINE)
_KNOWN: Final = OF_MAIL | ADDRESSED | {b"content-type"}
_TOP: Final = 64 * 1024
"""Bytes of a mail in which its head is looked for."""
_NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/=\s]")
_NO_TEXT: Final = "says that it is coded as base64, which it is not"
_ADDRESSES: Final = ("snapshot-content-location", "content-location")
_PARTED: Final = (b"multipart/", b"message/", b"boundary")


def read_mail(source: Source) -> Iterator[Item]:
    """Yield the text of a mail and what is attached to it, or the page that was saved as one."""
    yield from _read_payload(source, source.payload(), "")


def read_mailbox(source: Source) -> Iterator[Item]:
    """Yield what `read_mail` would, for each mail of a mailbox; mails are counted from 1."""
    for number, payload in enumerate(_mails(source), start=1):
        part = f"#{number}"
        source.budget.count_entry()
        if len(payload) > LARGEST:
            yield source.problem(
                "ingest.too-large", f"is larger than {LARGEST // MIB} MB and left out", part=part
            )
        else:
            yield from _read_payload(source, payload, part)


def _mails(source: Source) -> Iterator[bytes]:
    """Yield the mails of a mailbox, each up to a byte more than `LARGEST`: a line "From here on …" of a text opens none."""
    stream, whole = source.stream, bytearray()
    while stream.peek(1) or stream.read(1):
        piece = stream.read_until(_NEXT, LARGEST + 1)
        stream.skip(1)
        if whole and _opens_mail(piece, behind=bytes(whole[-2:])):
            yield bytes(whole.removesuffix(b"\r"))
            whole = bytearray()
        if whole:
            whole += b"\n"
        whole += piece[: max(0, LARGEST + 1 - len(whole))]
    if whole:
        yield bytes(whole)


def _opens_mail(piece: bytes, *, behind: bytes) -> bool:
    """Tell whether a mail begins: with a line that tells a time, or behind an empty line and over headers of mails."""
    if MAILBOX.match(piece):
        return True
    head = _HEAD.match(piece, 0, _TOP) if behind.endswith((b"\n", b"\n\r")) else None
    known = {name.lower() for name in _NAME.findall(head[1])} & _KNOWN if head is not None else set[bytes]()
    return len(known) > 1


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
    several = [(one, "text/plain") for one in parts.texts] + [(one, "text/html") for one in parts.pages]
    damaged = [one for one, _ in several if _is_no_base64(one)]
    if damaged:
        yield source.problem(
            "ingest.damaged", f"{_NO_TEXT}, and is left out; get an undamaged copy", part=part
        )
    for one, media_type in several:
        if one not in damaged and decode_part(one).strip():
            yield _capture(source, one, media_type, part, declared)
            return
    if not damaged and not parts.attached and not parts.messages:
        yield source.problem("ingest.empty", "is a mail without text; leave it out", part=part)


def _is_no_base64(one: Message) -> bool:
    """Tell whether a part is said to be coded as base64 and holds other signs."""
    raw = cast("object", one.get_payload())
    coded = str(one.get("content-transfer-encoding", "")).strip().lower() == "base64"
    return coded and isinstance(raw, str) and _NOT_BASE64.search(raw.encode("utf-8", "replace")) is not None


def _read_attached(source: Source, parts: Parts, part: str) -> Iterator[Item]:
    for number, one in enumerate(parts.attached, start=1):
        source.budget.count_entry()
        name = printable(read_name(one)) or f"attachment {number}"
        if _is_no_base64(one):
            yield source.problem(
                "ingest.damaged", f"{_NO_TEXT}; get an undamaged copy", part=f"{part}!{name}"
            )
            continue
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
