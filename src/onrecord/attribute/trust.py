"""How likely a reading is right: a table of weights, fitted by `training/weigh.py`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST: Final = 0.18
"""Chance from which a reading is kept: the least at which the end-to-end F1 on the reports kept back from training the
tagger is within a point of its highest."""
STRICT: Final = 0.53
"""The highest chance within that point: from here one is kept where only clauses, infinitives and quotations are wanted."""
CERTAIN: Final = 0.938
LIKELY: Final = 0.69
BIAS: Final = -0.426
WEIGHTS: Final[Mapping[str, float]] = {
    "alone.direct.before": 0.369,
    "alone.direct.behind": -0.156,
    "alone.indirect.according-to": -0.014,
    "alone.indirect.aside": -0.238,
    "alone.indirect.clause": 0.373,
    "alone.indirect.gerund": -0.114,
    "alone.indirect.infinitive": -0.087,
    "alone.indirect.noun": 0.011,
    "alone.mixed.named": -0.329,
    "alone.other": 0.257,
    "new.far": 0.464,
    "new.near": -0.055,
    "parted": -0.477,
    "reach.far": -0.322,
    "reach.near": -0.614,
    "rule.alike": 1.182,
    "rule.blocks": 0.176,
    "rule.clause": 0.098,
    "rule.denied": -0.009,
    "rule.differ": -0.388,
    "rule.differ.direct": 0.162,
    "rule.differ.indirect": -0.586,
    "rule.differ.mixed": 0.056,
    "rule.differ.other": -0.02,
    "rule.differ.score": -0.311,
    "rule.direct.before": -0.582,
    "rule.direct.behind": 0.155,
    "rule.doubted": 0.008,
    "rule.indirect.according-to": -0.149,
    "rule.indirect.aside": -0.137,
    "rule.indirect.clause": 0.082,
    "rule.indirect.gerund": 0.076,
    "rule.indirect.infinitive": 0.298,
    "rule.indirect.noun": 0.418,
    "rule.known": -0.29,
    "rule.long": -0.103,
    "rule.mixed.named": -0.387,
    "rule.nested": 0.037,
    "rule.other": 0.347,
    "rule.over": -0.122,
    "rule.parts": 0.327,
    "rule.quoted": 0.159,
    "rule.same": 0.437,
    "rule.same.score": 0.906,
    "rule.short": -0.058,
    "rule.sourceless": -0.294,
    "rule.unseen": 0.194,
    "sources.agree": 1.188,
    "tagger.alike": 1.026,
    "tagger.alone": 0.299,
    "tagger.alone.score": 0.793,
    "tagger.blocks": 0.064,
    "tagger.clause": -0.057,
    "tagger.denied": -0.213,
    "tagger.differ": -0.42,
    "tagger.differ.direct": -0.186,
    "tagger.differ.indirect": -0.246,
    "tagger.differ.mixed": 0.024,
    "tagger.differ.other": -0.011,
    "tagger.differ.score": 0.647,
    "tagger.direct.before": 0.069,
    "tagger.direct.behind": -0.255,
    "tagger.indirect.according-to": -0.304,
    "tagger.indirect.aside": -0.184,
    "tagger.indirect.clause": 0.173,
    "tagger.indirect.gerund": -0.167,
    "tagger.indirect.infinitive": 0.069,
    "tagger.indirect.noun": 0.167,
    "tagger.known": 0.261,
    "tagger.long": 0.104,
    "tagger.mixed.named": 0.024,
    "tagger.nested": -0.076,
    "tagger.other": -0.011,
    "tagger.parts": 0.1,
    "tagger.quoted": -0.251,
    "tagger.short": 0.169,
    "tagger.sourceless": -0.382,
}


def estimate(features: Mapping[str, float]) -> float:
    """Return the chance that content and source are both right, rounded so that the order of addition is no matter."""
    total = BIAS + math.fsum(WEIGHTS.get(name, 0.0) * value for name, value in features.items())
    return round(1 / (1 + math.exp(-total)), 6)


def level_of(chance: float) -> Level:
    """Return how sure a reading with this chance is."""
    if chance >= CERTAIN:
        return Level.CERTAIN
    return Level.LIKELY if chance >= LIKELY else Level.POSSIBLE
