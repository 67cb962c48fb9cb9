"""Attributions that render the same words become one statement.

Two attributions can be one statement only where a speaker and the event are shared; then they must be each other's
nearest rendering between their two reports, and near enough (`onrecord.link.nearness`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.link.groups import Scores, group_checked, group_connected, pair_key
from onrecord.link.nearness import score_renderings
from onrecord.link.renderings import Rendering, read_renderings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.copies import Copy
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.meaning import Meanings

SAME_STATEMENT = 0.37
"""Nearness from which each other's nearest renderings of two reports are one statement (tests/eval)."""

SAME_BY_WORDS = 0.31
"""The same where no model tells meanings, and nearness goes by words and numbers alone."""

SAME_INSIDE = 0.27
"""The same within one report, where a headline or a pull quote gives again what the body has; by words alone."""

_GROUP_SHARE = 0.6
"""A group's average nearness may fall to this share of the threshold."""


def group_attributions(
    readings: Sequence[Reading],
    *,
    entity_of: Mapping[str, str],
    event_of: Mapping[str, str],
    copies: Sequence[Copy],
    meanings: Meanings | None = None,
) -> list[tuple[Attribution, ...]]:
    """Group all attributions into statements; every attribution is in exactly one.

    Args:
        readings: sorted by report id.
        entity_of: entity id by chain id.
        event_of: event id by report id.
        copies: pairs of reports with their copied passages.
        meanings: what tells how near two texts are in meaning; None to go by words and numbers alone.

    Returns:
        Groups of attributions sorted by id, sorted by their first.
    """
    nodes = read_renderings(readings, entity_of, event_of)
    scores = score_renderings(nodes, meanings)
    floor = SAME_BY_WORDS if meanings is None else SAME_STATEMENT
    nearest = find_mutual(nodes, scores, floor=floor)
    grouped = group_checked(nodes, nearest, scores, at_least=_GROUP_SHARE * floor)
    joined = [pair_key(group[0], other) for group in grouped for other in group[1:]]
    joined += _pair_copied(nodes, copies)
    groups = [
        tuple(sorted((m for key in group for m in nodes[key].members), key=lambda member: member.id))
        for group in group_connected(nodes, joined)
    ]
    return sorted(groups, key=lambda group: group[0].id)


def find_mutual(nodes: Mapping[str, Rendering], scores: Scores, *, floor: float) -> list[tuple[str, str]]:
    """Find the pairs that are each other's nearest between two reports, and near enough."""
    neighbours: dict[str, list[tuple[float, str]]] = {}
    for (a, b), score in scores.items():
        neighbours.setdefault(a, []).append((-score, b))
        neighbours.setdefault(b, []).append((-score, a))
    chosen = {
        (key, other) for key in neighbours for other in _nearest(nodes[key], sorted(neighbours[key]), nodes)
    }
    pairs: list[tuple[str, str]] = []
    for (a, b), score in sorted(scores.items()):
        inside = nodes[a].reports & nodes[b].reports
        if inside:
            prominent = inside <= (nodes[a].prominent | nodes[b].prominent)
            if prominent and score >= SAME_INSIDE:
                pairs.append((a, b))
        elif score >= floor and (a, b) in chosen and (b, a) in chosen:
            pairs.append((a, b))
    return pairs


def _nearest(
    node: Rendering, ranked: Iterable[tuple[float, str]], nodes: Mapping[str, Rendering]
) -> list[str]:
    """Return the nodes that are the nearest to `node` in at least one other report."""
    met: set[str] = set()
    nearest: list[str] = []
    for _, other in ranked:
        reports = nodes[other].reports - node.reports
        if reports - met:
            nearest.append(other)
            met |= reports
    return nearest


def _pair_copied(nodes: Mapping[str, Rendering], copies: Sequence[Copy]) -> list[tuple[str, str]]:
    """Pair equal wordings inside copied passages: whoever the speaker was taken for, it is the same text."""
    by_report: dict[str, list[tuple[Rendering, Attribution]]] = {}
    for node in nodes.values():
        for member in node.members:
            by_report.setdefault(member.report_id, []).append((node, member))
    pairs: list[tuple[str, str]] = []
    for copy in copies:
        first = _copied(by_report.get(copy.first, ()), copy, 0)
        second = _copied(by_report.get(copy.second, ()), copy, 1)
        for wording in sorted(first.keys() & second.keys()):
            a, b = first[wording], second[wording]
            if a.id != b.id:
                pairs.append(pair_key(a.id, b.id))
    return pairs


def _copied(
    attributions: Iterable[tuple[Rendering, Attribution]], copy: Copy, side: int
) -> dict[str, Rendering]:
    """Return the nodes with words inside the passages of one side of a copy, by their compare-key."""
    return {
        node.key: node
        for node, attribution in attributions
        if any(attribution.content[0] in passage[side] for passage in copy.passages)
    }
