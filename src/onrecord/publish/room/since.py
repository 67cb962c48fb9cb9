"""What is new in a statement against the last time its speaker spoke on the same matter.

Two statements are on one matter when they share enough words that tell something: names, terms and numbers tell more than
words of every day. Nothing is said to be new against an occasion that is not known to be earlier.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.link.statements.variants import find_differences
from onrecord.model.statement import Relation, Variant
from onrecord.publish.page.pieces import Piece, compared, is_comparable
from onrecord.publish.page.pile import time_key
from onrecord.text.align import align
from onrecord.text.rarity import rarity
from onrecord.text.tokens import find_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model.listing import StatementRow

SHARED = 0.4
"""The share of the lighter statement's telling weight that two on one matter have in common."""
WORTH = 1.2
"""The weight they share at least: one rare word and a less rare one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Since:
    """A statement against an earlier one on the same matter.

    `pieces` compare the two word by word where they are near enough; else `new` are the telling words that are new.
    """

    before: StatementRow
    pieces: tuple[Piece, ...]
    new: tuple[str, ...]
    gone: tuple[str, ...]


def find_since(rows: Sequence[StatementRow]) -> dict[str, Since]:
    """Return, by statement id, what is new in each of a speaker's statements.

    Args:
        rows: in order of time.
    """
    telling = [_telling(row.text) for row in rows]
    found: dict[str, Since] = {}
    for number, row in enumerate(rows):
        earlier = [
            (_shared(telling[number], telling[other]), other)
            for other in range(number)
            if _is_earlier(rows[other], row)
        ]
        near = [other for (weight, share), other in earlier if weight >= WORTH and share >= SHARED]
        if near:
            found[row.id] = _since(rows[max(near)], row)
    return found


def _telling(text: str) -> Mapping[str, float]:
    return {word.key: weight for word in find_words(text) if (weight := rarity(word.key)) > 0}


def _shared(first: Mapping[str, float], second: Mapping[str, float]) -> tuple[float, float]:
    """Return the weight that two share, and which part of the lighter one it is."""
    weight = sum(first[word] for word in sorted(first.keys() & second.keys()))
    lighter = min(sum(first.values()), sum(second.values()))
    return weight, weight / lighter if lighter else 0.0


def _is_earlier(one: StatementRow, other: StatementRow) -> bool:
    """Tell whether `one` was surely said before `other`: its last possible day lies before the other's first."""
    if one.said is None or other.said is None or one.said.latest is None or other.said.earliest is None:
        return False
    return time_key(one.said) < time_key(other.said) and one.said.latest < other.said.earliest


def _since(before: StatementRow, row: StatementRow) -> Since:
    differences = find_differences(align(before.text, row.text), before.text, row.text)
    variant = Variant(
        attribution_ids=(), text=row.text, relation=Relation.PARAPHRASE, differences=differences, summary=""
    )
    pieces = compared(before.text, variant)
    return Since(
        before=before,
        pieces=pieces if is_comparable(pieces) else (),
        new=_words_only_in(row.text, before.text),
        gone=_words_only_in(before.text, row.text),
    )


def _words_only_in(text: str, other: str) -> tuple[str, ...]:
    """Return the telling words of `text`, as it spells them, that `other` does not have."""
    known = {word.key for word in find_words(other)}
    words = {
        word.key: text[word.start : word.end]
        for word in find_words(text)
        if word.key not in known and rarity(word.key) > 0
    }
    return tuple(words.values())
