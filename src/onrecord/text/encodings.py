"""Which encoding bytes are in, told from the bytes alone.

A byte order mark is believed, the only sign of UTF-32. Without one, zero bytes in every other place mean UTF-16, valid UTF-8 means
UTF-8, and what is left is read as Windows-1252, which can hold any bytes. Nothing else is guessed at.
"""

from __future__ import annotations

import codecs
from typing import Final

UTF8: Final = "utf-8"
UTF8_MARKED: Final = "utf-8-sig"
UTF16_LITTLE: Final = "utf-16-le"
UTF16_BIG: Final = "utf-16-be"
UTF32_LITTLE: Final = "utf-32-le"
UTF32_BIG: Final = "utf-32-be"
WINDOWS: Final = "windows-1252"

MARKS: Final = (
    (codecs.BOM_UTF8, UTF8_MARKED),
    (codecs.BOM_UTF32_LE, UTF32_LITTLE),
    (codecs.BOM_UTF32_BE, UTF32_BIG),
    (codecs.BOM_UTF16_LE, UTF16_LITTLE),
    (codecs.BOM_UTF16_BE, UTF16_BIG),
)
"""Byte order marks and the encoding that each announces; that of UTF-32 begins with that of UTF-16."""

_SAMPLE: Final = 8192
_FEWEST: Final = 4
"""Below four bytes a zero byte tells nothing."""


def find_mark(payload: bytes) -> bytes:
    r"""Return the byte order mark that `payload` starts with, or no bytes.

    >>> find_mark(b"\xef\xbb\xbfAhoy")
    b'\xef\xbb\xbf'
    """
    return next((mark for mark, _ in MARKS if payload.startswith(mark)), b"")


def find_encoding(payload: bytes) -> str:
    r"""Return the encoding of `payload`; ``windows-1252`` stands for a guess.

    >>> find_encoding("Smør".encode()), find_encoding(b"Sm\xf8r"), find_encoding("Quay".encode("utf-16-le"))
    ('utf-8', 'windows-1252', 'utf-16-le')
    """
    for mark, encoding in MARKS:
        if payload.startswith(mark):
            return encoding
    if wide := _find_unmarked_utf16(payload):
        return wide
    return UTF8 if _is_mostly_utf8(payload) else WINDOWS


def _find_unmarked_utf16(payload: bytes) -> str | None:
    sample = payload[:_SAMPLE]
    if len(sample) < _FEWEST:
        return None
    pairs = len(sample) // 2
    first, second = sample[0 : pairs * 2 : 2].count(0), sample[1 : pairs * 2 : 2].count(0)
    # Text in a Latin script has a zero in nearly every pair, always on the same side.
    if second * 3 > pairs and first * 20 < second:
        return UTF16_LITTLE
    if first * 3 > pairs and second * 20 < first:
        return UTF16_BIG
    return None


def _is_mostly_utf8(payload: bytes) -> bool:
    # A long file cut in the middle of a character, or with one damaged byte, is still UTF-8: in
    # Windows-1252 text a letter beyond ASCII almost never looks like a whole UTF-8 sequence.
    try:
        payload.decode(UTF8)
    except UnicodeDecodeError:
        text = payload.decode(UTF8, "surrogateescape")
        damaged = sum("\udc80" <= letter <= "\udcff" for letter in text)
        whole = sum(letter > "\x7f" for letter in text) - damaged
        return whole > damaged
    return True
