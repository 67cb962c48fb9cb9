"""The cosines of many pairs at once: exactly what `onrecord.link.events.likeness.cosine` gives for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.link.events.likeness import Weights


def relate_pairs(weights: Mapping[str, Weights], pairs: Sequence[tuple[str, str]]) -> list[float]:
    """Return the inner product of each pair of weightings.

    Args:
        weights: by id; the terms of each in the order of the alphabet, so that what two share adds up in one order.
        pairs: of ids.
    """
    numbers: dict[str, int] = {}
    terms = {
        key: np.array([numbers.setdefault(term, len(numbers)) for term in found], np.int64)
        for key, found in weights.items()
    }
    values = {key: np.array(list(found.values()), np.float64) for key, found in weights.items()}
    places: dict[str, list[int]] = {}
    for place, (first, _) in enumerate(pairs):
        places.setdefault(first, []).append(place)
    spread = np.zeros(len(numbers))
    told = np.zeros(len(pairs))
    for first, several in places.items():
        others = [pairs[place][1] for place in several]
        spread[terms[first]] = values[first]
        products = spread[np.concatenate([terms[other] for other in others])]
        products *= np.concatenate([values[other] for other in others])
        spread[terms[first]] = 0.0
        owners = np.repeat(np.arange(len(others)), [len(values[other]) for other in others])
        told[several] = np.bincount(owners, weights=products, minlength=len(others))
    cosines: list[float] = told.tolist()
    return cosines
