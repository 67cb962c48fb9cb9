"""How likely one report is of the same event as each of many others, from their profiles: all in arrays at once.

A report that is new changes the profiles of all it is near, and each of these is set against all its neighbours: that is
most of what grouping costs, and of what adding a report to a large pile does.
"""

from __future__ import annotations

from itertools import compress
from typing import TYPE_CHECKING, Final

import numpy as np

from onrecord.link.events.held_terms import KINDS
from onrecord.link.events.likeness import SAME_LANGUAGE

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from onrecord.link.events.held_terms import HeldTerms
    from onrecord.link.events.outline import Outline
    from onrecord.link.events.profiles import Profile

    Numbers = npt.NDArray[np.int64]
    Points = npt.NDArray[np.float64]

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

_ENOUGH_PHRASES = 4
"""Phrases of their own that two reports of one happening share, if both are long."""

_PHRASE_WORTH = 0.5
_LONG_PASSAGE = 8

_ENDS = 1 << 16
"""Ends of phrases that are told apart, sixteen bits each."""

_PHRASES_MISSED = (100, 300)
"""By the words of the shorter report: from where on sharing no phrase says something, and from where on it says all."""


def relate_to_many(
    own: Profile, others: Sequence[Profile], language: Sequence[float], held_terms: HeldTerms
) -> list[float]:
    """Return how likely a report is of one event with each of several that may be, in logits.

    Args:
        own: the profile of the report.
        others: those of the others.
        language: its cosines with these by frozen weights.
        held_terms: what numbered the terms of all these.
    """
    if not others:
        return []
    start, stop = _CROWD
    crowds = np.array([one.crowd for one in others])
    crowd = _clipped(((own.crowd + crowds) / 2 - start) / (stop - start))
    words, names, numbers = _find_cosines(own, others, held_terms)
    outlines = [one.report.outline for one in others]
    points = (
        _EVIDENCE["none"]
        + _EVIDENCE["crowd"] * crowd
        + _EVIDENCE["language"] * np.array(language)
        + _EVIDENCE["words"] * words
        + _EVIDENCE["names"] * names
        + _EVIDENCE["numbers"] * numbers
        + _weigh_phrases(own, others, crowd)
        + _weigh_marks(own.report.outline, outlines, crowd)
        + _weigh_days(own.report.outline, outlines)
    )
    told: list[float] = points.tolist()
    return told


def _find_cosines(own: Profile, others: Sequence[Profile], held_terms: HeldTerms) -> Points:
    """Return the cosines of words, of names and of numbers, a row each.

    Terms stand in one order in all reports, so that what two share adds up in the same order from either side.
    """
    cells = np.concatenate([one.report.cells for one in others])
    weights = np.concatenate([one.weights for one in others])
    products = held_terms.multiply((own.report.cells, own.weights), (cells, weights))
    # The cells of a report are those of one kind after another.
    sizes = [size for one in others for size in one.report.sizes]
    owners = np.repeat(np.arange(len(sizes)), sizes)
    sums: Points = np.bincount(owners, weights=products, minlength=len(sizes)).astype(np.float64, copy=False)
    return sums.reshape(-1, KINDS).T


def _weigh_phrases(own: Profile, others: Sequence[Profile], crowd: Points) -> Points:
    mine = own.report.outline
    share = np.zeros(len(others))
    for place, shared in _find_shared(own.phrases, [one.phrases for one in others]):
        theirs = others[place].report.outline
        first = mine if mine.report_id < theirs.report_id else theirs
        share[place] = min(1.0, _shared_runs(first.phrases, shared) / _ENOUGH_PHRASES)
    start, stop = _PHRASES_MISSED
    words = np.minimum(np.array([one.report.outline.words for one in others]), mine.words)
    missed = (1.0 - share) * _clipped((words - start) / (stop - start))
    spoken = own.report.function_words
    alike = np.array([(spoken & one.report.function_words).bit_count() >= SAME_LANGUAGE for one in others])
    points = (
        _EVIDENCE["phrases"] * share
        + (_EVIDENCE["no_phrases"] + _EVIDENCE["crowd_no_phrases"] * crowd) * missed
    )
    return np.where(alike, points, 0.0)


def _find_shared(own: Numbers, others: Sequence[Numbers]) -> list[tuple[int, frozenset[int]]]:
    """Return the phrases of each of several that are among one's own, by its place; of those that have any."""
    if not len(own):
        return []
    phrases = np.concatenate(others)
    # Few are shared: most are told from one's own by their last bits, without being looked up.
    ends = np.zeros(_ENDS, np.bool_)
    ends[own & (_ENDS - 1)] = True
    likely = np.nonzero(ends[phrases & (_ENDS - 1)])[0]
    found_at = np.minimum(np.searchsorted(own, phrases[likely]), len(own) - 1)
    held = likely[own[found_at] == phrases[likely]]
    owners = np.repeat(np.arange(len(others)), [len(one) for one in others])[held]
    found: dict[int, list[int]] = {}
    for place, phrase in zip(owners.tolist(), phrases[held].tolist(), strict=True):
        found.setdefault(place, []).append(phrase)
    return [(place, frozenset(several)) for place, several in found.items()]


def _weigh_marks(own: Outline, others: Sequence[Outline], crowd: Points) -> Points:
    """Weigh the weekdays, dates and years that both print."""
    points = np.zeros(len(others))
    if own.weekdays:
        for place, other in enumerate(others):
            if other.weekdays:
                same = not own.weekdays.isdisjoint(other.weekdays)
                points[place] += (
                    _EVIDENCE["weekday"] if same else _EVIDENCE["crowd_other_weekday"] * crowd[place]
                )
    if own.year_days:
        near = {day + apart for day in own.year_days for apart in range(-_SAME_DATE, _SAME_DATE + 1)}
        points += _EVIDENCE["date"] * np.array([not near.isdisjoint(other.year_days) for other in others])
    if own.year:
        years = np.array([other.year or own.year for other in others])
        points += _EVIDENCE["other_year"] * (years != own.year)
    return points


def _weigh_days(own: Outline, others: Sequence[Outline]) -> Points:
    if own.day is None:
        return np.zeros(len(others))
    apart = np.abs(np.array([own.day if other.day is None else other.day for other in others]) - own.day)
    return np.where(
        apart, _EVIDENCE["other_day"] + _EVIDENCE["each_day"] * np.minimum(apart, _MOST_DAYS), 0.0
    )


def _clipped(values: Points) -> Points:
    return np.minimum(1.0, np.maximum(0.0, values))


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
