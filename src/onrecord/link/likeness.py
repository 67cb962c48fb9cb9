"""How much the news of two reports is alike, seen against the reports around them.

A word tells two events apart only where it is rare among the reports that resemble both. So each report has a
neighbourhood, the sixty reports most like it by frozen weights, and its terms are weighed by how few of those have
them. What is in no neighbourhood of a report cannot change its likeness to another
(docs/adr/0010-grouping-is-local.md).
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from itertools import chain, compress
from typing import TYPE_CHECKING

from onrecord.link.candidates import find_candidates
from onrecord.text.rarity import stem_rarity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.groups import Scores
    from onrecord.link.outline import Outline

Weights = dict[str, float]

_WORDS, _NAMES, _NUMBERS = 0.4, 0.35, 0.25
"""What each kind of term contributes: words, names, numbers."""

_TELLING_TERMS = 24
"""Terms of a report by which it is looked up."""

_NEIGHBOURS = 60
_NEIGHBOUR_LIKENESS = 0.06
"""Reports less alike than this, by frozen weights, are no neighbours."""

_FROZEN_POWER, _LOCAL_POWER = 0.5, 0.7
"""How much a term's rarity in the language, and in the neighbourhood, count for its weight."""

_DAYS = 3.0
"""Days between two given dates that lower a likeness to a third."""

_SAME_WEEKDAY, _OTHER_WEEKDAY = 1.3, 0.45
"""What two leads that name the same weekday, or different ones, make of a likeness."""

_ENOUGH_PHRASES = 4
"""Phrases of their own that two reports of one happening share, if both are long."""

_PHRASE_WORTH = 0.5
_LONG_PASSAGE = 8

_PHRASES_MISSED = ((100, 0.0), (240, 0.25), (320, 0.8))
"""By the words of the shorter report: what two reports lose that share no phrase of their own."""

_PHRASES_FOUND = 0.2
"""What they gain that share enough."""

_FEW_NEIGHBOURS = 3
_SHARE_OF_NEIGHBOURS = 0.4
"""A phrase that a larger share of the neighbourhood has is the story's, not the happening's."""

_SAME_LANGUAGE = 5
"""Function words, of twelve, that two reports in one language share among their most frequent."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A report's terms weighed within its neighbourhood, each kind of length 1.0, and its own phrases."""

    words: Weights
    names: Weights
    numbers: Weights
    phrases: frozenset[int]


def score_pairs(outlines: Mapping[str, Outline]) -> Scores:
    """Score every pair of reports that share telling terms.

    Args:
        outlines: by report id.
    """
    frozen = {key: _frozen_weights(found) for key, found in outlines.items()}
    candidates = find_candidates(
        {
            key: telling_terms(frozen[key])
            for key in sorted(outlines, key=lambda key: (outlines[key].day or 0, key))
        }
    )
    near = _neighbourhoods(frozen, candidates)
    profiles = {key: _profile(outlines[key], [outlines[other] for other in near[key]]) for key in outlines}
    return {(a, b): _relate(outlines[a], outlines[b], profiles) for a, b in candidates}


def telling_terms(weights: Mapping[str, float]) -> list[str]:
    """Return the heaviest terms; ties go to the alphabet."""
    ranked = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    return [term for term, _ in ranked[:_TELLING_TERMS]]


def cosine(first: Mapping[str, float], second: Mapping[str, float]) -> float:
    """Return the inner product of two weightings of length 1.0."""
    if len(first) > len(second):
        first, second = second, first
    return sum([weight * second[term] for term, weight in first.items() if term in second])


def frozen_weight(term: str) -> float:
    """Weigh a term by the language alone; long numbers tell more than short ones."""
    return min(1.0, 0.4 + len(term) / 5) if term.startswith("#") else max(stem_rarity(term), 0.05)


def _frozen_weights(found: Outline) -> Weights:
    return scaled({term: count * frozen_weight(term) for term, count in found.terms.items()})


def scaled(weights: Weights) -> Weights:
    """Return the weights at Euclidean length 1.0; none where there are none."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


def _neighbourhoods(
    frozen: Mapping[str, Weights], candidates: Iterable[tuple[str, str]]
) -> dict[str, list[str]]:
    """Return the reports most like each one, itself first."""
    met: dict[str, list[tuple[float, str]]] = {key: [] for key in frozen}
    for a, b in candidates:
        likeness = cosine(frozen[a], frozen[b])
        if likeness >= _NEIGHBOUR_LIKENESS:
            met[a].append((-likeness, b))
            met[b].append((-likeness, a))
    return {key: [key, *(other for _, other in sorted(found)[:_NEIGHBOURS])] for key, found in met.items()}


def _profile(found: Outline, near: Sequence[Outline]) -> Profile:
    """Weigh a report's terms by how few of its neighbourhood (itself included) have them."""
    held = Counter(chain.from_iterable(found.terms.keys() & other.terms.keys() for other in near))
    weights = {
        term: count
        * frozen_weight(term) ** _FROZEN_POWER
        * math.log(1.0 + len(near) / held[term]) ** _LOCAL_POWER
        for term, count in found.terms.items()
    }
    phrase_counts = Counter(chain.from_iterable(found.phrase_set & other.phrase_set for other in near))
    most = _FEW_NEIGHBOURS if len(near) <= _FEW_NEIGHBOURS else max(2.0, len(near) * _SHARE_OF_NEIGHBOURS)
    return Profile(
        words=scaled({term: weight for term, weight in weights.items() if not term.startswith("#")}),
        names=scaled({term: weight for term, weight in weights.items() if term in found.names}),
        numbers=scaled({term: weight for term, weight in weights.items() if term.startswith("#")}),
        phrases=frozenset(phrase for phrase in found.phrase_set if phrase_counts[phrase] <= most),
    )


def _relate(first: Outline, second: Outline, profiles: Mapping[str, Profile]) -> float:
    """Return how much the news of two reports is alike, from 0.0 to about 1.2."""
    a, b = profiles[first.report_id], profiles[second.report_id]
    score = (
        _WORDS * cosine(a.words, b.words)
        + _NAMES * cosine(a.names, b.names)
        + _NUMBERS * cosine(a.numbers, b.numbers)
    )
    if first.day is not None and second.day is not None:
        score *= math.exp(-abs(first.day - second.day) / _DAYS)
    if first.weekdays and second.weekdays:
        score *= _SAME_WEEKDAY if first.weekdays & second.weekdays else _OTHER_WEEKDAY
    share = min(1.0, _shared_runs(first.phrases, a.phrases & b.phrases) / _ENOUGH_PHRASES)
    if len(first.function_words & second.function_words) >= _SAME_LANGUAGE:
        score *= 1.0 - _loss(min(first.words, second.words)) * (1.0 - share)
    return score * (1.0 + _PHRASES_FOUND * share)


def _shared_runs(phrases: Sequence[int], shared: frozenset[int]) -> float:
    """Add up the passages made of shared phrases: one phrase is half of a passage, eight are four and no more."""
    worth = 0.0
    length = 0
    last = -1
    for index in compress(range(len(phrases)), map(shared.__contains__, phrases)) if shared else ():
        length = length + 1 if index - last == 1 else 1
        worth += _PHRASE_WORTH if length <= _LONG_PASSAGE else 0.0
        last = index
    return worth


def _loss(words: int) -> float:
    before = _PHRASES_MISSED[0]
    if words <= before[0]:
        return before[1]
    for point in _PHRASES_MISSED[1:]:
        if words < point[0]:
            return before[1] + (point[1] - before[1]) * (words - before[0]) / (point[0] - before[0])
        before = point
    return before[1]
