"""What is PostgreSQL's own in keeping a record (`onrecord.record.rows.sql` says what each function promises).

Readers are never kept waiting: whoever changes a record deletes and inserts rows, and takes no lock on a table. A writer locks the one
row of `onrecord_version`, which readers of that row do not notice.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import MetaData, func, literal, select, union_all
from sqlalchemy.exc import DBAPIError
from sqlalchemy.schema import CreateIndex, CreateTable

from onrecord.record.rows import schema
from onrecord.record.rows.column_types import TEXT
from onrecord.record.rows.sql import Dangling
from onrecord.record.stores.postgresql_shape import find_broken_indexes, find_misshapen, find_missing_indexes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from sqlalchemy import Connection, ForeignKey, Table

VERSION_TABLE = "onrecord_version"
"""Says of a schema that it holds a record, and which version of the tables."""

SAID = """
CREATE VIEW said AS
SELECT attributions.id AS attribution,
       variant_attributions.statement_id AS statement,
       reports.outlet_name AS outlet,
       reports.id AS report,
       (SELECT string_agg(named.name, '; ' ORDER BY named.place) FROM (
           SELECT entities.name AS name, min(attribution_speakers.place) AS place FROM attribution_speakers
           JOIN entity_chains ON entity_chains.chain_id = attribution_speakers.chain_id
           JOIN entities ON entities.id = entity_chains.entity_id
           WHERE attribution_speakers.attribution_id = attributions.id
           GROUP BY entities.name) AS named) AS speakers,
       attributions.manner AS manner,
       attributions.level AS level,
       (SELECT string_agg(exact, ' ' ORDER BY place) FROM citations
           WHERE owner_kind = 'attribution' AND owner_id = attributions.id AND part = 'content') AS words
FROM attributions
JOIN reports ON reports.id = attributions.report_id
LEFT JOIN variant_attributions ON variant_attributions.attribution_id = attributions.id
ORDER BY attributions.report_id, attributions.place
"""
"""The view for people, as `onrecord.record.stores.sqlite_dialect` has it."""


def begin_reading(connection: Connection) -> None:
    """Begin to read one snapshot."""
    connection.exec_driver_sql("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")


def begin_writing(connection: Connection) -> None:
    """Begin to write, after whoever writes now."""
    connection.exec_driver_sql(
        f"BEGIN; SELECT version FROM {VERSION_TABLE} FOR UPDATE; SET CONSTRAINTS ALL DEFERRED"  # noqa: S608
    )


def is_within(connection: Connection) -> bool:
    """Tell whether a transaction is going on, be it one that can only be undone."""
    from psycopg.pq import TransactionStatus

    open_ones = {TransactionStatus.ACTIVE, TransactionStatus.INTRANS, TransactionStatus.INERROR}
    driver: Any = connection.connection.dbapi_connection
    return driver.info.transaction_status in open_ones


def read_layout(connection: Connection) -> str:
    """Return what is another once all rows are written anew, though the record says the same: the change that wrote its seals."""
    return str(
        connection.exec_driver_sql("SELECT max(xmin::text) FROM made_with WHERE part = 'seal'").scalar_one()
    )


def be_durable(connection: Connection) -> None:
    """Wait for the disk at each commit, whatever the server does by itself."""
    connection.exec_driver_sql("SET synchronous_commit TO on")


def create_tables(connection: Connection, tables: Iterable[Table]) -> None:
    """Create `tables`, their foreign keys such that a transaction can put them off to its end.

    Only what waits is numbered by the server, whose numbers never begin anew: `insert` gives the places that SQLite gives.
    """
    ours = MetaData()
    for table in schema.metadata.sorted_tables:
        table.to_metadata(ours)
    statements: list[str] = []
    for table in tables:
        one = ours.tables[table.name]
        one.c.place.autoincrement = table in schema.WAITING
        for key in one.foreign_key_constraints:
            key.deferrable = True
        indexes = sorted(one.indexes, key=lambda index: str(index.name))
        made: list[Any] = [CreateTable(one), *map(CreateIndex, indexes)]
        statements += [str(statement.compile(dialect=connection.dialect)) for statement in made]
    # All at once: the server would be waited for after each.
    connection.exec_driver_sql(";\n".join(statements))


def delete_all(connection: Connection) -> None:
    """Empty every table; readers still see what they hold."""
    tables = reversed(schema.metadata.sorted_tables)
    connection.exec_driver_sql("; ".join(f"DELETE FROM {table.name}" for table in tables))  # noqa: S608


def analyze(connection: Connection) -> None:
    """Let the server know how many rows there are, for it would first guess so for a minute, and choose bad ways. Nobody waits."""
    connection.exec_driver_sql("ANALYZE " + ", ".join(table.name for table in schema.metadata.sorted_tables))


def replace_view(connection: Connection) -> None:
    """Create the view."""
    connection.exec_driver_sql(f"DROP VIEW IF EXISTS said; {SAID}")


def insert(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Put `rows`, in one stream: a statement for each would wait for the server each time."""
    import psycopg

    rows = _placed(connection, table, rows)
    names = list(rows[0])
    impls = [table.c[name].type.dialect_impl(connection.dialect) for name in names]
    kept = [impl.bind_processor(connection.dialect) or _as_it_is for impl in impls]
    copying = f"COPY {table.name} ({', '.join(names)}) FROM STDIN"
    driver: Any = connection.connection
    try:
        with driver.cursor() as cursor, cursor.copy(copying) as copy:
            for row in rows:
                copy.write_row([keep(row[name]) for keep, name in zip(kept, names, strict=True)])
    except psycopg.Error as error:
        raise DBAPIError.instance(copying, None, error, psycopg.Error) from error


def _placed(
    connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> Sequence[Mapping[str, Any]]:
    """Return `rows` with the places behind the last one of `table`, where they have none and the server gives none."""
    if "place" in rows[0] or table in schema.WAITING:
        return rows
    last = connection.scalar(select(func.max(table.c.place))) or 0
    return [{"place": place, **row} for place, row in enumerate(rows, start=last + 1)]


def _as_it_is(value: Any) -> Any:
    return value


def write_version(connection: Connection, version: int) -> None:
    """Keep the version in its own table."""
    connection.exec_driver_sql(f"UPDATE {VERSION_TABLE} SET version = {version}")  # noqa: S608


def remake_indexes(connection: Connection) -> None:
    """Make the indexes again, and those that are gone; readers wait for this."""
    for index in find_missing_indexes(connection):
        connection.execute(CreateIndex(index))
    connection.exec_driver_sql(
        "; ".join(f"REINDEX TABLE {table.name}" for table in schema.metadata.sorted_tables)
    )


def find_damage(connection: Connection) -> Iterator[str]:
    """Yield what the catalogue does not have as it was made, and what the server's own check of its indexes says."""
    found = list(find_misshapen(connection))
    yield from found
    if not found:
        yield from find_broken_indexes(connection)


def find_dangling(connection: Connection) -> Iterator[Dangling]:
    """Yield what a query over all foreign keys finds."""
    queries = [
        _dangling(table, key)
        for table in schema.metadata.sorted_tables
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
    ]
    for row in connection.execute(union_all(*queries).order_by("of", "at", "to")):
        yield Dangling(*row)


def _dangling(table: Table, key: ForeignKey) -> Any:
    parent = key.column.table.alias("parent")
    target = parent.c[key.column.name]
    return (
        select(
            literal(table.name, TEXT).label("of"),
            table.c.place.label("at"),
            literal(key.column.table.name, TEXT).label("to"),
        )
        .select_from(table.outerjoin(parent, target == key.parent))
        .where(key.parent.is_not(None), target.is_(None))
    )
