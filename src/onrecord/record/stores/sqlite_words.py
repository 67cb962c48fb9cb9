"""Words in SQLite: full-text indexes (FTS5) that keep no words of their own.

A row's old words must therefore be told to an index before the row goes (sqlite.org/fts5.html, external content tables).
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import Float, Integer, bindparam, column, inspect, text
from sqlalchemy.exc import DatabaseError

from onrecord.record.rows import schema
from onrecord.record.rows.fetch import in_batches

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection

TOKENS = "unicode61 remove_diacritics 2"
"""How words are told apart and folded: letters, digits and private characters, less case and accents."""


def create(connection: Connection, name: str) -> None:
    """Create the index."""
    if inspect(connection).has_table(name):
        return
    table, columns = schema.WORD_INDEXES[name]
    connection.exec_driver_sql(
        f"CREATE VIRTUAL TABLE {name} USING fts5({', '.join(columns)}, "
        f"content='{table.name}', content_rowid='place', tokenize='{TOKENS}')"
    )


def drop(connection: Connection, name: str) -> None:
    """Take the index away."""
    connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")


def rebuild(connection: Connection, name: str) -> None:
    """Make the index again, in its most compact form."""
    for command in ("delete-all", "rebuild", "optimize"):
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('{command}')")  # noqa: S608


def add(connection: Connection, ids: Sequence[str]) -> None:
    """Take in the words of reports."""
    _send(connection, ids, "INSERT INTO report_words(rowid, title, text) SELECT place, title, text")


def forget(connection: Connection, ids: Sequence[str]) -> None:
    """Let go of the words of reports."""
    columns = "INSERT INTO report_words(report_words, rowid, title, text)"
    _send(connection, ids, f"{columns} SELECT 'delete', place, title, text")


def _send(connection: Connection, ids: Sequence[str], change: str) -> None:
    several = text(f"{change} FROM reports WHERE id IN :ids ORDER BY place").bindparams(
        bindparam("ids", expanding=True)
    )
    for some in in_batches(ids):
        connection.execute(several, {"ids": some})


def is_in_step(connection: Connection, name: str) -> bool:
    """Compare the index with its table, which SQLite does by writing."""
    try:
        # Rank 1 asks for a comparison with the indexed table, not only with the index itself.
        connection.exec_driver_sql(f"INSERT INTO {name}({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except DatabaseError:
        return False
    return True


def matching(name: str, words: Sequence[str], *, begins: bool = False) -> Any:
    """Return the places of what matches."""
    return _subquery(_found(name).bindparams(words=_question(words, begins=begins)))


def asking(name: str, words: Sequence[str], *, begins: bool = False) -> tuple[Any, Mapping[str, Any]]:
    """Return the same, made once for each index, and the words that it leaves open."""
    return _matching_any(name), {"words": _question(words, begins=begins)}


def _question(words: Sequence[str], *, begins: bool) -> str:
    """Return words as the index is asked for them: each between quotation marks, so that none of them is syntax."""
    return " ".join('"' + word.replace('"', '""') + '"' for word in words) + " *" * begins


@cache
def _matching_any(name: str) -> Any:
    return _subquery(_found(name))


def _found(name: str) -> Any:
    return text(f"SELECT rowid AS place, rank FROM {name} WHERE {name} MATCH :words")  # noqa: S608


def _subquery(found: Any) -> Any:
    return found.columns(column("place", Integer), column("rank", Float)).subquery()
