"""What the bytes of a capture say at a place: the way back from a citation to what came in.

Reading here shares no code with the stage that made the report, so that each can be held against the other.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.report import Capture
    from onrecord.model.span import Span

REPLACEMENT = "\ufffd"
_SURROGATE = re.compile("[\ud800-\udfff]")
_ENCODINGS = {
    "utf-8": ("utf-8", "surrogateescape"),
    "utf-8-sig": ("utf-8", "surrogateescape"),
    "utf-16-le": ("utf-16-le", "surrogatepass"),
    "utf-16-be": ("utf-16-be", "surrogatepass"),
}
_WINDOWS = "windows-1252"


def read_captured(capture: Capture, span: Span, encoding: str) -> str | None:
    """Return the characters that stand at the bytes `span` of `capture`; None if this module cannot tell.

    What is no character (a damaged byte, half of a pair) is U+FFFD, as in a report.
    """
    payload = capture.payload[span.start : span.end]
    text = _decoded(payload, encoding)
    if text is None:
        return None
    match capture.media_type:
        case "text/plain":
            pass
        case "application/json":
            text = _unescaped(text)
        case _:
            return None
    return None if text is None else _SURROGATE.sub(REPLACEMENT, text)


def _decoded(payload: bytes, encoding: str) -> str | None:
    if encoding == _WINDOWS:
        # Five bytes have no letter in that table; they stand for the control characters of their number.
        return "".join(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in payload)
    if encoding not in _ENCODINGS:
        return None
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
