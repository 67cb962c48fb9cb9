"""How likely a reading is right: a table of weights, fitted by `training/weigh.py`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST: Final = 0.2
"""Chance from which a reading is kept: the least at which the end-to-end F1 on the reports kept back from training the
tagger is within a point of its highest."""
STRICT: Final = 0.44
"""The highest chance within that point: from here one is kept where only clauses, infinitives and quotations are wanted."""
CERTAIN: Final = 0.958
LIKELY: Final = 0.73
BIAS: Final = -0.162
WEIGHTS: Final[Mapping[str, float]] = {
    "alone.direct.before": 1.191,
    "alone.direct.behind": 0.322,
    "alone.indirect.according-to": -0.343,
    "alone.indirect.aside": -1.012,
    "alone.indirect.clause": 0.592,
    "alone.indirect.gerund": -0.324,
    "alone.indirect.infinitive": 0.295,
    "alone.indirect.noun": -0.6,
    "alone.mixed.named": -0.195,
    "alone.other": 0.698,
    "parted": -1.012,
    "rule.alike": 1.513,
    "rule.blocks": 0.62,
    "rule.clause": -0.093,
    "rule.denied": -0.581,
    "rule.differ": -0.83,
    "rule.differ.direct": 0.592,
    "rule.differ.indirect": -0.582,
    "rule.differ.mixed": 0.114,
    "rule.differ.other": -0.953,
    "rule.differ.score": -0.471,
    "rule.direct.before": -0.96,
    "rule.direct.behind": 0.04,
    "rule.doubted": -0.492,
    "rule.indirect.according-to": -0.565,
    "rule.indirect.aside": -0.218,
    "rule.indirect.clause": 0.189,
    "rule.indirect.gerund": 0.172,
    "rule.indirect.infinitive": 0.654,
    "rule.indirect.noun": 0.971,
    "rule.known": -0.607,
    "rule.long": -0.276,
    "rule.mixed.named": -0.744,
    "rule.nested": -0.34,
    "rule.other": 0.634,
    "rule.over": 0.31,
    "rule.parts": -0.069,
    "rule.quoted": 0.379,
    "rule.same": 0.376,
    "rule.same.score": 0.883,
    "rule.short": -0.019,
    "rule.sourceless": -0.15,
    "rule.unseen": 0.315,
    "sources.agree": 1.903,
    "tagger.alike": 2.154,
    "tagger.alone": 0.279,
    "tagger.alone.score": 0.863,
    "tagger.blocks": 0.219,
    "tagger.clause": -0.514,
    "tagger.denied": -0.935,
    "tagger.differ": -0.451,
    "tagger.differ.direct": 0.018,
    "tagger.differ.indirect": -0.562,
    "tagger.differ.mixed": -0.298,
    "tagger.differ.other": 0.39,
    "tagger.differ.score": 0.527,
    "tagger.direct.before": 0.402,
    "tagger.direct.behind": -0.384,
    "tagger.indirect.according-to": -0.37,
    "tagger.indirect.aside": 0.077,
    "tagger.indirect.clause": 0.403,
    "tagger.indirect.gerund": -0.361,
    "tagger.indirect.infinitive": -0.39,
    "tagger.indirect.noun": 0.079,
    "tagger.known": -0.04,
    "tagger.long": 0.5,
    "tagger.mixed.named": -0.298,
    "tagger.nested": -0.161,
    "tagger.other": 0.39,
    "tagger.parts": -0.064,
    "tagger.quoted": -0.433,
    "tagger.short": 0.12,
    "tagger.sourceless": -0.546,
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
