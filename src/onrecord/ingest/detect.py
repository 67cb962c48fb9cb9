"""Which kind of file a payload is, told from its bytes; the name only helps where bytes leave it open.

A file called ``notes.txt`` that holds JSON lines is read as JSON lines, and a picture called ``report.txt`` is not
read as text.
"""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import PurePath
from typing import Final

from onrecord.text.encodings import UTF16_BIG, UTF16_LITTLE, find_encoding, find_mark


class Container(StrEnum):
    """What a file holds."""

    EMPTY = "empty"
    PLAIN = "plain"
    JSON_LINES = "json-lines"
    HTML = "html"
    BINARY = "binary"
    UNKNOWN = "unknown"


PLAIN_SUFFIXES: Final = frozenset({"", ".txt", ".text"})
JSON_LINES_SUFFIXES: Final = frozenset({".jsonl", ".ndjson"})

_MAGIC: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "gzip-compressed data"),
    (b"BZh", "bzip2-compressed data"),
    (b"\xfd7zXZ\x00", "xz-compressed data"),
    (b"(\xb5/\xfd", "zstd-compressed data"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"\x7fELF", "a program"),
)

_SAMPLE: Final = 65536
_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\r\x08\x0b\x0c\x1b")
_TOLERATED_SHARE: Final = 50
"""Up to one control byte in fifty is dirt in a text rather than the mark of another kind of file."""


def detect(payload: bytes, name: str, *, listed: bool = False) -> Container:
    r"""Return what `payload` is. `listed` says that a folder's listing, not the user, named the file.

    >>> detect(b"The quay is closed.\n", "notes.txt"), detect(b'{"text": "Ahoy"}\n', "-")
    (<Container.PLAIN: 'plain'>, <Container.JSON_LINES: 'json-lines'>)
    """
    if not payload:
        return Container.EMPTY
    if is_binary(payload):
        return Container.BINARY
    suffix = PurePath(name).suffix.lower()
    if suffix in JSON_LINES_SUFFIXES or _starts_with_object(payload):
        return Container.JSON_LINES
    if _starts_as_html(payload):
        return Container.HTML
    # A folder may hold a README or a table beside its reports; a file that the user names is meant.
    return Container.UNKNOWN if listed and suffix not in PLAIN_SUFFIXES else Container.PLAIN


def describe_binary(payload: bytes) -> str:
    """Name the kind of binary file as far as its first bytes tell."""
    return next((name for magic, name in _MAGIC if payload.startswith(magic)), "binary data")


def is_binary(payload: bytes) -> bool:
    """Tell whether `payload` is no text in any encoding that can be read."""
    if any(payload.startswith(magic) for magic, _ in _MAGIC):
        return True
    if find_mark(payload):
        return False
    sample = payload[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls <= 1 or controls * _TOLERATED_SHARE <= len(sample):
        return False
    return find_encoding(sample) not in {UTF16_LITTLE, UTF16_BIG}


def _first_line(payload: bytes) -> str:
    head = payload[:_SAMPLE] if b"\n" in payload[:_SAMPLE] else payload
    text = head.decode(find_encoding(head), "replace").lstrip("\ufeff \t\r\n")
    return text.partition("\n")[0]


def _starts_with_object(payload: bytes) -> bool:
    line = _first_line(payload)
    if not line.startswith("{"):
        return False
    try:
        return isinstance(json.loads(line, parse_int=str), dict)
    except (ValueError, RecursionError):
        return False


def _starts_as_html(payload: bytes) -> bool:
    return _first_line(payload[:1024]).lower().startswith(("<!doctype html", "<html"))
