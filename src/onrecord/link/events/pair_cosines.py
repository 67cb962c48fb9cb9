"""Weighted terms as arrays, and the cosines of many pairs of them at once: exactly what `onrecord.link.events.likeness.cosine` gives."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    Numbers = npt.NDArray[np.int64]
    Values = npt.NDArray[np.float64]


class WeighedTerms(NamedTuple):
    """The numbers of terms, rising, and their weights, at Euclidean length 1.0."""

    numbers: Numbers
    weights: Values

    def choose_heaviest(self, most: int) -> list[int]:
        """Return the numbers of the heaviest terms; ties go to the smaller number."""
        heaviest: list[int] = self.numbers[np.lexsort((self.numbers, -self.weights))[:most]].tolist()
        return heaviest


def weigh_terms(several: Sequence[Numbers], rarities: Values) -> WeighedTerms:
    """Weigh the terms of some reports by how many of them have each, times its rarity.

    Args:
        several: the numbers of the terms of each report, all different.
        rarities: of all terms, by number.
    """
    numbers, counts = np.unique(np.concatenate(several), return_counts=True)
    weights = counts * rarities[numbers]
    # Added up one after another: so cosines come out the same however many pairs are asked at once.
    length = math.sqrt(sum((weights * weights).tolist()))
    return WeighedTerms(numbers, weights / length) if length else WeighedTerms(numbers[:0], weights[:0])


def relate_pairs(
    weighed: Mapping[str, WeighedTerms], pairs: Sequence[tuple[str, str]], *, terms: int
) -> list[float]:
    """Return the inner product of each pair of weightings.

    Args:
        weighed: by id.
        pairs: of ids.
        terms: how many there are: each number is smaller.
    """
    places: dict[str, list[int]] = {}
    for place, (first, _) in enumerate(pairs):
        places.setdefault(first, []).append(place)
    spread = np.zeros(terms)
    told = np.zeros(len(pairs))
    for first, several in places.items():
        own = weighed[first]
        others = [weighed[pairs[place][1]] for place in several]
        spread[own.numbers] = own.weights
        products = spread[np.concatenate([other.numbers for other in others])]
        products *= np.concatenate([other.weights for other in others])
        spread[own.numbers] = 0.0
        owners = np.repeat(np.arange(len(others)), [len(other.weights) for other in others])
        told[several] = np.bincount(owners, weights=products, minlength=len(others))
    cosines: list[float] = told.tolist()
    return cosines
