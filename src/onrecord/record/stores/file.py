"""The file itself: is it a record, may it be replaced, and connections to it.

What a file is is told from its first hundred bytes, before SQLite touches it. A record is in write-ahead mode, so that
whoever reads is never kept waiting by whoever adds (sqlite.org/wal.html).
"""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING
from urllib.parse import quote

from onrecord.errors import RecordError
from onrecord.record.stores.descriptors import connect_counted, read_beginning

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Engine

APPLICATION_ID = 0x4F6E5263
"""Marks a SQLite file as a record of this program ("OnRc")."""

VERSION = 2
"""The version of the tables (schema.py), in the file's user_version."""

MAGIC = b"SQLite format 3\x00"
HEADER = 100
"""Bytes of a SQLite header (sqlite.org/fileformat2.html); numbers in it are big-endian."""
_PAGE_SIZE, _MODE, _PAGES, _USER_VERSION, _APPLICATION_ID = (16, 2), (18, 1), (28, 4), (60, 4), (68, 4)
_WRITE_AHEAD = 2
_LARGEST_PAGE = 65536

_CACHE = 4 << 10
"""Kibibytes of pages that whoever reads may hold: with SQLite's own 2 MB a tenth of a question's time goes into reading pages again."""
PATIENCE = 30.0
"""Seconds to wait for another connection that is just about to finish a change."""
_HELD = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_REFUSED_PLACES = frozenset({sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM})

REBUILD = "move it away and build it again from its reports; keep it, for corrections may be in it"
"""The way out of a file that cannot be read: a build over it would lose what persons said, and so is refused."""


def _number(header: bytes, field: tuple[int, int]) -> int:
    start, width = field
    return int.from_bytes(header[start : start + width], "big")


def _read_header(path: Path) -> bytes:
    try:
        return read_beginning(path, HEADER)
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
        raise RecordError(
            f"{path}: not an onrecord record; make one with `onrecord build REPORTS -o story.db`"
        )
    version = version_of(path)
    if version > VERSION:
        raise RecordError(
            f"{path}: written by a newer onrecord (version {version} of the tables, this one reads {VERSION}); "
            "upgrade onrecord or build the record again"
        )
    if (behind := bytes_behind(path)) < 0:
        size = path.stat().st_size
        raise RecordError(f"{path}: cut short ({size} of {size - behind} bytes); copy it again, or {REBUILD}")


def version_of(path: Path) -> int:
    """Return the version of the tables of the record at `path`."""
    return _number(_read_header(path), _USER_VERSION)


def is_ahead(path: Path) -> bool:
    """Tell whether a part of the database at `path` is in its write-ahead log: the file alone is not all of it."""
    log = path.with_name(path.name + "-wal")
    return log.exists() and log.stat().st_size > 0


def bytes_behind(path: Path) -> int:
    """Return how many bytes the file has beyond the pages that its header counts; below zero: it is cut short.

    Nothing is told (0) of a file that has a write-ahead log: pages and header reach it in no order.
    """
    if is_ahead(path):
        return 0
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
    journal = path.with_name(path.name + "-journal")
    if journal.exists() and journal.stat().st_size:
        raise RecordError(
            f"{path}: another program has unfinished changes in {journal.name}; close that program first"
        )


def _uri(path: Path, options: str) -> str:
    return f"file:{quote(str(path.absolute()), safe='/', errors='surrogateescape')}?{options}"


def connect(path: Path, *, options: str) -> Engine:
    """Return an engine on the file at `path`; `options` end its SQLite URI (``mode=ro``).

    Transactions are the caller's: the driver begins none by itself. Foreign keys are on. With ``mode=ro`` nothing can be
    changed; whatever SQLite itself keeps beside the file while it is read is gone when the last reader is.
    """
    from sqlalchemy import create_engine, pool

    def create() -> sqlite3.Connection:
        connection = _open_to_read(path) if options == "mode=ro" else _open(path, options)
        connection.execute("PRAGMA foreign_keys = ON")
        return connection

    return create_engine("sqlite://", creator=create, poolclass=pool.NullPool)


def _open(path: Path, options: str) -> sqlite3.Connection:
    return connect_counted(
        path, _uri(path, options), uri=True, isolation_level=None, check_same_thread=False, timeout=PATIENCE
    )


def _open_to_read(path: Path) -> sqlite3.Connection:
    """Open the database at `path` so that nothing can be changed.

    A reader of a database in write-ahead mode has to keep a shared memory beside it, and a connection that may write takes that away
    again. Where nothing may be written at all (a locked folder, a disc), the file is whole as long as it has no log.
    """
    if _number(_read_header(path), _MODE) != _WRITE_AHEAD:
        return _open(path, "mode=ro")
    connection = _open(path, "mode=rw")
    connection.execute("PRAGMA query_only = ON")
    try:
        connection.execute("SELECT 1 FROM sqlite_schema LIMIT 1")
        connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    except sqlite3.DatabaseError as error:
        # Another refusal than that of a place where nothing can be written is met, and told, by whoever asks first.
        if error.sqlite_errorcode & 0xFF in _REFUSED_PLACES:
            connection.close()
            if is_ahead(path):
                raise RecordError(
                    f"{path}: a part of it stands in {path.name}-wal, and its folder may not be written to; copy both to a "
                    "folder of your own"
                ) from error
            return _open(path, "mode=ro&immutable=1")
    return connection


def copy_file(path: Path, copy: Path) -> None:
    """Copy the database at `path` to `copy`, with what other programs have committed to it.

    Raises:
        RecordError: when SQLite cannot read it.
    """
    try:
        with closing(_open_to_read(path)) as source, closing(connect_counted(copy, str(copy))) as target:
            source.backup(target)
    except sqlite3.Error as error:
        raise RecordError(f"{path}: damaged ({error}); {REBUILD}") from error


def put_in_place(unfinished: Path, target: Path) -> None:
    """Put the finished record at `unfinished` at the place `target`, in one step, whoever has the record there open.

    Raises:
        OSError: when the file system refuses.
        sqlite3.Error: when SQLite does.
    """
    if not target.exists() or target.stat().st_size == 0 or _is_let_go(target):
        unfinished.replace(target)
        return
    with (
        closing(_open(unfinished, "mode=ro&immutable=1")) as source,
        closing(_open(target, "mode=rw")) as place,
    ):
        source.backup(place)


def _is_let_go(path: Path) -> bool:
    """Tell whether nobody has the database at `path` open, and bring what its log holds into the file itself.

    A damaged file, which SQLite cannot say this of, is nobody's either.
    """
    try:
        with closing(_open(path, "mode=rw")) as connection:
            connection.execute("PRAGMA busy_timeout = 0")
            # SQLite leaves write-ahead mode only for the one connection that there is.
            (mode,) = connection.execute("PRAGMA journal_mode = DELETE").fetchone()
    except sqlite3.DatabaseError as error:
        return error.sqlite_errorcode & 0xFF not in _HELD
    return bool(mode == "delete")
