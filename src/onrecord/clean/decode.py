"""Bytes become characters, and every character keeps the place of its bytes.

The text is exactly the decoded file less a byte order mark, with line ends as they came. Three kinds of damage are
mended, each by a recorded edit: the mark is dropped, a byte that is no UTF-8 and half of a surrogate pair become U+FFFD.
"""

from __future__ import annotations

import re
import struct
import sys
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.model.problem import Problem
from onrecord.model.span import Edit, OffsetMap, Span, map_widths
from onrecord.text.encodings import (
    UTF8,
    UTF8_MARKED,
    UTF16_BIG,
    UTF16_LITTLE,
    UTF32_BIG,
    UTF32_LITTLE,
    WINDOWS,
    find_encoding,
    find_mark,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

REPLACEMENT: Final = "\ufffd"
BYTE_ORDER_MARK: Final = "\ufeff"

_ESCAPED_BYTES: Final = range(0xDC80, 0xDD00)
_UTF8: Final = frozenset({UTF8, UTF8_MARKED})
_HEAD: Final = 1024
_CHARSET: Final = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*(?P<name>[A-Za-z0-9_:-]+)""", re.IGNORECASE
)
_STATED: Final = {
    name: codec
    for codec, names in (
        ("windows-1250", "windows-1250 cp1250"),
        ("windows-1251", "windows-1251 cp1251"),
        ("windows-1253", "windows-1253"),
        ("windows-1254", "windows-1254 iso-8859-9"),
        ("windows-1257", "windows-1257"),
        ("iso-8859-2", "iso-8859-2 latin2"),
        ("iso-8859-5", "iso-8859-5"),
        ("iso-8859-7", "iso-8859-7"),
        ("iso-8859-15", "iso-8859-15 latin9"),
        (WINDOWS, "iso-8859-1 latin1 l1 windows-1252 cp1252"),
        ("koi8-r", "koi8-r"),
        ("koi8-u", "koi8-u"),
    )
    for name in names.split()
}
_HALF: Final = re.compile("[\ud800-\udfff]")
_ESCAPED: Final = re.compile("[\udc80-\udcff]")
_CONTINUATIONS: Final = bytes(range(0x80, 0xC0))
_LEAD_WIDTHS: Final = b"\x01" * 0x80 + b"\x02" * 0x60 + b"\x03" * 0x10 + b"\x04" * 0x10
"""How many bytes the letter takes that starts with each byte."""
_WIDE: Final = 0x10000
_UTF32: Final = 4
"""Bytes of a character in UTF-32."""
_NONE: Final = "\ud800"

# The five bytes that Windows-1252 leaves open stand for control characters, as browsers have it: no byte is refused.
_WINDOWS_LETTERS: Final = {
    code: bytes([code]).decode("cp1252", "ignore") or chr(code) for code in range(0x80, 0xA0)
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """What a payload says as characters: `captured` is the text before `edits`, `text` after them."""

    captured: str
    text: str
    offsets: OffsetMap
    encoding: str
    edits: tuple[Edit, ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Characters:
    """Decoded characters in order; `widths` tells, one byte for each, how many bytes of the payload it takes.

    `stated` says that the input names the encoding.
    """

    text: str
    widths: bytes
    encoding: str
    stated: bool = False


def decode(payload: bytes, report_id: str, *, stated: str = "") -> Decoded:
    r"""Return the text of a plain payload with its edits and the way back to its bytes.

    `stated` is the encoding that a mail or a web server gave with it; it is believed where the bytes are no UTF-8.

    >>> decoded = decode(b"\xef\xbb\xbfAhoy \xe2\x80\x9cyou\xe2\x80\x9d", "r0")
    >>> decoded.text, decoded.encoding, decoded.offsets.to_captured(Span(5, 6))
    ('Ahoy “you”', 'utf-8-sig', Span(start=8, end=11))
    """
    characters = read_characters(payload, stated=stated)
    problems = find_problems(characters, characters.text, report_id)
    return mend(characters.text, characters.widths, encoding=characters.encoding, problems=problems)


def read_characters(payload: bytes, *, stated: str = "") -> Characters:
    """Decode `payload` without refusing any byte: what cannot be decoded stands as a lone surrogate."""
    encoding = find_encoding(payload)
    if encoding == WINDOWS:
        believed = _STATED.get(stated.strip().lower(), WINDOWS)
        if believed != WINDOWS:
            text = payload.decode(believed, "replace")
            return Characters(text, b"\x01" * len(text), believed)
        text = payload.decode("latin-1").translate(_WINDOWS_LETTERS)
        return Characters(text, b"\x01" * len(text), encoding)
    if encoding in {UTF16_LITTLE, UTF16_BIG}:
        return _read_utf16(payload, encoding)
    if encoding in {UTF32_LITTLE, UTF32_BIG}:
        return _read_utf32(payload, encoding)
    if payload.isascii():
        return Characters(payload.decode("ascii"), b"\x01" * len(payload), UTF8)
    text = payload.decode(UTF8, "surrogateescape")
    if not _HALF.search(text):
        return Characters(text, payload.translate(_LEAD_WIDTHS, _CONTINUATIONS), encoding)
    return Characters(text, bytes(_utf8_width(ord(letter)) for letter in text), encoding)


def read_page_characters(payload: bytes, *, stated: str = "") -> Characters:
    """Decode a web page: by its byte order mark, else as it says in its first kilobyte, else as any text.

    `stated` is the encoding that its web server gave with it; it goes before what the page says where its bytes are no UTF-8.
    Only encodings of one byte a letter are believed beside UTF-8: those are what old pages say of themselves.
    """
    if find_encoding(payload) == WINDOWS and _STATED.get(stated.strip().lower(), WINDOWS) != WINDOWS:
        return read_characters(payload, stated=stated)
    found = _CHARSET.search(payload[:_HEAD])
    name = found["name"].decode("ascii").lower() if found and not find_mark(payload) else ""
    encoding = _STATED.get(name)
    if encoding is None or encoding == WINDOWS:
        # Many pages that say Latin-1 are UTF-8.
        return replace(read_characters(payload), stated=encoding is not None)
    text = payload.decode(encoding, "replace")
    return Characters(text, b"\x01" * len(text), encoding)


def mend(
    captured: str, widths: bytes, *, offset: int = 0, encoding: str, problems: tuple[Problem, ...]
) -> Decoded:
    """Drop a leading byte order mark, replace lone surrogates, and keep both as edits.

    `widths` are the bytes that each character of `captured` takes, the first at byte `offset`.
    """
    edits = tuple(_find_edits(captured))
    skipped = 1 if captured.startswith(BYTE_ORDER_MARK) else 0
    text = captured[skipped:]
    if len(edits) > skipped:
        text = _HALF.sub(REPLACEMENT, text)
    return Decoded(
        captured=captured,
        text=text,
        offsets=map_widths(widths[skipped:], offset=offset + sum(widths[:skipped])),
        encoding=encoding,
        edits=edits,
        problems=problems,
    )


def find_problems(characters: Characters, text: str, report_id: str) -> tuple[Problem, ...]:
    """Tell what had to be guessed or replaced to decode `text`, which came out of `characters`."""
    if characters.encoding == WINDOWS and not characters.stated:
        message = "no encoding is stated and the bytes are no UTF-8; read as Windows-1252"
        return (Problem(code="clean.guessed-encoding", message=message, report_id=report_id),)
    damaged = len(_ESCAPED.findall(text)) if characters.encoding in _UTF8 else 0
    halves = len(_HALF.findall(text)) - damaged
    problems: list[Problem] = []
    if damaged:
        message = f"{damaged} damaged byte(s) in UTF-8 text were replaced by U+FFFD"
        problems.append(Problem(code="clean.damaged-bytes", message=message, report_id=report_id))
    if halves:
        message = f"{halves} half character(s) (lone surrogates) were replaced by U+FFFD"
        problems.append(Problem(code="clean.lone-surrogate", message=message, report_id=report_id))
    return tuple(problems)


def _find_edits(captured: str) -> Iterator[Edit]:
    if captured.startswith(BYTE_ORDER_MARK):
        yield Edit(span=Span(0, 1), put="", rule="decode.byte-order-mark")
    for half in _HALF.finditer(captured):
        yield Edit(span=Span(*half.span()), put=REPLACEMENT, rule="decode.replacement")


def _read_utf16(payload: bytes, encoding: str) -> Characters:
    whole = len(payload) - len(payload) % 2
    text = payload[:whole].decode(encoding, "surrogatepass")
    widths = bytes(4 if ord(letter) >= _WIDE else 2 for letter in text)
    if whole < len(payload):
        # Half a code unit at the end of a file that was cut off.
        return Characters(text + "\ud800", widths + b"\x01", encoding)
    return Characters(text, widths, encoding)


def _read_utf32(payload: bytes, encoding: str) -> Characters:
    count, left = divmod(len(payload), _UTF32)
    order = "<" if encoding == UTF32_LITTLE else ">"
    codes: tuple[int, ...] = struct.unpack_from(f"{order}{count}I", payload)
    # What is no character, and the end of a file that was cut off, stand as half of one.
    text = "".join(chr(code) if code <= sys.maxunicode else _NONE for code in codes) + _NONE * bool(left)
    return Characters(text, bytes([_UTF32]) * count + bytes([left]) * bool(left), encoding)


def _utf8_width(code: int) -> int:
    if code < 0x80 or code in _ESCAPED_BYTES:  # noqa: PLR2004 - the bounds of UTF-8
        return 1
    if code < 0x800:  # noqa: PLR2004
        return 2
    return 3 if code < _WIDE else 4
