"""What a report tells within its neighbourhood.

A word tells two events apart only where it is rare among the reports that resemble both. So each report's terms are
weighed by how few of its neighbourhood have them (`onrecord.link.events.neighbourhoods`), and by their rarity in the language,
which tells what a report is about at all: where every neighbour is of the one event, its own subject is no less telling.
What is in no neighbourhood of a report cannot change its likeness to another (docs/adr/0010-grouping-is-local.md).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

from onrecord.link.events.likeness import frozen_weight

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from onrecord.link.events.held_terms import HeldTerms, Numbers, ReportArrays

    Weights = npt.NDArray[np.float64]

_FROZEN_POWER, _LOCAL_POWER = 0.5, 0.7
"""How much a term's rarity in the language, and in the neighbourhood, count for its weight."""

_FEW_NEIGHBOURS = 3
_SHARE_OF_NEIGHBOURS = 0.4
"""A phrase that a larger share of the neighbourhood has is the story's, not the happening's."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """A report's terms weighed within its neighbourhood, each kind of length 1.0, and phrases it has in common there.

    `weights` are of the cells of `report` and in their order, `phrases` rise; `crowd` is how alike the report is to its
    neighbours at the median, by frozen weights.
    """

    report: ReportArrays
    weights: Weights
    phrases: Numbers
    crowd: float


@lru_cache(maxsize=1 << 16)
def _damped_weight(term: str) -> float:
    return float(frozen_weight(term) ** _FROZEN_POWER)


@lru_cache(maxsize=1 << 10)
def _local_weights(near: int) -> Weights:
    """Return the weight of a term by how many of so many reports have it, from none on."""
    return np.array([0.0, *(math.log(1.0 + near / held) ** _LOCAL_POWER for held in range(1, near + 1))])


def profile_within(
    found: ReportArrays, near: Sequence[ReportArrays], crowd: float, held_terms: HeldTerms
) -> Profile:
    """Weigh a report's terms by how few of its neighbourhood (itself included) have them.

    Args:
        found: the report.
        near: its neighbourhood.
        crowd: how alike it is to its neighbours.
        held_terms: what numbered the terms and phrases of all these.
    """
    damped = [count * _damped_weight(term) for term, count in found.outline.terms.items()]
    weights = np.array(damped) * _local_weights(len(near))[held_terms.count(found, near)]
    most = _FEW_NEIGHBOURS if len(near) <= _FEW_NEIGHBOURS else max(2.0, len(near) * _SHARE_OF_NEIGHBOURS)
    counts = held_terms.count_phrases(found, near)
    return Profile(
        found,
        np.concatenate([_scaled(weights[kind]) for kind in found.kinds]),
        held_terms.phrases[found.phrases[(counts > 1) & (counts <= most)]],
        crowd,
    )


def _scaled(weights: Weights) -> Weights:
    """Return the weights at Euclidean length 1.0."""
    # Added up one after another, in the order of the terms: so it was ever done, and sums differ in their last digits.
    length = math.sqrt(sum((weights * weights).tolist()))
    return weights / length if length else weights
