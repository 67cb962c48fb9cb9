"""From pairs to groups: connected components, and an average-link check inside each.

Both depend on the pairs alone. A pair that is far away, in another component, never changes a group
(docs/adr/0010-grouping-is-local.md).
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[str, str]
Scores = dict[Pair, float]
"""A score for each compared pair of ids; the smaller id comes first."""


DaySpan = tuple[int, int]
"""The ordinals of the first and the last day of a group's dated members."""


@dataclass(frozen=True, slots=True)
class Linkage:
    """What two groups must have in common to be joined.

    Two tight groups side by side are two things, however near they are. So groups of several members must be nearly as
    alike as the looser of them is in itself: by the score, and by what tells things apart, if that is given besides.

    Attributes:
        at_least: the average score from which two groups may be joined.
        cohesion: the share of the looser group's own average that they must reach between them.
        tightest: no group is held to be tighter than this: copies of one text are, but the news of others is no less
            the same.
        told_apart: as `cohesion`, by the scores that tell things apart.
        compared: with how many of the other group each member is expected to have been compared, in large groups.
        widest: the most days between two dated members of one group; None for any.
    """

    at_least: float
    cohesion: float = 0.0
    tightest: float = 1.0
    told_apart: float = 0.0
    compared: int = 8
    widest: int | None = None


_SEVERAL = 3
"""Two members alone say too little of how alike a group is in itself."""


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


def is_within(widest: int | None, first: DaySpan | None, second: DaySpan | None) -> bool:
    """Tell whether two groups together span at most `widest` days; one without a day goes with any."""
    if widest is None or first is None or second is None:
        return True
    return max(first[1], second[1]) - min(first[0], second[0]) <= widest


def cover(first: DaySpan | None, second: DaySpan | None) -> DaySpan | None:
    """Return the span of days of two groups together; None where neither has a day."""
    if first is None or second is None:
        return first or second
    return min(first[0], second[0]), max(first[1], second[1])


def group_average(
    members: Sequence[str],
    scores: Mapping[Pair, float],
    linkage: Linkage,
    *,
    telling: Mapping[Pair, float] | None = None,
    days: Mapping[str, int] | None = None,
) -> list[tuple[str, ...]]:
    """Group members by average link: the two groups most alike are joined while their average allows it.

    Pairs without a score count as 0.0, except where groups are so large that not all pairs can have been
    compared: there each member need only have been compared with a few of the other group.

    Args:
        members: ids.
        scores: of compared pairs of them.
        linkage: what two groups must have in common.
        telling: scores of the same pairs by what tells things apart.
        days: the ordinals of the days of dated members.

    Returns:
        Sorted groups of sorted ids. Equal averages are joined in the order of their ids.
    """
    state = _Groups(members, scores, linkage, telling=telling or {}, days=days or {})
    queue = [
        (-state.average(first, second), first, second)
        for first in sorted(state.links)
        for second in sorted(state.links[first])
        if first < second
    ]
    heapq.heapify(queue)
    while queue:
        negative, first, second = heapq.heappop(queue)
        if -negative < linkage.at_least:
            break
        if not state.are_linked(first, second) or -negative != state.average(first, second):
            continue
        if not state.may_join(first, second):
            continue
        state.join(first, second)
        for other in sorted(state.links[first]):
            heapq.heappush(queue, (-state.average(first, other), *pair_key(first, other)))
    return sorted(tuple(sorted(group)) for group in state.groups.values())


_Sum = tuple[float, float, int, float, int]
"""Scores added up, telling scores added up, and of how many pairs; scores of pairs with a day each, and how many these are."""

_NONE: _Sum = (0.0, 0.0, 0, 0.0, 0)


class _Groups:
    """Groups on their way: by the smallest id of each, its members, what they score inside, and its links."""

    def __init__(
        self,
        members: Sequence[str],
        scores: Mapping[Pair, float],
        linkage: Linkage,
        *,
        telling: Mapping[Pair, float],
        days: Mapping[str, int],
    ) -> None:
        self.linkage = linkage
        self.groups = {member: [member] for member in sorted(members)}
        self.spans: dict[str, DaySpan] = {
            member: (day, day) for member, day in days.items() if member in self.groups
        }
        self.dated = {member: int(member in days) for member in self.groups}
        self.inside: dict[str, _Sum] = dict.fromkeys(self.groups, _NONE)
        self.links: dict[str, dict[str, _Sum]] = {member: {} for member in self.groups}
        for (first, second), score in scores.items():
            if first in self.links and second in self.links:
                dated = self.dated[first] * self.dated[second]
                link = (score, telling.get((first, second), 0.0), 1, score * dated, dated)
                self.links[first][second] = self.links[second][first] = link

    def are_linked(self, first: str, second: str) -> bool:
        """Tell whether both are still groups, and compared."""
        return first in self.groups and second in self.groups and second in self.links[first]

    def average(self, first: str, second: str) -> float:
        """Return the average score between two groups."""
        total, _, compared, _, _ = self.links[first][second]
        return total / self._pairs(first, second, compared)

    def _pairs(self, first: str, second: str, compared: int) -> int:
        some, others = len(self.groups[first]), len(self.groups[second])
        few, many = (some, others) if some < others else (others, some)
        return max(compared, few * min(many, self.linkage.compared))

    def may_join(self, first: str, second: str) -> bool:
        """Tell whether two groups are near in time, and nearly as alike as the looser is in itself or too small to tell."""
        if not is_within(self.linkage.widest, self.spans.get(first), self.spans.get(second)):
            return False
        if not self._may_be_of_these_days(first, second):
            return False
        if min(len(self.groups[first]), len(self.groups[second])) < _SEVERAL:
            return True
        total, telling, compared, _, _ = self.links[first][second]
        pairs = self._pairs(first, second, compared)
        inside = [self._inside(group) for group in (first, second)]
        looser = min(self.linkage.tightest, *(score for score, _ in inside))
        apart = min(telling for _, telling in inside)
        return (
            total / pairs >= self.linkage.cohesion * looser
            and telling / pairs >= self.linkage.told_apart * apart
        )

    def _may_be_of_these_days(self, first: str, second: str) -> bool:
        """Tell whether those that have days are alike enough by themselves.

        A vote was put off one Tuesday and taken a week later, and reports with their days tell of each: one without a day that
        tells of both brings them no nearer to each other.
        """
        _, _, _, total, compared = self.links[first][second]
        dated = self.dated[first], self.dated[second]
        pairs = max(compared, min(dated[0] * dated[1], self.linkage.compared * min(dated)))
        return not pairs or total / pairs >= self.linkage.at_least

    def _inside(self, group: str) -> tuple[float, float]:
        total, telling, compared, _, _ = self.inside[group]
        size = len(self.groups[group])
        pairs = max(compared, size * min(size - 1, self.linkage.compared) // 2)
        return total / pairs, telling / pairs

    def join(self, first: str, second: str) -> None:
        """Join group `second` to group `first`, which keeps the smaller id."""
        between = self.links[first].pop(second)
        self.inside[first] = _added(_added(self.inside[first], self.inside.pop(second)), between)
        self.groups[first] += self.groups.pop(second)
        self.dated[first] += self.dated.pop(second)
        if span := cover(self.spans.get(first), self.spans.pop(second, None)):
            self.spans[first] = span
        for other, link in self.links.pop(second).items():
            if other != first:
                del self.links[other][second]
                before = self.links[first].get(other, _NONE)
                self.links[first][other] = self.links[other][first] = _added(before, link)


def _added(one: _Sum, other: _Sum) -> _Sum:
    total, telling, pairs, dated_total, dated_pairs = one
    more, more_telling, more_pairs, more_dated, more_dated_pairs = other
    return (
        total + more,
        telling + more_telling,
        pairs + more_pairs,
        dated_total + more_dated,
        dated_pairs + more_dated_pairs,
    )


def group_checked(
    members: Iterable[str], pairs: Iterable[Pair], scores: Mapping[Pair, float], *, at_least: float
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
    linkage = Linkage(at_least=at_least)
    return sorted(
        group
        for index, component in enumerate(components)
        for group in group_average(component, inside.get(index, {}), linkage)
    )
