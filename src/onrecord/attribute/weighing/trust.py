"""How likely a reading is right: a table of weights, fitted by `training/weigh.py`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST: Final = 0.24
"""Chance from which a reading is kept: the least at which the end-to-end F1 on the reports kept back from training the
tagger is within eight thousandths of its highest."""
NAMED: Final = 0.25
"""The same for what is held of a thing only named, of which the stories count nothing: the highest at which the recall of
indirect speech on those reports falls by no more than three thousandths."""
STRICT: Final = 0.17
"""The same for the stories: from here one is kept where only clauses, infinitives and quotations are wanted."""
CERTAIN: Final = 0.921
"""As fitted, 0.927, less what keeps a quarter of all certain though the bare surname of several people is likely at most."""
LIKELY: Final = 0.69
BIAS: Final = -0.576
WEIGHTS: Final[Mapping[str, float]] = {
    "alone.direct.before": 0.302,
    "alone.direct.behind": -0.396,
    "alone.indirect.according-to": 0.267,
    "alone.indirect.aside": -0.242,
    "alone.indirect.clause": 0.162,
    "alone.indirect.gerund": 0.031,
    "alone.indirect.infinitive": -0.008,
    "alone.indirect.noun": 0.136,
    "alone.mixed.named": -0.443,
    "alone.other": -0.119,
    "new.far": 0.356,
    "new.near": 0.14,
    "parted": -0.619,
    "reach.far": -0.317,
    "reach.near": -0.359,
    "rule.alike": 1.122,
    "rule.blocks": 0.155,
    "rule.clause": -0.197,
    "rule.denied": 0.045,
    "rule.differ": -0.376,
    "rule.differ.direct": 0.074,
    "rule.differ.indirect": -0.504,
    "rule.differ.mixed": 0.104,
    "rule.differ.other": -0.05,
    "rule.differ.score": -0.029,
    "rule.direct.before": -0.426,
    "rule.direct.behind": -0.061,
    "rule.doubted": -0.01,
    "rule.indirect.according-to": 0.066,
    "rule.indirect.aside": -0.462,
    "rule.indirect.clause": -0.116,
    "rule.indirect.gerund": 0.357,
    "rule.indirect.infinitive": 0.082,
    "rule.indirect.noun": 0.623,
    "rule.known": -0.063,
    "rule.long": -0.079,
    "rule.mixed.named": -0.084,
    "rule.nested": 0.029,
    "rule.other": -0.125,
    "rule.over": -0.214,
    "rule.parts": 0.547,
    "rule.quoted": 0.098,
    "rule.same": 0.541,
    "rule.same.score": 0.821,
    "rule.short": -0.143,
    "rule.sourceless": 0.048,
    "rule.unseen": -0.098,
    "sources.agree": 0.93,
    "tagger.alike": 0.438,
    "tagger.alone": 0.235,
    "tagger.alone.score": 0.757,
    "tagger.blocks": 0.106,
    "tagger.clause": -0.091,
    "tagger.denied": -0.037,
    "tagger.differ": -0.089,
    "tagger.differ.direct": -0.161,
    "tagger.differ.indirect": -0.196,
    "tagger.differ.mixed": 0.198,
    "tagger.differ.other": 0.07,
    "tagger.differ.score": 0.539,
    "tagger.direct.before": 0.036,
    "tagger.direct.behind": -0.197,
    "tagger.indirect.according-to": -0.473,
    "tagger.indirect.aside": 0.028,
    "tagger.indirect.clause": 0.227,
    "tagger.indirect.gerund": -0.244,
    "tagger.indirect.infinitive": 0.381,
    "tagger.indirect.noun": -0.115,
    "tagger.known": 0.204,
    "tagger.long": 0.015,
    "tagger.mixed.named": 0.198,
    "tagger.nested": 0.009,
    "tagger.other": 0.07,
    "tagger.parts": 0.384,
    "tagger.quoted": 0.186,
    "tagger.short": 0.282,
    "tagger.sourceless": -0.145,
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
