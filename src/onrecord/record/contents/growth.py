"""What a record grows by, and the one transaction in which it does.

What was read in reports that stay as they were is not touched. What reports share is told anew as a whole: one report can join
what lay apart. Full-text indexes and seals keep step within the same transaction.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import not_, select

from onrecord.record.contents.corrections import find_waiting_corrections
from onrecord.record.contents.inbox import empty_inbox, find_waiting, find_waiting_problems
from onrecord.record.contents.keeping import put_kept, read_kept
from onrecord.record.contents.restore_pile import restore_before
from onrecord.record.contents.writing import BATCH, add_shared, gather_report, seal, send
from onrecord.record.rows import schema
from onrecord.record.rows.collected import Rows
from onrecord.record.rows.fetch import in_batches
from onrecord.record.rows.seal import BELONGING, OF_REPORTS, digest_rows, of_report, read_digests
from onrecord.record.stores.transactions import transaction
from onrecord.record.stores.word_index import add_reports, forget_reports, rebuild

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import Connection

    from onrecord.model.contents import Contents
    from onrecord.model.correction import Correction
    from onrecord.model.problem import Problem
    from onrecord.record.contents.inbox import Waiting

    Touched = Callable[[Sequence[Correction], Sequence[Correction]], frozenset[str]]

_HOLDERS = {"chain_id": schema.chains, "attribution_id": schema.attributions}
"""The table that leads on to a report, by the column that leads there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """A record as it shall be, and the ids of the reports to put (the others stand as they do).

    Of `contents`, captures may be left out for reports that are not put. `from_inbox` says that they are what was waiting.
    """

    contents: Contents
    put: frozenset[str] = frozenset()
    from_inbox: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """What a record grows from (`restore_before`, with what linking kept), and what waits in its inbox."""

    contents: Contents
    waiting: tuple[Waiting, ...]
    problems: tuple[Problem, ...]
    corrections: tuple[Correction, ...] = ()


def read_state(connection: Connection, *, everything: bool = False, touched: Touched | None = None) -> State:
    """Return the record and its inbox, all of one moment.

    With `everything`, all captures of the record count as waiting; `touched` tells which do for the sake of corrections,
    from the log and those that wait.
    """
    with transaction(connection):
        contents = replace(restore_before(connection), kept=read_kept(connection))
        corrections = find_waiting_corrections(connection)
        again = touched(contents.corrections, corrections) if touched and corrections else frozenset[str]()
        waiting = find_waiting(connection, everything=everything, again=again)
        problems = find_waiting_problems(connection)
    return State(contents=contents, waiting=waiting, problems=problems, corrections=corrections)


def grow(connection: Connection, growth: Growth) -> None:
    """Bring the record to what `growth` says, in one transaction; the inbox is empty then, if that is where it came from.

    Raises:
        RecordError: when the values do not hold together; the record is then as it was.
    """
    with transaction(connection):
        digests = read_digests(connection)
        connection.execute(schema.seals.delete())
        _take_out_shared(connection)
        known = sorted(growth.put & digests.keys())
        _take_out_reports(connection, known)
        shared = Rows()
        digests.update(_put_reports(connection, growth, shared))
        add_shared(shared, growth.contents)
        seal(shared, digests)
        send(connection, shared)
        put_kept(connection, growth.contents.kept)
        rebuild(connection, "variant_words")
        if growth.from_inbox:
            empty_inbox(connection)


def _take_out_shared(connection: Connection) -> None:
    # What points at others goes before them.
    for table in reversed(schema.SHARED):
        connection.execute(table.delete())
    for table in (schema.citations, schema.moments, schema.problems):
        connection.execute(table.delete().where(not_(of_report(table))))
    for table in (schema.facts, schema.models, schema.made_with):
        connection.execute(table.delete())


def _take_out_reports(connection: Connection, ids: Sequence[str]) -> None:
    forget_reports(connection, ids)
    for some in in_batches(ids):
        for table in reversed(schema.metadata.sorted_tables):
            if table not in OF_REPORTS:
                continue
            name = BELONGING.get(table, "report_id")
            holder = _HOLDERS.get(name)
            held = some if holder is None else select(holder.c.id).where(holder.c.report_id.in_(some))
            connection.execute(table.delete().where(of_report(table), table.c[name].in_(held)))


def _put_reports(connection: Connection, growth: Growth, shared: Rows) -> dict[str, str]:
    """Put the reports of `growth`, let all of them be cited by `shared`, and return the digests of those put."""
    captures = {capture.id: capture for capture in growth.contents.captures}
    digests: dict[str, str] = {}
    rows = Rows()
    for reading in growth.contents.readings:
        report_id = reading.report.id
        shared.reports_by_id[report_id] = reading.report
        if report_id in growth.put:
            one = gather_report(captures[report_id], reading)
            digests[report_id] = digest_rows(one.by_table)
            rows.extend(one)
            if len(digests) % BATCH == 0:
                send(connection, rows)
    send(connection, rows)
    add_reports(connection, sorted(digests))
    return digests
