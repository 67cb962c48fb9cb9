"""Attributions that render the same words become one statement.

Two attributions can be one statement only where a speaker and the event are shared; then they must be each other's
nearest rendering between their two reports, and near enough (`onrecord.link.statements.nearness`).
"""

from __future__ import annotations

from functools import cache
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.link.groups.groups import Scores, group_checked, group_connected, pair_key
from onrecord.link.statements.carrying import find_margin, find_subject
from onrecord.link.statements.nearness import score_renderings
from onrecord.link.statements.polarity import is_denied
from onrecord.link.statements.renderings import read_renderings
from onrecord.link.statements.variants import text_of
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.copies.copies import Copy
    from onrecord.link.statements.renderings import Rendering
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.meaning import Meanings

SAME_STATEMENT = 0.365
"""Nearness from which each other's nearest renderings of two reports are one statement (tests/eval)."""

SAME_BY_WORDS = 0.31
"""The same where no model tells meanings, and nearness goes by words and numbers alone."""

SAME_INSIDE = 0.27
"""The same within one report, where a headline or a pull quote gives again what the body has; by words alone."""

_GROUP_SHARE = 0.6
"""A group's average nearness may fall to this share of the threshold."""

Group = tuple[tuple["Attribution", ...], ...]
"""The renderings of a statement within one event, each as the attributions that have its wording; its first names it."""


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
    by_event: dict[str, list[Reading]] = {}
    for reading in readings:
        by_event.setdefault(event_of[reading.report.id], []).append(reading)
    grouped = [group for found in by_event.values() for group in group_event(found, entity_of, meanings)]
    texts = {reading.report.id: reading.report.text for reading in readings}
    return join_copied(grouped, texts, copies, named=entity_of)


def group_event(
    readings: Sequence[Reading], entity_of: Mapping[str, str], meanings: Meanings | None = None
) -> list[Group]:
    """Group the attributions of one event into statements; of the entities it matters alone which chains have the same.

    Args:
        readings: of the event, sorted by report id.
        entity_of: entity id by chain id.
        meanings: as for `group_attributions`.
    """
    nodes = read_renderings(readings, entity_of, {reading.report.id: "" for reading in readings})
    scores = score_renderings(nodes, meanings)
    floor = SAME_BY_WORDS if meanings is None else SAME_STATEMENT
    subject = find_subject(reading.report for reading in readings)
    nearest = find_mutual(nodes, scores, floor=floor, subject=subject)
    grouped = group_checked(nodes, nearest, scores, at_least=_GROUP_SHARE * floor)
    return [tuple(tuple(nodes[key].members) for key in group) for group in grouped]


def join_copied(
    groups: Iterable[Group], texts: Mapping[str, str], copies: Sequence[Copy], *, named: Mapping[str, str]
) -> list[tuple[Attribution, ...]]:
    """Join groups of all events that have one wording in copied passages.

    Args:
        groups: as of `group_event`.
        texts: of all reports, by id.
        copies: pairs of reports with their copied passages.
        named: the id of the person or body with a name that a chain stands for, by chain id.

    Returns:
        Groups of attributions sorted by id, sorted by their first.
    """
    told = list(groups)
    renderings = {rendering[0].id: rendering for group in told for rendering in group}
    joined = [pair_key(group[0][0].id, other[0].id) for group in told for other in group[1:]]
    copied = _pair_copied([renderings[key] for key in sorted(renderings)], texts, copies)
    joined += _of_one_voice(copied, renderings, named)
    found = [
        tuple(sorted((m for key in group for m in renderings[key]), key=lambda member: member.id))
        for group in group_connected(renderings, joined)
    ]
    return sorted(found, key=lambda group: group[0].id)


def find_mutual(
    nodes: Mapping[str, Rendering], scores: Scores, *, floor: float, subject: frozenset[str] = frozenset()
) -> list[tuple[str, str]]:
    """Find the pairs that are each other's nearest between two reports, and near enough.

    Args:
        nodes: the renderings of an event.
        scores: of compared pairs of them.
        floor: the score from which a pair is near enough.
        subject: terms of the event's subject, which carry no pair by themselves.
    """
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
        elif (
            score >= floor
            and (a, b) in chosen
            and (b, a) in chosen
            and score >= floor + find_margin(nodes[a], nodes[b], subject)
        ):
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


def _pair_copied(
    renderings: Iterable[tuple[Attribution, ...]], texts: Mapping[str, str], copies: Sequence[Copy]
) -> list[tuple[str, str]]:
    """Pair equal wordings inside copied passages: where no speaker was found for one of them, it is the same text."""
    copied = {report_id for copy in copies for report_id in copy.pair}
    by_report: dict[str, list[tuple[str, Attribution]]] = {}
    for rendering in renderings:
        for member in rendering:
            if member.report_id in copied:
                by_report.setdefault(member.report_id, []).append((rendering[0].id, member))

    @cache
    def find_key(report_id: str, place: int) -> str:
        _, member = by_report[report_id][place]
        text = texts[report_id]
        return normalise(text_of(member, text)) + (" denied" if is_denied(member, text) else "")

    pairs: list[tuple[str, str]] = []
    for copy in copies:
        first, second = (
            {
                find_key(report_id, place): rendering
                for place, (rendering, member) in enumerate(by_report.get(report_id, ()))
                if any(member.content[0] in passage[side] for passage in copy.passages)
            }
            for side, report_id in enumerate(copy.pair)
        )
        both = sorted(first.keys() & second.keys())
        pairs += [pair_key(first[key], second[key]) for key in both if first[key] != second[key]]
    return pairs


def _of_one_voice(
    pairs: Sequence[tuple[str, str]],
    renderings: Mapping[str, tuple[Attribution, ...]],
    named: Mapping[str, str],
) -> list[tuple[str, str]]:
    """Return the pairs of wordings that are not credited to several: two mayors who share a lead, each “will not yield”.

    Where a path of pairs leads from one name to another, only pairs of one name stay: whose words without a name are, is open.
    """

    def voices(key: str) -> frozenset[str]:
        return frozenset(
            named[chain] for member in renderings[key] for chain in member.speakers if chain in named
        )

    told = {key: voices(key) for pair in pairs for key in pair}
    alone: dict[str, bool] = {}
    for group in group_connected(told, pairs):
        known = {told[key] for key in group if told[key]}
        alone |= dict.fromkeys(group, all(one & other for one, other in combinations(known, 2)))
    return [(one, other) for one, other in pairs if alone[one] or told[one] & told[other]]
