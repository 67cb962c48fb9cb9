"""What a record can be made again from: its captures and all that was read in them, if they are whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.model.contents import Contents
from onrecord.model.statement import Linked
from onrecord.record.contents.corrections import restore_corrections
from onrecord.record.contents.restore import restore_readings
from onrecord.record.contents.restore_pile import find_report_ids, restore_made_with, restore_problems
from onrecord.record.rows.seal import GIVEN, compute_digests, compute_given, read_digests, read_seal
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.transactions import transaction
from onrecord.record.stores.word_index import drop_indexes, make_indexes

if TYPE_CHECKING:
    from sqlalchemy import Connection

SHOWN = 3
"""So many damaged reports are named; more are counted."""


def rebuild_indexes(connection: Connection) -> Contents:
    """Make every index again, full-text or not, and return what the record can be linked again from, nothing linked.

    Raises:
        RecordError: when that is not what was written; the file is then as it was.
    """
    with transaction(connection):
        drop_indexes(connection)
        dialect_of(connection).remake_indexes(connection)
        make_indexes(connection)
        _refuse_unsound(connection)
        try:
            return Contents(
                made_with=restore_made_with(connection),
                captures=(),
                readings=restore_readings(connection, find_report_ids(connection)),
                linked=Linked(),
                problems=restore_problems(connection, "pile"),
                corrections=restore_corrections(connection),
            )
        except (ValueError, KeyError, TypeError) as error:
            raise RecordError(f"a value cannot be read ({error}); build the record again") from error


def _refuse_unsound(connection: Connection) -> None:
    message = next(dialect_of(connection).find_damage(connection), None)
    if message is not None:
        raise RecordError(f"the database is damaged ({message}); build the record again from its reports")
    sealed, (found, _) = read_digests(connection), compute_digests(connection)
    broken = sorted(one for one in {*sealed, *found} if sealed.get(one) != found.get(one))
    if broken:
        more = f" and {len(broken) - SHOWN} more" if len(broken) > SHOWN else ""
        raise RecordError(
            f"what came in or was read is not as it was written, in {', '.join(broken[:SHOWN])}{more}; it cannot be made "
            "again from the rest: build the record again from its reports"
        )
    if compute_given(connection) != read_seal(connection, GIVEN):
        raise RecordError(
            "what the record was made with, or what persons said of it, is not as it was written; it cannot be made again "
            "from the rest: build the record again from its reports"
        )
