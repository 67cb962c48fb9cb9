"""Find words in what was said and in the reports.

A user's words are never a query of the search engine's own language: "no-fly zone", "C-300" and "(x" are words like any
other. All words must be there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record.rows import schema
from onrecord.record.stores.word_index import matching

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import Connection

WORDS_AT_ONCE = 64
"""Words of one question that are looked for; the rest of a longer one is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where words were found: the statements (any variant) and the reports (title or text), best first."""

    statement_ids: tuple[str, ...]
    report_ids: tuple[str, ...]


def split(words: str) -> tuple[str, ...]:
    """Return the words of a question, as they are asked for.

    >>> split('no-fly "zone" OR')
    ('no-fly', '"zone"', 'OR')
    """
    text = words.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")
    return tuple(text.split()[:WORDS_AT_ONCE])


def find_words(connection: Connection, words: str) -> Found:
    """Return what holds all of `words`; no words find nothing."""
    several = split(words)
    if not several:
        return Found(statement_ids=(), report_ids=())
    return Found(
        statement_ids=_matches(connection, "variant_words", "statement_id", several),
        report_ids=_matches(connection, "report_words", "id", several),
    )


def _matches(connection: Connection, index: str, column: str, words: Sequence[str]) -> tuple[str, ...]:
    table, _ = schema.WORD_INDEXES[index]
    found = matching(connection, index, words)
    query = (
        select(table.c[column])
        .join(found, found.c.place == table.c.place)
        .order_by(found.c.rank, table.c[column], table.c.place)
    )
    return tuple(dict.fromkeys(connection.scalars(query)))
