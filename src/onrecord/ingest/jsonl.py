"""JSON lines: each line that holds an object is one capture.

A line that cannot be read is named with its number and left out; the lines after it are read on.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Final

from onrecord.ingest.json_document import read_json_document
from onrecord.model.report import Capture
from onrecord.text.encodings import (
    UTF8,
    UTF16_BIG,
    UTF16_LITTLE,
    UTF32_BIG,
    UTF32_LITTLE,
    find_encoding,
    find_mark,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.ingest.source import Source
    from onrecord.model.problem import Problem

MEDIA_TYPE = "application/json"

_WORDS: Final = ("text", "html")
_NEWLINES: Final = {UTF16_LITTLE: b"\n\x00", UTF16_BIG: b"\x00\n"}


def read_json_lines(source: Source) -> Iterator[Capture | Problem]:
    """Yield a capture for every object of a file, a problem for every other line.

    A capture's payload is the bytes of its line without the line end, so that its id stays the same when the line
    moves. Of a file that breaks off the whole lines are read; blank lines count but give nothing. Line numbers start at 1. Lines in
    UTF-32, which only its mark tells, are made anew in UTF-8.

    Raises:
        SetAside: behind the last line, when the file breaks off.
    """
    whole, fault = source.lines()
    encoding = find_encoding(whole)
    payload = whole[len(find_mark(whole)) :]
    if encoding in {UTF32_LITTLE, UTF32_BIG}:
        payload, encoding = payload.decode(encoding, "replace").encode(), UTF8
    empty = True
    for number, line in enumerate(_split(payload, encoding), start=1):
        text = line.decode(encoding, "replace")
        if not text.strip():
            continue
        empty = False
        if wrong := find_fault(text):
            message = f"{wrong}; this line is left out"
            yield source.problem("ingest.bad-json", message, part=f"#{number}")
        else:
            yield from _read_line(source, line, text, f"#{number}")
    if fault is not None:
        raise fault
    if empty:
        yield source.problem("ingest.empty", "holds only blank lines; leave it out")


def _read_line(source: Source, line: bytes, text: str, part: str) -> Iterator[Capture | Problem]:
    """Yield the line; where it has no text by that name, what it holds by other names, as exports do: articles, quotations, a body.

    A line in which the user calls the members of a report by other names is made anew with the names known here.
    """
    if source.columns:
        yield from read_json_document(line, source.locator + part, columns=source.columns)
        return
    own: dict[str, object] = json.loads(text, parse_int=str, parse_float=str, parse_constant=str)
    if not any(own.get(name) for name in _WORDS):
        found = [one for one in read_json_document(line, source.locator + part) if isinstance(one, Capture)]
        if found:
            yield from found
            return
    yield source.capture(line, MEDIA_TYPE, part=part)


def find_fault(line: str) -> str | None:
    """Return what keeps `line` from being read as a JSON object, or None when it is one.

    >>> find_fault('["not", "an", "object"]')
    'holds JSON but no object'
    """
    try:
        # Numbers stay text: Python refuses to convert an integer of thousands of digits.
        value: object = json.loads(line, parse_int=str, parse_float=str, parse_constant=str)
    except json.JSONDecodeError as error:
        return f"is not JSON ({error.msg} at character {error.pos + 1})"
    except RecursionError:
        return "is nested too deeply to be read"
    return None if isinstance(value, dict) else "holds JSON but no object"


def _split(payload: bytes, encoding: str) -> Iterator[bytes]:
    newline = _NEWLINES.get(encoding, b"\n")
    step = len(newline)
    start = 0
    while start < len(payload):
        end = _find_newline(payload, newline, start)
        line = payload[start:end]
        carriage_return = newline.replace(b"\n", b"\r")
        yield line.removesuffix(carriage_return)
        start = end + step


def _find_newline(payload: bytes, newline: bytes, start: int) -> int:
    # In UTF-16 the two bytes must stand at an even distance, or they belong to two characters.
    end = payload.find(newline, start)
    while end >= 0 and (end - start) % len(newline):
        end = payload.find(newline, end + 1)
    return len(payload) if end < 0 else end
