"""How likely a reading is right: a table of weights, fitted by `training/weigh.py`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Final

from onrecord.model.attribution import Level

if TYPE_CHECKING:
    from collections.abc import Mapping

LEAST: Final = 0.2
"""Chance from which a reading is kept: the least at which the end-to-end F1 on the reports kept back from training the
tagger is within eight thousandths of its highest."""
NAMED: Final = 0.25
"""The same for what is held of a thing only named, of which the stories count nothing: the highest at which the recall of
indirect speech on those reports falls by no more than five thousandths."""
STRICT: Final = 0.32
"""The same for the stories: from here one is kept where only clauses, infinitives and quotations are wanted."""
CERTAIN: Final = 0.938
LIKELY: Final = 0.7
BIAS: Final = -0.412
WEIGHTS: Final[Mapping[str, float]] = {
    "alone.direct.before": 0.361,
    "alone.direct.behind": -0.209,
    "alone.indirect.according-to": -0.014,
    "alone.indirect.aside": -0.258,
    "alone.indirect.clause": 0.356,
    "alone.indirect.gerund": -0.116,
    "alone.indirect.infinitive": -0.069,
    "alone.indirect.noun": -0.004,
    "alone.mixed.named": -0.34,
    "alone.other": 0.307,
    "new.far": 0.434,
    "new.near": -0.054,
    "parted": -0.502,
    "reach.far": -0.285,
    "reach.near": -0.628,
    "rule.alike": 1.167,
    "rule.blocks": 0.166,
    "rule.clause": 0.104,
    "rule.denied": -0.009,
    "rule.differ": -0.399,
    "rule.differ.direct": 0.119,
    "rule.differ.indirect": -0.562,
    "rule.differ.mixed": 0.067,
    "rule.differ.other": -0.023,
    "rule.differ.score": -0.322,
    "rule.direct.before": -0.601,
    "rule.direct.behind": 0.239,
    "rule.doubted": 0.007,
    "rule.indirect.according-to": -0.13,
    "rule.indirect.aside": -0.16,
    "rule.indirect.clause": 0.07,
    "rule.indirect.gerund": 0.065,
    "rule.indirect.infinitive": 0.243,
    "rule.indirect.noun": 0.44,
    "rule.known": -0.244,
    "rule.long": -0.104,
    "rule.mixed.named": -0.414,
    "rule.nested": 0.036,
    "rule.other": 0.375,
    "rule.over": -0.17,
    "rule.parts": 0.334,
    "rule.quoted": 0.183,
    "rule.same": 0.511,
    "rule.same.score": 0.861,
    "rule.short": -0.075,
    "rule.sourceless": -0.314,
    "rule.unseen": 0.184,
    "sources.agree": 1.136,
    "tagger.alike": 0.962,
    "tagger.alone": 0.289,
    "tagger.alone.score": 0.793,
    "tagger.blocks": 0.055,
    "tagger.clause": -0.044,
    "tagger.denied": -0.219,
    "tagger.differ": -0.416,
    "tagger.differ.direct": -0.201,
    "tagger.differ.indirect": -0.228,
    "tagger.differ.mixed": 0.019,
    "tagger.differ.other": -0.006,
    "tagger.differ.score": 0.688,
    "tagger.direct.before": 0.065,
    "tagger.direct.behind": -0.266,
    "tagger.indirect.according-to": -0.319,
    "tagger.indirect.aside": -0.205,
    "tagger.indirect.clause": 0.192,
    "tagger.indirect.gerund": -0.163,
    "tagger.indirect.infinitive": 0.145,
    "tagger.indirect.noun": 0.122,
    "tagger.known": 0.255,
    "tagger.long": 0.1,
    "tagger.mixed.named": 0.019,
    "tagger.nested": -0.076,
    "tagger.other": -0.006,
    "tagger.parts": 0.08,
    "tagger.quoted": -0.257,
    "tagger.short": 0.166,
    "tagger.sourceless": -0.381,
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
