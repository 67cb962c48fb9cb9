"""Which events belong together over time: the same actors in the same matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.candidates import find_candidates
from onrecord.link.events import cosine, telling_terms
from onrecord.link.groups import group_connected
from onrecord.model.ids import shared_id
from onrecord.model.statement import Story

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.link.outline import Outline
    from onrecord.model.statement import Event

_SAME_ACTORS = 0.2
_SAME_MATTER = 0.1
"""Likeness of names and of words from which two reports of different events belong to one story."""


def group_events(events: Sequence[Event], outlines: Mapping[str, Outline]) -> tuple[Story, ...]:
    """Chain events whose reports share actors and matter. An event with no such neighbour is a story of its own."""
    event_of = {report_id: event.id for event in events for report_id in event.report_ids}
    ordered = sorted(outlines.values(), key=lambda outline: (outline.day or 0, outline.report_id))
    candidates = find_candidates({outline.report_id: telling_terms(outline) for outline in ordered})
    chained = [
        (event_of[a], event_of[b])
        for a, b in candidates
        if event_of[a] != event_of[b] and _share_story(outlines[a], outlines[b])
    ]
    by_id = {event.id: event for event in events}
    return tuple(_story([by_id[event_id] for event_id in group]) for group in group_connected(by_id, chained))


def _share_story(first: Outline, second: Outline) -> bool:
    return (
        cosine(first.names, second.names) >= _SAME_ACTORS
        and cosine(first.words, second.words) >= _SAME_MATTER
    )


def _story(events: Sequence[Event]) -> Story:
    ordered = sorted(events, key=_when)
    largest = min(ordered, key=lambda event: (-len(event.report_ids), event.id))
    return Story(
        id=shared_id("t", (event.id for event in ordered)),
        title=largest.what,
        event_ids=tuple(event.id for event in ordered),
    )


def _when(event: Event) -> tuple[int, str]:
    """Order events by their first possible day; events of unknown time come last."""
    known = event.date.earliest.toordinal() if event.date and event.date.earliest else 10**7
    return known, event.id
