"""From pairs to groups: connected components, and an average-link check inside each.

Both depend on the pairs alone. A pair that is far away, in another component, never changes a group
(docs/adr/0010-grouping-is-local.md).
"""

from __future__ import annotations

import heapq
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Scores = dict[tuple[str, str], float]
"""A score for each compared pair of ids; the smaller id comes first."""

_TIGHT = 0.5
"""No group is held to be tighter than this: copies of one text are, but the news of others is no less the same."""

_CHAIN = 8
"""How many members of the other group each member is expected to have been compared with, in large groups."""


def pair_key(first: str, second: str) -> tuple[str, str]:
    """Return the two ids in order, the key of their pair."""
    return (first, second) if first < second else (second, first)


def group_connected(members: Iterable[str], pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
    """Group members that a path of pairs connects.

    Returns:
        Sorted groups of sorted ids; a member without a pair is a group of its own.
    """
    leader = {member: member for member in members}

    def find(member: str) -> str:
        while leader[member] != member:
            leader[member] = leader[leader[member]]
            member = leader[member]
        return member

    for first, second in pairs:
        a, b = sorted((find(first), find(second)))
        leader[b] = a
    groups: dict[str, list[str]] = {}
    for member in sorted(leader):
        groups.setdefault(find(member), []).append(member)
    return sorted(tuple(group) for group in groups.values())


def group_average(
    members: Sequence[str], scores: Mapping[tuple[str, str], float], *, at_least: float, cohesion: float = 0.0
) -> list[tuple[str, ...]]:
    """Group members by average link: the two groups most alike are joined while their average allows it.

    Pairs without a score count as 0.0, except where groups are so large that not all pairs can have been
    compared: there each member need only have been compared with a few of the other group.

    Args:
        members: ids.
        scores: of compared pairs of them.
        at_least: the average score from which two groups may be joined.
        cohesion: the share of the looser group's own average that two groups of several members must reach
            between them. Two tight groups side by side are two things, however near they are.

    Returns:
        Sorted groups of sorted ids. Equal averages are joined in the order of their ids.
    """
    state = _Groups(members, scores)
    queue = [
        (-state.average(first, second), first, second)
        for first in sorted(state.links)
        for second in sorted(state.links[first])
        if first < second
    ]
    heapq.heapify(queue)
    while queue:
        negative, first, second = heapq.heappop(queue)
        if -negative < at_least:
            break
        if not state.are_linked(first, second) or -negative != state.average(first, second):
            continue
        if -negative < cohesion * state.looser(first, second):
            continue
        state.join(first, second)
        for other in sorted(state.links[first]):
            heapq.heappush(queue, (-state.average(first, other), *pair_key(first, other)))
    return sorted(tuple(sorted(group)) for group in state.groups.values())


class _Groups:
    """Groups on their way: by the smallest id of each, its members, what they score inside, and its links."""

    def __init__(self, members: Sequence[str], scores: Mapping[tuple[str, str], float]) -> None:
        self.groups = {member: [member] for member in sorted(members)}
        self.inside: dict[str, tuple[float, int]] = dict.fromkeys(self.groups, (0.0, 0))
        self.links: dict[str, dict[str, tuple[float, int]]] = {member: {} for member in self.groups}
        for (first, second), score in scores.items():
            if first in self.links and second in self.links:
                self.links[first][second] = self.links[second][first] = (score, 1)

    def are_linked(self, first: str, second: str) -> bool:
        """Tell whether both are still groups, and compared."""
        return first in self.groups and second in self.groups and second in self.links[first]

    def average(self, first: str, second: str) -> float:
        """Return the average score between two groups."""
        total, compared = self.links[first][second]
        sizes = len(self.groups[first]), len(self.groups[second])
        return total / max(compared, min(sizes[0] * sizes[1], _CHAIN * min(sizes)))

    def looser(self, first: str, second: str) -> float:
        """Return the average inside the looser of two groups; 0.0 where one is a single member."""
        averages = [
            total / pairs if pairs else 0.0 for total, pairs in (self.inside[first], self.inside[second])
        ]
        return min(_TIGHT, *averages)

    def join(self, first: str, second: str) -> None:
        """Join group `second` to group `first`, which keeps the smaller id."""
        parts = (self.inside[first], self.inside.pop(second), self.links[first].pop(second))
        self.inside[first] = (sum(total for total, _ in parts), sum(pairs for _, pairs in parts))
        self.groups[first] += self.groups.pop(second)
        for other, (total, compared) in self.links.pop(second).items():
            if other == first:
                continue
            del self.links[other][second]
            before_total, before_compared = self.links[first].get(other, (0.0, 0))
            link = (before_total + total, before_compared + compared)
            self.links[first][other] = self.links[other][first] = link


def group_checked(
    members: Iterable[str],
    pairs: Iterable[tuple[str, str]],
    scores: Scores,
    *,
    at_least: float,
    cohesion: float = 0.0,
) -> list[tuple[str, ...]]:
    """Group members that `pairs` connect, then part each component again by average link.

    Args:
        members: all ids.
        pairs: those that may connect.
        scores: of compared pairs, whether they connect or not.
        at_least: the average score that keeps two parts of a component together.
        cohesion: as for `group_average`.
    """
    components = group_connected(members, pairs)
    component_of = {member: index for index, group in enumerate(components) for member in group}
    inside: dict[int, Scores] = {}
    for (first, second), score in scores.items():
        if component_of[first] == component_of[second]:
            inside.setdefault(component_of[first], {})[first, second] = score
    groups: list[tuple[str, ...]] = []
    for index, component in enumerate(components):
        groups += group_average(component, inside.get(index, {}), at_least=at_least, cohesion=cohesion)
    return sorted(groups)
