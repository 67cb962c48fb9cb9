"""Records of older versions, brought forward step by step: a backup beside the record first, then one transaction.

Reading needs none of it: what a newer version adds is for growing and checking.
"""

from __future__ import annotations

import os
import secrets
from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, CreateTable

from onrecord.errors import RecordError
from onrecord.record import schema
from onrecord.record.file import VERSION, connect, copy_file, version_of
from onrecord.record.seal import EVERYTHING, GIVEN, PART, compute_digests, compute_given, read_seal, seal_of
from onrecord.record.seal_of_version_1 import compute_first_seal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from sqlalchemy import Connection


class SealError(RecordError):
    """A record of an older version whose seal does not fit: damage must not be sealed in."""


def bring_forward(path: Path) -> Path | None:
    """Bring the record at `path` to today's version of the tables; return where its backup lies, None if there was nothing to do.

    Raises:
        RecordError: when the record is damaged, or the place may not be written to; it is then as it was.
    """
    version = version_of(path)
    if version >= VERSION:
        return None
    backup = _back_up(path, version)
    try:
        forward(path)
    except (DBAPIError, SealError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise RecordError(
            f"{path}: cannot be brought to version {VERSION} of the tables ({reason}); it is as it was"
        ) from error
    return backup


def _back_up(path: Path, version: int) -> Path:
    """Copy the record to the first free name beside it, whole or not at all."""
    name = f"{path.name}.version-{version}"
    backup = path.with_name(name)
    number = 1
    while backup.exists():
        number += 1
        backup = path.with_name(f"{name}.{number}")
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(6)}.part")
    try:
        copy_file(path, unfinished)
        with unfinished.open("rb") as file:
            os.fsync(file.fileno())
        unfinished.replace(backup)
    finally:
        unfinished.unlink(missing_ok=True)
    return backup


def forward(path: Path) -> None:
    """Take the steps from the version of the record at `path` to today's, in place and in one transaction.

    Raises:
        SealError: when its seal does not fit.
        DBAPIError: when SQLite refuses.
    """
    engine = connect(path, options="mode=rw")
    with engine.connect() as connection:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
        for version in range(version_of(path), VERSION):
            _STEPS[version](connection)
        connection.exec_driver_sql(f"PRAGMA user_version = {VERSION}")
        connection.exec_driver_sql("COMMIT")
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    engine.dispose()


def _from_first(connection: Connection) -> None:
    """Version 2 has an inbox, and a seal for each report beside the one over everything."""
    if read_seal(connection) != compute_first_seal(connection):
        raise SealError("its seal does not fit; build it again from its reports")
    for table in (schema.seals, schema.corrections, *schema.WAITING):
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))
    connection.exec_driver_sql("DROP VIEW said")
    connection.exec_driver_sql(schema.SAID_DDL)
    write_seals(connection)


def write_seals(connection: Connection) -> None:
    """Put today's seals on a record whose rows are all there, in place of those it has."""
    connection.execute(schema.seals.delete())
    connection.execute(schema.made_with.delete().where(schema.made_with.c.part == PART))
    digests, shared = compute_digests(connection)
    rows = [{"report_id": report_id, "sha256": digest} for report_id, digest in sorted(digests.items())]
    if rows:
        connection.execute(schema.seals.insert(), rows)
    seals = {EVERYTHING: seal_of(digests, shared), GIVEN: compute_given(connection)}
    rows = [{"part": PART, "name": name, "value": value} for name, value in seals.items()]
    connection.execute(schema.made_with.insert(), rows)


_STEPS: Mapping[int, Callable[[Connection], None]] = {1: _from_first}
