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
NAMED: Final = 0.22
"""The same for what is held of a thing only named, of which the stories count nothing: the highest at which the recall of
indirect speech on those reports falls by no more than three thousandths."""
STRICT: Final = 0.28
"""The same for the stories: from here one is kept where only clauses, infinitives and quotations are wanted."""
CERTAIN: Final = 0.943
"""As fitted, 0.946, less what keeps a quarter of all certain though the bare surname of several people is likely at most."""
LIKELY: Final = 0.71
BIAS: Final = -0.331
WEIGHTS: Final[Mapping[str, float]] = {
    "alone.direct.before": 0.528,
    "alone.direct.behind": -0.148,
    "alone.indirect.according-to": -0.013,
    "alone.indirect.aside": -0.406,
    "alone.indirect.clause": 0.351,
    "alone.indirect.gerund": -0.013,
    "alone.indirect.infinitive": -0.185,
    "alone.indirect.noun": -0.004,
    "alone.mixed.named": -0.315,
    "alone.other": 0.278,
    "new.far": 0.463,
    "new.near": 0.053,
    "parted": -0.635,
    "reach.far": -0.286,
    "reach.near": -0.619,
    "rule.alike": 1.16,
    "rule.blocks": 0.185,
    "rule.clause": 0.108,
    "rule.denied": 0.004,
    "rule.differ": -0.42,
    "rule.differ.direct": 0.081,
    "rule.differ.indirect": -0.569,
    "rule.differ.mixed": 0.1,
    "rule.differ.other": -0.033,
    "rule.differ.score": -0.294,
    "rule.direct.before": -0.439,
    "rule.direct.behind": 0.222,
    "rule.doubted": 0.015,
    "rule.indirect.according-to": -0.159,
    "rule.indirect.aside": -0.172,
    "rule.indirect.clause": 0.02,
    "rule.indirect.gerund": 0.105,
    "rule.indirect.infinitive": 0.25,
    "rule.indirect.noun": 0.396,
    "rule.known": -0.234,
    "rule.long": -0.119,
    "rule.mixed.named": -0.422,
    "rule.nested": 0.042,
    "rule.other": 0.403,
    "rule.over": -0.278,
    "rule.parts": 0.341,
    "rule.quoted": 0.155,
    "rule.same": 0.549,
    "rule.same.score": 0.855,
    "rule.short": -0.121,
    "rule.sourceless": -0.455,
    "rule.unseen": 0.352,
    "sources.agree": 1.143,
    "tagger.alike": 1.056,
    "tagger.alone": 0.233,
    "tagger.alone.score": 0.816,
    "tagger.blocks": 0.001,
    "tagger.clause": -0.054,
    "tagger.denied": -0.193,
    "tagger.differ": -0.436,
    "tagger.differ.direct": -0.314,
    "tagger.differ.indirect": -0.254,
    "tagger.differ.mixed": 0.145,
    "tagger.differ.other": -0.012,
    "tagger.differ.score": 0.67,
    "tagger.direct.before": 0.079,
    "tagger.direct.behind": -0.393,
    "tagger.indirect.according-to": -0.295,
    "tagger.indirect.aside": -0.159,
    "tagger.indirect.clause": 0.114,
    "tagger.indirect.gerund": -0.189,
    "tagger.indirect.infinitive": 0.178,
    "tagger.indirect.noun": 0.097,
    "tagger.known": 0.22,
    "tagger.long": 0.1,
    "tagger.mixed.named": 0.145,
    "tagger.nested": 0.003,
    "tagger.other": -0.012,
    "tagger.parts": 0.096,
    "tagger.quoted": -0.268,
    "tagger.short": 0.149,
    "tagger.sourceless": -0.437,
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
