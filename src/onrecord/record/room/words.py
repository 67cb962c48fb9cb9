"""What holds the words that a list is asked for."""

from __future__ import annotations

from array import array
from typing import TYPE_CHECKING, Final

from sqlalchemy import func, select

from onrecord.record.rows import schema
from onrecord.record.search.candidates import words_matching
from onrecord.record.search.question import read_question

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from sqlalchemy import Connection

RANKED: Final = 2000
"""Up to so many wordings, or reports, that hold the words are put in order of how well they fit: of words that more hold, none tells
much."""
_OWNERS = {"variant_words": schema.variants.c.statement_id, "report_words": schema.reports.c.id}


def holds_words(name: str, words: str) -> bool:
    """Tell whether a name holds all of `words`, however cased, each of them somewhere.

    >>> holds_words("Ferry to run again", "AGAIN ferry")
    True
    """
    folded = name.casefold()
    return all(word in folded for word in words.casefold().split())


def find_holding(connection: Connection, index: str, words: str) -> tuple[Collection[str], bool]:
    """Return the ids of the statements, or reports, that hold all of `words`, and whether they stand best first.

    Args:
        connection: to the record.
        index: the name of the full-text index.
        words: any text; what stands between quotation marks must follow one another.
    """
    sought = read_question(words).sought
    if not sought:
        return (), True
    owner = _OWNERS[index]
    found = words_matching(connection, index, sought)
    joined = select(owner).join_from(owner.table, found, found.c.place == owner.table.c.place)
    many = connection.scalars(joined.limit(RANKED + 1)).all()
    if len(many) > RANKED:
        return set(connection.scalars(joined)), False
    best = joined.group_by(owner).order_by(func.min(found.c.rank), owner)
    return tuple(connection.scalars(best)), True


def those_holding(
    found: tuple[Collection[str], bool], ids: Sequence[str], fitting: Sequence[int], *, ranked: bool
) -> Sequence[int]:
    """Return those of `fitting`, the numbers of some of `ids`, that were found, best first if that is known and `ranked` is set."""
    holding, in_order = found
    if ranked and in_order:
        numbers = {ids[number]: number for number in fitting}
        return array("i", [numbers[one] for one in holding if one in numbers])
    members = set(holding)
    return array("i", [number for number in fitting if ids[number] in members])
