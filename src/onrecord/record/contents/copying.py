"""A record carried from one store to another: row for row, whole or not at all, and held to its seals before it is in place.

What waits in the inbox, corrections among it, comes along: it was promised to be safe.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from onrecord.errors import RecordError
from onrecord.record.contents.writing import refuse_dangling
from onrecord.record.rows import schema
from onrecord.record.rows.seal import (
    EVERYTHING,
    GIVEN,
    compute_digests,
    compute_given,
    read_digests,
    read_seal,
    seal_of,
)
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.file import VERSION
from onrecord.record.stores.snapshots import one_moment
from onrecord.record.stores.store import store_of
from onrecord.record.stores.transactions import damaged
from onrecord.record.stores.word_index import make_indexes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Table

    from onrecord.record.stores.store import Place

AT_ONCE = 5000
"""Rows carried at a time."""
FEW_AT_ONCE = 200
"""Rows of tables that hold whole texts and payloads."""
_HEAVY = {schema.captures, schema.reports, schema.inbox, schema.kept}


def copy_record(source: Place, target: Place, *, replace: bool = False) -> int:
    """Copy the record at `source` to `target`, either of them a file or a database, and return how many reports it has.

    The copy exports the same bytes. `replace` lets it take the place of a record that stands at `target`.

    Raises:
        RecordError: when there is no record of today's version at `source`, when `target` is taken or refuses, or when what
            came over is not what was sealed; nothing is put in place then.
    """
    giver, taker = store_of(source), store_of(target)
    giver.refuse_unreadable()
    if giver.version() < VERSION:
        raise RecordError(
            f"{giver}: of an older version; bring it forward first (`onrecord add` without reports does)"
        )
    taker.refuse_to_replace()
    if taker.is_taken() and not replace:
        raise RecordError(
            f"{taker}: a record stands there already; choose another place, or add --replace to let the copy take its place"
        )
    engine = giver.open()
    try:
        with (
            taker.writing_alone(),
            engine.connect() as given,
            one_moment(given),
            taker.replacing() as taken,
        ):
            for table in schema.metadata.sorted_tables:
                for rows in _find_rows(given, table, str(giver)):
                    dialect_of(taken).insert(taken, table, rows)
            refuse_dangling(taken)
            make_indexes(taken)
            return _hold_to_seals(taken, str(giver))
    finally:
        engine.dispose()


def _find_rows(connection: Connection, table: Table, source: str) -> Iterator[list[dict[str, Any]]]:
    """Yield the rows of `table` in their order, some at a time. Places are given anew, but for what is cited by its place.

    Raises:
        RecordError: when they cannot be read, of the record called `source`.
    """
    size = FEW_AT_ONCE if table in _HEAVY else AT_ONCE
    last = 0
    while True:
        query = select(table).where(table.c.place > last).order_by(table.c.place).limit(size)
        try:
            rows = [dict(row) for row in connection.execute(query).mappings()]
        except DBAPIError as error:
            raise damaged(source, error) from error
        if not rows:
            return
        last = rows[-1]["place"]
        if table is not schema.divergences:
            for row in rows:
                del row["place"]
        yield rows


def _hold_to_seals(connection: Connection, source: str) -> int:
    sealed = read_digests(connection)
    found, shared = compute_digests(connection)
    seals = (read_seal(connection, EVERYTHING), read_seal(connection, GIVEN))
    if sealed != found or seals != (seal_of(sealed, shared), compute_given(connection)):
        raise RecordError(
            f"{source}: not copied: its values are not those that were sealed; hold it against itself with `onrecord check`"
        )
    return len(found)
