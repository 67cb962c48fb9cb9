"""Reports grouped into events: all at once, or more of them added to what is grouped already, with the same result.

An addition costs a look at its neighbours: new profiles where a neighbourhood changed, new scores where a profile did, and
new groups where a score did, in the part of the pile that links connect. Adding to nothing is grouping all at once.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING, Final

from onrecord.link.events.bulk_likeness import relate_to_many
from onrecord.link.events.held_terms import HeldTerms
from onrecord.link.events.kept_profiles import decode_profile, encode_profile
from onrecord.link.events.likeness import MOST_DAYS_APART, NEVER, are_two, may_be_one
from onrecord.link.events.neighbourhoods import Neighbourhoods, add_outlines
from onrecord.link.events.pair_rows import PairRows
from onrecord.link.events.profiles import profile_within
from onrecord.link.groups.groups import Linkage, group_average, group_connected, pair_key

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from onrecord.link.events.outline import Outline
    from onrecord.link.events.pair_rows import Row
    from onrecord.link.events.profiles import Profile

    Partners = Callable[[str], tuple[str, ...]]

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


def _logits(chance: float) -> float:
    return math.log(chance / (1.0 - chance))


_LIKELIEST, _LIKELY, _LEAST = _logits(SAME_EVENT), _logits(LINKED), _logits(_SLIGHT)
"""The same in logits: of the one most like it, of a few others, and of all."""

_MOST_TELLING = 9.0
"""Logits above a slight chance that count when groups are compared with what they are in themselves; copies have more."""

_LINKAGE: Final = Linkage(
    at_least=SAME_EVENT, cohesion=0.5, tightest=0.8, told_apart=0.6, compared=24, widest=MOST_DAYS_APART
)

_APART = -1.0
"""What a pair that cannot be of one event counts in the average of the groups that would be joined."""

_MOST_HINGED = 12
"""Partners of one report of which it is asked whether two cannot be of one event."""

Links = dict[str, float]
"""Of one report: how likely each other is of the same event, in logits. `NEVER` where they cannot be; none is a slight chance."""

Group = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class EventGroups:
    """Grouped reports, with what is needed to add more. A value: `add_reports` returns another.

    `profiles` are those that were asked for so far, as bytes (`onrecord.link.events.kept_profiles`); they follow from `near`.
    """

    near: Neighbourhoods = field(default_factory=Neighbourhoods)
    links: PairRows = field(default_factory=PairRows)
    part_of: Mapping[str, Group] = field(default_factory=dict[str, Group])
    group_of: Mapping[str, Group] = field(default_factory=dict[str, Group])
    profiles: Mapping[str, bytes] = field(default_factory=dict[str, bytes], compare=False, repr=False)

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
    before = known.near.likeness
    nearest = {key: near.nearest(key) for key in touched}
    renewed = {
        key for key, found in nearest.items() if key not in before or _is_renewed(found, key, known.near)
    }
    profiles = _Profiles(near, known, nearest, renewed)
    fresh = _relate_touched(near, profiles, known, touched, renewed)
    changed = {key for key, found in fresh.items() if found != known.links.get(key)}
    links = known.links.with_rows(fresh)

    @cache
    def partners(key: str) -> tuple[str, ...]:
        return find_partners(links[key])

    parts = connect(_reach(changed, partners, known.part_of), partners)
    groups = [group for part in parts for group in _group(part, links, partners, near.outlines)]
    return EventGroups(
        near=near,
        links=links,
        part_of={**known.part_of, **{key: part for part in parts for key in part}},
        group_of={**known.group_of, **{key: group for group in groups for key in group}},
        profiles=profiles.encode(),
    )


def _is_renewed(nearest: Sequence[str], key: str, known: Neighbourhoods) -> bool:
    """Tell whether a report's nearest neighbours are others than they were: most often one of them is new, and that is seen at once."""
    before = known.likeness[key]
    return any(other not in before for other in nearest[1:]) or nearest != known.nearest(key)


class _Profiles:
    """The profiles of reports among their neighbours, each made when it is first asked for."""

    def __init__(
        self,
        near: Neighbourhoods,
        before: EventGroups,
        nearest: Mapping[str, Sequence[str]],
        renewed: Collection[str],
    ) -> None:
        self.near = near
        self.nearest = nearest
        asked = set(nearest).union(*(near.likeness[key] for key in nearest))
        self.held_terms = HeldTerms(near.outlines[key] for key in sorted(asked))
        self._known: dict[str, Profile] = {}
        self._stored = {key: value for key, value in before.profiles.items() if key not in renewed}

    def __getitem__(self, key: str) -> Profile:
        if key not in self._known:
            self._known[key] = self._find(key)
        return self._known[key]

    def _find(self, key: str) -> Profile:
        held_terms = self.held_terms
        if key in self._stored:
            return decode_profile(held_terms[key], self._stored[key])
        nearest = self.nearest[key] if key in self.nearest else self.near.nearest(key)
        around = [held_terms[other] for other in nearest]
        return profile_within(held_terms[key], around, self.near.crowd(key), held_terms)

    def encode(self) -> dict[str, bytes]:
        """Return all profiles that are known by now as bytes."""
        made = {key: encode_profile(one) for key, one in self._known.items() if key not in self._stored}
        return {**self._stored, **made}


def _relate_touched(
    near: Neighbourhoods,
    profiles: _Profiles,
    known: EventGroups,
    touched: Iterable[str],
    renewed: Collection[str],
) -> dict[str, Links]:
    """Return the links of touched reports and of their neighbours, told anew where one of two has another profile.

    Args:
        near: the neighbourhoods of today.
        profiles: within them.
        known: what was grouped before.
        touched: the reports that have other neighbours than before.
        renewed: those of them whose nearest neighbours, and so their profiles, are others.
    """
    fresh: dict[str, Links] = {key: {} for key in sorted(touched)}
    untouched: dict[str, Links] = {}
    for key, own in fresh.items():
        before, links = known.near.likeness.get(key, {}), known.links.get(key, {})
        others = [other for other in near.likeness[key] if other > key or other not in fresh]
        asked = (
            others
            if key in renewed
            else [other for other in others if other in renewed or other not in before]
        )
        # Whether two may be one follows from their outlines alone: asked when they come near each other, and kept.
        outline = near.outlines[key]
        never = {
            other
            for other in asked
            if (
                links.get(other) == NEVER
                if other in before
                else not may_be_one(outline, near.outlines[other])
            )
        }
        found = _relate(near, profiles, key, [other for other in asked if other not in never])
        stands = set(others).difference(asked)
        linked = {other: points for other, points in links.items() if other in stands}
        linked |= {other: points for other, points in found.items() if points >= _LEAST}
        linked |= dict.fromkeys(never, NEVER)
        own.update(linked)
        # Of those that are not touched, what stood before is there still, and what is no link any more has to go.
        gone = sorted(other for other in links.keys() - linked.keys() if other not in fresh)
        for other in (*linked, *gone):
            theirs = fresh.get(other, untouched.get(other))
            if theirs is None:
                if linked.get(other) == links.get(other):
                    continue
                theirs = untouched[other] = dict(known.links[other])
            if other in linked:
                theirs[key] = linked[other]
            else:
                theirs.pop(key, None)
    return fresh | untouched


def _relate(near: Neighbourhoods, profiles: _Profiles, key: str, others: Sequence[str]) -> dict[str, float]:
    """Return how likely one report is of the same event as each of these others, in logits; they may be one."""
    if not others:
        return {}
    likeness = near.likeness[key]
    told = relate_to_many(
        profiles[key],
        [profiles[other] for other in others],
        [likeness[other] for other in others],
        profiles.held_terms,
    )
    return dict(zip(others, told, strict=True))


def _reach(changed: Iterable[str], partners: Partners, part_of: Mapping[str, Group]) -> set[str]:
    """Return the reports whose part of the pile may be another: those changed, and all that were or are linked to them."""
    reached: set[str] = set()
    for key in changed:
        for one in (key, *partners(key)):
            reached.update(part_of.get(one, (one,)))
    return reached


def find_partners(found: Row) -> tuple[str, ...]:
    """Return the few reports that one is looked at together with, of all its links. Ties go to the smaller id."""
    likely = sorted([(-points, other) for other, points in found.items() if points >= _LIKELIEST])
    return tuple(
        other for rank, (points, other) in enumerate(likely[:MOST_LINKS]) if not rank or -points >= _LIKELY
    )


def connect(members: Iterable[str], partners: Partners) -> list[Group]:
    """Part reports into those that partners connect."""
    ids = sorted(members)
    return group_connected(ids, [(key, other) for key in ids for other in partners(key)])


def days_of(outlines: Mapping[str, Outline], members: Iterable[str]) -> dict[str, int]:
    """Return the day of each member that the input gave one, as an ordinal."""
    return {key: day for key in members if (day := outlines[key].day) is not None}


def _group(
    part: Group, links: Mapping[str, Row], partners: Partners, outlines: Mapping[str, Outline]
) -> list[Group]:
    inside = set(part)
    pairs = {
        (key, other): points
        for key in part
        for other, points in sorted(
            one for one in links[key].items() if key < one[0] and one[0] in inside and one[1] != NEVER
        )
    }
    chances = {pair: 1.0 / (1.0 + math.exp(-points)) for pair, points in pairs.items()}
    hinged = find_hinged([pair_key(key, other) for key in part for other in partners(key)], outlines)
    return group_average(
        part,
        chances | dict.fromkeys(hinged.difference(pairs), _APART),
        _LINKAGE,
        telling={pair: min(points - _LEAST, _MOST_TELLING) for pair, points in pairs.items()},
        days=days_of(outlines, part),
    )


def find_hinged(pairs: Iterable[tuple[str, str]], outlines: Mapping[str, Outline]) -> set[tuple[str, str]]:
    """Find the pairs of reports that cannot be of one event, though one other, and one alone, makes one of `pairs` with each of them.

    Args:
        pairs: of reports that speak for one event; of a report that is in many, the first twelve are looked at.
        outlines: by report id.
    """
    partners: dict[str, list[str]] = {}
    for first, second in sorted(set(pairs)):
        partners.setdefault(first, []).append(second)
        partners.setdefault(second, []).append(first)
    thirds = Counter(
        pair for others in partners.values() for pair in combinations(sorted(others[:_MOST_HINGED]), 2)
    )
    hinged = sorted(pair for pair, several in thirds.items() if several == 1)
    return {pair for pair in hinged if are_two(outlines[pair[0]], outlines[pair[1]])}
