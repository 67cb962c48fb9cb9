"""Which pairs are worth comparing: members that share a telling term, found through an inverted index.

Long posting lists are not paired off in full. Their members are chained in order, each with its nearest neighbours
only, so that the work grows with the pile and not with its square; groups still form, since chains connect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping

Term = TypeVar("Term", bound="Hashable")

_SHORT_LIST = 24
"""Lists up to this long are paired off in full."""

_NEIGHBOURS = 4
"""In longer lists each member meets this many that follow it."""


def find_candidates(terms: Mapping[str, Iterable[Term]]) -> dict[tuple[str, str], int]:
    """Find the pairs of members that share terms.

    Args:
        terms: the telling terms of each member id, in the order in which long lists are to be chained.

    Returns:
        How many terms brought each pair up; the smaller id comes first.

    >>> find_candidates({"r1": ["meltemi"], "r2": ["skerry", "meltemi"], "r3": ["skerry"]})
    {('r1', 'r2'): 1, ('r2', 'r3'): 1}
    """
    postings: dict[Term, list[str]] = {}
    for member, telling in terms.items():
        for term in dict.fromkeys(telling):
            postings.setdefault(term, []).append(member)
    counts: dict[tuple[str, str], int] = {}
    for members in postings.values():
        reach = len(members) if len(members) <= _SHORT_LIST else _NEIGHBOURS
        for index, first in enumerate(members):
            for second in members[index + 1 : index + 1 + reach]:
                pair = (first, second) if first < second else (second, first)
                counts[pair] = counts.get(pair, 0) + 1
    return counts
