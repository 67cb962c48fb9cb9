"""Which events belong together over time: the same actors in the same matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from onrecord.link.events.likeness import TELLING_TERMS, frozen_weight
from onrecord.link.events.pair_cosines import WeighedTerms, relate_pairs, weigh_terms
from onrecord.link.groups.candidates import find_candidates
from onrecord.link.groups.groups import group_checked
from onrecord.model.ids import shared_id
from onrecord.model.statement import Story

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from onrecord.link.events.outline import Outline
    from onrecord.link.events.pair_cosines import Numbers
    from onrecord.link.groups.groups import Scores
    from onrecord.model.statement import Event

SAME_STORY = 0.3
"""Average likeness from which two groups of events are one story."""

_ACTORS, _MATTER = 0.5, 0.5
_MONTH = 31
"""Days within which a stretch of time says where in the story an event belongs."""


def group_events(events: Sequence[Event], outlines: Mapping[str, Outline]) -> tuple[Story, ...]:
    """Chain events that share actors and matter. An event with no such neighbour is a story of its own."""
    by_id = {event.id: event for event in sorted(events, key=lambda event: event.id)}
    told = [outlines[report_id] for event in by_id.values() for report_id in event.report_ids]
    terms = sorted(set[str]().union(*(found.terms for found in told)))
    number_of = {term: number for number, term in enumerate(terms)}
    rarities = np.array([frozen_weight(term) for term in terms])
    actors: dict[str, WeighedTerms] = {}
    matter: dict[str, WeighedTerms] = {}
    for key, event in by_id.items():
        members = [outlines[report_id] for report_id in event.report_ids]
        matter[key] = weigh_terms([_number(member.terms, number_of) for member in members], rarities)
        actors[key] = weigh_terms([_number(member.names, number_of) for member in members], rarities)
    ordered = sorted(by_id, key=lambda key: _when(by_id[key]))
    pairs = list(find_candidates({key: actors[key].choose_heaviest(TELLING_TERMS) for key in ordered}))
    count = len(terms)
    scores: Scores = {
        pair: _ACTORS * alike + _MATTER * about
        for pair, alike, about in zip(
            pairs,
            relate_pairs(actors, pairs, terms=count),
            relate_pairs(matter, pairs, terms=count),
            strict=True,
        )
    }
    near = [pair for pair, score in scores.items() if score >= SAME_STORY]
    return tuple(
        _story([by_id[key] for key in group])
        for group in group_checked(by_id, near, scores, at_least=SAME_STORY)
    )


def _number(terms: Collection[str], number_of: Mapping[str, int]) -> Numbers:
    return np.fromiter(map(number_of.__getitem__, terms), np.int64, len(terms))


def _story(events: Sequence[Event]) -> Story:
    ordered = sorted(events, key=_when)
    largest = min(ordered, key=lambda event: (-len(event.report_ids), event.id))
    return Story(
        id=shared_id("t", (event.id for event in ordered)),
        title=largest.what,
        event_ids=tuple(event.id for event in ordered),
    )


def _when(event: Event) -> tuple[int, str]:
    """Order events by their first possible day; events of unknown time, or of a long stretch of it, come last."""
    first = event.date.earliest if event.date else None
    last = event.date.latest if event.date else None
    known = (
        first and last and (event.date.candidates or (last - first).days <= _MONTH) if event.date else None
    )
    return first.toordinal() if first and known else 10**7, event.id
