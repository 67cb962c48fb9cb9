"""Full-text indexes: made, and kept in step with the tables whose words they hold.

They keep no words of their own, so that a row's old words must be told to an index before the row goes
(sqlite.org/fts5.html, external content tables).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, text

from onrecord.record import schema
from onrecord.record.fetch import in_batches

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection


def make_indexes(connection: Connection) -> None:
    """Make the indexes of a record whose rows are all there."""
    for name in schema.WORD_INDEXES:
        connection.exec_driver_sql(schema.word_index_ddl(name))
        rebuild(connection, name)


def rebuild(connection: Connection, name: str) -> None:
    """Make the index of that name again from its table, in its most compact form."""
    for command in ("delete-all", "rebuild", "optimize"):
        connection.exec_driver_sql(f"INSERT INTO {name}({name}) VALUES ('{command}')")  # noqa: S608


def add_reports(connection: Connection, ids: Sequence[str]) -> None:
    """Take in the words of reports that have just been put."""
    _send(connection, ids, "INSERT INTO report_words(rowid, title, text) SELECT place, title, text")


def forget_reports(connection: Connection, ids: Sequence[str]) -> None:
    """Let go of the words of reports that are about to be taken out."""
    columns = "INSERT INTO report_words(report_words, rowid, title, text)"
    _send(connection, ids, f"{columns} SELECT 'delete', place, title, text")


def _send(connection: Connection, ids: Sequence[str], change: str) -> None:
    several = text(f"{change} FROM reports WHERE id IN :ids ORDER BY place").bindparams(
        bindparam("ids", expanding=True)
    )
    for some in in_batches(ids):
        connection.execute(several, {"ids": some})
