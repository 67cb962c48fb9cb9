"""Reports grouped into events: all at once, or more of them added to what is grouped already, with the same result.

An addition costs a look at its neighbours: new profiles where a neighbourhood changed, new scores where a profile did, and
new groups where a score did, in the part of the pile that links connect. Adding to nothing is grouping all at once.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from heapq import nsmallest
from typing import TYPE_CHECKING, Final

from onrecord.link.groups import Linkage, group_average, group_connected, pair_key
from onrecord.link.likeness import MOST_DAYS_APART, profile_within, relate_reports
from onrecord.link.neighbourhoods import Neighbourhoods, add_outlines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from onrecord.link.likeness import Profile
    from onrecord.link.outline import Outline

LINKED = 0.3
MOST_LINKS = 4
"""A report is looked at together with the few it is most likely of one event with, from this chance on.

Few, since a name here and a weekday there would connect a large pile from end to end.
"""

SAME_EVENT = 0.04
"""The one most like it counts from this chance on; and groups are joined from this average on.

It is low because what a pair shares is little where texts are short: that neither has a better partner says the rest.
"""

_SLIGHT = 0.01
"""A smaller chance counts as none."""

_MOST_TELLING = 9.0
"""Logits above a slight chance that count when groups are compared with what they are in themselves; copies have more."""

_LINKAGE: Final = Linkage(
    at_least=SAME_EVENT, cohesion=0.5, tightest=0.8, told_apart=0.6, compared=24, widest=MOST_DAYS_APART
)

Links = dict[str, float]
"""Of one report: how likely each other is of the same event, in logits."""

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventGroups:
    """Grouped reports, with what is needed to add more. A value: `add_reports` returns another."""

    near: Neighbourhoods = field(default_factory=Neighbourhoods)
    nearest: Mapping[str, Group] = field(default_factory=dict[str, Group])
    profiles: Mapping[str, Profile] = field(default_factory=dict[str, "Profile"])
    links: Mapping[str, Links] = field(default_factory=dict[str, Links])
    part_of: Mapping[str, Group] = field(default_factory=dict[str, Group])
    group_of: Mapping[str, Group] = field(default_factory=dict[str, Group])

    @property
    def groups(self) -> list[Group]:
        """Return sorted groups of sorted report ids; each report is in one."""
        return sorted(set(self.group_of.values()))


def add_reports(known: EventGroups, outlines: Mapping[str, Outline]) -> EventGroups:
    """Return the groups with more reports among them: the same as if all had been grouped at once.

    Args:
        known: what is grouped already; it stays as it is. ``EventGroups()`` for nothing.
        outlines: by report id.
    """
    near, touched = add_outlines(known.near, outlines)
    nearest = {key: tuple(near.nearest(key)) for key in sorted(touched)}
    profiles = {
        key: profile_within(near.outlines[key], [near.outlines[other] for other in found], near.crowd(key))
        for key, found in nearest.items()
        if found != known.nearest.get(key)
    }
    profiles = {**known.profiles, **profiles}
    fresh = _relate_touched(near, profiles, known.links, touched)
    changed = {key for key, found in fresh.items() if found != known.links.get(key)}
    links = {**known.links, **fresh}
    parts = _connect(_reach(changed, links, known.part_of), links)
    groups = [group for part in parts for group in _group(part, links, days_of(near.outlines, part))]
    return EventGroups(
        near=near,
        nearest={**known.nearest, **nearest},
        profiles=profiles,
        links=links,
        part_of={**known.part_of, **{key: part for part in parts for key in part}},
        group_of={**known.group_of, **{key: group for group in groups for key in group}},
    )


def _relate_touched(
    near: Neighbourhoods,
    profiles: Mapping[str, Profile],
    known: Mapping[str, Links],
    touched: Iterable[str],
) -> dict[str, Links]:
    """Return the links of touched reports and of their neighbours, told anew where one side is touched."""
    fresh: dict[str, Links] = {key: {} for key in sorted(touched)}
    untouched: dict[str, Links] = {}
    for key, own in fresh.items():
        for other, language in near.likeness[key].items():
            if other in fresh and other < key:
                continue
            first, second = pair_key(key, other)
            found = relate_reports(
                (near.outlines[first], near.outlines[second]), (profiles[first], profiles[second]), language
            )
            if other not in fresh and other not in untouched:
                untouched[other] = dict(known[other])
            theirs = fresh[other] if other in fresh else untouched[other]
            if found >= _logits(_SLIGHT):
                own[other] = theirs[key] = found
            else:
                theirs.pop(key, None)
    return fresh | untouched


def _reach(changed: Iterable[str], links: Mapping[str, Links], part_of: Mapping[str, Group]) -> set[str]:
    """Return the reports whose part of the pile may be another: those changed, and all that were or are linked to them."""
    reached: set[str] = set()
    for key in changed:
        for one in (key, *_find_linked(links[key])):
            reached.update(part_of.get(one, (one,)))
    return reached


def _find_linked(found: Links) -> Iterator[str]:
    """Find the few reports that one is looked at together with. Ties go to the smaller id."""
    likeliest = nsmallest(MOST_LINKS, found, key=lambda other: (-found[other], other))
    for rank, other in enumerate(likeliest):
        if found[other] >= _logits(LINKED if rank else SAME_EVENT):
            yield other


def _connect(members: Iterable[str], links: Mapping[str, Links]) -> list[Group]:
    """Part reports into those that links connect."""
    ids = sorted(members)
    return group_connected(ids, [(key, other) for key in ids for other in _find_linked(links[key])])


def days_of(outlines: Mapping[str, Outline], members: Iterable[str]) -> dict[str, int]:
    """Return the day of each member that the input gave one, as an ordinal."""
    return {key: day for key in members if (day := outlines[key].day) is not None}


def _group(part: Group, links: Mapping[str, Links], days: Mapping[str, int]) -> list[Group]:
    inside = set(part)
    pairs = {
        (key, other): points
        for key in part
        for other, points in sorted(links[key].items())
        if key < other and other in inside
    }
    slight = _logits(_SLIGHT)
    return group_average(
        part,
        {pair: 1.0 / (1.0 + math.exp(-points)) for pair, points in pairs.items()},
        _LINKAGE,
        telling={pair: min(points - slight, _MOST_TELLING) for pair, points in pairs.items()},
        days=days,
    )


def _logits(chance: float) -> float:
    return math.log(chance / (1.0 - chance))
