"""How likely a reading is right: a table of weights, fitted by `training/weigh.py`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST: Final = 0.2
"""Chance from which a reading is kept: where the end-to-end F1 was highest on the reports kept back."""
CERTAIN: Final = 0.958
LIKELY: Final = 0.73
BIAS: Final = -0.04
WEIGHTS: Final[Mapping[str, float]] = {
    "alone.direct.before": 1.161,
    "alone.direct.behind": 0.298,
    "alone.indirect.according-to": -0.353,
    "alone.indirect.aside": -1.02,
    "alone.indirect.clause": 0.565,
    "alone.indirect.gerund": -0.095,
    "alone.indirect.infinitive": 0.282,
    "alone.indirect.noun": -0.6,
    "alone.mixed.named": -0.206,
    "alone.other": 0.69,
    "parted": -1.025,
    "rule.alike": 1.523,
    "rule.blocks": 0.623,
    "rule.clause": -0.278,
    "rule.denied": -0.578,
    "rule.differ": -0.834,
    "rule.differ.direct": 0.552,
    "rule.differ.indirect": -0.566,
    "rule.differ.mixed": 0.13,
    "rule.differ.other": -0.95,
    "rule.differ.score": -0.473,
    "rule.direct.before": -0.928,
    "rule.direct.behind": 0.062,
    "rule.doubted": -0.493,
    "rule.indirect.according-to": -0.539,
    "rule.indirect.aside": -0.213,
    "rule.indirect.clause": 0.189,
    "rule.indirect.gerund": 0.21,
    "rule.indirect.infinitive": 0.654,
    "rule.indirect.noun": 0.952,
    "rule.known": -0.579,
    "rule.long": -0.28,
    "rule.mixed.named": -0.745,
    "rule.nested": -0.342,
    "rule.other": 0.647,
    "rule.over": 0.369,
    "rule.parts": -0.07,
    "rule.quoted": 0.389,
    "rule.same": 0.4,
    "rule.same.score": 0.884,
    "rule.short": -0.027,
    "rule.sourceless": -0.17,
    "rule.unseen": 0.354,
    "sources.agree": 1.911,
    "tagger.alike": 2.153,
    "tagger.alone": 0.2,
    "tagger.alone.score": 0.867,
    "tagger.blocks": 0.222,
    "tagger.clause": -0.581,
    "tagger.denied": -0.881,
    "tagger.differ": -0.49,
    "tagger.differ.direct": 0.028,
    "tagger.differ.indirect": -0.599,
    "tagger.differ.mixed": -0.311,
    "tagger.differ.other": 0.391,
    "tagger.differ.score": 0.529,
    "tagger.direct.before": 0.445,
    "tagger.direct.behind": -0.417,
    "tagger.indirect.according-to": -0.359,
    "tagger.indirect.aside": 0.101,
    "tagger.indirect.clause": 0.414,
    "tagger.indirect.gerund": -0.49,
    "tagger.indirect.infinitive": -0.38,
    "tagger.indirect.noun": 0.114,
    "tagger.known": -0.061,
    "tagger.long": 0.495,
    "tagger.mixed.named": -0.311,
    "tagger.nested": -0.152,
    "tagger.other": 0.391,
    "tagger.parts": -0.057,
    "tagger.quoted": -0.401,
    "tagger.short": 0.089,
    "tagger.sourceless": -0.551,
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
