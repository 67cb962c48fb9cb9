"""Full-text indexes: made, kept in step with the tables whose words they hold, and asked.

The same words find the same rows in every store: what a word is, and which letters are one, is FTS5's own tokenizer to say
(`onrecord.record.stores.tokens` asks it for the words of a record in PostgreSQL).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from onrecord.record.rows import schema
from onrecord.record.stores.dialects import word_index_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from sqlalchemy import Connection


def make_indexes(connection: Connection) -> None:
    """Make the indexes of a record whose rows are all there."""
    for name in schema.WORD_INDEXES:
        word_index_of(connection).create(connection, name)
        rebuild(connection, name)


def drop_indexes(connection: Connection) -> None:
    """Take the indexes away, whatever is left of them."""
    for name in schema.WORD_INDEXES:
        word_index_of(connection).drop(connection, name)


def rebuild(connection: Connection, name: str) -> None:
    """Make the index of that name again from its table."""
    word_index_of(connection).rebuild(connection, name)


def add_reports(connection: Connection, ids: Sequence[str]) -> None:
    """Take in the words of reports that have just been put."""
    word_index_of(connection).add(connection, ids)


def forget_reports(connection: Connection, ids: Sequence[str]) -> None:
    """Let go of the words of reports that are about to be taken out."""
    word_index_of(connection).forget(connection, ids)


def is_in_step(connection: Connection, name: str) -> bool:
    """Tell whether the index of that name has the words that its table has; it may be written to for that."""
    return word_index_of(connection).is_in_step(connection, name)


def matching(connection: Connection, name: str, words: Sequence[str], *, begins: bool = False) -> Any:
    """Return the rows that hold all of `words`, to be joined to the table of the index of that name.

    None of the words is syntax; one that is written with marks inside ("no-fly") asks for its parts side by side. Where `begins` is
    set, the last of them may go on in a row ("fer" in "ferry").

    Returns:
        A selectable with the columns `place`, that of the row in the table, and `rank`, least for the row that fits best.
    """
    return word_index_of(connection).matching(name, words, begins=begins)


def asking(
    connection: Connection, name: str, words: Sequence[str], *, begins: bool = False
) -> tuple[Any, Mapping[str, Any]]:
    """Return the same for a query that is kept: one selectable for all words where the store can leave them open, and what it leaves open."""
    return word_index_of(connection).asking(name, words, begins=begins)
