"""Hold a record file to everything it promises.

Reach for this after copying a record, or when another program may have written to it. The file itself is only read: SQLite
checks a full-text index by writing to it, so that is done on a copy. What can be made again is by `onrecord.repairing`.
"""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from onrecord.model.span import Span
from onrecord.record import schema
from onrecord.record.captured import is_said
from onrecord.record.faults import Finding, find_faults
from onrecord.record.file import VERSION, bytes_behind, connect, copy_file, refuse_unreadable, version_of
from onrecord.record.migrate import SealError, forward
from onrecord.record.restore_pile import restore_contents
from onrecord.record.seal import GIVEN, compute_digests, compute_given, read_digests, read_seal, seal_of

if TYPE_CHECKING:
    import os
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.model.contents import Contents
    from onrecord.model.report import Capture, Report


def check(path: str | os.PathLike[str]) -> tuple[Finding, ...]:
    """Hold the record file at `path` to what it promises, and return what is off, sorted; nothing if all is well.

    Checked are the database and its full-text indexes; every citation against the stored text and against the
    bytes that came in; every id against the content it comes from; the members of every group.

    Raises:
        RecordError: when the file is missing, is no record, is cut short or is of a newer version.
    """
    place = Path(path)
    refuse_unreadable(place)
    if more := bytes_behind(place):
        message = f"{more} byte(s) stand behind its end; another program wrote to the file"
        return (Finding(code="check.database", about="database", message=message),)
    with tempfile.TemporaryDirectory(prefix="onrecord-check-") as folder:
        copy = Path(folder) / "copy.db"
        try:
            copy_file(place, copy)
            if version_of(copy) < VERSION:
                forward(copy)
            return tuple(sorted(set(_find_all(copy))))
        except DatabaseError as error:
            return (_damage(error.orig or error),)
        except SealError as error:
            return (Finding(code="check.seal", about="record", message=str(error)),)


def _damage(error: BaseException) -> Finding:
    return Finding(code="check.database", about="database", message=f"SQLite cannot read it: {error}")


def _find_all(path: Path) -> Iterator[Finding]:
    with connect(path, options="mode=rw").connect() as connection:
        faults = list(_find_damage(connection))
        yield from faults
        if faults:
            return
        yield from _find_lost_words(connection)
        try:
            contents = restore_contents(connection)
            broken = list(_find_broken_seals(connection))
        except (ValueError, KeyError, TypeError) as error:
            message = f"its values cannot be read back: {error}"
            yield Finding(code="check.value", about="record", message=message)
            return
        yield from broken
        yield from find_faults(contents)
        yield from _find_wrong_citations(connection, contents)


def _find_damage(connection: Connection) -> Iterator[Finding]:
    for (message,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if message != "ok":
            yield Finding(code="check.database", about="database", message=str(message))
    for table, place, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        message = f"row {place} names something that is not among the {parent}"
        yield Finding(code="check.reference", about=str(table), message=message)


def _find_lost_words(connection: Connection) -> Iterator[Finding]:
    for name in schema.WORD_INDEXES:
        try:
            # Rank 1 asks for a comparison with the indexed table, not only with the index itself.
            connection.exec_driver_sql(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
        except DatabaseError:
            message = "the full-text index has fallen out of step with its table"
            yield Finding(code="check.words", about=name, message=message)


def _find_broken_seals(connection: Connection) -> Iterator[Finding]:
    sealed = read_digests(connection)
    found, shared = compute_digests(connection)
    for report_id in sorted({*sealed, *found}):
        if sealed.get(report_id) != found.get(report_id):
            message = "a value of this report is not the one that was written (its seal does not fit)"
            yield Finding(code="check.seal", about=report_id, message=message)
    given = compute_given(connection) == read_seal(connection, GIVEN)
    if not given or read_seal(connection) != seal_of(sealed, shared):
        message = "a value is not the one that was written (no seal fits); build it again from its reports"
        yield Finding(code="check.seal", about="record", message=message)


def _find_wrong_citations(connection: Connection, contents: Contents) -> Iterator[Finding]:
    reports = {reading.report.id: reading.report for reading in contents.readings}
    captures = {capture.id: capture for capture in contents.captures}
    for row in connection.execute(select(schema.citations)):
        about = f"{row.owner_kind} {row.owner_id} {row.part}"
        span, stored = Span(row.start, row.stop), Span(row.first_byte, row.past_byte)
        report, capture = reports[row.report_id], captures[row.report_id]
        for fault in _find_wrong(report, capture, span, stored, row.exact):
            message = f"[{span.start}, {span.end}) of report {report.id}: {fault}"
            yield Finding(code="check.citation", about=about, message=message)


def _find_wrong(report: Report, capture: Capture, span: Span, stored: Span, exact: str) -> Iterator[str]:
    if span.end > len(report.text) or span.of(report.text) != exact:
        yield "the text has other characters there"
    if report.offsets.to_captured(span) != stored:
        yield "the text came from other bytes"
    if not is_said(capture, stored, report.encoding, exact):
        yield "the bytes say something else"
