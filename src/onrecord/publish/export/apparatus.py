"""The wordings of one statement side by side: where all agree, and where each has its own, as a critical apparatus wants it.

Every witness is aligned with the first by words, and a cut is made only where all agree: what stands between two cuts either is
the same everywhere or is one place with a reading for each witness. Read straight through, the pieces of a witness are its
text, character for character. This is parallel segmentation of the TEI guidelines, chapter 12.2.3; that tokens must never
vanish is what users of CollateX ask for.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
LONGEST = 1_000
"""Words and marks of a wording up to which wordings are aligned; longer ones are given whole, each as one reading."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the wordings: for each witness, in their order, what it has there (empty where it has nothing)."""

    readings: tuple[str, ...]

    @property
    def is_agreed(self) -> bool:
        """Whether all witnesses have the same."""
        return len(set(self.readings)) == 1


def collate(texts: Sequence[str]) -> tuple[Place, ...]:
    """Return the places of `texts`, the first of which is the one that the others are aligned with.

    >>> [place.readings for place in collate(["no fares", "no new fares"])]
    [('no ', 'no '), ('', 'new '), ('fares', 'fares')]
    """
    words = [_TOKEN.findall(text) for text in texts]
    base = words[0]
    if any(len(one) > LONGEST for one in words):
        return (Place(tuple(texts)),)
    paths = [_aligned(base, other) for other in words[1:]]
    places: list[Place] = []
    done = [0] * len(words)
    for start, end in _agreed_runs(base, paths):
        at = [start, *(path[start] for path in paths)]
        if at != done:
            places.append(Place(_between(words, done, at)))
        length = end - start
        places.append(Place(tuple("".join(base[start:end]) for _ in words)))
        done = [place + length for place in at]
    ends = [len(one) for one in words]
    if done != ends:
        places.append(Place(_between(words, done, ends)))
    return tuple(places)


def _aligned(base: Sequence[str], other: Sequence[str]) -> dict[int, int]:
    """Return which token of `other` is which of `base`."""
    matcher = SequenceMatcher(None, base, other, autojunk=False)
    return {
        block.a + step: block.b + step
        for block in matcher.get_matching_blocks()
        for step in range(block.size)
    }


def _agreed_runs(base: Sequence[str], paths: Sequence[Mapping[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges of `base` that stand unbroken in all others; one without a word is not worth a cut."""
    runs: list[tuple[int, int]] = []
    start = 0
    for place in range(len(base) + 1):
        if place < len(base) and all(_goes_on(path, start, place) for path in paths):
            continue
        if place > start and any(base[one][0].isalnum() for one in range(start, place)):
            runs.append((start, place))
        start = place + (place < len(base) and not all(place in path for path in paths))
    return runs


def _goes_on(path: Mapping[int, int], start: int, place: int) -> bool:
    return place in path and (place == start or path.get(place - 1) == path[place] - 1)


def _between(words: Sequence[Sequence[str]], start: Sequence[int], end: Sequence[int]) -> tuple[str, ...]:
    return tuple("".join(one[first:last]) for one, first, last in zip(words, start, end, strict=True))
