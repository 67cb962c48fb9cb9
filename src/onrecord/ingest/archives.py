"""Zip archives: each file in them comes through the door, its name a part of its place and nothing more.

Nothing is ever written to disk, so a name that climbs out of its folder, or begins at the root, is only a name. Links, devices
and encrypted files are told and left; hidden files are left out, as they are in a folder.
"""

from __future__ import annotations

import struct
from copy import copy
from typing import TYPE_CHECKING, BinaryIO, Final, Protocol, cast

from onrecord.errors import SetAside
from onrecord.ingest.document import read_docx
from onrecord.ingest.limits import DIRECTORY, ENTRIES, LARGEST, MIB, TREE
from onrecord.ingest.names import is_hidden, printable
from onrecord.ingest.streams import CHUNK
from onrecord.ingest.torn_zip import find_files, open_file
from onrecord.ingest.unpack import Meter

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence
    from zipfile import ZipFile, ZipInfo

    from onrecord.ingest.source import Item, Source

_END: Final = b"PK\x05\x06"
_END_SIZE: Final = 22
_LARGE_END: Final = b"PK\x06\x06"
_LARGE_SIZE: Final = 56 + 20
"""Bytes of the end record of a large archive and of what points to it."""
_ENTRY: Final = b"PK\x01\x02"
_LOCAL_SIZE: Final = 30
_COMMENT: Final = 65535
_ENCRYPTED: Final = 0x1
_UTF8_NAME: Final = 0x800
_LINK: Final = 0o120000
_KIND: Final = 0o170000
_METHODS: Final = frozenset({0, 8})
"""Stored and deflated. Of the other ways the standard library gives all that a piece unpacks to, however much that is."""
_OFFICE: Final = frozenset({"[Content_Types].xml", "META-INF/manifest.xml"})
_KIND_TOLD: Final = "mimetype"
"""The file in which an OpenDocument file or a book (EPUB) says what it is: no report."""
_OPEN_DOCUMENT: Final = b"application/vnd.oasis.opendocument"
_WORD: Final = "word/document.xml"
_WEB_ARCHIVE: Final = "datapackage.json"
_RECORDS: Final = "archive/"
_BESIDE_RECORDS: Final = ("datapackage", "pages/", "indexes/")
"""How the names of all files of a web archive begin that hold no records."""


class _File(Protocol):
    def read(self, size: int, /) -> bytes: ...


def read_zip(source: Source) -> Iterator[Item]:
    """Yield the files of a zip archive, in its order; of a web archive (WACZ) only the records it packs."""
    import zipfile

    file = source.file()
    _refuse_large_directory(file, source.locator)
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError, struct.error, NotImplementedError) as error:
        message = f"is a damaged ZIP archive ({str(error).lower()}); what can be told without its list is read, so get an undamaged copy"
        yield source.problem("ingest.damaged", message)
        yield from _read_torn(source, file)
        return
    with archive:
        entries = archive.infolist()
        names = {entry.filename for entry in entries}
        if names & _OFFICE or _is_open_document(archive, names):
            yield from _read_office(source, file, entries)
            return
        packed = _WEB_ARCHIVE in names and any(name.startswith(_RECORDS) for name in names)
        overlapping = _find_overlapping(entries)
        for entry in entries:
            name = read_name(entry)
            if name.endswith("/") or is_hidden(name) or (packed and not name.startswith(_RECORDS)):
                continue
            if name == _KIND_TOLD:
                continue
            source.budget.count_entry()
            yield from _read_entry(source, archive, entry, overlaps=entry.header_offset in overlapping)


def _read_torn(source: Source, file: BinaryIO) -> Iterator[Item]:
    """Yield the files of an archive whose list cannot be read; nothing of an office document."""
    files = list(find_files(file))
    told = [one for one in files if one.name == _KIND_TOLD]
    is_open = any(_opens_as_document(open_file(file, one, source)) for one in told)
    if is_open or any(one.name in _OFFICE for one in files):
        return
    files = [one for one in files if one.name != _KIND_TOLD]
    records = any(one.name.startswith(_RECORDS) and ".warc" in one.name for one in files)
    # Cut off before its records, a web archive still shows what stands beside them.
    packed = records or all(one.name.startswith(_BESIDE_RECORDS) for one in files)
    for one in files:
        if one.name.endswith("/") or is_hidden(one.name) or (packed and not one.name.startswith(_RECORDS)):
            continue
        source.budget.count_entry()
        yield source.inner(
            open_file(file, one, source), locator=f"{source.locator}!{one.name}", name=one.name
        )


def _is_open_document(archive: ZipFile, names: Collection[str]) -> bool:
    """Tell whether an archive says that it is an OpenDocument file, whatever else it holds or lacks."""
    import zipfile
    import zlib

    if _KIND_TOLD not in names:
        return False
    try:
        with archive.open(_KIND_TOLD) as file:
            return _opens_as_document(file)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError, zlib.error):
        return False  # Damaged, it says nothing; what else is in the archive is read, and told where it is damaged too.


def _opens_as_document(file: _File) -> bool:
    return file.read(len(_OPEN_DOCUMENT)).startswith(_OPEN_DOCUMENT)


def read_name(entry: ZipInfo) -> str:
    """Return an entry's name: UTF-8 where its bytes are that, whatever the archive says of them."""
    if entry.flag_bits & _UTF8_NAME:
        return entry.filename
    try:
        return entry.filename.encode("cp437").decode("utf-8")
    except ValueError:
        return entry.filename


def _read_office(source: Source, file: BinaryIO, entries: Sequence[ZipInfo]) -> Iterator[Item]:
    """Yield the text of a Word document; another office document is told."""
    if not any(entry.filename == _WORD for entry in entries):
        yield source.problem("ingest.binary", "holds an office document, not text; save its text as .txt")
        return
    # What it unpacks to is believed here: the standard library gives no more than an entry states.
    markup = sum(entry.file_size for entry in entries if entry.filename.endswith((".xml", ".rels")))
    if markup > TREE or sum(entry.file_size for entry in entries) > LARGEST or _find_overlapping(entries):
        message = f"unpacks to more than {TREE // MIB} MB of text or {LARGEST // MIB} MB in all; save its text as .txt"
        yield source.problem("ingest.unpacks-too-far", message)
        return
    # What lies in a container can be taken once only, so the file is handed on.
    file.seek(0)
    yield from read_docx(file.read(LARGEST), source.locator)


def _read_entry(source: Source, archive: ZipFile, entry: ZipInfo, *, overlaps: bool) -> Iterator[Item]:
    name = printable(read_name(entry))
    part = f"!{name}"
    if overlaps:
        message = (
            "shares its bytes with another file of the archive, as what is made to harm does; it is left out"
        )
        yield source.problem("ingest.damaged", message, part=part)
    elif entry.flag_bits & _ENCRYPTED:
        message = "is encrypted; unpack the archive with its password and give the files"
        yield source.problem("ingest.encrypted", message, part=part)
    elif (entry.external_attr >> 16) & _KIND == _LINK:
        message = "is a link to another file and not followed; put the file itself into the archive"
        yield source.problem("ingest.no-file", message, part=part)
    elif entry.compress_type not in _METHODS:
        message = f"is compressed in a way that is not read ({entry.compress_type}); pack the archive anew"
        yield source.problem("ingest.damaged", message, part=part)
    else:
        yield source.inner(_Member(source, archive, entry), locator=source.locator + part, name=name)


class _Member:
    """What comes out of one entry, metered; opened only when it is read."""

    def __init__(self, source: Source, archive: ZipFile, entry: ZipInfo) -> None:
        locator = f"{source.locator}!{printable(read_name(entry))}"
        self._meter = Meter(locator, source.budget)
        self._meter.taken = max(entry.compress_size, 1)
        self._archive = archive
        self._entry = copy(entry)
        # Checked below: the standard library keeps back what it has read last, which may be all.
        self._entry.CRC = cast("int", None)
        self._stated = entry.CRC
        self._sum = 0
        self._file: _File | None = None

    def read(self, size: int, /) -> bytes:
        """Return at most `size` bytes.

        Raises:
            SetAside: when they are damaged; where only their sum says so, behind the last of them.
        """
        import zipfile
        import zlib

        damage = (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError, RuntimeError)
        try:
            if self._file is None:
                self._file = self._archive.open(self._entry)
            found = self._file.read(min(size, CHUNK))
        except (*damage, zlib.error, struct.error) as error:
            raise self._damage(str(error)[:100]) from error
        self._meter.count(len(found))
        self._sum = zlib.crc32(found, self._sum)
        if not found and self._sum != self._stated:
            raise self._damage("its bytes do not add up to the sum that is stated")
        return found

    def _damage(self, why: str) -> SetAside:
        message = f"is damaged ({why}); get an undamaged copy"
        return SetAside("ingest.damaged", message, self._meter.locator)


def _find_overlapping(entries: Sequence[ZipInfo]) -> frozenset[int]:
    """Return the offsets of entries whose bytes reach into the next: one kernel under many names is a bomb."""
    ordered = sorted(entries, key=lambda entry: entry.header_offset)
    found: set[int] = set()
    end, at = -1, -1
    for entry in ordered:
        if entry.header_offset < end:
            found |= {entry.header_offset, at}
        reach = entry.header_offset + _LOCAL_SIZE + entry.compress_size
        if reach > end:
            end, at = reach, entry.header_offset
    return frozenset(found)


def _refuse_large_directory(file: BinaryIO, locator: str) -> None:
    """Look at how many entries an archive lists before they are all read at once.

    Raises:
        SetAside: when there are more than `ENTRIES`, or their list is larger than `DIRECTORY`.
    """
    file.seek(0, 2)
    length = file.tell()
    tail_size = min(length, _COMMENT + _END_SIZE + _LARGE_SIZE)
    file.seek(length - tail_size)
    tail = file.read(tail_size)
    # As the standard library looks for it: at the very end, else before a comment.
    plain = tail[-_END_SIZE:].startswith(_END) and tail.endswith(b"\0\0")
    place = len(tail) - _END_SIZE if plain else tail.rfind(_END)
    if place < 0 or len(tail) - place < _END_SIZE:
        return
    (size,) = struct.unpack_from("<I", tail, place + 12)
    if place >= _LARGE_SIZE and tail.startswith(_LARGE_END, place - _LARGE_SIZE):
        (size,) = struct.unpack_from("<Q", tail, place - _LARGE_SIZE + 40)
    if size > DIRECTORY:
        message = f"lists its files in more than {DIRECTORY // MIB} MB; unpack it and give the files"
        raise SetAside("ingest.too-many", message, locator)
    start = max(length - tail_size + place - size - _LARGE_SIZE, 0)
    file.seek(start)
    if file.read(length - start).count(_ENTRY) > ENTRIES:
        message = f"holds more than {ENTRIES:,} files; none of them is read, so split it"
        raise SetAside("ingest.too-many", message, locator)
