"""How likely a reading is right: a table of weights, fitted by `training/weigh.py`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST: Final = 0.15
"""Chance from which a reading is kept: the least at which the end-to-end F1 on the reports kept back from training the
tagger is within a point of its highest."""
STRICT: Final = 0.36
"""The same for the stories: from here one is kept where only clauses, infinitives and quotations are wanted."""
CERTAIN: Final = 0.951
LIKELY: Final = 0.71
BIAS: Final = -0.466
WEIGHTS: Final[Mapping[str, float]] = {
    "alone.direct.before": 0.552,
    "alone.direct.behind": -0.019,
    "alone.indirect.according-to": -0.185,
    "alone.indirect.aside": -0.272,
    "alone.indirect.clause": 0.477,
    "alone.indirect.gerund": -0.116,
    "alone.indirect.infinitive": -0.062,
    "alone.indirect.noun": -0.19,
    "alone.mixed.named": -0.275,
    "alone.other": 0.451,
    "new.far": 0.424,
    "new.near": -0.139,
    "parted": -0.442,
    "reach.far": -0.247,
    "reach.near": -0.625,
    "rule.alike": 1.25,
    "rule.blocks": 0.222,
    "rule.clause": 0.27,
    "rule.denied": -0.074,
    "rule.differ": -0.493,
    "rule.differ.direct": 0.186,
    "rule.differ.indirect": -0.671,
    "rule.differ.mixed": 0.129,
    "rule.differ.other": -0.137,
    "rule.differ.score": -0.403,
    "rule.direct.before": -0.653,
    "rule.direct.behind": 0.236,
    "rule.doubted": -0.048,
    "rule.indirect.according-to": -0.212,
    "rule.indirect.aside": -0.107,
    "rule.indirect.clause": 0.149,
    "rule.indirect.gerund": -0.135,
    "rule.indirect.infinitive": 0.354,
    "rule.indirect.noun": 0.501,
    "rule.known": -0.36,
    "rule.long": -0.116,
    "rule.mixed.named": -0.462,
    "rule.nested": -0.026,
    "rule.other": 0.558,
    "rule.over": 0.034,
    "rule.parts": 0.3,
    "rule.quoted": 0.211,
    "rule.same": 0.361,
    "rule.same.score": 0.928,
    "rule.short": -0.067,
    "rule.sourceless": -0.633,
    "rule.unseen": 0.327,
    "sources.agree": 1.403,
    "tagger.alike": 1.336,
    "tagger.alone": 0.383,
    "tagger.alone.score": 0.812,
    "tagger.blocks": 0.178,
    "tagger.clause": -0.107,
    "tagger.denied": -0.373,
    "tagger.differ": -0.611,
    "tagger.differ.direct": -0.235,
    "tagger.differ.indirect": -0.234,
    "tagger.differ.mixed": -0.082,
    "tagger.differ.other": -0.06,
    "tagger.differ.score": 0.736,
    "tagger.direct.before": 0.048,
    "tagger.direct.behind": -0.283,
    "tagger.indirect.according-to": -0.217,
    "tagger.indirect.aside": -0.262,
    "tagger.indirect.clause": 0.177,
    "tagger.indirect.gerund": -0.154,
    "tagger.indirect.infinitive": 0.07,
    "tagger.indirect.noun": 0.152,
    "tagger.known": 0.306,
    "tagger.long": 0.135,
    "tagger.mixed.named": -0.082,
    "tagger.nested": -0.127,
    "tagger.other": -0.06,
    "tagger.parts": -0.011,
    "tagger.quoted": -0.361,
    "tagger.short": 0.025,
    "tagger.sourceless": -0.47,
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
