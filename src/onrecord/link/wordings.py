"""How much two wordings say the same: character runs and telling words, each weighed by how rare its word is.

Neither side needs to be a quotation, and a cut quotation is like the whole it was cut from: likeness is measured
against both wordings and against the shorter one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.text.rarity import rarity
from onrecord.text.stem import stem
from onrecord.text.tokens import find_word_parts

if TYPE_CHECKING:
    from collections.abc import Mapping

_COMMON_WORD = 0.12
"""What a function word weighs beside a rare word's 1.12."""

_GRAMS = (3, 4)

_NEGATIONS = frozenset(
    {"not", "no", "never", "none", "nobody", "nothing", "neither", "nor", "without", "cannot"}
)

_WHOLE, _SHORTER, _TERMS = 0.45, 0.25, 0.3
"""What the three measures contribute: both wholes, the shorter whole, telling words."""


@dataclass(frozen=True, slots=True)
class Features:
    """What is compared of one wording: weights of its character runs and of its telling words."""

    grams: Mapping[str, float]
    length: float
    terms: Mapping[str, float]
    negated: bool
    words: int


def read_features(text: str) -> Features:
    """Return the features of a wording."""
    grams: dict[str, float] = {}
    terms: dict[str, float] = {}
    count = 0
    negated = False
    for word in find_word_parts(text):
        count += 1
        negated = negated or word.key in _NEGATIONS
        weight = 1.0 if word.key[0].isdigit() else rarity(word.key)
        if weight or word.key in _NEGATIONS:
            terms[stem(word.key)] = max(weight, 0.3)
        padded = f" {word.key} "
        for size in _GRAMS:
            for start in range(max(1, len(padded) - size + 1)):
                gram = padded[start : start + size]
                grams[gram] = grams.get(gram, 0.0) + _COMMON_WORD + weight
    length = math.sqrt(sum(value * value for value in grams.values()))
    return Features(grams, length, terms, negated, count)


def relate_features(first: Features, second: Features) -> float:
    """Return how much two wordings say the same, from 0.0 to 1.0."""
    if not first.length or not second.length:
        return 0.0
    return (
        _WHOLE * _cosine(first, second)
        + _SHORTER * contained(first.grams, second.grams)
        + _TERMS * contained(first.terms, second.terms)
    )


def _cosine(first: Features, second: Features) -> float:
    few, many = sorted((first.grams, second.grams), key=len)
    total = sum(value * many[gram] for gram, value in few.items() if gram in many)
    return total / (first.length * second.length)


def contained(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Return the shared weight as a share of the lighter side's weight."""
    lighter = min(sum(first.values()), sum(second.values()))
    if not lighter:
        return 0.0
    few, many = sorted((first, second), key=len)
    return min(1.0, sum(min(value, many[key]) for key, value in few.items() if key in many) / lighter)
