"""Mails, pages saved as mails (EML, MHTML), and mailboxes of them.

A saved page is its root part: a web page with its address, whose day of saving is no day of publishing. A mail is its text,
with its subject as title and the day it was sent as its day; files attached to it come through the door.
"""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.ingest.detect import HTML_TYPES, Container, detect
from onrecord.ingest.fragments import drop_cut_letter, hold_running_text
from onrecord.ingest.limits import HEAD, LARGEST, MAIL_LINES, MAIL_PARTS, MIB
from onrecord.ingest.mailbox import part_mails, without_cut_line
from onrecord.ingest.messages import (
    Parts,
    decode_begun,
    decode_part,
    find_cut,
    find_parts,
    is_cut,
    parse_message,
    read_day,
    read_letters,
    read_name,
    read_words,
)
from onrecord.ingest.names import printable
from onrecord.ingest.streams import Begun

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

    from onrecord.ingest.source import Item, Source

_FIRST_LINE: Final = re.compile(rb"From [^\r\n]*\r?\n")
_NOT_BASE64: Final = re.compile(rb"[^A-Za-z0-9+/=\s]")
_NO_TEXT: Final = "says that it is coded as base64, which it is not"
_WAY_OUT: Final = "what is whole of it is read, so get an undamaged copy"
_READ_FORWARD: Final = frozenset(
    {
        Container.JSON_LINES,
        Container.JSON,
        Container.TABLE,
        Container.GZIP,
        Container.BZIP2,
        Container.XZ,
        Container.ZSTD,
        Container.TAR,
        Container.WARC,
    }
)
"""What is read up to a cut by its own reader, which tells of it."""
_IN_HEADERS: Final = re.compile(rb"(?:[\w-]+:[^\r\n]*\r?\n(?:[ \t][^\r\n]*\r?\n)*)+[A-Za-z][\w-]*")
"""Headers, and the name of one more at which the mail ends."""
_ADDRESSES: Final = ("snapshot-content-location", "content-location")
_PARTED: Final = (b"multipart/", b"message/", b"boundary")


def read_mail(source: Source) -> Iterator[Item]:
    """Yield the text of a mail and what is attached to it, or the page that was saved as one."""
    yield from _read_payload(source, source.payload(), "")


def read_mailbox(source: Source) -> Iterator[Item]:
    """Yield what `read_mail` would, for each mail of a mailbox; mails are counted from 1."""
    for number, payload in enumerate(part_mails(source.stream, LARGEST), start=1):
        part = f"#{number}"
        source.budget.count_entry()
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
    written = without_cut_line(payload[first.end() if first else 0 :])
    if _IN_HEADERS.fullmatch(written):
        yield source.problem("ingest.damaged", f"is cut off in its headers; {_WAY_OUT}", part=part)
        return
    mail = parse_message(written)
    if mail is None:
        yield source.problem("ingest.damaged", "is nested too deeply to be read as a mail", part=part)
        return
    cut = find_cut(mail)
    if is_cut(mail) and not cut:
        yield source.problem("ingest.damaged", f"is cut off behind its last part; {_WAY_OUT}", part=part)
    yield from _read_message(source, mail, part, frozenset(map(id, cut)))


def _read_message(source: Source, message: Message, part: str, cut: frozenset[int]) -> Iterator[Item]:
    waiting = [(message, part)]
    while waiting:
        message, part = waiting.pop()
        parts = find_parts(message)
        address = _find_address(message, parts)
        if broken := [one for one in (*parts.texts, *parts.pages, *parts.others) if id(one) in cut]:
            kinds = ", ".join(dict.fromkeys(one.get_content_type() for one in broken))
            yield source.problem("ingest.damaged", f"is cut off in a part ({kinds}); {_WAY_OUT}", part=part)
        if parts.encrypted:
            yield source.problem("ingest.encrypted", "is encrypted; decrypt it and give the text", part=part)
        elif address is not None and parts.pages:
            yield from _read_saved(source, message, parts, part, cut)
        else:
            yield from _read_text(source, message, parts, part, cut)
            yield from _read_attached(source, parts, part, cut)
        inner = [(one, f"{part}!mail {number}") for number, one in enumerate(parts.messages, start=1)]
        waiting += reversed(inner)


def _find_address(message: Message, parts: Parts) -> str | None:
    """Return the address that a saved page came from; None where there is none, as in a mail."""
    for one in (message, *parts.pages[:1]):
        for name in _ADDRESSES:
            if found := read_words(one, name):
                return found
    return None


def _read_saved(
    source: Source, message: Message, parts: Parts, part: str, cut: frozenset[int]
) -> Iterator[Item]:
    start = str(message.get_param("start") or "")
    page = next((one for one in parts.pages if start and one.get("content-id") == start), parts.pages[0])
    declared = {"url": _find_address(message, parts) or ""}
    if payload := _read_own(page, "text/html", cut):
        yield _capture(source, page, payload, "text/html", part, declared)


def _read_text(
    source: Source, message: Message, parts: Parts, part: str, cut: frozenset[int]
) -> Iterator[Item]:
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
        if one not in damaged and (payload := _read_own(one, media_type, cut)).strip():
            yield _capture(source, one, payload, media_type, part, declared)
            return
    if any(id(one) in cut for one, _ in several):
        return
    if not damaged and not parts.attached and not parts.messages:
        yield source.problem("ingest.empty", "is a mail without text; leave it out", part=part)


def _read_own(one: Message, media_type: str, cut: frozenset[int]) -> bytes:
    """Return the bytes of a mail's own text; of one that is cut nothing where no words are left."""
    if id(one) not in cut:
        return decode_part(one)
    payload = drop_cut_letter(decode_begun(one))
    return payload if hold_running_text(payload, markup=media_type in HTML_TYPES) else b""


def _is_no_base64(one: Message) -> bool:
    """Tell whether a part is said to be coded as base64 and holds other signs."""
    raw = read_letters(one)
    coded = str(one.get("content-transfer-encoding", "")).strip().lower() == "base64"
    return coded and isinstance(raw, str) and _NOT_BASE64.search(raw.encode("utf-8", "replace")) is not None


def _read_attached(source: Source, parts: Parts, part: str, cut: frozenset[int]) -> Iterator[Item]:
    for number, one in enumerate(parts.attached, start=1):
        source.budget.count_entry()
        name = printable(read_name(one)) or f"attachment {number}"
        if _is_no_base64(one):
            yield source.problem(
                "ingest.damaged", f"{_NO_TEXT}; get an undamaged copy", part=f"{part}!{name}"
            )
        elif id(one) in cut:
            yield from _read_begun(source, one, name, f"{part}!{name}")
        else:
            payload = io.BytesIO(decode_part(one))
            place, kind = f"{source.locator}{part}!{name}", one.get_content_type()
            yield source.inner(payload, locator=place, name=name, media_type=kind)


def _read_begun(source: Source, one: Message, name: str, part: str) -> Iterator[Item]:
    """Yield an attached file that is cut: a text or a page with the words that are left, others for their readers to mend."""
    payload, media_type = decode_begun(one), one.get_content_type()
    place = source.locator + part
    kind = detect(payload[:HEAD], name, listed=True, media_type=media_type, columns=source.columns)
    if kind in _READ_FORWARD:
        begun = Begun(payload, locator=place)
        yield source.inner(begun, locator=place, name=name, media_type=media_type)
        return
    yield source.problem("ingest.damaged", f"is cut off; {_WAY_OUT}", part=part)
    written = kind in {Container.EMPTY, Container.PLAIN, Container.HTML}
    payload = drop_cut_letter(payload) if written else payload
    if not written or hold_running_text(payload, markup=kind is Container.HTML):
        yield source.inner(io.BytesIO(payload), locator=place, name=name, media_type=media_type)


def _capture(
    source: Source, one: Message, payload: bytes, media_type: str, part: str, declared: dict[str, str]
) -> Item:
    charset = one.get_content_charset("") or ""
    said = {**source.declared, **declared, "charset": charset}
    told = replace(source, declared={name: value for name, value in said.items() if value})
    return told.capture(payload, media_type, part=part)
