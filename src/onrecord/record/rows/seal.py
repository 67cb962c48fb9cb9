"""Digests over every value of a record, kept in it when it is written.

A flipped bit in a headline breaks no index and no citation; it breaks the seal. The seal tells damage, not forgery: whoever
can write the file can write the seal. There is a digest for each report and all that was read in it, so that a record can
grow without being read again as a whole, and one over those and everything that reports share.
"""

from __future__ import annotations

import hashlib
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, bindparam, false, not_, or_, select, true

from onrecord.record.rows import schema
from onrecord.record.rows.prepared import ask_bare

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sqlalchemy import ColumnElement, Connection, Select, Table

PART = "seal"
"""The part of `made_with` that holds the seals that are no single report's."""
EVERYTHING, GIVEN = "sha256", "given"
"""Their names: the seal over everything, and the one over what cannot be told again (settings, models, problems of places, corrections)."""

_UNSEALED = {schema.seals, schema.kept, *schema.WAITING}
_TABLES = tuple(
    sorted((table for table in schema.metadata.tables.values() if table not in _UNSEALED), key=str)
)
BELONGING = {
    schema.captures: "id",
    schema.reports: "id",
    schema.chain_words: "chain_id",
    schema.mentions: "chain_id",
    schema.attribution_speakers: "attribution_id",
    schema.moments: "owner_id",
    schema.problems: "reading_id",
}
"""The column that leads from a row to its report, where it is not `report_id`."""
_MADE = schema.made_with.c
_SEAL = select(_MADE.value).where(_MADE.part == bindparam("part"), _MADE.name == bindparam("name"))
_PILE = (schema.made_with, schema.models, schema.facts)
OF_REPORTS = tuple(table for table in _TABLES if table not in _PILE and table not in schema.SHARED)
"""The tables that hold rows of single reports; some of them hold shared rows too."""


def of_report(table: Table) -> ColumnElement[bool]:
    """Return what tells, of the rows of `table`, those of single reports from those that reports share."""
    if table is schema.problems:
        return table.c.found_in == "report"
    if table in {schema.moments, schema.citations}:
        given = and_(table.c.owner_kind == "report", table.c.part == "given")
        return or_(table.c.owner_kind == "attribution", given)
    return true() if table in OF_REPORTS else false()


class Digest:
    """A digest over rows: their values without their places, table by table in the order of the tables' names."""

    def __init__(self) -> None:
        self._hashed = hashlib.sha256()
        self._table: Table | None = None

    def add(self, table: Table, row: Iterable[Any]) -> None:
        """Take in the values of a row of `table`, in the order of its columns."""
        if table is not self._table:
            self._table = table
            self._hashed.update(f"\x1d{table.name}\x1d".encode())
        self._hashed.update(repr(tuple(row)).encode("utf-8", "surrogatepass"))

    def add_all(self, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
        """Take in several rows of `table` at once; none changes nothing."""
        several = iter(rows)
        for first in several:
            self.add(table, first)
            self._hashed.update("".join(map(repr, several)).encode("utf-8", "surrogatepass"))

    def hex(self) -> str:
        """Return the digest in hexadecimal."""
        return self._hashed.hexdigest()


def digest_rows(by_table: Mapping[Table, Sequence[Mapping[str, Any]]]) -> str:
    """Return the digest of rows that are about to be written."""
    digest = Digest()
    for table in _TABLES:
        digest.add_all(table, _values_of(table, by_table.get(table, ())))
    return digest.hex()


def _values_of(table: Table, rows: Sequence[Mapping[str, Any]]) -> Iterable[tuple[Any, ...]]:
    """Return the values of each row, None where it has none; rows of one table have the same members."""
    names = _names(table)
    if rows and len(names) > 1 and all(name in rows[0] for name in names):
        return map(itemgetter(*names), rows)
    return (tuple(map(row.get, names)) for row in rows)


def seal_of(by_report: Mapping[str, str], shared: str) -> str:
    """Return the digest over everything: over those of reports, by id, and that of what they share."""
    lines = [shared, *(f"{report_id} {digest}" for report_id, digest in sorted(by_report.items()))]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def compute_digests(connection: Connection) -> tuple[dict[str, str], str]:
    """Return the digest of each report, by id, and that of what they share, over the rows as they stand."""
    report_ids = connection.scalars(select(schema.reports.c.id))
    by_report = {report_id: Digest() for report_id in report_ids}
    holders: dict[str, str] = {}
    for table in (schema.chains, schema.attributions):
        holders |= {row[0]: row[1] for row in connection.execute(select(table.c.id, table.c.report_id))}
    for table in OF_REPORTS:
        owner = table.c[BELONGING.get(table, "report_id")]
        for row in connection.execute(_rows(table, owner).where(of_report(table))):
            digest = by_report.get(holders.get(row[-1], row[-1]))
            if digest is not None:
                digest.add(table, row[:-1])
    shared = Digest()
    for table in _TABLES:
        rows = _rows(table).where(not_(of_report(table)))
        if table is schema.made_with:
            rows = rows.where(table.c.part != PART)
        for row in connection.execute(rows):
            shared.add(table, row)
    return {report_id: digest.hex() for report_id, digest in by_report.items()}, shared.hex()


def _rows(table: Table, *more: ColumnElement[str]) -> Select[Any]:
    values = [table.c[name] for name in _names(table)]
    return select(*values, *(column.label("of_report") for column in more)).order_by(table.c.place)


def _names(table: Table) -> tuple[str, ...]:
    return tuple(column.name for column in table.columns if column.name != "place")


def compute_given(connection: Connection) -> str:
    """Return the digest over what a record can neither be read nor be linked again from."""
    digest = Digest()
    problem = schema.problems.c
    for table, condition in (
        (schema.made_with, schema.made_with.c.part != PART),
        (schema.models, true()),
        (schema.problems, problem.found_in == "pile"),
        (schema.corrections, true()),
    ):
        for row in connection.execute(_rows(table).where(condition)):
            digest.add(table, row)
    return digest.hex()


def digest_given(by_table: Mapping[Table, Sequence[Mapping[str, Any]]]) -> str:
    """Return the same digest of rows that are about to be written."""
    digest = Digest()
    for table in (schema.made_with, schema.models, schema.problems, schema.corrections):
        for row in by_table.get(table, ()):
            if row.get("found_in", "pile") == "pile":
                digest.add(table, [row.get(name) for name in _names(table)])
    return digest.hex()


def read_seal(connection: Connection, name: str = EVERYTHING) -> str | None:
    """Return the seal of that name that was put on the record, or None where there is none."""
    rows = ask_bare(connection, _SEAL, {"part": PART, "name": name})
    return rows[0][0] if rows else None


def read_digests(connection: Connection) -> dict[str, str]:
    """Return the digest that was put on each report, by its id."""
    digests = select(schema.seals.c.report_id, schema.seals.c.sha256)
    return {row[0]: row[1] for row in connection.execute(digests)}
