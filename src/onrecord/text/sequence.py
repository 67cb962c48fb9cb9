"""Alignment of two sequences of anything that can be compared, in order on both sides."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

Item = TypeVar("Item", bound="Hashable")
Pair = tuple[int, int]

_MOST_CELLS = 250_000
"""Above this many comparisons only anchors (items that occur once on both sides) are aligned."""

_RUN_BONUS = 0.5
"""Added for a match that follows a match: runs are easier to read than scattered words."""


def align_items(
    left: Sequence[Item], right: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> list[Pair]:
    """Return the index pairs with the highest sum of `likeness`, increasing on both sides.

    Args:
        left: items of the first sequence.
        right: items of the second.
        likeness: 0.0 for a pair that must not be aligned, else its worth. Equal items must be worth something.

    >>> align_items("abcx", "bycx", lambda a, b: float(a == b))
    [(1, 0), (2, 2), (3, 3)]
    """
    head = 0
    while head < min(len(left), len(right)) and left[head] == right[head]:
        head += 1
    tail = 0
    while tail < min(len(left), len(right)) - head and left[-1 - tail] == right[-1 - tail]:
        tail += 1
    middle_left, middle_right = left[head : len(left) - tail], right[head : len(right) - tail]
    if len(middle_left) * len(middle_right) > _MOST_CELLS:
        middle = _align_anchors(middle_left, middle_right, likeness)
    else:
        middle = _align_all(middle_left, middle_right, likeness)
    return [
        *((i, i) for i in range(head)),
        *((a + head, b + head) for a, b in middle),
        *((len(left) - i, len(right) - i) for i in range(tail, 0, -1)),
    ]


def _align_all(
    left: Sequence[Item], right: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> list[Pair]:
    """Fill the whole table. Ties go to the pair that comes first on the left."""
    width = len(right) + 1
    best = [[0.0] * width for _ in range(len(left) + 1)]
    taken = [[False] * width for _ in range(len(left) + 1)]
    for i in range(len(left) - 1, -1, -1):
        for j in range(len(right) - 1, -1, -1):
            skip = max(best[i + 1][j], best[i][j + 1])
            worth = likeness(left[i], right[j])
            if worth > 0.0:
                worth += best[i + 1][j + 1] + (_RUN_BONUS if taken[i + 1][j + 1] else 0.0)
            taken[i][j] = worth > 0.0 and worth >= skip
            best[i][j] = worth if taken[i][j] else skip
    pairs: list[Pair] = []
    i = j = 0
    while i < len(left) and j < len(right):
        if taken[i][j]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i + 1][j] >= best[i][j + 1]:
            i += 1
        else:
            j += 1
    return pairs


def _align_anchors(
    left: Sequence[Item], right: Sequence[Item], likeness: Callable[[Item, Item], float]
) -> list[Pair]:
    """Align items that occur once on both sides, then, where the gaps are small enough, what is between."""
    left_places, right_places = _single_places(left), _single_places(right)
    anchors = _longest_increasing(
        [(place, right_places[item]) for item, place in left_places.items() if item in right_places]
    )
    pairs: list[Pair] = []
    done = (0, 0)
    for a, b in [*anchors, (len(left), len(right))]:
        gap_left, gap_right = left[done[0] : a], right[done[1] : b]
        if 0 < len(gap_left) * len(gap_right) <= _MOST_CELLS:
            gap = _align_all(gap_left, gap_right, likeness)
            pairs += [(done[0] + i, done[1] + j) for i, j in gap]
        if a < len(left):
            pairs.append((a, b))
        done = (a + 1, b + 1)
    return pairs


def _single_places(items: Sequence[Item]) -> dict[Item, int]:
    """Return where each item stands that occurs once, in order."""
    places: dict[Item, int] = {}
    for place, item in enumerate(items):
        places[item] = -1 if item in places else place
    return {item: place for item, place in places.items() if place >= 0}


def _longest_increasing(pairs: Sequence[Pair]) -> list[Pair]:
    """Return the longest run of pairs (sorted by the first) that also increases by the second."""
    tops: list[int] = []
    before: list[int] = []
    for index, (_, place) in enumerate(pairs):
        low, high = 0, len(tops)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if pairs[tops[middle]][1] < place else (low, middle)
        before.append(tops[low - 1] if low else -1)
        tops[low : low + 1] = [index]
    chain: list[Pair] = []
    at = tops[-1] if tops else -1
    while at >= 0:
        chain.append(pairs[at])
        at = before[at]
    return chain[::-1]
