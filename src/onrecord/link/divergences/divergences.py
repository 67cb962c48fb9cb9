"""Plain facts that two reports of one event give differently. No side is taken.

Each slot has a module that finds what a report puts into it: counts and sums, days and years, bodies and places, holders of
offices; between the wordings of one statement numbers, days, names, modalities and negations are sought. What can both be
right diverges from nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.link.divergences.counts import count_alike, find_counts
from onrecord.link.divergences.exchanged import find_exchanged
from onrecord.link.divergences.fillers import compare_fillers
from onrecord.link.divergences.gatherings import find_bodies, find_places, name_one_place, share_members
from onrecord.link.divergences.happened import find_days, find_weekdays, find_years, may_be_one_day, never
from onrecord.link.divergences.identified import find_identified, may_be_one_name
from onrecord.link.divergences.named_holders import find_holders
from onrecord.link.divergences.negations import find_contradictions, find_negations
from onrecord.link.divergences.reworded import find_reworded
from onrecord.link.divergences.scenes import find_scenes, may_be_one_scene
from onrecord.link.divergences.sums import find_sums, sum_alike
from onrecord.model.statement import Slot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from onrecord.link.divergences.fillers import Filler
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.report import Report
    from onrecord.model.statement import Divergence, Entity, Event, Statement

_SLOTS: tuple[
    tuple[Slot, Callable[[Report], Iterable[Filler]], Callable[[Filler, Filler], bool]],
    ...,
] = (
    (Slot.NUMBER, find_counts, count_alike),
    (Slot.NUMBER, find_sums, sum_alike),
    (Slot.DATE, find_days, may_be_one_day),
    (Slot.DATE, find_years, may_be_one_day),
    (Slot.DATE, find_weekdays, never),
    (Slot.BODY, find_bodies, share_members),
    (Slot.PLACE, find_places, name_one_place),
    (Slot.PLACE, find_scenes, may_be_one_scene),
    (Slot.NAME, find_identified, may_be_one_name),
)

NOTHING_FOUND: Final[Mapping[tuple[str, ...], tuple[Divergence, ...]]] = {}


def find_divergences(
    events: Sequence[Event],
    readings: Mapping[str, Reading],
    *,
    statements: Iterable[Statement] = (),
    entities: Iterable[Entity] = (),
    between: Mapping[tuple[str, ...], Iterable[Divergence]] = NOTHING_FOUND,
) -> tuple[Divergence, ...]:
    """Find what two reports of one event, or of one statement, give differently.

    Args:
        events: with the reports of each.
        readings: by report id.
        statements: with their variants.
        entities: who is who, so that two names of one person are no two.
        between: what `find_between_reports` tells of events, by their report ids, where that was asked before.

    Returns:
        One divergence for each pair of places, sorted.
    """
    reports = {key: reading.report for key, reading in readings.items()}
    attributions = {one.id: one for reading in readings.values() for one in reading.attributions}
    entity_of = {chain_id: entity.id for entity in entities for chain_id in entity.chain_ids}
    told = tuple(statements)
    found = set(find_between_wordings(told, attributions, reports))
    for event in events:
        if len(event.report_ids) > 1:
            told_between = between.get(event.report_ids)
            found.update(
                find_between_reports(event.report_ids, reports) if told_between is None else told_between
            )
            found.update(find_holders(event.report_ids, readings, entity_of))
    return tuple(leave_repeated(found))


def find_between_reports(report_ids: Sequence[str], reports: Mapping[str, Report]) -> tuple[Divergence, ...]:
    """Find what the reports of one event tell differently, who is who left aside: it depends on nothing else.

    Args:
        report_ids: of the event, sorted.
        reports: by id.
    """
    found: list[Divergence] = []
    for slot, find, agree in _SLOTS if len(report_ids) > 1 else ():
        fillers = [filler for key in report_ids for filler in find(reports[key])]
        found += compare_fillers(fillers, reports, slot=slot, agree=agree)
    return tuple(found)


def find_between_wordings(
    statements: Iterable[Statement], attributions: Mapping[str, Attribution], reports: Mapping[str, Report]
) -> Iterator[Divergence]:
    """Find where two wordings of one statement diverge.

    Args:
        statements: with their variants.
        attributions: all attributions of the statements, by id.
        reports: by id.
    """
    told = tuple(statements)
    yield from find_negations(told, attributions, reports)
    yield from find_contradictions(told, attributions, reports)
    yield from find_reworded(told, attributions, reports)
    yield from find_exchanged(told, attributions, reports)


def leave_repeated(found: Iterable[Divergence]) -> Iterator[Divergence]:
    """Sort divergences, and leave out what stands at the places of another one in the same slot: a number of a wording is a count as well."""
    kept: dict[tuple[Slot, str, str], list[Divergence]] = {}
    for one in sorted(found, key=lambda one: (one.between, one.slot, one.note)):
        key = (one.slot, one.between[0].report_id, one.between[1].report_id)
        if not any(_overlap(one, other) for other in kept.get(key, ())):
            kept.setdefault(key, []).append(one)
            yield one


def _overlap(one: Divergence, other: Divergence) -> bool:
    pairs = zip(one.between, other.between, strict=True)
    return all(mine.span.overlaps(theirs.span) for mine, theirs in pairs)
