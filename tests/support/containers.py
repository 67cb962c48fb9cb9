"""One golden case for each container, made anew from invented reports, and its broken twin; the same bytes each time.

`GOLDEN` holds, by file name, the bytes and what is read from them: for each capture its place behind the file name, and its text;
for each problem its place and its code. `BROKEN` holds the same of the twins.
"""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from base64 import encodebytes
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, cast

from backports import zstd

from onrecord.ingest.door import read_source
from onrecord.ingest.walk import read_stream
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.report import Capture

TEXT = "The quay is closed, the harbour board said on Monday.\n"
PAGE = "<!DOCTYPE html><title>Quay</title><p>“Nobody asked us,” said Ana Velik.</p>\n"
LINES = '{"text": "The ferry runs again."}\n{"text": "The ferry stopped at noon."}\n'
DAY = "2024-03-04T10:15:00Z"


def read(payload: bytes, name: str = "pile") -> list[Capture | Problem]:
    """Return what comes through the door for a file of that name."""
    return list(read_source(read_stream(io.BytesIO(payload), name)))


def told(payload: bytes, name: str = "pile") -> list[tuple[str, str]]:
    """Return place and text of each capture, place and code of each problem; places without the file's name."""
    return [
        (one.path or "", one.code) if isinstance(one, Problem) else (one.locator, one.payload.decode())
        for one in (_without(item, name) for item in read(payload, name))
    ]


def codes(payload: bytes, name: str = "pile") -> list[str]:
    """Return the codes of the problems that a file gives."""
    return [one.code for one in read(payload, name) if isinstance(one, Problem)]


def _without(item: Capture | Problem, name: str) -> Capture | Problem:
    if isinstance(item, Problem):
        return replace(item, path=(item.path or "").removeprefix(name))
    return replace(item, locator=item.locator.removeprefix(name))


def zip_of(files: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of `files`, deflated."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, payload in files.items():
            archive.writestr(zipfile.ZipInfo(name), payload, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def tar_of(files: Mapping[str, bytes], *more: tarfile.TarInfo) -> bytes:
    """Return a tar archive of `files`, and of entries without content."""
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for name, payload in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(payload)
            archive.addfile(entry, io.BytesIO(payload))
        for entry in more:
            archive.addfile(entry)
    return made.getvalue()


def record(kind: str, body: bytes, *, media_type: str = "application/http; msgtype=response") -> bytes:
    """Return a record of a web archive."""
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: https://courier.example/quay\r\nWARC-Date: {DAY}\r\n"
        f"WARC-Record-ID: <urn:uuid:0>\r\nContent-Type: {media_type}\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    return head.encode() + body + b"\r\n\r\n"


def reply(body: bytes, *headers: str, status: str = "200 OK", media_type: str = "text/html") -> bytes:
    """Return an answer of a web server."""
    lines = [f"HTTP/1.1 {status}", f"Content-Type: {media_type}", *headers, "", ""]
    return "\r\n".join(lines).encode() + body


def brotli(body: bytes) -> bytes:
    """Return `body` packed as servers do that know brotli."""
    return cast("bytes", import_module("brotli").compress(body, quality=5))


def chunked(body: bytes, size: int = 16) -> bytes:
    """Return `body` in chunks, as servers send what they do not know the length of."""
    pieces = [body[start : start + size] for start in range(0, len(body), size)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in [*pieces, b""])


RECORDS = (
    record("warcinfo", b"software: made by hand\r\n", media_type="application/warc-fields"),
    record("request", b"GET /quay HTTP/1.1\r\nHost: courier.example\r\n\r\n"),
    record("response", reply(PAGE.encode())),
    record("response", reply(b"gone", status="404 Not Found")),
    record("response", reply(chunked(gzip.compress(PAGE.encode(), mtime=0)), "Transfer-Encoding: chunked", "Content-Encoding: gzip")),
    record("response", reply(brotli(PAGE.encode()), "Content-Encoding: br")),
    record("revisit", reply(b"")),
    record("resource", TEXT.encode(), media_type="text/plain"),
    record("response", reply(b"\x89PNG\r\n", media_type="image/png")),
    record("response", reply(LINES.encode(), media_type="application/json")),
)  # fmt: skip
WARC = b"".join(RECORDS)
WARC_PIECES = tuple(gzip.compress(one, mtime=0) for one in RECORDS)
WARC_READ = (
    ("#3", PAGE),
    ("#5", PAGE),
    ("#6", PAGE),
    ("#8", TEXT),
    ("#10#1", LINES.splitlines()[0]),
    ("#10#2", LINES.splitlines()[1]),
)


def mail(*headers: str, parts: tuple[str, ...], kind: str = "multipart/mixed") -> bytes:
    """Return a mail of several parts, each with its own headers."""
    lines = [*headers, "MIME-Version: 1.0", f'Content-Type: {kind}; boundary="=-part"', ""]
    for part in parts:
        lines += ["--=-part", part.rstrip("\n")]
    return "\r\n".join([*lines, "--=-part--", ""]).encode()


LETTER = (
    "From: Harbour board <press@harbour.example>",
    "To: news@courier.example",
    "Subject: =?utf-8?q?Quay_closed_=E2=80=93_statement?=",
    "Date: Mon, 04 Mar 2024 23:30:00 -0500",
    "Message-ID: <quay@harbour.example>",
)
PLAIN_PART = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}"
PAGE_PART = "Content-Type: text/html\r\n\r\n<p>The quay is closed.</p>"
NOTE_PART = (
    "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=note.txt\r\n"
    "Content-Transfer-Encoding: base64\r\n\r\nVGhlIGJvYXRzIHdhaXQu"
)
LETTER_READ = (("", TEXT.rstrip("\n")), ("!note.txt", "The boats wait."))
EML = mail(*LETTER, parts=(PLAIN_PART, PAGE_PART, NOTE_PART))
SAVED = mail(
    "From: <Saved by Blink>",
    "Snapshot-Content-Location: https://courier.example/quay",
    "Subject: Quay",
    "Date: Tue, 05 Mar 2024 08:00:00 -0000",
    kind="multipart/related",
    parts=(
        (
            "Content-Type: text/html\r\nContent-Location: https://courier.example/quay\r\n"
            "Content-Transfer-Encoding: quoted-printable\r\n\r\n<!DOCTYPE html><p>=E2=80=9CNobody asked us,=E2=80=9D said=\r\n Ana Velik.</p>"
        ),
        "Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=",
    ),
)
SAVED_READ = (("", "<!DOCTYPE html><p>“Nobody asked us,” said Ana Velik.</p>"),)
QUOTED = "From ana@courier.example Mon Mar  4 20:00:00 2024\r\nFrom: Ana Velik\r\nSubject: Quay\r\nDate: Mon, 04 Mar 2024 20:00:00 -0500\r\n\r\nWho asked?"
"""A mail as another quotes it, with all its headers."""
CODED = (
    *LETTER,
    "MIME-Version: 1.0",
    "Content-Type: text/plain; charset=utf-8",
    "Content-Transfer-Encoding: base64",
    "",
    "",
)


def coded(text: str, *headers: str) -> bytes:
    """Return a mail whose only part is `text`, in base64."""
    return "\r\n".join(headers or CODED).encode() + encodebytes(text.encode()).replace(b"\n", b"\r\n")


_WORDS = "The quay is closed, “for good”, the harbour board said on Monday.\n"
_POSTMARK = b"From press@harbour.example Mon Mar  4 23:30:00 2024\n"
FILES = {
    "a.txt": TEXT.encode(),
    "pages/quay.html": PAGE.encode(),
    "pile.jsonl": LINES.encode(),
    "inner.zip": zip_of({"b.txt.gz": gzip.compress(TEXT.encode(), mtime=0)}),
}
FILES_READ = (
    ("!a.txt", TEXT),
    ("!pages/quay.html", PAGE),
    ("!pile.jsonl#1", LINES.splitlines()[0]),
    ("!pile.jsonl#2", LINES.splitlines()[1]),
    ("!inner.zip!b.txt.gz", TEXT),
)
WACZ = zip_of(
    {
        "datapackage.json": b'{"profile": "data-package"}',
        "pages/pages.jsonl": b'{"format": "json-pages-1.0"}\n',
        "indexes/index.cdx": b"com,example)/ 20240304\n",
        "archive/data.warc.gz": b"".join(WARC_PIECES),
    }
)


@dataclass(frozen=True)
class Case:
    """A file, and what is read from it."""

    payload: bytes
    found: tuple[tuple[str, str], ...]


GOLDEN: Mapping[str, Case] = {
    "plain.txt": Case(TEXT.encode(), (("", TEXT),)),
    "page.html": Case(PAGE.encode(), (("", PAGE),)),
    "pile.jsonl": Case(LINES.encode(), (("#1", LINES.splitlines()[0]), ("#2", LINES.splitlines()[1]))),
    "plain.txt.gz": Case(gzip.compress(TEXT.encode(), mtime=0), (("", TEXT),)),
    "plain.txt.bz2": Case(bz2.compress(TEXT.encode()), (("", TEXT),)),
    "plain.txt.xz": Case(lzma.compress(TEXT.encode()), (("", TEXT),)),
    "plain.txt.zst": Case(zstd.compress(TEXT.encode()), (("", TEXT),)),
    "pile.zip": Case(zip_of(FILES), FILES_READ),
    "pile.tar": Case(tar_of(FILES), FILES_READ),
    "pile.tar.gz": Case(gzip.compress(tar_of(FILES), mtime=0), FILES_READ),
    "pile.warc": Case(WARC, WARC_READ),
    "pile.warc.gz": Case(b"".join(WARC_PIECES), WARC_READ),
    "pile.wacz": Case(WACZ, tuple((f"!archive/data.warc.gz{place}", text) for place, text in WARC_READ)),
    "letter.eml": Case(EML, LETTER_READ),
    "coded.eml": Case(coded(_WORDS), (("", _WORDS),)),
    "coded.mbox": Case(
        _POSTMARK + coded(_WORDS) + b"\n" + _POSTMARK + coded(TEXT), (("#1", _WORDS), ("#2", TEXT))
    ),
    "quoted.mbox": Case(
        _POSTMARK + mail(*LETTER, parts=(f"{PLAIN_PART}\r\n{QUOTED}", NOTE_PART)) + b"\n" + _POSTMARK + EML,
        (("#1", f"{TEXT}\r\n{QUOTED}"), ("#1!note.txt", "The boats wait."), *((f"#2{place}", text) for place, text in LETTER_READ)),
    ),
    "saved.mhtml": Case(SAVED, SAVED_READ),
    "letters.mbox": Case(
        _POSTMARK + EML + b"\n" + _POSTMARK + SAVED,
        (("#1", LETTER_READ[0][1]), ("#1!note.txt", LETTER_READ[1][1]), ("#2", SAVED_READ[0][1])),
    ),
}  # fmt: skip

_HURT = bytearray(WARC_PIECES[4])
_HURT[len(_HURT) // 2] ^= 0xFF
_BAD_ZIP = zip_of({"a.txt": TEXT.encode(), "b.txt": TEXT.encode() * 3}).replace(
    b"PK\x03\x04", b"PK\x03\x05", 1
)
_BAD_TAR = tar_of(FILES)

BROKEN: Mapping[str, Case] = {
    "plain.txt": Case(b"", (("", "ingest.empty"),)),
    "page.html": Case(b"<!DOCTYPE html><p", (("", "<!DOCTYPE html><p"),)),
    "pile.jsonl": Case(LINES.encode()[:-9], (("#1", LINES.splitlines()[0]), ("#2", "ingest.bad-json"))),
    "plain.txt.gz": Case(gzip.compress(TEXT.encode(), mtime=0)[:-5], (("", "ingest.damaged"),)),
    "plain.txt.bz2": Case(bz2.compress(TEXT.encode())[:-5], (("", "ingest.damaged"),)),
    "plain.txt.xz": Case(lzma.compress(TEXT.encode())[:-5], (("", "ingest.damaged"),)),
    "plain.txt.zst": Case(zstd.compress(TEXT.encode())[:-3], (("", "ingest.damaged"),)),
    "pile.zip": Case(b"PK\x03\x04" + _BAD_ZIP[4:].replace(b"PK\x03\x04", b"PK\x03\x05"), (("!a.txt", TEXT), ("!b.txt", "ingest.damaged"))),
    "pile.tar": Case(_BAD_TAR[:1300], (("!a.txt", TEXT), ("", "ingest.damaged"))),
    "pile.tar.gz": Case(gzip.compress(_BAD_TAR, mtime=0)[:-6], (*FILES_READ, ("", "ingest.damaged"))),
    "pile.warc": Case(WARC[: WARC.index(b"WARC-Type: resource") + 200], (*WARC_READ[:3], ("#8", "ingest.damaged"))),
    "pile.warc.gz": Case(
        b"".join((*WARC_PIECES[:4], bytes(_HURT), *WARC_PIECES[5:])),
        (WARC_READ[0], ("#5", "ingest.damaged"), *WARC_READ[2:]),
    ),
    "pile.wacz": Case(WACZ[:-40], (("", "ingest.damaged"), *((f"!archive/data.warc.gz{place}", text) for place, text in WARC_READ))),
    "letter.eml": Case(
        EML[: EML.rindex(b"--=-part--")], (LETTER_READ[0], ("!note.txt", "ingest.damaged"), LETTER_READ[1])
    ),
    "coded.eml": Case(
        # The last letter that came whole is before the closing quotation mark, which is cut.
        coded(_WORDS)[: len(coded("")) + 43],
        (("", "ingest.damaged"), ("", _WORDS[: _WORDS.index("”")])),
    ),
    "coded.mbox": Case(
        _POSTMARK + coded(_WORDS)[: len(coded("")) + 2] + b"\r\n\r\n" + _POSTMARK + coded(TEXT),
        (("#1", "ingest.damaged"), ("#2", TEXT)),
    ),
    "quoted.mbox": Case(
        _POSTMARK + mail(*LETTER, parts=(f"{PLAIN_PART}\r\n{QUOTED}", NOTE_PART))[:-40] + b"\r\n\r\n" + _POSTMARK + EML,
        (("#1", f"{TEXT}\r\n{QUOTED}"), ("#1!note.txt", "ingest.damaged"), *((f"#2{place}", text) for place, text in LETTER_READ)),
    ),
    "saved.mhtml": Case(SAVED[: SAVED.rindex(b"--=-part--")], (("", "ingest.damaged"), *SAVED_READ)),
    "letters.mbox": Case(
        _POSTMARK + EML[: EML.rindex(b"--=-part--")] + b"\n" + _POSTMARK + SAVED,
        (("#1", LETTER_READ[0][1]), ("#1!note.txt", "ingest.damaged"), ("#1!note.txt", LETTER_READ[1][1]), ("#2", SAVED_READ[0][1])),
    ),
}  # fmt: skip
