"""Open a record wherever it stands: in a file, in a database, or behind an address of the web."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import query
from onrecord.record.remote.asking import is_web_address

if TYPE_CHECKING:
    from onrecord.record.query import Record
    from onrecord.record.stores.store import Place


def open_record(place: Place) -> Record:
    """Open the record at `place` for reading.

    Args:
        place: a path, the address of a database (``postgresql://…``), or that of a reading room or its API (``http://…``).

    Returns:
        The record; use it in a ``with`` statement, or call its `close`.

    Raises:
        RecordError: when nothing stands there, or what is no record, is cut short or is of a newer version.
    """
    if isinstance(place, str) and is_web_address(place):
        from onrecord.record.remote.client import RemoteRecord

        return RemoteRecord(place)
    return query.open_record(place)
