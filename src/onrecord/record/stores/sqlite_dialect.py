"""What is SQLite's own in keeping a record (`onrecord.record.rows.sql` says what each function promises)."""

from __future__ import annotations

from operator import itemgetter
from typing import TYPE_CHECKING, Any

from sqlalchemy.schema import CreateIndex, CreateTable

from onrecord.record.rows.column_types import Characters
from onrecord.record.rows.sql import Dangling

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, Table
    from sqlalchemy.types import TypeEngine

SAID = """
CREATE VIEW said AS
SELECT attributions.id AS attribution,
       variant_attributions.statement_id AS statement,
       reports.outlet_name AS outlet,
       reports.id AS report,
       (SELECT group_concat(name, '; ') FROM (
           SELECT DISTINCT entities.name FROM attribution_speakers
           JOIN entity_chains ON entity_chains.chain_id = attribution_speakers.chain_id
           JOIN entities ON entities.id = entity_chains.entity_id
           WHERE attribution_speakers.attribution_id = attributions.id
           ORDER BY attribution_speakers.place)) AS speakers,
       attributions.manner AS manner,
       attributions.level AS level,
       (SELECT group_concat(exact, ' ') FROM (
           SELECT exact FROM citations
           WHERE owner_kind = 'attribution' AND owner_id = attributions.id AND part = 'content'
           ORDER BY place)) AS words
FROM attributions
JOIN reports ON reports.id = attributions.report_id
LEFT JOIN variant_attributions ON variant_attributions.attribution_id = attributions.id
ORDER BY attributions.report_id, attributions.place
"""
"""A view for people: who said what, in which report, in the report's exact characters."""


_CACHE = 128 << 10
"""Kibibytes of pages that whoever writes may hold, where there are so many."""


def begin_reading(connection: Connection) -> None:
    """Begin to read. Nobody who writes is kept waiting, but what they write cannot be folded into the file meanwhile."""
    connection.exec_driver_sql("BEGIN")


def begin_writing(connection: Connection) -> None:
    """Begin to write."""
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")


def is_within(connection: Connection) -> bool:
    """Tell whether a transaction is going on; a full disk ends one by itself."""
    return bool(connection.connection.dbapi_connection.in_transaction)  # type: ignore[union-attr]


def read_layout(connection: Connection) -> str:
    """Return what is another once the rows stand at other places though the record says the same: it was built anew, over itself.

    A copy over a file that others have open counts its schema up.
    """
    return str(connection.exec_driver_sql("PRAGMA schema_version").scalar_one())


def be_durable(connection: Connection) -> None:
    """Write ahead, and wait for the disk at each commit."""
    connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    connection.exec_driver_sql("PRAGMA synchronous = FULL")
    # What all reports share is told anew as a whole: with SQLite's own 2 MB the same pages would be read and written many times.
    connection.exec_driver_sql(f"PRAGMA cache_size = -{_CACHE}")


def create_tables(connection: Connection, tables: Iterable[Table]) -> None:
    """Create `tables`."""
    # `MetaData.create_all` takes the indexes of a table in no particular order, and the bytes of the file would follow it.
    for table in tables:
        connection.execute(CreateTable(table))
        for index in sorted(table.indexes, key=lambda index: str(index.name)):
            connection.execute(CreateIndex(index))


def replace_view(connection: Connection) -> None:
    """Create the view."""
    connection.exec_driver_sql("DROP VIEW IF EXISTS said")
    connection.exec_driver_sql(SAID)


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put `rows`, all with the same columns, as tuples: names for each value cost as much again."""
    names = list(rows[0])
    told = list(map(itemgetter(*names), rows)) if len(names) > 1 else [(row[names[0]],) for row in rows]
    columns: list[Sequence[Any]] = list(zip(*told, strict=True))
    kept = [
        _kept(connection, table.c[name].type, column) for name, column in zip(names, columns, strict=True)
    ]
    if not all(one is other for one, other in zip(kept, columns, strict=True)):
        told = list(zip(*kept, strict=True))
    places = ", ".join("?" * len(names))
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({places})"  # noqa: S608
    connection.exec_driver_sql(statement, told)


def _kept(connection: Connection, kind: TypeEngine[Any], values: Sequence[Any]) -> Sequence[Any]:
    """Return the values of a column as the database is given them."""
    impl = kind.dialect_impl(connection.dialect)
    if isinstance(impl, Characters):
        return impl.keep_all(values)
    keep = impl.bind_processor(connection.dialect)
    return values if keep is None else list(map(keep, values))


def write_version(connection: Connection, version: int) -> None:
    """Keep the version in the header of the file."""
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")


def remake_indexes(connection: Connection) -> None:
    """Make the indexes again."""
    connection.exec_driver_sql("REINDEX")


_SHOWN = 3
"""Findings of a damaged file that are told: what they are of is one fault mostly."""


def find_damage(connection: Connection) -> Iterator[str]:
    """Yield the first of what SQLite's own check of the file says, and how much more it says."""
    told = connection.exec_driver_sql("PRAGMA integrity_check").scalars()
    lines = [line.strip() for message in told for line in str(message).splitlines()]
    found = [line for line in lines if line != "ok" and not line.startswith("***")]
    yield from found[:_SHOWN]
    if len(found) > _SHOWN:
        yield f"and {len(found) - _SHOWN} more of the kind"


def find_dangling(connection: Connection) -> Iterator[Dangling]:
    """Yield what SQLite's own check of foreign keys says."""
    for table, place, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Dangling(str(table), int(place), str(parent))
