"""Containers made to harm: each small to write, and without limits ruinous to read.

``python -m support.hostile_containers [NAME ...]`` reads them in a process of its own and prints what each cost, as JSON.
"""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import struct
import sys
import tarfile
import time
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING

from backports import zstd

from onrecord.ingest.door import read_source
from onrecord.ingest.walk import read_stream
from onrecord.model.problem import Problem
from support.containers import PAGE, TEXT, brotli, chunked, record, reply, tar_of, zip_of
from support.documents import documents, drawn_by_forms, many_pages, wide_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MIB = 1024**2


def filler(size: int) -> bytes:
    """Return `size` bytes of text that packs as well as any."""
    return b"x " * (size // 2)


def packed(size: int) -> bytes:
    """Return `filler`, gzipped piece by piece so that it never stands in memory."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 31)
    piece = filler(MIB)
    return b"".join([packer.compress(piece) for _ in range(size // MIB)]) + packer.flush()


def overlapping_zip(entries: int = 2000) -> bytes:
    """Return a zip archive whose every entry has the same 10 MB, in the manner of Fifield's bomb."""
    name = b"a.txt"
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    kernel = packer.compress(filler(10 * MIB)) + packer.flush()
    check = zlib.crc32(filler(10 * MIB))
    local = struct.pack(
        "<4s5H3I2H", b"PK\x03\x04", 20, 0, 8, 0, 0, check, len(kernel), 10 * MIB, len(name), 0
    )
    central = struct.pack(
        "<4s6H3I5H2I",
        b"PK\x01\x02",
        20,
        20,
        0,
        8,
        0,
        0,
        check,
        len(kernel),
        10 * MIB,
        len(name),
        0,
        0,
        0,
        0,
        0,
        0,
    )
    start = len(local) + len(name) + len(kernel)
    end = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, entries, entries, entries * (46 + len(name)), start, 0)
    return local + name + kernel + (central + name) * entries + end


def many_entries(count: int) -> bytes:
    """Return a zip archive of that many empty files."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for number in range(count):
            archive.writestr(zipfile.ZipInfo(f"{number}.txt"), b"")
    return made.getvalue()


def nested_zips(levels: int, width: int) -> bytes:
    """Return zips in zips, each holding the next `width` times, with 20 MB in the innermost."""
    payload = zip_of({"a.txt": filler(20 * MIB)})
    for _ in range(levels):
        payload = zip_of({f"{number}.zip": payload for number in range(width)})
    return payload


def wrong_size_tar(size: int) -> bytes:
    """Return a tar archive whose only file states another size than it has."""
    whole = bytearray(tar_of({"a.txt": TEXT.encode()}))
    whole[124:136] = b"\x80" + size.to_bytes(11, "big")
    whole[148:156] = b" " * 8
    whole[148:156] = f"{sum(whole[:512]):06o}\0 ".encode()
    return bytes(whole)


def long_header_tar(value: bytes) -> bytes:
    """Return a tar archive whose extended header is `value`, which stands for any bytes."""
    entry = tarfile.TarInfo("a.txt")
    entry.type = tarfile.XHDTYPE
    entry.size = len(value)
    made = io.BytesIO()
    with tarfile.open(fileobj=made, mode="w", format=tarfile.USTAR_FORMAT) as archive:
        archive.addfile(entry, io.BytesIO(value))
        for number in range(500):
            archive.addfile(entry, io.BytesIO(value))
            archive.addfile(tarfile.TarInfo(f"{number}.txt"))
    return made.getvalue()


def word_with(change: Callable[[bytes], bytes]) -> bytes:
    """Return a Word document whose markup is changed so."""
    with zipfile.ZipFile(io.BytesIO(documents()["report.docx"])) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    return zip_of({**files, "word/document.xml": change(files["word/document.xml"])})


def grown_entities(markup: bytes) -> bytes:
    """Return `markup` with an entity that stands for ten of another, which stands for ten of another, and so on."""
    grown = b"".join(b'<!ENTITY %c "%s">' % (98 + level, b"&%c;" % (97 + level) * 10) for level in range(9))
    head, _, rest = markup.partition(b"?>")
    return (
        head + b'?><!DOCTYPE w [<!ENTITY a "aaaaaaaaaa">' + grown + b"]>" + rest.replace(b"The board", b"&j;")
    )


def nested_mail(depth: int, lines: int = 10) -> bytes:
    """Return a mail of parts in parts in parts."""
    head = [
        f"Content-Type: multipart/mixed; boundary=b{level}\r\n\r\n--b{level}\r\n" for level in range(depth)
    ]
    tail = [f"\r\n--b{level}--\r\n" for level in reversed(range(depth))]
    return ("MIME-Version: 1.0\r\n" + "".join(head) + "\r\n" + (TEXT * lines) + "".join(tail)).encode()


def mail_in_mail(depth: int) -> bytes:
    """Return a mail forwarded that often."""
    return (
        "MIME-Version: 1.0\r\nContent-Type: message/rfc822\r\n\r\n" * depth + "Subject: x\r\n\r\n" + TEXT
    ).encode()


HOSTILE: Mapping[str, Callable[[], bytes]] = {
    "gzip bomb": lambda: packed(200 * MIB),
    "gzip bomb in a gzip bomb": lambda: gzip.compress(packed(300 * MIB)),
    "bzip2 bomb": lambda: bz2.compress(b"x" * (100 * MIB)),
    "xz bomb": lambda: lzma.compress(filler(100 * MIB), preset=1),
    "zstd bomb": lambda: zstd.compress(filler(100 * MIB)),
    "many small gzips": lambda: gzip.compress(b"") * 100_000,
    "zip bomb": lambda: zip_of({"a.txt": filler(100 * MIB)}),
    "zip bomb by bzip2": lambda: _zip_by(zipfile.ZIP_BZIP2),
    "zip whose files overlap": overlapping_zip,
    "zips in zips": lambda: nested_zips(4, 20),
    "a hundred thousand entries": lambda: many_entries(100_001),
    "a directory of a gigabyte": lambda: b"PK\x03\x04" + struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, 9, 9, 2**30, 0, 0),
    "gzipped web archive bomb": lambda: gzip.compress(record("response", reply(b""))) + packed(200 * MIB),
    "web archive of one record that is a bomb": lambda: gzip.compress(record("resource", filler(60 * MIB), media_type="text/plain")) * 50,
    "brotli bomb in a web archive": lambda: record("response", reply(brotli(filler(200 * MIB)), "Content-Encoding: br")),
    "encodings one over the other": lambda: record("response", reply(gzip.compress(packed(200 * MIB)), "Content-Encoding: gzip, gzip, gzip, gzip, gzip")),
    "chunks of one byte": lambda: record("response", reply(chunked(b"x" * (10 * MIB), 1), "Transfer-Encoding: chunked")),
    "a web archive of empty lines": lambda: b"WARC/1.0\r\n\r\n" + b"\r\n" * (20 * MIB),
    "a web archive of first lines": lambda: b"WARC/1.0\r\n\r\n" * 300_000,
    "a record with headers of 10 MB": lambda: b"WARC/1.0\r\nX: " + b"x" * (10 * MIB) + b"\r\n\r\n" + record("response", reply(PAGE.encode())),
    "a record with a million headers": lambda: b"WARC/1.0\r\n" + b"X: x\r\n" * MIB + b"\r\n" + record("response", reply(PAGE.encode())),
    "tar whose file is larger than it is": lambda: wrong_size_tar(2**60),
    "tar with a header of 10 MB": lambda: long_header_tar(b"9" * 16_000),
    "tar with headers of digits": lambda: long_header_tar((b"9" * 60 + b" ") * 250),
    "tar with a huge name": lambda: tar_of({"x/" * 40_000 + "a.txt": b"x"}),
    "mail with 200 nested parts": lambda: nested_mail(200),
    "mail with 1,000 nested parts": lambda: nested_mail(1000, 10_000),
    "mail with 100 nested parts and many lines": lambda: nested_mail(100, 100_000),
    "mail in mail in mail": lambda: mail_in_mail(5000),
    "mail with a header of 10 MB": lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed" + b";" * (10 * MIB) + b"\r\n\r\nx",
    "mail with headers of 2 MB": lambda: b"MIME-Version: 1.0\r\n" + b"Subject: x\r\n" * (2 * MIB // 12) + b"\r\nx",
    "mail of 60 MB of short lines": lambda: b"MIME-Version: 1.0\r\n\r\n" + b"x\n" * (30 * MIB),
    "mail of sixty thousand parts": lambda: b"MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\n\r\n" * 60_000,
    "mailbox of nothing but beginnings": lambda: b"From a Mon Mar  4 23:30:00 2024\nTo: x\n\n" + b"From \n" * 110_000,
    "300,000 broken lines": lambda: b'{"text": "x"}\n' + b"{\n" * 300_000,
    "300,000 empty objects": lambda: b"{}\n" * 300_000,
    "a PDF of forms drawn by forms": lambda: drawn_by_forms(8, 40),
    "a PDF of pages full of drawing": lambda: many_pages(500, 90_000),
    "a Word table of a billion columns": lambda: wide_table(10**9),
    "a Word document whose entities grow": lambda: word_with(grown_entities),
    "a Word document of 40 MB of letters": lambda: word_with(lambda markup: markup.replace(b"The board", filler(40 * MIB))),
    "a Word document of tables in tables": lambda: word_with(lambda markup: markup.replace(b"<w:sectPr", b"<w:tbl><w:tr><w:tc>" * 3000 + b"<w:p/>" + b"</w:tc></w:tr></w:tbl>" * 3000 + b"<w:sectPr")),
    "200,000 arrays in one another": lambda: b"[" * 200_000 + b"\n",
    "an unfinished object of 60 MB": lambda: b'{"text": "' + b"x" * (60 * MIB),
}  # fmt: skip


def _zip_by(method: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr(zipfile.ZipInfo("a.txt"), b"x" * (100 * MIB), method)
    return made.getvalue()


def measure(name: str) -> dict[str, object]:
    """Read the hostile container of that name, and return its codes and what reading it cost."""
    payload = HOSTILE[name]()
    # The peak is that of reading: what made the container may have taken more, and is gone by now.
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    started = time.process_time()
    items = list(read_source(read_stream(io.BytesIO(payload), "pile")))
    seconds = time.process_time() - started
    status = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    peak = int(next(line for line in status if line.startswith("VmHWM")).split()[1]) // 1024
    codes = sorted({item.code for item in items if isinstance(item, Problem)})
    return {"name": name, "codes": codes, "items": len(items), "seconds": seconds, "megabytes": peak}


if __name__ == "__main__":
    for one in sys.argv[1:] or HOSTILE:
        print(json.dumps(measure(one)), flush=True)  # noqa: T201 - it is its result
