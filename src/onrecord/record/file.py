"""The file itself: is it a record, may it be replaced, and a connection that only reads.

Everything is told from the first hundred bytes, before SQLite touches the file.
"""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING
from urllib.parse import quote

from onrecord.errors import RecordError

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

APPLICATION_ID = 0x4F6E5263
"""Marks a SQLite file as a record of this program ("OnRc")."""

VERSION = 1
"""The version of the tables (schema.py), in the file's user_version."""

MAGIC = b"SQLite format 3\x00"
HEADER = 100
"""Bytes of a SQLite header (sqlite.org/fileformat2.html); numbers in it are big-endian."""
_PAGE_SIZE, _PAGES, _USER_VERSION, _APPLICATION_ID = (16, 2), (28, 4), (60, 4), (68, 4)
_LARGEST_PAGE = 65536


def _number(header: bytes, field: tuple[int, int]) -> int:
    start, width = field
    return int.from_bytes(header[start : start + width], "big")


def _read_header(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(HEADER)
    except OSError as error:
        reason = (error.strerror or "it cannot be read").lower()
        raise RecordError(f"{path}: {reason}; name a record made by `onrecord build`") from error


def is_record(path: Path) -> bool:
    """Tell whether the file at `path` is a record of this program, of any version.

    Raises:
        RecordError: when the file cannot be read at all.
    """
    header = _read_header(path)
    return header.startswith(MAGIC) and _number(header, _APPLICATION_ID) == APPLICATION_ID


def refuse_unreadable(path: Path) -> None:
    """Refuse, with a sentence that says the way out, a file that is no record this program can read.

    Raises:
        RecordError: when the file is missing, is something else, is cut short or is of a newer version.
    """
    if not is_record(path):
        raise RecordError(f"{path}: not an onrecord record; make one with `onrecord build REPORTS -o {path}`")
    header = _read_header(path)
    version = _number(header, _USER_VERSION)
    if version > VERSION:
        raise RecordError(
            f"{path}: written by a newer onrecord (version {version} of the tables, this one reads {VERSION}); "
            "upgrade onrecord or build the record again"
        )
    if (behind := bytes_behind(path)) < 0:
        size = path.stat().st_size
        raise RecordError(
            f"{path}: cut short ({size} of {size - behind} bytes); copy it again or build it again"
        )


def bytes_behind(path: Path) -> int:
    """Return how many bytes the file has beyond the pages that its header counts; below zero: it is cut short."""
    header = _read_header(path)
    page_size = _number(header, _PAGE_SIZE)
    expected = _number(header, _PAGES) * (_LARGEST_PAGE if page_size == 1 else page_size)
    return path.stat().st_size - expected


def refuse_to_replace(path: Path) -> None:
    """Refuse to write over anything but a record (or an empty file, which holds nothing to lose).

    Raises:
        RecordError: when something else stands at `path`, or another program is writing there.
    """
    if not path.parent.is_dir():
        raise RecordError(f"{path}: the folder {path.parent} is not there; make it first")
    if not path.exists():
        return
    if not path.is_file():
        raise RecordError(f"{path}: not a plain file; choose another name")
    if path.stat().st_size and not is_record(path):
        raise RecordError(
            f"{path}: not an onrecord record, left as it is; choose another name or move it away"
        )
    for ending in ("-wal", "-journal"):
        beside = path.with_name(path.name + ending)
        if beside.exists() and beside.stat().st_size:
            raise RecordError(
                f"{path}: another program has unfinished changes in {beside.name}; close that program first"
            )


def _uri(path: Path, options: str) -> str:
    return f"file:{quote(str(path.absolute()), safe='/', errors='surrogateescape')}?{options}"


def connect(path: Path, *, options: str) -> Engine:
    """Return an engine on the file at `path`; `options` end its SQLite URI (``mode=ro``).

    Transactions are the caller's: the driver begins none by itself. Foreign keys are on.
    """
    from sqlalchemy import create_engine, pool

    def create() -> sqlite3.Connection:
        connection = sqlite3.connect(
            _uri(path, options), uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    return create_engine("sqlite://", creator=create, poolclass=pool.NullPool)


def copy_file(path: Path, copy: Path) -> None:
    """Copy the database at `path` to `copy`, with what other programs have committed to it.

    Raises:
        RecordError: when SQLite cannot read it.
    """
    source = sqlite3.connect(_uri(path, "mode=ro"), uri=True)
    target = sqlite3.connect(copy)
    try:
        source.backup(target)
    except sqlite3.Error as error:
        raise RecordError(f"{path}: damaged ({error}); build it again from its reports") from error
    finally:
        target.close()
        source.close()
