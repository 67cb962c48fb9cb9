"""Keep a whole record at one place, all of it or nothing.

Whoever looks sees the old record or the new one: each store knows how to put one in place in one step.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from onrecord.errors import ContradictionError
from onrecord.record.contents.corrections import add_corrections
from onrecord.record.contents.keeping import add_kept
from onrecord.record.rows import schema
from onrecord.record.rows.collected import Rows, add_capture, add_made_with
from onrecord.record.rows.readings import add_reading
from onrecord.record.rows.seal import EVERYTHING, GIVEN, PART, digest_given, digest_rows, seal_of
from onrecord.record.rows.shared import add_linked
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.store import store_of
from onrecord.record.stores.word_index import make_indexes

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy import Connection

    from onrecord.model.attribution import Reading
    from onrecord.model.contents import Contents
    from onrecord.model.report import Capture
    from onrecord.record.stores.store import Place

BATCH = 64
"""Reports whose rows are gathered before they are sent off: bounds the memory that a large pile takes."""


def write(place: Place, contents: Contents) -> None:
    """Write `contents` as the record at `place`, atomically; an earlier record there is replaced.

    Args:
        place: where the record shall stand: a path, whose folder must be there, or the address of a database.
        contents: the whole record. Writing equal contents gives a file of equal bytes.

    Raises:
        RecordError: when something other than a record stands there, when the contents do not hold
            together (a citation outside its text, a member that is not there), or when the disk refuses.
    """
    store = store_of(place)
    store.refuse_to_replace()
    with store.writing_alone(), store.replacing() as connection:
        send_all(connection, contents)
        refuse_dangling(connection)
        make_indexes(connection)


def send_all(connection: Connection, contents: Contents) -> None:
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
    add_kept(rows, contents.kept)
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
        ContradictionError: when two things share one id.
    """
    insert = dialect_of(connection).insert
    for table in schema.metadata.sorted_tables:
        gathered = rows.by_table.pop(table, None)
        if not gathered:
            continue
        try:
            insert(connection, table, gathered)
        except IntegrityError as error:
            times = Counter(row["id"] for row in gathered if "id" in row)
            twice = ", ".join(sorted(one for one, count in times.items() if count > 1)) or str(error.orig)
            raise ContradictionError(f"two of the {table.name} share one id: {twice}") from error


def refuse_dangling(connection: Connection) -> None:
    """Refuse rows that name what is not in the record.

    Raises:
        ContradictionError: when there is one.
    """
    dangling = next(dialect_of(connection).find_dangling(connection), None)
    if dangling is None:
        return
    table = schema.metadata.tables[dangling.table]
    keys = [key.parent for key in table.foreign_keys if key.column.table.name == dangling.parent]
    named = connection.execute(select(*keys).where(table.c.place == dangling.place)).one()
    raise ContradictionError(
        f"row {dangling.place} of {dangling.table} names {', '.join(map(str, named))}, not among the {dangling.parent}"
    )
