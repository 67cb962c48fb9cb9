"""The log of corrections: kept apart from what the program found, only ever added to.

A new one goes into the inbox first, on disk before anybody says so; growing moves it into the log and lays the whole log over
the readings.
"""

from __future__ import annotations

import json
from datetime import date
from typing import TYPE_CHECKING, Any

from sqlalchemy import inspect

from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.span import Span
from onrecord.record.rows import schema
from onrecord.record.rows.collected import to_json
from onrecord.record.rows.fetch import find_all, in_batches
from onrecord.record.stores.store import store_of
from onrecord.record.stores.transactions import reading_at, transaction

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from sqlalchemy import Connection, Table

    from onrecord.record.rows.collected import Rows
    from onrecord.record.stores.store import Place


def find_corrections(place: Place) -> tuple[Correction, ...]:
    """Return all that persons said of the record at `place`, oldest first, laid over it or not; nothing where none stands.

    Raises:
        RecordError: when what stands there cannot be read, or is a record of a newer version.
    """
    if not store_of(place).is_taken():
        return ()
    with reading_at(place) as connection:
        log = restore_corrections(connection)
        known = inspect(connection).has_table(schema.inbox_corrections.name)
        waiting = find_waiting_corrections(connection) if known else ()
    return (*log, *waiting)


def take_in_corrections(connection: Connection, corrections: Sequence[Correction]) -> None:
    """Put `corrections` into the inbox, all of them or none: when this returns, they are safe."""
    if not corrections:
        return
    with transaction(connection):
        connection.execute(schema.inbox_corrections.insert(), [_row(one) for one in corrections])


def withdraw_corrections(connection: Connection, corrections: Sequence[Correction]) -> None:
    """Take `corrections` out of the inbox, all of them or none."""
    inbox = schema.inbox_corrections
    with transaction(connection):
        for some in in_batches([one.id for one in corrections]):
            connection.execute(inbox.delete().where(inbox.c.id.in_(some)))


def find_waiting_corrections(connection: Connection) -> tuple[Correction, ...]:
    """Return the corrections in the inbox, oldest first."""
    return _read(connection, schema.inbox_corrections)


def restore_corrections(connection: Connection) -> tuple[Correction, ...]:
    """Return the log, oldest first; a record of the first version has none."""
    if not inspect(connection).has_table(schema.corrections.name):
        return ()
    return _read(connection, schema.corrections)


def add_corrections(rows: Rows, corrections: Iterable[Correction]) -> None:
    """Gather the rows of the log."""
    for one in corrections:
        rows.add(schema.corrections, **_row(one))


def _row(correction: Correction) -> dict[str, Any]:
    first, last = correction.days or (None, None)
    return {
        "id": correction.id,
        "kind": correction.kind.value,
        "anchors": to_json([anchor.as_members() for anchor in correction.anchors]),
        "names": to_json(list(correction.names)),
        "first": first and first.isoformat(),
        "last": last and last.isoformat(),
        "undoes": correction.undoes,
        "by_whom": correction.by,
        "note": correction.note,
    }


def _read(connection: Connection, table: Table) -> tuple[Correction, ...]:
    return tuple(
        Correction(
            kind=CorrectionKind(row.kind),
            anchors=tuple(
                Anchor(
                    report_id=anchor["report"],
                    spans=tuple(Span(*bounds) for bounds in anchor["content"]),
                    exact=tuple(anchor["exact"]),
                )
                for anchor in json.loads(row.anchors)
            ),
            names=tuple(json.loads(row.names)),
            days=(date.fromisoformat(row.first), date.fromisoformat(row.last)) if row.first else None,
            undoes=row.undoes,
            by=row.by_whom,
            note=row.note,
        )
        for row in find_all(connection, table)
    )
