"""How many reports of a neighbourhood have each term of one of them, counted in arrays.

Terms are numbered as they are met. Numbers decide nothing but where in an array something stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from onrecord.link.outline import Outline

    Numbers = npt.NDArray[np.int64]

_ROOM = 1 << 14
"""Terms that there is room for at first; room doubles when it is short."""


class HeldTerms:
    """The terms of reports by number, remembered from one count to the next."""

    def __init__(self) -> None:
        self._numbers: dict[str, int] = {}
        self._terms: dict[str, tuple[Outline, Numbers]] = {}
        self._places: Numbers = np.full(_ROOM, -1, np.int64)

    def count(self, found: Outline, near: Sequence[Outline]) -> list[int]:
        """Return how many of `near` have each term of `found`, in the order of its terms."""
        own = self._number(found)
        if not len(own):
            return []
        others = np.concatenate([self._number(one) for one in near]) if near else own[:0]
        # Numbers given just now may lie beyond the room there was.
        if len(self._numbers) > len(self._places):
            self._places = np.full(max(2 * len(self._places), len(self._numbers)), -1, np.int64)
        self._places[own] = np.arange(len(own))
        hits = self._places[others]
        self._places[own] = -1
        counted: list[int] = np.bincount(hits[hits >= 0], minlength=len(own)).tolist()
        return counted

    def _number(self, found: Outline) -> Numbers:
        """Return the numbers of the terms of a report."""
        known = self._terms.get(found.report_id)
        if known is not None and known[0] is found:
            return known[1]
        numbers = self._numbers
        own: Numbers = np.array([numbers.setdefault(term, len(numbers)) for term in found.terms], np.int64)
        self._terms[found.report_id] = found, own
        return own
