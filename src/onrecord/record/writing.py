"""Keep a whole record in one file, all of it or nothing.

The file is built beside its place under another name, brought safely to disk and then put in place in one
step: whoever looks sees the old record or the new one. The same contents give the same bytes: rows go in one
order, nothing in the file tells when or where it was made.
"""

from __future__ import annotations

import os
import secrets
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError, IntegrityError
from sqlalchemy.schema import CreateIndex, CreateTable

from onrecord.errors import RecordError
from onrecord.record import schema
from onrecord.record.file import APPLICATION_ID, VERSION, connect, refuse_to_replace
from onrecord.record.reading_rows import add_reading
from onrecord.record.rows import Rows, add_capture, add_made_with
from onrecord.record.seal import write_seal
from onrecord.record.shared_rows import add_linked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.model.contents import Contents

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
    unfinished = target.with_name(f".{target.name}.{secrets.token_hex(6)}.part")
    try:
        _fill(unfinished, contents)
        _bring_to_disk(unfinished)
        unfinished.replace(target)
        _bring_to_disk(target.parent)
    except (OSError, DBAPIError) as error:
        raise RecordError(
            f"{target}: cannot be written ({_reason_of(error)}); free space or choose another place"
        ) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _reason_of(error: OSError | DBAPIError) -> str:
    """Say what went wrong without the name of the unfinished file."""
    if isinstance(error, OSError):
        return (error.strerror or type(error).__name__).lower()
    return str(error.orig)


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
        for rows in _gathered(contents):
            _send(connection, rows)
        _refuse_dangling(connection)
        _index_words(connection)
        write_seal(connection)
        connection.exec_driver_sql("COMMIT")
    engine.dispose()


def _create_tables(connection: Connection) -> None:
    # `MetaData.create_all` takes the indexes of a table in no particular order, and the bytes would follow it.
    for table in schema.metadata.sorted_tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))
    connection.exec_driver_sql(schema.SAID_DDL)


def _gathered(contents: Contents) -> Iterator[Rows]:
    """Yield the rows of `contents`, a batch of reports at a time, each batch emptied once it is sent."""
    rows = Rows()
    add_made_with(rows, contents.made_with)
    for problem in contents.problems:
        rows.add_problem("pile", problem)
    yield rows
    for start in range(0, len(contents.captures), BATCH):
        for capture in contents.captures[start : start + BATCH]:
            add_capture(rows, capture)
        yield rows
    for start in range(0, len(contents.readings), BATCH):
        for reading in contents.readings[start : start + BATCH]:
            add_reading(rows, reading)
        yield rows
    add_linked(rows, contents.linked)
    yield rows


def _send(connection: Connection, rows: Rows) -> None:
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


def _refuse_dangling(connection: Connection) -> None:
    dangling = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
    if dangling is None:
        return
    name, place, parent, _ = dangling
    table = schema.metadata.tables[name]
    keys = [key.parent for key in table.foreign_keys if key.column.table.name == parent]
    named = connection.execute(select(*keys).where(table.c.place == place)).one()
    raise RecordError(f"row {place} of {name} names {', '.join(map(str, named))}, not among the {parent}")


def _index_words(connection: Connection) -> None:
    for name in schema.WORD_INDEXES:
        connection.exec_driver_sql(schema.word_index_ddl(name))
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('rebuild')")  # noqa: S608
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('optimize')")  # noqa: S608
