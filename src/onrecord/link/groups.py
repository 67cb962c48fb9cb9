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
    members: Sequence[str], scores: Mapping[tuple[str, str], float], *, at_least: float
) -> list[tuple[str, ...]]:
    """Group members by average link: the two groups most alike are joined while their average allows it.

    Pairs without a score count as 0.0, except where groups are so large that not all pairs can have been
    compared: there each member need only have been compared with a few of the other group.

    Returns:
        Sorted groups of sorted ids. Equal averages are joined in the order of their ids.
    """
    links: dict[str, dict[str, tuple[float, int]]] = {member: {} for member in members}
    for (first, second), score in scores.items():
        if first in links and second in links:
            links[first][second] = links[second][first] = (score, 1)
    groups = {member: [member] for member in sorted(members)}
    queue = [
        (-_average(link, 1, 1), first, second)
        for first in sorted(links)
        for second, link in sorted(links[first].items())
        if first < second
    ]
    heapq.heapify(queue)
    while queue:
        negative, first, second = heapq.heappop(queue)
        if -negative < at_least:
            break
        current = links[first].get(second) if first in groups and second in groups else None
        if current is None or -negative != _average(current, len(groups[first]), len(groups[second])):
            continue
        _join(first, second, groups, links)
        for other, link in sorted(links[first].items()):
            average = _average(link, len(groups[first]), len(groups[other]))
            heapq.heappush(queue, (-average, *pair_key(first, other)))
    return sorted(tuple(sorted(group)) for group in groups.values())


def group_checked(
    members: Iterable[str], pairs: Iterable[tuple[str, str]], scores: Scores, *, at_least: float
) -> list[tuple[str, ...]]:
    """Group members that `pairs` connect, then part each component again by average link.

    Args:
        members: all ids.
        pairs: those that may connect.
        scores: of compared pairs, whether they connect or not.
        at_least: the average score that keeps two parts of a component together.
    """
    components = group_connected(members, pairs)
    component_of = {member: index for index, group in enumerate(components) for member in group}
    inside: dict[int, Scores] = {}
    for (first, second), score in scores.items():
        if component_of[first] == component_of[second]:
            inside.setdefault(component_of[first], {})[first, second] = score
    groups: list[tuple[str, ...]] = []
    for index, component in enumerate(components):
        groups += group_average(component, inside.get(index, {}), at_least=at_least)
    return sorted(groups)


def _average(link: tuple[float, int], first_size: int, second_size: int) -> float:
    total, compared = link
    expected = min(first_size * second_size, _CHAIN * min(first_size, second_size))
    return total / max(compared, expected)


def _join(
    first: str, second: str, groups: dict[str, list[str]], links: dict[str, dict[str, tuple[float, int]]]
) -> None:
    """Join group `second` to group `first`, which keeps the smaller id."""
    groups[first] += groups.pop(second)
    del links[first][second]
    for other, (total, compared) in links.pop(second).items():
        if other == first:
            continue
        del links[other][second]
        before_total, before_compared = links[first].get(other, (0.0, 0))
        links[first][other] = links[other][first] = (before_total + total, before_compared + compared)
