"""Plain facts that two reports of one event give differently. No side is taken.

Each slot has a module that finds what a report puts into it: counts, days, bodies and places of the event's gathering;
negations are sought between the wordings of one statement. What can both be right diverges from nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.counts import count_alike, find_counts
from onrecord.link.fillers import compare_fillers
from onrecord.link.gatherings import find_bodies, find_places, name_one_place, share_members
from onrecord.link.happened import find_days, find_weekdays, may_be_one_day, never
from onrecord.link.negations import find_negations
from onrecord.model.statement import Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from onrecord.link.fillers import Filler
    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report
    from onrecord.model.statement import Divergence, Event, Statement

_SLOTS: tuple[
    tuple[Slot, Callable[[Report], Iterable[Filler]], Callable[[Filler, Filler], bool]],
    ...,
] = (
    (Slot.NUMBER, find_counts, count_alike),
    (Slot.DATE, find_days, may_be_one_day),
    (Slot.DATE, find_weekdays, never),
    (Slot.BODY, find_bodies, share_members),
    (Slot.PLACE, find_places, name_one_place),
)


def find_divergences(
    events: Sequence[Event],
    reports: Mapping[str, Report],
    *,
    statements: Iterable[Statement] = (),
    attributions: Mapping[str, Attribution] | None = None,
) -> tuple[Divergence, ...]:
    """Find what two reports of one event, or of one statement, give differently.

    Args:
        events: with the reports of each.
        reports: by id.
        statements: with their variants.
        attributions: all attributions of the statements, by id.

    Returns:
        One divergence for each pair of places, sorted.
    """
    found = set(find_negations(statements, attributions or {}, reports))
    for event in events:
        if len(event.report_ids) > 1:
            for slot, find, agree in _SLOTS:
                fillers = [filler for key in event.report_ids for filler in find(reports[key])]
                found.update(compare_fillers(fillers, reports, slot=slot, agree=agree))
    return tuple(sorted(found, key=lambda one: (one.between, one.slot, one.note)))
