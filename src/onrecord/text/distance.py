"""How far apart two spellings are."""

from __future__ import annotations


def edit_distance(first: str, second: str, *, at_most: int) -> int:
    """Return the Levenshtein distance of two strings, or ``at_most + 1`` where it is larger.

    >>> edit_distance("lukasenko", "lukashenko", at_most=2)
    1
    """
    if abs(len(first) - len(second)) > at_most:
        return at_most + 1
    if first == second:
        return 0
    row = list(range(len(second) + 1))
    for place, left in enumerate(first, 1):
        previous, row[0] = row[0], place
        for column, right in enumerate(second, 1):
            cost = min(row[column] + 1, row[column - 1] + 1, previous + (left != right))
            previous, row[column] = row[column], cost
        if min(row) > at_most:
            return at_most + 1
    return min(row[-1], at_most + 1)


def spelling_similarity(first: str, second: str) -> float:
    """Return 1 for equal strings down to 0 for strings with nothing in common: one less the share edited.

    >>> spelling_similarity("dmitro", "dmitri")
    0.8333333333333334
    """
    longest = max(len(first), len(second))
    if not longest:
        return 1.0
    return 1 - edit_distance(first, second, at_most=longest) / longest
