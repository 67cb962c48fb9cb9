"""Whether tables, constraints and indexes in PostgreSQL are those that were made, and whether indexes have all rows."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import ForeignKeyConstraint, PrimaryKeyConstraint, UniqueConstraint, text
from sqlalchemy.exc import DBAPIError

from onrecord.record.rows import schema

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection, Constraint, Index

_COLUMNS = text(
    "SELECT c.relname, a.attname, a.attnotnull FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid "
    "WHERE c.relnamespace = CAST(current_schema() AS regnamespace) AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped"
)
_CONSTRAINTS = text(
    "SELECT c.relname, CAST(k.contype AS TEXT), k.convalidated, parent.relname, "
    "(SELECT array_agg(CAST(a.attname AS TEXT) ORDER BY a.attname) FROM pg_attribute a "
    " WHERE a.attrelid = k.conrelid AND a.attnum = ANY (k.conkey)) "
    "FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid LEFT JOIN pg_class parent ON parent.oid = k.confrelid "
    "WHERE c.relnamespace = CAST(current_schema() AS regnamespace)"
)
_INDEXES = text(
    "SELECT c.relname, c.oid, a.amname = 'btree', i.indisvalid AND i.indisready FROM pg_index i "
    "JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_am a ON a.oid = c.relam "
    "WHERE c.relnamespace = CAST(current_schema() AS regnamespace) ORDER BY 1"
)
_LOOKING = text(
    "SELECT quote_ident(n.nspname) FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace "
    "WHERE p.proname = 'bt_index_check' AND p.pronargs >= 2 AND has_function_privilege(p.oid, 'EXECUTE') LIMIT 1"
)
_KINDS = {"p": "primary key", "u": "rule that no two are the same", "f": "foreign key"}


def find_misshapen(connection: Connection) -> Iterator[str]:
    """Yield a sentence for each table, column, constraint or index that is not as it was made."""
    held = {(table, column): strict for table, column, strict in connection.execute(_COLUMNS)}
    tables = {table for table, _ in held}
    for table in schema.metadata.sorted_tables:
        if table.name not in tables:
            yield f"the table {table.name} is missing"
            continue
        for column in table.columns:
            strict = held.get((table.name, column.name))
            if strict is None:
                yield f"the column {table.name}.{column.name} is missing"
            elif not (strict or column.nullable):
                yield f"the column {table.name}.{column.name} may hold nothing"
    yield from _find_lost_constraints(connection)
    for index in find_missing_indexes(connection):
        yield f"the index {index.name} is missing"
    for name, _, _, valid in connection.execute(_INDEXES):
        if not valid:
            yield f"the index {name} is not valid"


def _find_lost_constraints(connection: Connection) -> Iterator[str]:
    held = {
        (table, kind, parent, tuple(columns))
        for table, kind, valid, parent, columns in connection.execute(_CONSTRAINTS)
        if valid
    }
    for table in schema.metadata.sorted_tables:
        wanted = sorted(filter(None, map(_told, table.constraints)))
        for kind, parent, columns in wanted:
            if (table.name, kind, parent or None, columns) not in held:
                yield f"the {_KINDS[kind]} of {table.name}.{', '.join(columns)} is missing"


def _told(constraint: Constraint) -> tuple[str, str, tuple[str, ...]] | None:
    """Return the kind of a constraint as the catalogue has it, the table that it names (or nothing) and its columns."""
    if isinstance(constraint, ForeignKeyConstraint):
        return "f", constraint.referred_table.name, tuple(sorted(constraint.column_keys))
    if isinstance(constraint, PrimaryKeyConstraint):
        return "p", "", tuple(column.name for column in constraint.columns)
    if isinstance(constraint, UniqueConstraint):
        return "u", "", tuple(sorted(column.name for column in constraint.columns))
    return None


def find_missing_indexes(connection: Connection) -> list[Index]:
    """Return the indexes that ought to be there and are not."""
    present = {row[0] for row in connection.execute(_INDEXES)}
    every = (index for table in schema.metadata.sorted_tables for index in table.indexes)
    return sorted((index for index in every if index.name not in present), key=lambda index: str(index.name))


def find_broken_indexes(connection: Connection) -> Iterator[str]:
    """Yield what `amcheck` finds in each index, where the extension is there and this user may ask it.

    Source: www.postgresql.org/docs/current/amcheck.html.
    """
    place = connection.scalar(_LOOKING)
    if place is None:
        return
    look = text(f"SELECT {place}.bt_index_check(CAST(:index AS regclass), true)")
    rows: Any = connection.execute(_INDEXES).all()
    for name, number, is_tree, _ in rows:
        if not is_tree:
            continue
        # What is found ends a transaction; this one goes on.
        connection.exec_driver_sql("SAVEPOINT look")
        try:
            connection.execute(look, {"index": number})
        except DBAPIError as error:
            yield f"the index {name}: {str(error.orig).splitlines()[0]}"
        connection.exec_driver_sql("ROLLBACK TO SAVEPOINT look")
