"""Who is who over the whole pile: chains of all reports to people, bodies, groups and places.

Persons first by full names, then bare surnames to the one full name they can stand for, then descriptions to the
holder of the office they name. Every join is explained in `Entity.merges`. A join that is not plain is not made:
a speaker listed twice is mended by a reader in a moment, a speaker who stands for two is not seen at all.

Chains meet in an index of keys (family name, office, body name), never pair by pair, so the work grows with the
pile and not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.link.names.body_names import join_bodies
from onrecord.link.names.cards import read_entity
from onrecord.link.names.chain_sets import ChainSets
from onrecord.link.names.known import count_bearers, is_known
from onrecord.link.names.office_holders import join_descriptions
from onrecord.link.names.person_joins import join_full_names, join_surnames
from onrecord.link.names.seats import part_by_place
from onrecord.link.names.wished import join_wished_names
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date

    from onrecord.model.annotation import Chain
    from onrecord.model.attribution import Reading
    from onrecord.model.statement import Entity

_ALWAYS = frozenset({Kind.PERSON, Kind.BODY})


def _find_days(readings: Iterable[Reading]) -> dict[str, date]:
    """Return the day on which each report was published, of those that come with one."""
    found = ((reading.report.id, reading.report.published) for reading in readings)
    return {key: day.earliest for key, day in found if day and day.earliest and day.earliest == day.latest}


def resolve_entities(
    readings: Iterable[Reading],
    groups: Iterable[Sequence[str]] = (),
    *,
    apart: Iterable[tuple[str, str]] = (),
    same: Sequence[tuple[str, str]] = (),
) -> tuple[Entity, ...]:
    """Return the entities of `readings`, sorted by id.

    Chains of persons and bodies belong to an entity where they say who is meant (see `known`); those of groups and places
    where they speak. No chain belongs to two.

    Args:
        readings: the readings of a pile.
        groups: report ids of each event, where they are known: what one report of an event calls "the union",
            another may call "the port workers' union".
        apart: pairs of names, as reports spell them, that a reader has found to be two: this undoes a join.
        same: pairs of names that a reader has found to be one.
    """
    readings = sorted(readings, key=lambda reading: reading.report.id)
    texts = {reading.report.id: reading.report.text for reading in readings}
    event_of = {
        report_id: part
        for group in groups
        for report_id, part in part_by_place({key: texts[key] for key in group}).items()
    }
    speaking = {
        speaker
        for reading in readings
        for attribution in reading.attributions
        for speaker in attribution.speakers
    }
    chains = [
        chain
        for reading in readings
        for chain in sorted(reading.chains, key=lambda chain: chain.id)
        if chain.kind in _ALWAYS or chain.name or chain.id in speaking
    ]
    sets = ChainSets(chains, event_of=event_of, apart=apart)
    join_wished_names(sets, same)
    join_full_names(sets, texts)
    join_surnames(sets, texts)
    join_bodies(sets, event_of=event_of)
    join_descriptions(sets, event_of=event_of, texts=texts, days=_find_days(readings))
    members: dict[str, list[Chain]] = defaultdict(list)
    for chain in chains:
        members[sets.root(chain.id)].append(chain)
    bearers = count_bearers(members)
    found = [
        read_entity(sets, sorted(chain.id for chain in group))
        for group in members.values()
        if any(chain.kind in _ALWAYS or chain.id in speaking for chain in group)
        and is_known(group, bearers, texts)
    ]
    return tuple(sorted(found, key=lambda entity: entity.id))
