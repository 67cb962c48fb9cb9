"""What the bytes of a capture say at a place: the way back from a citation to what came in.

Reading here shares no code with the stage that made the report, so that each can be held against the other.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.report import Capture
    from onrecord.model.span import Span

REPLACEMENT = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
_TAG = re.compile(r"<!--.*?(?:-->|$)|<[a-zA-Z/!?][^>]*>", re.DOTALL)
_ENCODINGS = {
    "utf-8": ("utf-8", "surrogateescape"),
    "utf-8-sig": ("utf-8", "surrogateescape"),
    "utf-16-le": ("utf-16-le", "surrogatepass"),
    "utf-16-be": ("utf-16-be", "surrogatepass"),
}
_WINDOWS = "windows-1252"
_ONE_BYTE = ("windows-125", "iso-8859-", "koi8-")
"""Encodings that old pages say they are in; every byte is a letter."""


def is_said(capture: Capture, span: Span, encoding: str, exact: str) -> bool:
    """Tell whether the bytes `span` of `capture` say `exact`; true too where this module cannot tell.

    What is no character (a damaged byte, half of a pair) is U+FFFD, as in a report. Of a web page the letters are
    compared, not the white space between them; where markup stands in between, they must stand there in this order.
    """
    payload = capture.payload[span.start : span.end]
    text = _decoded(payload, encoding)
    if text is None:
        return True
    match capture.media_type:
        case "text/plain":
            return _SURROGATE.sub(REPLACEMENT, text) == exact
        case "text/html":
            return _shows(text, exact)
        case "application/json":
            literal = _unescaped(text)
            if literal is None:
                return True
            plain = _SURROGATE.sub(REPLACEMENT, literal)
            return plain == exact or (_gives_page(capture.payload) and _shows(literal, exact))
        case _:
            return True


def _shows(source: str, exact: str) -> bool:
    shown = "".join(html.unescape(_TAG.sub("", source)).split())
    wanted = "".join(exact.split())
    if "<" not in source:
        return _SURROGATE.sub(REPLACEMENT, shown) == wanted
    letters = iter(_SURROGATE.sub(REPLACEMENT, shown))
    return all(letter in letters for letter in wanted)


def _gives_page(payload: bytes) -> bool:
    """Tell whether a JSON line may give a page rather than a text."""
    return b'"html"' in payload


def _decoded(payload: bytes, encoding: str) -> str | None:
    if encoding == _WINDOWS:
        # Five bytes have no letter in that table; they stand for the control characters of their number.
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in payload)
    if encoding not in _ENCODINGS:
        return payload.decode(encoding, "replace") if encoding.startswith(_ONE_BYTE) else None
    codec, errors = _ENCODINGS[encoding]
    try:
        return payload.decode(codec, errors)
    except UnicodeDecodeError:
        # Half a code unit at the end of a file that was cut off.
        return payload[:-1].decode(codec, errors) + REPLACEMENT


def _unescaped(literal: str) -> str | None:
    if "\\" not in literal:
        return literal
    try:
        return str(json.loads(f'"{literal}"', strict=False))
    except json.JSONDecodeError:
        return None
