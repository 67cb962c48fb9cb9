"""How much the news of two reports is alike, seen against the reports around them.

A word tells two events apart only where it is rare among the reports that resemble both. So each report's terms are
weighed by how few of its neighbourhood have them (`onrecord.link.neighbourhoods`), and by their rarity in the language,
which tells what a report is about at all: where every neighbour is of the one event, its own subject is no less telling.
What is in no neighbourhood of a report cannot change its likeness to another (docs/adr/0010-grouping-is-local.md).
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from itertools import compress
from typing import TYPE_CHECKING, Final

from onrecord.link.held_terms import HeldTerms
from onrecord.text.rarity import stem_rarity

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.link.outline import Outline

Weights = dict[str, float]

_TELLING_TERMS = 24
"""Terms of a report by which it is looked up."""

_FROZEN_POWER, _LOCAL_POWER = 0.5, 0.7
"""How much a term's rarity in the language, and in the neighbourhood, count for its weight."""

_EVIDENCE: Final = {
    "none": -5.0,
    "language": 8.0,
    "words": 4.5,
    "names": 6.3,
    "numbers": 3.6,
    "weekday": 1.4,
    "date": 1.6,
    "other_year": -1.0,
    "other_day": -5.0,
    "each_day": -0.5,
    "phrases": -1.7,
    "no_phrases": -3.0,
    "crowd": -0.7,
    "crowd_no_phrases": -2.7,
    "crowd_other_weekday": -2.1,
}
"""What speaks for one event, and against it, in logits: a logistic regression over pairs of three labelled sets
(tests/eval), rounded; what counts in a crowd is chosen on stories of several events. A tenth more or less of any of them
changes next to nothing. Sharing phrases speaks for copies, which the words they share have spoken for already."""

_CROWD = (0.2, 0.4)
"""Median likeness to their neighbours, by frozen weights, of two reports that stand in no crowd and in a dense one.

In a pile of one story all reports are alike; there, the wording of one occasion and its weekday must tell."""

_SAME_DATE = 2
"""Days between two printed dates of one happening and its report."""

_MOST_DAYS = 30
"""Days between two given dates from which more say no more."""

MOST_DAYS_APART: Final = 14
"""Given days between the publishing of two reports of one happening; what is told later is a later happening's news."""

NEVER: Final = -math.inf
"""The logits of two reports that nothing else can bring together."""

_ENOUGH_IN_TITLE = 3
"""Telling words that two titles share if these alone are to speak for one event: "Town diary" names no happening."""

_ENOUGH_PHRASES = 4
"""Phrases of their own that two reports of one happening share, if both are long."""

_PHRASE_WORTH = 0.5
_LONG_PASSAGE = 8

_PHRASES_MISSED = (100, 300)
"""By the words of the shorter report: from where on sharing no phrase says something, and from where on it says all."""

_FEW_NEIGHBOURS = 3
_SHARE_OF_NEIGHBOURS = 0.4
"""A phrase that a larger share of the neighbourhood has is the story's, not the happening's."""

_SAME_LANGUAGE = 5
"""Function words, of twelve, that two reports in one language share among their most frequent."""


@dataclass(frozen=True, slots=True)
class Profile:
    """A report's terms weighed within its neighbourhood, each kind of length 1.0, and phrases it has in common there.

    `crowd` is how alike the report is to its neighbours at the median, by frozen weights.
    """

    words: Weights
    names: Weights
    numbers: Weights
    phrases: frozenset[int]
    crowd: float


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


def frozen_weights(found: Outline) -> Weights:
    """Weigh the terms of a report by the language alone, at length 1.0."""
    return scaled({term: count * frozen_weight(term) for term, count in found.terms.items()})


def scaled(weights: Weights) -> Weights:
    """Return the weights at Euclidean length 1.0; none where there are none."""
    length = math.sqrt(sum(weight * weight for weight in weights.values()))
    return {term: weight / length for term, weight in weights.items()} if length else {}


@lru_cache(maxsize=1 << 16)
def _damped_weight(term: str) -> float:
    return float(frozen_weight(term) ** _FROZEN_POWER)


@lru_cache(maxsize=1 << 13)
def _local_weight(near: int, held: int) -> float:
    return float(math.log(1.0 + near / held) ** _LOCAL_POWER)


def profile_within(
    found: Outline, near: Sequence[Outline], crowd: float, held_terms: HeldTerms | None = None
) -> Profile:
    """Weigh a report's terms by how few of its neighbourhood (itself included) have them.

    Args:
        found: of the report.
        near: of its neighbourhood.
        crowd: how alike it is to its neighbours.
        held_terms: what is remembered of these reports from other profiles.
    """
    held_terms = held_terms or HeldTerms()
    held = held_terms.count(found, near)
    weights = {
        term: count * _damped_weight(term) * _local_weight(len(near), number)
        for (term, count), number in zip(found.terms.items(), held, strict=True)
    }
    most = _FEW_NEIGHBOURS if len(near) <= _FEW_NEIGHBOURS else max(2.0, len(near) * _SHARE_OF_NEIGHBOURS)
    return Profile(
        words=scaled({term: weight for term, weight in weights.items() if not term.startswith("#")}),
        names=scaled({term: weight for term, weight in weights.items() if term in found.names}),
        numbers=scaled({term: weight for term, weight in weights.items() if term.startswith("#")}),
        phrases=frozenset(
            [phrase for phrase, count in held_terms.count_phrases(found, near).items() if 1 < count <= most]
        ),
        crowd=crowd,
    )


def relate_reports(
    outlines: tuple[Outline, Outline], profiles: tuple[Profile, Profile], language: float
) -> float:
    """Return how likely two reports are of one event, in logits; `NEVER` of those that may not be one.

    Args:
        outlines: of both reports.
        profiles: of both, in the same order.
        language: their cosine by frozen weights.
    """
    return weigh_pair(outlines, profiles, language) if may_be_one(*outlines) else NEVER


def weigh_pair(
    outlines: tuple[Outline, Outline], profiles: tuple[Profile, Profile], language: float
) -> float:
    """Return the same of two reports that may be one."""
    a, b = profiles
    cosines = cosine(a.words, b.words), cosine(a.names, b.names), cosine(a.numbers, b.numbers)
    return weigh_cosines(outlines, profiles, language, cosines)


def weigh_cosines(
    outlines: tuple[Outline, Outline],
    profiles: tuple[Profile, Profile],
    language: float,
    cosines: tuple[float, float, float],
) -> float:
    """Return the same where the cosines of their words, names and numbers are known."""
    first, second = outlines
    a, b = profiles
    words, names, numbers = cosines
    start, stop = _CROWD
    crowd = min(1.0, max(0.0, ((a.crowd + b.crowd) / 2 - start) / (stop - start)))
    return (
        _EVIDENCE["none"]
        + _EVIDENCE["crowd"] * crowd
        + _EVIDENCE["language"] * language
        + _EVIDENCE["words"] * words
        + _EVIDENCE["names"] * names
        + _EVIDENCE["numbers"] * numbers
        + _weigh_phrases(outlines, a.phrases & b.phrases, crowd)
        + _weigh_marks(first, second, crowd)
        + _weigh_days(first.day, second.day)
    )


def may_be_one(first: Outline, second: Outline) -> bool:
    """Tell whether two reports may be of one event at all: near in time, and with common ground."""
    return not _are_far_apart(first.day, second.day) and _share_telling(first, second)


def _are_far_apart(first: int | None, second: int | None) -> bool:
    return first is not None and second is not None and abs(first - second) > MOST_DAYS_APART


def _share_telling(first: Outline, second: Outline) -> bool:
    """Tell whether two reports share a name, a number or a telling word, not in a title such as "Short note" alone.

    A report of a boat that capsized and one of a rhubarb fair may share "brought", "early" and a weekday, but no news.
    """
    shared = first.telling & second.telling
    if len(shared) >= _ENOUGH_IN_TITLE:
        return True
    shared |= first.naming & second.naming
    if len(shared) >= _ENOUGH_IN_TITLE:
        return True
    return any(not shared.isdisjoint(one.told or one.terms) for one in (first, second))


def _weigh_phrases(outlines: tuple[Outline, Outline], shared: frozenset[int], crowd: float) -> float:
    first, second = outlines
    if len(first.function_words & second.function_words) < _SAME_LANGUAGE:
        return 0.0
    share = min(1.0, _shared_runs(first.phrases, shared) / _ENOUGH_PHRASES) if shared else 0.0
    missed = (1.0 - share) * _expected(min(first.words, second.words))
    return (
        _EVIDENCE["phrases"] * share
        + (_EVIDENCE["no_phrases"] + _EVIDENCE["crowd_no_phrases"] * crowd) * missed
    )


def _weigh_marks(first: Outline, second: Outline, crowd: float) -> float:
    """Weigh the weekdays, dates and years that both print."""
    points = 0.0
    if first.weekdays and second.weekdays:
        same = bool(first.weekdays & second.weekdays)
        points += _EVIDENCE["weekday"] if same else _EVIDENCE["crowd_other_weekday"] * crowd
    if any(abs(a - b) <= _SAME_DATE for a in first.year_days for b in second.year_days):
        points += _EVIDENCE["date"]
    if first.year and second.year and first.year != second.year:
        points += _EVIDENCE["other_year"]
    return points


def _weigh_days(first: int | None, second: int | None) -> float:
    if first is None or second is None or first == second:
        return 0.0
    return _EVIDENCE["other_day"] + _EVIDENCE["each_day"] * min(abs(first - second), _MOST_DAYS)


def _expected(words: int) -> float:
    """Return how much shared phrases are to be expected, by the words of the shorter report."""
    start, stop = _PHRASES_MISSED
    return min(1.0, max(0.0, (words - start) / (stop - start)))


def _shared_runs(phrases: Sequence[int], shared: frozenset[int]) -> float:
    """Add up the passages made of shared phrases: one phrase is half of a passage, eight are four and no more."""
    worth = 0.0
    length = 0
    last = -1
    for index in compress(range(len(phrases)), map(shared.__contains__, phrases)):
        length = length + 1 if index - last == 1 else 1
        worth += _PHRASE_WORTH if length <= _LONG_PASSAGE else 0.0
        last = index
    return worth
