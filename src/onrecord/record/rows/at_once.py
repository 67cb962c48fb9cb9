"""All rows that a query finds, as plain tuples: where there are many, a `Row` of SQLAlchemy for each costs as much again as asking."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.record.rows.column_types import Characters, Whole

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection, Select
    from sqlalchemy.engine import Dialect
    from sqlalchemy.types import TypeEngine


def rows_at_once(
    connection: Connection, query: Select[*tuple[Any, ...]], given: Mapping[str, Any]
) -> list[tuple[Any, ...]]:
    """Return the rows of `query`, with what is `given` for its signs, in their order: the values that a `Row` would hold."""
    result = connection.execute(query, given)
    cursor: Any = result.cursor
    rows: list[tuple[Any, ...]] = list(cursor.fetchall())
    result.close()
    if not rows:
        return []
    columns: list[Sequence[Any]] = list(zip(*rows, strict=True))
    told = [
        _told(column.type, connection.dialect, values)
        for column, values in zip(query.selected_columns, columns, strict=True)
    ]
    if all(one is other for one, other in zip(told, columns, strict=True)):
        return rows
    return list(zip(*told, strict=True))


def _told(kind: TypeEngine[Any], dialect: Dialect, values: Sequence[Any]) -> Sequence[Any]:
    """Return what the values of a column stand for: `values` itself where that is all the same."""
    impl = kind.dialect_impl(dialect)
    if isinstance(impl, Characters | Whole) and bytes not in set(map(type, values)):
        return values
    tell = impl.result_processor(dialect, None)
    return values if tell is None else list(map(tell, values))
