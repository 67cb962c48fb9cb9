"""Other forms of a word that a record holds: fares for fare, closed for closing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sqlalchemy import select

from onrecord.model.found import Sought, Suggestion
from onrecord.record.rows import schema
from onrecord.record.search.candidates import words_matching
from onrecord.text.marks import Marker, find_tokens
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlalchemy import Connection

_SHORTEST: Final = 4
_LOOKED_AT: Final = 40
"""Rows in which another form is looked for."""


def suggest_forms(connection: Connection, text: str, sought: Iterable[Sought]) -> tuple[Suggestion, ...]:
    """Return the questions that put another form for each single word of `text` that nothing holds."""
    suggested: list[Suggestion] = []
    for one in sought:
        if one.held_by or len(one.words) != 1:
            continue
        form = find_form(connection, one.words[0])
        if form is not None and one.text in text:
            other = text.replace(one.text, form, 1)
            suggested.append(Suggestion(text=other, instead_of=one.text, put=form, speaker_id=None))
    return tuple(suggested)


def find_form(connection: Connection, word: str) -> str | None:
    """Return a form of `word` that wordings or reports hold, as one of them writes it; None where they hold none."""
    start = stem(word)
    if len(start) < _SHORTEST:
        return None
    marker = Marker([(start,)], begins=[0])
    for text in _find_texts(connection, start):
        for first, last, _ in marker.find(text):
            (*_, token) = find_tokens(text[first:last])
            if stem(token) == start:
                return text[first:last]
    return None


def _find_texts(connection: Connection, start: str) -> Iterator[str]:
    """Yield some texts with a word that starts so."""
    for name, (table, columns) in sorted(schema.WORD_INDEXES.items(), reverse=True):
        found = words_matching(connection, name, [Sought(text=start, words=(start,), begins=True)])
        query = select(table.c[columns[-1]]).join(found, found.c.place == table.c.place)
        yield from connection.scalars(query.order_by(found.c.place).limit(_LOOKED_AT))
