"""How many reports of a neighbourhood have each term of one of them, counted in arrays; phrases likewise.

Terms are numbered as they are met. Numbers decide nothing but where in an array something stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from onrecord.link.outline import Outline

    Numbers = npt.NDArray[np.int64]

T = TypeVar("T")

_ROOM = 1 << 14
"""Numbers that there is room for at first; room doubles when it is short."""


class HeldTerms:
    """The terms of reports by number, and their phrases, remembered from one count to the next."""

    def __init__(self) -> None:
        self._terms = _Numbered[str]()
        self._phrases = _Numbered[int]()

    @property
    def size(self) -> int:
        """How many terms have a number."""
        return len(self._terms.numbers)

    def count(self, found: Outline, near: Sequence[Outline]) -> list[int]:
        """Return how many of `near` have each term of `found`, in the order of its terms."""
        own, others = self._terms.of(found, found.terms), [self._terms.of(one, one.terms) for one in near]
        return self._terms.count(own, others)

    def count_phrases(self, found: Outline, near: Sequence[Outline]) -> dict[int, int]:
        """Return how many of `near` have each phrase of `found`."""
        phrases = tuple(found.phrase_set)
        own = self._phrases.of(found, phrases)
        others = [self._phrases.of(one, one.phrase_set) for one in near]
        return dict(zip(phrases, self._phrases.count(own, others), strict=True))

    def number_terms(self, terms: Iterable[str]) -> list[int]:
        """Return the number of each of these terms."""
        return self._terms.number(terms)


class _Numbered(Generic[T]):
    """Things by number."""

    def __init__(self) -> None:
        self.numbers: dict[T, int] = {}
        self._known: dict[str, tuple[Outline, Numbers]] = {}
        self._places: Numbers = np.full(_ROOM, -1, np.int64)

    def number(self, things: Iterable[T]) -> list[int]:
        """Return the number of each of these things."""
        numbers = self.numbers
        return [numbers.setdefault(thing, len(numbers)) for thing in things]

    def of(self, found: Outline, things: Iterable[T]) -> Numbers:
        """Return the numbers of those of a report."""
        known = self._known.get(found.report_id)
        if known is not None and known[0] is found:
            return known[1]
        own: Numbers = np.array(self.number(things), np.int64)
        self._known[found.report_id] = found, own
        return own

    def count(self, own: Numbers, several: Sequence[Numbers]) -> list[int]:
        """Return how many of several have each of one's own, in their order."""
        if not len(own):
            return []
        others = np.concatenate(several) if several else own[:0]
        # Numbers given just now may lie beyond the room there was.
        if len(self.numbers) > len(self._places):
            self._places = np.full(max(2 * len(self._places), len(self.numbers)), -1, np.int64)
        self._places[own] = np.arange(len(own))
        hits = self._places[others]
        self._places[own] = -1
        counted: list[int] = np.bincount(hits[hits >= 0], minlength=len(own)).tolist()
        return counted
