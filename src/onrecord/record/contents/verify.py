"""Hold a record to everything it promises.

Reach for this after copying a record, or when another program may have written to it. The record itself is only read. What can be
made again is by `onrecord.repairing`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select
from sqlalchemy.exc import DatabaseError

from onrecord.model.span import Span
from onrecord.record.contents.restore_pile import restore_contents
from onrecord.record.rows import schema
from onrecord.record.rows.captured import is_said
from onrecord.record.rows.seal import GIVEN, compute_digests, compute_given, read_digests, read_seal, seal_of
from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.faults import Finding, find_faults
from onrecord.record.stores.migrate import SealError, take_steps
from onrecord.record.stores.store import store_of
from onrecord.record.stores.word_index import is_in_step

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.model.contents import Contents
    from onrecord.model.report import Capture, Report
    from onrecord.record.stores.store import Place

_REBUILD = "build the record again from its reports"
_REPAIR = "`onrecord check --repair` makes again what is derived"
"""The ways out: what came in or was read cannot be made again from the rest."""


def check(place: Place) -> tuple[Finding, ...]:
    """Hold the record at `place` to what it promises, and return what is off, sorted; nothing if all is well.

    Checked are the database and its full-text indexes; every citation against the stored text and against the
    bytes that came in; every id against the content it comes from; the members of every group.

    Raises:
        RecordError: when nothing stands there, or what is no record, is cut short or is of a newer version.
    """
    store = store_of(place)
    store.refuse_unreadable()
    if misplaced := tuple(store.find_misplaced()):
        return misplaced
    try:
        with store.checking(take_steps) as connection:
            return tuple(sorted(set(_find_all(connection))))
    except DatabaseError as error:
        return (_damage(error.orig or error),)
    except SealError as error:
        return (Finding(code="check.seal", about="record", message=str(error)),)


def _damage(error: BaseException) -> Finding:
    message = f"the database cannot be read: {error}; {_REBUILD}, or go back to a copy of it"
    return Finding(code="check.database", about="database", message=message)


def _find_all(connection: Connection) -> Iterator[Finding]:
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
    dialect = dialect_of(connection)
    for message in dialect.find_damage(connection):
        yield Finding(code="check.database", about="database", message=message)
    for table, place, parent in dialect.find_dangling(connection):
        message = f"row {place} names something that is not among the {parent}"
        yield Finding(code="check.reference", about=table, message=message)


def _find_lost_words(connection: Connection) -> Iterator[Finding]:
    for name in schema.WORD_INDEXES:
        if not is_in_step(connection, name):
            message = f"the full-text index has fallen out of step with its table; {_REPAIR}"
            yield Finding(code="check.words", about=name, message=message)


def _find_broken_seals(connection: Connection) -> Iterator[Finding]:
    sealed = read_digests(connection)
    found, shared = compute_digests(connection)
    for report_id in sorted({*sealed, *found}):
        if sealed.get(report_id) != found.get(report_id):
            message = (
                f"a value of this report is not the one that was written (its seal does not fit); {_REBUILD}"
            )
            yield Finding(code="check.seal", about=report_id, message=message)
    given = compute_given(connection) == read_seal(connection, GIVEN)
    if not given or read_seal(connection) != seal_of(sealed, shared):
        way_out = _REPAIR if given and sealed == found else _REBUILD
        message = f"a value is not the one that was written (no seal fits); {way_out}"
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
