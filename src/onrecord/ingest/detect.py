"""Which kind of container a payload is, told from its bytes; names and stated types only help where bytes leave it open.

A file called ``notes.txt`` that holds JSON lines is read as JSON lines, and a picture called ``report.txt`` is not
read as text.
"""

from __future__ import annotations

import json
import re
from enum import StrEnum
from pathlib import PurePath
from typing import TYPE_CHECKING, Final

from onrecord.ingest.agency import is_agency_item
from onrecord.ingest.feed import is_feed
from onrecord.ingest.limits import HEAD
from onrecord.ingest.table import is_table
from onrecord.text.encodings import UTF16_BIG, UTF16_LITTLE, find_encoding, find_mark

if TYPE_CHECKING:
    from collections.abc import Mapping


class Container(StrEnum):
    """What a payload is."""

    EMPTY = "empty"
    PLAIN = "plain"
    JSON_LINES = "json-lines"
    JSON = "json"
    TABLE = "table"
    FEED = "feed"
    AGENCY = "agency"
    HTML = "html"
    PDF = "pdf"
    GZIP = "gzip"
    BZIP2 = "bzip2"
    XZ = "xz"
    ZSTD = "zstd"
    ZIP = "zip"
    TAR = "tar"
    WARC = "warc"
    MAIL = "mail"
    MAILBOX = "mailbox"
    BINARY = "binary"
    UNKNOWN = "unknown"


PLAIN_SUFFIXES: Final = frozenset({"", ".txt", ".text"})
JSON_LINES_SUFFIXES: Final = frozenset({".jsonl", ".ndjson"})
HTML_SUFFIXES: Final = frozenset({".html", ".htm", ".xhtml"})
_TABLES: Final = frozenset({".csv", ".tsv", ".tab"})
HTML_TYPES: Final = frozenset({"text/html", "application/xhtml+xml"})
PLAIN_TYPES: Final = frozenset({"text/plain"})

_WEB_ARCHIVE: Final = ".warc"
_PDF: Final = b"%PDF-"
_SUFFIXES: Final = {
    ".gz": Container.GZIP,
    ".tgz": Container.GZIP,
    ".bz2": Container.BZIP2,
    ".xz": Container.XZ,
    ".zst": Container.ZSTD,
    ".zip": Container.ZIP,
    ".wacz": Container.ZIP,
    ".docx": Container.ZIP,
}
"""Names of containers that can be read on where their first bytes are damaged."""
_CONTAINERS: Final = (
    (b"\x1f\x8b\x08", Container.GZIP),
    (b"BZh", Container.BZIP2),
    (b"\xfd7zXZ\x00", Container.XZ),
    (b"(\xb5/\xfd", Container.ZSTD),
    (b"PK\x03\x04", Container.ZIP),
    (b"PK\x05\x06", Container.ZIP),
    (b"WARC/", Container.WARC),
    (_PDF, Container.PDF),
)
_BINARIES: Final = (
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"\x89PNG\r\n", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"{\\rtf", "a rich text document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an office document"),
    (b"\x7fELF", "a program"),
)

_CONTROLS: Final = bytes(code for code in range(32) if code not in b"\t\n\r\x08\x0b\x0c\x1b")
_TOLERATED_SHARE: Final = 50
"""Up to one control byte in fifty is dirt in a text rather than the mark of another kind of file."""
_BZIP2_HEAD: Final = re.compile(rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)")
_TAR_BLOCK: Final = 512
_NEAR_TOP: Final = 2048
MAILBOX: Final = re.compile(rb"From [^\r\n]{1,200}\d\d:\d\d[^\r\n]{1,40}\r?\n[A-Za-z][A-Za-z-]{0,60}:")
_HEADER_LINE: Final = re.compile(rb"([A-Za-z][A-Za-z0-9-]{0,60}):")
OF_MAIL: Final = frozenset({b"mime-version", b"message-id", b"received", b"return-path", b"delivered-to"})
"""Headers that no text has by chance; a report may well begin with a line "From:" or "Date:"."""
ADDRESSED: Final = frozenset({b"from", b"date", b"subject", b"to"})
"""Headers that a text may begin with too: only all of them are a mail's, or two in a file that is named as one."""
_MAIL_SUFFIXES: Final = frozenset({".eml", ".mbox"})
_JSON: Final = re.compile(r"""\ufeff?\s*(?:\[\s*[{\]]|\{\s*"[^"\n]{1,100}"\s*:)""")
_MARKED_UP: Final = frozenset({b"<?xml ", b"<opml ", b"<opml>"})
"""How files begin that hold markup of other kinds, which no one would read as it stands."""
_BEFORE_HTML: Final = re.compile(r"(?:\s+|<\?xml[^>]{0,500}\?>|<!--.{0,4000}?-->)+", re.DOTALL)
_HTML: Final = ("<!doctype html", "<html")


def detect(
    payload: bytes,
    name: str,
    *,
    listed: bool = False,
    media_type: str = "",
    columns: Mapping[str, str] | None = None,
) -> Container:
    r"""Return what `payload`, or a payload that begins so, is.

    `listed` says that a listing, not the user, named the file, `media_type` what kind the container around it states, and `columns` what
    the user calls the members of a report.

    >>> detect(b"The quay is closed.\n", "notes.txt"), detect(b'{"text": "Ahoy"}\n', "-")
    (<Container.PLAIN: 'plain'>, <Container.JSON_LINES: 'json-lines'>)
    """
    if not payload:
        return Container.EMPTY
    suffix = PurePath(name).suffix.lower()
    if container := _find_packed(payload) or _find_damaged(payload, suffix):
        return container
    if suffix in JSON_LINES_SUFFIXES or _starts_with_object(payload):
        return Container.JSON_LINES
    if written := _find_written(payload, columns, named=suffix in _TABLES or media_type == "text/csv"):
        return written
    if _starts_as_html(payload) or suffix in HTML_SUFFIXES or media_type in HTML_TYPES:
        return Container.HTML
    if other := _find_other(payload, suffix):
        return other
    # A folder may hold a README or a table beside its reports; a file that the user names is meant.
    known = not listed or suffix in PLAIN_SUFFIXES or media_type in PLAIN_TYPES
    return Container.PLAIN if known else Container.UNKNOWN


def _find_damaged(payload: bytes, suffix: str) -> Container | None:
    """Return what bytes are that are no text, by their name if they do not begin as anything known; None for text.

    A web archive without packing is text where its first record is damaged.
    """
    if suffix == _WEB_ARCHIVE:
        return Container.WARC
    if not is_binary(payload):
        return None
    if any(payload.startswith(magic) for magic, _ in _BINARIES):
        return Container.BINARY
    return Container.PDF if _PDF in payload[:_NEAR_TOP] else _SUFFIXES.get(suffix, Container.BINARY)


def describe_binary(payload: bytes) -> str:
    """Name the kind of binary file as far as its first bytes tell."""
    return next((name for magic, name in _BINARIES if payload.startswith(magic)), "binary data")


def is_binary(payload: bytes) -> bool:
    """Tell whether `payload` is no text in any encoding that can be read."""
    if any(payload.startswith(magic) for magic, _ in _BINARIES):
        return True
    if find_mark(payload):
        return False
    sample = payload[:HEAD]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls <= 1 or controls * _TOLERATED_SHARE <= len(sample):
        return False
    return find_encoding(sample) not in {UTF16_LITTLE, UTF16_BIG}


def is_list_of_feeds(head: bytes) -> bool:
    """Tell whether `head` begins a list of feeds as readers of feeds export it (OPML)."""
    return re.search(rb"<opml[\s>]", head[:_NEAR_TOP].lower()) is not None


def needs_more(head: bytes) -> bool:
    """Tell whether `head` may be the beginning of a JSON line longer than it is, so that more must be looked at."""
    return b"\n" not in head and _first_line(head).startswith("{")


def _find_packed(payload: bytes) -> Container | None:
    for magic, container in _CONTAINERS:
        if payload.startswith(magic):
            # A text may begin with these letters.
            return container if magic != b"BZh" or _BZIP2_HEAD.match(payload) else None
    return Container.TAR if _is_tar(payload) else None


def _find_written(payload: bytes, columns: Mapping[str, str] | None, *, named: bool) -> Container | None:
    """Return what a text is whose own first words tell what it is made of."""
    head = payload[:HEAD]
    if head.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n").startswith(b"<"):
        if is_agency_item(head):
            return Container.AGENCY
        return Container.FEED if is_feed(head) else None
    if _JSON.match(head.decode(find_encoding(head), "replace")):
        return Container.JSON
    return Container.TABLE if is_table(head, columns, named=named) else None


def _is_tar(payload: bytes) -> bool:
    """Tell by the sum of the first block, which old archives have too that bear no mark."""
    block = payload[:_TAR_BLOCK]
    if len(block) < _TAR_BLOCK or not block[0]:
        return False
    stated = block[148:156].strip(b" \0")
    return stated.isdigit() and int(stated) < 10**7 and f"{_sum_of(block):o}" == stated.decode().lstrip("0")


def _sum_of(block: bytes) -> int:
    return sum(block[:148]) + 8 * ord(" ") + sum(block[156:])


def _find_other(payload: bytes, suffix: str) -> Container | None:
    """Return what a text is that is neither a page nor written to be read as it stands."""
    return Container.UNKNOWN if payload.lstrip()[:6].lower() in _MARKED_UP else _find_mail(payload, suffix)


def _find_mail(payload: bytes, suffix: str) -> Container | None:
    if MAILBOX.match(payload):
        return Container.MAILBOX
    names: set[bytes] = set()
    lines = payload[:HEAD].splitlines()
    for line in lines[1:] if payload.startswith(b"From ") else lines:
        if not line:
            break
        if line[:1] in b" \t" and names:
            continue
        header = _HEADER_LINE.match(line)
        if header is None:
            return None
        names.add(header[1].lower())
    shown = len(names & ADDRESSED) > 1 if suffix in _MAIL_SUFFIXES else names >= ADDRESSED
    if not (names & OF_MAIL or shown):
        return None
    return Container.MAILBOX if payload.startswith(b"From ") else Container.MAIL


def _first_line(payload: bytes) -> str:
    head = payload[:HEAD] if b"\n" in payload[:HEAD] else payload
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
    head = payload[:8192]
    text = head.decode(find_encoding(head), "replace").lstrip("\ufeff")
    before = _BEFORE_HTML.match(text)
    return text[before.end() if before else 0 :][:20].lower().startswith(_HTML)
