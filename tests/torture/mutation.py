"""Mutations of a payload: what bad discs, cut transfers, careless programs and attackers make of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from support.containers import zip_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from random import Random

MOST: Final = 8
"""Mutations of one payload, at most."""
LARGEST: Final = 400_000
"""Bytes: what grows beyond is cut, so that many can be tried."""
_NUMBERS: Final = (
    b"\xff" * 4,
    b"\x7f" + b"\xff" * 3,
    bytes(4),
    b"\x80" + bytes(3),
    b"9" * 30,
    b"-1",
    b"99999999999",
)
_WORDS: Final = (
    b"\r\n\r\n", b"WARC/1.0\r\n", b"HTTP/1.1 200 OK\r\n", b"Content-Length: 1\r\n", b"Transfer-Encoding: chunked\r\n",
    b"Content-Encoding: gzip\r\n", b"PK\x01\x02", b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b\x08", b"BZh9", b"\xfd7zXZ\x00",
    b"(\xb5/\xfd", b"\nFrom ", b"--=-part", b"Content-Type: multipart/mixed; boundary=", b"=?utf-8?q?", b"<![CDATA[", b"<!ENTITY a '&a;'>",
    b'{"text": "', b"[[[[", b'"""', b"\\ud800", b"\xef\xbb\xbf", b"\xff\xfe", b"%PDF-", b"stream\n", b"<html>", b"\0",
)  # fmt: skip


def mutate(payload: bytes, others: Sequence[bytes], random: Random) -> bytes:
    """Return `payload` after up to `MOST` mutations, which may take pieces from `others`."""
    changed = bytearray(payload)
    for _ in range(random.randint(1, MOST)):
        random.choice(_MUTATIONS)(changed, random)
    if others and random.random() < 0.1:
        other = random.choice(others)
        start = random.randrange(len(other) + 1)
        place = random.randrange(len(changed) + 1)
        changed[place:place] = other[start : start + random.choice((16, 512, len(other)))]
    made = bytes(changed[:LARGEST])
    return zip_of({random.choice(("a.txt", "../b", "c.jsonl")): made}) if random.random() < 0.05 else made


def _flip(changed: bytearray, random: Random) -> None:
    for _ in range(random.choice((1, 1, 4, 40))):
        if changed:
            changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)


def _overwrite(changed: bytearray, random: Random) -> None:
    number = random.choice(_NUMBERS)
    place = random.randrange(len(changed) + 1)
    changed[place : place + len(number)] = number


def _cut(changed: bytearray, random: Random) -> None:
    if random.random() < 0.5:
        del changed[random.randrange(len(changed) + 1) :]
    else:
        start = random.randrange(len(changed) + 1)
        del changed[start : start + random.choice((1, 8, 512))]


def _insert(changed: bytearray, random: Random) -> None:
    place = random.randrange(len(changed) + 1)
    changed[place:place] = random.choice(_WORDS) * random.choice((1, 1, 1, 3, 200))


def _repeat(changed: bytearray, random: Random) -> None:
    start = random.randrange(len(changed) + 1)
    piece = changed[start : start + random.choice((1, 16, 600, 10_000))]
    place = random.randrange(len(changed) + 1)
    changed[place:place] = piece * random.choice((1, 2, 20))


def _move(changed: bytearray, random: Random) -> None:
    start = random.randrange(len(changed) + 1)
    piece = changed[start : start + 512]
    del changed[start : start + 512]
    place = random.randrange(len(changed) + 1)
    changed[place:place] = piece


def _replace_digit(changed: bytearray, random: Random) -> None:
    digits = [place for place, byte in enumerate(changed[:4096]) if 48 <= byte <= 57]
    if digits:
        changed[random.choice(digits)] = random.choice(b"0123456789-")


_MUTATIONS: Final[tuple[Callable[[bytearray, Random], None], ...]] = (
    _flip,
    _overwrite,
    _cut,
    _insert,
    _repeat,
    _move,
    _replace_digit,
)
