"""Find words in what was said and in the reports.

A user's words are never a query of the search engine's own language: each is put between doubled quotation
marks, so that "no-fly zone", "C-300" and "(x" are words like any other. All words must be there.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import literal_column, select, text

from onrecord.record import schema

if TYPE_CHECKING:
    from sqlalchemy import Connection

WORDS_AT_ONCE = 64
"""Words of one question that are looked for; the rest of a longer one is left out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Where words were found: the statements (any variant) and the reports (title or text), best first."""

    statement_ids: tuple[str, ...]
    report_ids: tuple[str, ...]


def quoted(words: str) -> str:
    '''Return `words` as a query that has no syntax of its own: every word between quotation marks.

    >>> quoted('no-fly "zone" OR')
    '"no-fly" """zone""" "OR"'
    '''
    several = words.replace("\x00", " ").split()[:WORDS_AT_ONCE]
    return " ".join('"' + word.replace('"', '""') + '"' for word in several)


def find_words(connection: Connection, words: str) -> Found:
    """Return what holds all of `words`; no words find nothing."""
    query = quoted(words.encode("utf-8", "replace").decode("utf-8"))
    if not query:
        return Found(statement_ids=(), report_ids=())
    return Found(
        statement_ids=_matches(connection, "variant_words", "statement_id", query),
        report_ids=_matches(connection, "report_words", "id", query),
    )


def _matches(connection: Connection, index: str, column: str, query: str) -> tuple[str, ...]:
    table, _ = schema.WORD_INDEXES[index]
    joined = table.join(text(index), literal_column(f"{index}.rowid") == table.c.place)
    found = (
        select(table.c[column])
        .select_from(joined)
        .where(text(f"{index} MATCH :words").bindparams(words=query))
        .order_by(literal_column(f"{index}.rank"), table.c[column], table.c.place)
    )
    return tuple(dict.fromkeys(connection.scalars(found)))
