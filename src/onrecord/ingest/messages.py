"""The parts of a mail, parsed with care: a header costs no more than it may, and nothing in it raises."""

from __future__ import annotations

import re
from base64 import b64decode
from copy import copy
from dataclasses import dataclass
from email.errors import CloseBoundaryNotFoundDefect, MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesFeedParser
from email.policy import Compat32
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING, Final, cast

from onrecord.ingest.limits import HEADER

if TYPE_CHECKING:
    from collections.abc import Iterator

_FEED: Final = 256 * 1024
_PAGES: Final = frozenset({"text/html", "application/xhtml+xml"})
_ENCRYPTED: Final = frozenset({"application/pkcs7-mime", "application/pgp-encrypted"})
_ASIDE: Final = frozenset({"application/pgp-signature", "application/pkcs7-signature", "text/calendar"})
"""What programs attach for other programs."""
_IN_BASE64: Final = re.compile(r"[A-Za-z0-9+/\s]*={0,2}\s*", re.ASCII)
_UNFINISHED: Final = re.compile(r"=[0-9A-Fa-f]?\Z")
"""The end of a text in quoted-printable that breaks off within a letter."""
_LETTERS_AT_ONCE: Final = 4
"""Letters of base64 that stand for three bytes together."""
_PICTURES: Final = frozenset({"image", "audio", "video", "font"})


class _Cautious(Compat32):
    """Keeps so much of a header as may be: the standard library takes the square of its length, or more."""

    def header_source_parse(  # type: ignore[explicit-override]
        self, sourcelines: list[str]
    ) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:HEADER]


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The parts of one mail, in its order; `messages` are whole mails within it, `others` are not read."""

    texts: tuple[Message, ...]
    pages: tuple[Message, ...]
    attached: tuple[Message, ...]
    messages: tuple[Message, ...]
    others: tuple[Message, ...]
    encrypted: bool


def parse_message(payload: bytes) -> Message | None:
    """Return the mail in `payload`, whatever is wrong with it; None if it is nested too deeply."""
    parser = BytesFeedParser(policy=_Cautious())
    try:
        for start in range(0, len(payload), _FEED):
            parser.feed(payload[start : start + _FEED])
        return parser.close()
    except RecursionError:
        return None


def find_parts(message: Message) -> Parts:
    """Sort the parts of a mail, without going into the mails within it."""
    texts: list[Message] = []
    pages: list[Message] = []
    attached: list[Message] = []
    messages: list[Message] = []
    others: list[Message] = []
    encrypted = False
    for part in _leaves(message, messages):
        kind = part.get_content_type()
        encrypted = encrypted or kind in _ENCRYPTED
        if kind in _ASIDE or part.get_content_maintype() in _PICTURES:
            others.append(part)
        elif _is_attached(part):
            attached.append(part)
        elif kind == "text/plain":
            texts.append(part)
        elif kind in _PAGES:
            pages.append(part)
        else:
            others.append(part)
    return Parts(
        texts=tuple(texts),
        pages=tuple(pages),
        attached=tuple(attached),
        messages=tuple(messages),
        others=tuple(others),
        encrypted=encrypted,
    )


def is_cut(message: Message) -> bool:
    """Tell whether a part that holds others ends before its end mark."""
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if _is_open(part):
            return True
        waiting += _children(part)
    return False


def find_cut(message: Message) -> tuple[Message, ...]:
    """Return the parts that may lack their end: the last in one without its end mark, and those whose base64 ends inside."""
    cut: list[Message] = []
    waiting = [(message, False)]
    while waiting:
        part, last = waiting.pop()
        children = _children(part)
        if not children and (last or _ends_inside(part)):
            cut.append(part)
        goes_on = _is_open(part) or (last and part.get_content_maintype() == "message")
        waiting += [(one, goes_on and one is children[-1]) for one in reversed(children)]
    return tuple(cut)


def _is_open(part: Message) -> bool:
    return any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in part.defects)


def _ends_inside(part: Message) -> bool:
    if _coding(part) != "base64":
        return False
    raw = _raw(part)
    return _IN_BASE64.fullmatch(raw) is not None and len("".join(raw.split())) % _LETTERS_AT_ONCE > 0


def decode_begun(part: Message) -> bytes:
    """Return the bytes of a part that lacks its end, as far as they came."""
    if _coding(part) == "base64" and _IN_BASE64.fullmatch(raw := _raw(part)):
        letters = "".join(raw.split()).rstrip("=")
        if len(letters) % _LETTERS_AT_ONCE == 1:
            letters = letters[:-1]
        return b64decode(letters + "=" * (-len(letters) % _LETTERS_AT_ONCE))
    found = decode_part(part)
    if _coding(part) == "quoted-printable" and (end := _UNFINISHED.search(_raw(part))):
        return found.removesuffix(end[0].encode())
    return found


def _coding(part: Message) -> str:
    return str(part.get("content-transfer-encoding", "")).strip().lower()


def _raw(part: Message) -> str:
    raw = read_letters(part)
    return raw if isinstance(raw, str) else ""


def read_letters(part: Message) -> object:
    """Return what a part holds, as it was sent: letters, or its parts. A charset that cannot be one is left aside."""
    try:
        return cast("object", part.get_payload())
    except (LookupError, ValueError):
        bare = copy(part)
        del bare["content-type"]
        return cast("object", bare.get_payload())


def decode_part(part: Message) -> bytes:
    """Return the bytes of a part, as they were before they were encoded for sending."""
    try:
        found = cast("object", part.get_payload(decode=True))
    except (LookupError, ValueError, MessageError):
        found = read_letters(part)
        return found.encode("utf-8", "surrogateescape") if isinstance(found, str) else b""
    return found if isinstance(found, bytes) else b""


def read_words(part: Message, name: str) -> str:
    """Return a header as text, on one line; empty if there is none."""
    raw = part.get(name)
    if raw is None:
        return ""
    try:
        words = str(make_header(decode_header(raw)))
    except (LookupError, ValueError, MessageError):
        words = str(raw)
    return " ".join(words.encode("utf-8", "replace").decode("utf-8").split())


def read_name(part: Message) -> str:
    """Return the name of an attached file, as it was given."""
    try:
        return part.get_filename("") or ""
    except (LookupError, ValueError):
        return ""


def read_day(message: Message) -> str:
    """Return the day a mail was sent, where its sender was, as ISO, else what it says instead; empty if it does not say."""
    try:
        return parsedate_to_datetime(str(message.get("date", ""))).date().isoformat()
    except (LookupError, ValueError, TypeError, OverflowError):
        return read_words(message, "date")


def _leaves(message: Message, messages: list[Message]) -> Iterator[Message]:
    waiting = [message]
    while waiting:
        part = waiting.pop()
        if part is not message and part.get_content_maintype() == "message":
            messages += _children(part)
        elif children := _children(part):
            waiting += reversed(children)
        else:
            yield part


def _children(part: Message) -> list[Message]:
    if not part.is_multipart():
        return []
    found = cast("list[object]", part.get_payload())
    return [one for one in found if isinstance(one, Message)]


def _is_attached(part: Message) -> bool:
    try:
        return part.get_content_disposition() == "attachment" or bool(part.get_filename())
    except (LookupError, ValueError):
        return True
