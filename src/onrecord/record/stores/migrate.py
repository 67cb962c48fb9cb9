"""Records of older versions, brought forward step by step: a backup beside the record first, then one transaction.

Reading needs none of it: what a newer version adds is for growing and checking.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError
from onrecord.record.rows import schema
from onrecord.record.rows.seal import (
    EVERYTHING,
    GIVEN,
    PART,
    compute_digests,
    compute_given,
    read_seal,
    seal_of,
)
from onrecord.record.rows.seal_of_version_1 import compute_first_seal
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.file import VERSION
from onrecord.record.stores.store import store_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection

    from onrecord.record.stores.store import Place, Store


class SealError(RecordError):
    """A record of an older version whose seal does not fit: damage must not be sealed in."""


def bring_forward(place: Place) -> str | None:
    """Bring the record at `place` to today's version of the tables; return what its backup is called, None if there was nothing to do.

    Raises:
        RecordError: when the record is damaged, or the place may not be written to; it is then as it was.
    """
    store = store_of(place)
    version = store.version()
    if version >= VERSION:
        return None
    try:
        backup = store.back_up(version)
        forward(store)
    except (DBAPIError, SealError) as error:
        reason = error.orig if isinstance(error, DBAPIError) else error
        raise RecordError(
            f"{store}: cannot be brought to version {VERSION} of the tables ({reason}); it is as it was"
        ) from error
    return backup


def forward(store: Store) -> None:
    """Take the steps from the version of the record in `store` to today's, in place and in one transaction.

    Raises:
        SealError: when its seal does not fit.
        DBAPIError: when the database refuses.
    """
    version = store.version()
    engine = store.open(to_change=True)
    with engine.connect() as connection:
        dialect = dialect_of(connection)
        dialect.begin_writing(connection)
        take_steps(connection, version)
        connection.exec_driver_sql("COMMIT")
        dialect.be_durable(connection)
    engine.dispose()


def take_steps(connection: Connection, version: int) -> None:
    """Bring a record of that version to today's, within a transaction that is going on."""
    for number in range(version, VERSION):
        _STEPS[number](connection)
    dialect_of(connection).write_version(connection, VERSION)


def _from_first(connection: Connection) -> None:
    """Version 2 has an inbox, and a seal for each report beside the one over everything."""
    if read_seal(connection) != compute_first_seal(connection):
        raise SealError("its seal does not fit; build it again from its reports")
    dialect = dialect_of(connection)
    dialect.create_tables(connection, (schema.seals, schema.kept, schema.corrections, *schema.WAITING))
    dialect.replace_view(connection)
    write_seals(connection)


def write_seals(connection: Connection) -> None:
    """Put today's seals on a record whose rows are all there, in place of those it has."""
    connection.execute(schema.seals.delete())
    connection.execute(schema.made_with.delete().where(schema.made_with.c.part == PART))
    digests, shared = compute_digests(connection)
    rows = [{"report_id": report_id, "sha256": digest} for report_id, digest in sorted(digests.items())]
    insert = dialect_of(connection).insert
    if rows:
        insert(connection, schema.seals, rows)
    seals = {EVERYTHING: seal_of(digests, shared), GIVEN: compute_given(connection)}
    rows = [{"part": PART, "name": name, "value": value} for name, value in seals.items()]
    insert(connection, schema.made_with, rows)


_STEPS: Mapping[int, Callable[[Connection], None]] = {1: _from_first}
