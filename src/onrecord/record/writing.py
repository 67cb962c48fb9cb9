"""Keep a whole record in one file, all of it or nothing.

The file is built beside its place under another name, brought safely to disk and then put in place in one
step: whoever looks sees the old record or the new one. The same contents give the same bytes: rows go in one
order, nothing in the file tells when or where it was made.

A record that others have open is never renamed over (their write-ahead log would then stand beside a file that it does not
belong to): the new one is copied into it, in one transaction.
"""

from __future__ import annotations

import os
import secrets
import sqlite3
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.schema import CreateIndex, CreateTable

from onrecord.errors import RecordError
from onrecord.record import schema
from onrecord.record.corrections import add_corrections
from onrecord.record.file import APPLICATION_ID, VERSION, connect, put_in_place, refuse_to_replace
from onrecord.record.lock import writing_alone
from onrecord.record.reading_rows import add_reading
from onrecord.record.rows import Rows, add_capture, add_made_with
from onrecord.record.seal import EVERYTHING, GIVEN, PART, digest_given, digest_rows, seal_of
from onrecord.record.shared_rows import add_linked
from onrecord.record.word_index import make_indexes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from onrecord.model.attribution import Reading
    from onrecord.model.contents import Contents
    from onrecord.model.report import Capture

BATCH = 64
"""Reports whose rows are gathered before they are sent off: bounds the memory that a large pile takes."""

_PRAGMAS = (
    "page_size = 4096",
    "encoding = 'UTF-8'",
    f"application_id = {APPLICATION_ID}",
    f"user_version = {VERSION}",
    # Nobody else sees the file before it is whole, and it is brought to disk by one fsync at the end.
    "journal_mode = OFF",
    "synchronous = OFF",
)


def write(path: str | os.PathLike[str], contents: Contents) -> None:
    """Write `contents` as the record file `path`, atomically; an earlier record there is replaced.

    Args:
        path: where the record shall stand; its folder must be there.
        contents: the whole record. Writing equal contents gives equal bytes.

    Raises:
        RecordError: when something other than a record stands there, when the contents do not hold
            together (a citation outside its text, a member that is not there), or when the disk refuses.
    """
    target = Path(os.path.realpath(path))
    refuse_to_replace(target)
    with writing_alone(target):
        unfinished = target.with_name(f".{target.name}.{secrets.token_hex(6)}.part")
        try:
            _fill(unfinished, contents)
            _bring_to_disk(unfinished)
            put_in_place(unfinished, target)
            _bring_to_disk(target.parent)
        except (OSError, DBAPIError, sqlite3.Error) as error:
            raise RecordError(
                f"{target}: cannot be written ({reason_of(error)}); free space or choose another place"
            ) from error
        finally:
            unfinished.unlink(missing_ok=True)


def reason_of(error: OSError | DBAPIError | sqlite3.Error) -> str:
    """Say what went wrong without the name of the unfinished file."""
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    return str(error.orig if isinstance(error, DBAPIError) else error)


def _bring_to_disk(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _fill(path: Path, contents: Contents) -> None:
    engine = connect(path, options="mode=rwc")
    with engine.connect() as connection:
        for pragma in _PRAGMAS:
            connection.exec_driver_sql(f"PRAGMA {pragma}")
        connection.exec_driver_sql("BEGIN")
        connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
        _create_tables(connection)
        _send_all(connection, contents)
        refuse_dangling(connection)
        make_indexes(connection)
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    engine.dispose()


def _create_tables(connection: Connection) -> None:
    # `MetaData.create_all` takes the indexes of a table in no particular order, and the bytes would follow it.
    for table in schema.metadata.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))
    connection.exec_driver_sql(schema.SAID_DDL)


def _send_all(connection: Connection, contents: Contents) -> None:
    """Send the rows of `contents`, a batch of reports at a time, each batch emptied once it is sent; then seal them."""
    rows, digests = Rows(), dict[str, str]()
    captures = {capture.id: capture for capture in contents.captures}
    for start in range(0, len(contents.readings), BATCH):
        for reading in contents.readings[start : start + BATCH]:
            report_id = reading.report.id
            one = gather_report(captures.pop(report_id, None), reading)
            digests[report_id] = digest_rows(one.by_table)
            rows.extend(one)
        send(connection, rows)
    for capture in captures.values():
        add_capture(rows, capture)
    send(connection, rows)
    add_shared(rows, contents)
    seal(rows, digests)
    send(connection, rows)


def gather_report(capture: Capture | None, reading: Reading) -> Rows:
    """Return the rows of one report: its bytes, and all that was read in it.

    Raises:
        RecordError: when something cites characters that the report does not have.
    """
    rows = Rows()
    if capture is not None:
        add_capture(rows, capture)
    add_reading(rows, reading)
    return rows


def add_shared(rows: Rows, contents: Contents) -> None:
    """Gather everything that is no single report's.

    Raises:
        RecordError: when something cites a report, or characters of one, that are not there.
    """
    add_made_with(rows, contents.made_with)
    for problem in contents.problems:
        rows.add_problem("pile", problem)
    add_linked(rows, contents.linked)
    add_corrections(rows, contents.corrections)


def seal(rows: Rows, digests: Mapping[str, str]) -> None:
    """Gather the seals of `rows`, which are all that is no single report's, and of the reports with these `digests`."""
    seals = {EVERYTHING: seal_of(digests, digest_rows(rows.by_table)), GIVEN: digest_given(rows.by_table)}
    for name, value in seals.items():
        rows.add(schema.made_with, part=PART, name=name, value=value)
    for report_id, digest in sorted(digests.items()):
        rows.add(schema.seals, report_id=report_id, sha256=digest)


def send(connection: Connection, rows: Rows) -> None:
    """Put what is gathered in `rows` into the tables, and empty it.

    Raises:
        RecordError: when two things share one id.
    """
    for table in schema.metadata.sorted_tables:
        gathered = rows.by_table.pop(table, None)
        if not gathered:
            continue
        try:
            connection.execute(table.insert(), gathered)
        except IntegrityError as error:
            times = Counter(row["id"] for row in gathered if "id" in row)
            twice = ", ".join(sorted(one for one, count in times.items() if count > 1)) or str(error.orig)
            raise RecordError(f"two of the {table.name} share one id: {twice}") from error


def refuse_dangling(connection: Connection) -> None:
    """Refuse rows that name what is not in the record.

    Raises:
        RecordError: when there is one.
    """
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if dangling is None:
        return
    name, place, parent, _ = dangling
    table = schema.metadata.tables[name]
    keys = [key.parent for key in table.foreign_keys if key.column.table.name == parent]
    named = connection.execute(select(*keys).where(table.c.place == place)).one()
    raise RecordError(f"row {place} of {name} names {', '.join(map(str, named))}, not among the {parent}")
