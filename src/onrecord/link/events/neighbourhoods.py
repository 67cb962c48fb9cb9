"""Which reports are near which: an index that grows with the pile, and a look-up of what an addition touches.

Reports are looked up by their telling terms. A term that many have brings each one only those next to it in time, so that
work grows with the pile and not with its square. What an addition does not touch is not looked at again.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field, replace
from statistics import median
from typing import TYPE_CHECKING

from onrecord.link.events.likeness import cosine, frozen_weights, telling_terms
from onrecord.link.events.pair_rows import PairRows
from onrecord.link.groups.groups import pair_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from onrecord.link.events.likeness import Weights
    from onrecord.link.events.outline import Outline

Place = tuple[int, str]
"""A day's ordinal, 0 if none is given, and a report id: the order in which reports with one term stand."""

_SHORT_LIST = 24
"""Reports that share a term are all compared where there are so few of them."""

_REACH = 4
"""In longer lists each is compared with so many on either side of it."""

_MOST_NEIGHBOURS = 60
NEAR = 0.06
"""Reports less alike than this, by frozen weights, are no neighbours."""


@dataclass(frozen=True, slots=True)
class Neighbourhoods:
    """Reports by telling term, and the likeness of those that are near each other, by frozen weights.

    A value: `add_outlines` returns another. `weighed` are weights that were asked for before: they follow from an outline
    alone, so that all values that hold it may share them.
    """

    outlines: Mapping[str, Outline] = field(default_factory=dict[str, "Outline"])
    terms: Mapping[str, Sequence[str]] = field(default_factory=dict[str, "Sequence[str]"])
    places: Mapping[str, Sequence[Place]] = field(default_factory=dict[str, "Sequence[Place]"])
    likeness: PairRows = field(default_factory=PairRows)
    weighed: dict[str, Weights] = field(default_factory=dict[str, "Weights"], compare=False, repr=False)

    def weigh(self, report_id: str) -> Weights:
        """Return the weights of a report's terms by the language alone."""
        if report_id not in self.weighed:
            self.weighed[report_id] = frozen_weights(self.outlines[report_id])
        return self.weighed[report_id]

    def nearest(self, report_id: str) -> list[str]:
        """Return the sixty reports most like this one, itself first."""
        likeness = self.likeness[report_id]
        # Sorting keeps what is equal in its order, also in reverse: ties go to the smaller id.
        found = sorted(sorted(likeness), key=likeness.__getitem__, reverse=True)
        return [report_id, *found[:_MOST_NEIGHBOURS]]

    def crowd(self, report_id: str) -> float:
        """Return how alike a report is to its neighbours at the median; 0.0 where it has none."""
        found = sorted(self.likeness[report_id].values(), reverse=True)[:_MOST_NEIGHBOURS]
        return median(found) if found else 0.0

    def are_compared(self, first: str, second: str) -> bool:
        """Tell whether a term brings two reports together."""
        shared = set(self.terms[first]).intersection(self.terms[second])
        place = self.outlines[first].day or 0, first
        return any(second in _reached(self.places[term], place) for term in shared)


def add_outlines(known: Neighbourhoods, outlines: Mapping[str, Outline]) -> tuple[Neighbourhoods, set[str]]:
    """Return the index with these reports in it, and the reports whose neighbours are others than before.

    Args:
        known: stays as it is.
        outlines: by report id; those that are known already are passed over.
    """
    added = {key: outlines[key] for key in sorted(outlines.keys() - known.outlines.keys())}
    weights = {key: frozen_weights(found) for key, found in added.items()}
    terms = {key: telling_terms(found) for key, found in weights.items()}
    new_places = place_terms({key: added[key].day for key in added}, terms)
    grown = Neighbourhoods(
        outlines={**known.outlines, **added},
        terms={**known.terms, **terms},
        places={
            **known.places,
            **{term: sorted([*known.places.get(term, ()), *new]) for term, new in new_places.items()},
        },
        likeness=known.likeness,
        weighed={**known.weighed, **weights},
    )
    likeness: dict[str, dict[str, float]] = {key: {} for key in added}
    _add_met(grown, new_places, likeness)
    _drop_lost(grown, known, new_places, likeness)
    return replace(grown, likeness=known.likeness.with_rows(likeness)), set(likeness)


def place_terms(days: Mapping[str, int | None], terms: Mapping[str, Sequence[str]]) -> dict[str, list[Place]]:
    """Return the places of the reports that have each term, in the order of `days`."""
    places: dict[str, list[Place]] = {}
    for key, day in days.items():
        for term in terms[key]:
            places.setdefault(term, []).append((day or 0, key))
    return places


def _add_met(
    grown: Neighbourhoods, new_places: Mapping[str, Sequence[Place]], likeness: dict[str, dict[str, float]]
) -> None:
    """Add the likeness of new reports to those that a term brings them together with."""
    met: dict[str, set[str]] = {}
    for term, new in new_places.items():
        for place in new:
            met.setdefault(place[1], set()).update(_reached(grown.places[term], place))
    for key, others in met.items():
        for other in others:
            if other == key or (other < key and key in met.get(other, ())):
                continue
            first, second = pair_key(key, other)
            score = cosine(grown.weigh(first), grown.weigh(second))
            if score >= NEAR:
                _own(likeness, grown, key)[other] = score
                _own(likeness, grown, other)[key] = score


def _drop_lost(
    grown: Neighbourhoods,
    known: Neighbourhoods,
    new_places: Mapping[str, Sequence[Place]],
    likeness: dict[str, dict[str, float]],
) -> None:
    """Drop the likeness of pairs that new reports have come between, unless another term still brings them up."""
    for term, new in new_places.items():
        for first, second in _parted(known.places.get(term, ()), grown.places[term], new):
            if second in known.likeness[first] and not grown.are_compared(first, second):
                _own(likeness, grown, first).pop(second, None)
                _own(likeness, grown, second).pop(first, None)


def _own(likeness: dict[str, dict[str, float]], grown: Neighbourhoods, key: str) -> dict[str, float]:
    """Return the neighbours of a report for writing: a copy of those it had, since these are another's."""
    if key not in likeness:
        likeness[key] = dict(grown.likeness[key])
    return likeness[key]


def _reached(places: Sequence[Place], place: Place) -> Iterator[str]:
    """Yield the reports that one of a list is compared with, itself among them."""
    if len(places) > _SHORT_LIST:
        index = bisect_left(places, place)
        places = places[max(0, index - _REACH) : index + _REACH + 1]
    for _, key in places:
        yield key


def _parted(
    before: Sequence[Place], after: Sequence[Place], new: Iterable[Place]
) -> Iterator[tuple[str, str]]:
    """Yield pairs of a list that may have been compared before `new` came and may be no longer."""
    if len(after) <= _SHORT_LIST:
        return
    if len(before) <= _SHORT_LIST:
        windows = [before]
    else:
        indexes = sorted({bisect_left(before, place) for place in new})
        windows = [before[max(0, index - _REACH) : index + _REACH] for index in indexes]
    for window in windows:
        for index, (_, first) in enumerate(window):
            for _, second in window[index + 1 :]:
                yield first, second
