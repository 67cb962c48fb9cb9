"""Attributions that render the same words become one statement.

Two attributions can be one statement only where a speaker and the event are shared; then they must be each other's
nearest wording between their two reports, and near enough. No absolute likeness would do: sentences of one speech
reach higher values than true pairs of two translations.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.link.candidates import find_candidates
from onrecord.link.figures import find_figures, relate_figures
from onrecord.link.groups import Scores, group_checked, group_connected, pair_key
from onrecord.link.variants import quoted_ranges, text_of
from onrecord.link.wordings import Features, Wording, read_wording, relate_wordings, weigh_wordings
from onrecord.model.attribution import Manner
from onrecord.model.report import Zone
from onrecord.model.span import Span
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.copies import Copy
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.report import Report

SAME_STATEMENT = 0.28
"""Likeness from which each other's nearest wordings of two reports are one statement (tests/eval)."""

SAME_INSIDE = 0.27
"""The same within one report, where a headline or a pull quote gives again what the body has."""

_GROUP_SHARE = 0.6
"""A group's average likeness may fall to this share of the threshold."""

_TELLING_TERMS = 40

_DENYING = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject|dismiss|disput|refut|rebut|contradict|rul(?:e|ed|es|ing) out)",
    re.IGNORECASE,
)

_PROMINENT = frozenset({Zone.HEADLINE, Zone.SUBHEADING})


@dataclass(frozen=True, slots=True)
class Node:
    """One distinct wording of one speaker at one event, and every attribution that has it."""

    id: str
    speakers: frozenset[str]
    event_id: str
    key: str
    wording: Wording
    figures: frozenset[str] = frozenset()
    """The numbers in the wording."""
    reports: set[str] = field(default_factory=set[str])
    prominent: set[str] = field(default_factory=set[str])
    """The reports that give these words as headline or pull quote."""
    members: list[Attribution] = field(default_factory=list["Attribution"])


def group_attributions(
    readings: Sequence[Reading],
    *,
    entity_of: Mapping[str, str],
    event_of: Mapping[str, str],
    copies: Sequence[Copy],
) -> list[tuple[Attribution, ...]]:
    """Group all attributions into statements; every attribution is in exactly one.

    Args:
        readings: sorted by report id.
        entity_of: entity id by chain id.
        event_of: event id by report id.
        copies: pairs of reports with their copied passages.

    Returns:
        Groups of attributions sorted by id, sorted by their first.
    """
    nodes = _read_nodes(readings, entity_of, event_of)
    scores = _score_nodes(nodes)
    nearest = find_mutual(nodes, scores)
    grouped = group_checked(nodes, nearest, scores, at_least=_GROUP_SHARE * SAME_STATEMENT)
    joined = [pair_key(group[0], other) for group in grouped for other in group[1:]]
    joined += _pair_copied(nodes, copies)
    groups = [
        tuple(sorted((m for key in group for m in nodes[key].members), key=lambda member: member.id))
        for group in group_connected(nodes, joined)
    ]
    return sorted(groups, key=lambda group: group[0].id)


def _read_nodes(
    readings: Sequence[Reading], entity_of: Mapping[str, str], event_of: Mapping[str, str]
) -> dict[str, Node]:
    """Put attributions of one wording, speaker and event into one node; the words of unknown speakers stay apart."""
    by_key: dict[tuple[str, ...], Node] = {}
    for reading in readings:
        report = reading.report
        for attribution in reading.attributions:
            text = text_of(attribution, report.text)
            key = normalise(text)
            speakers = frozenset(entity_of[chain] for chain in attribution.speakers if chain in entity_of)
            place = (key, event_of[report.id], *sorted(speakers)) if speakers else (attribution.id,)
            if place not in by_key:
                wording = read_wording(
                    text, _spoken(attribution, text), denied=_is_denied(attribution, report)
                )
                by_key[place] = Node(
                    attribution.id, speakers, event_of[report.id], key, wording, find_figures(text)
                )
            node = by_key[place]
            node.members.append(attribution)
            node.reports.add(report.id)
            if _is_prominent(attribution, report):
                node.prominent.add(report.id)
    return {node.id: node for node in sorted(by_key.values(), key=lambda node: node.id)}


def _is_denied(attribution: Attribution, report: Report) -> bool:
    """Tell whether the cue takes the content back: she denied that the survey was finished."""
    return attribution.cue is not None and _DENYING.search(attribution.cue.of(report.text)) is not None


def _spoken(attribution: Attribution, text: str) -> tuple[Span, ...]:
    """Return the verbatim ranges of a wording: all of it where the page lost its quotation marks."""
    if attribution.manner in {Manner.DIRECT, Manner.UNMARKED, Manner.CARRIED}:
        return (Span(0, len(text)),)
    return quoted_ranges(attribution)


def _is_prominent(attribution: Attribution, report: Report) -> bool:
    """Tell whether the words stand in a headline, or as a pull quote over the speaker's name."""
    if report.zone_at(attribution.content[0].start) in _PROMINENT:
        return True
    source = attribution.source
    return source is not None and report.zone_at(source.start) is Zone.SIGNATURE


def _score_nodes(nodes: Mapping[str, Node]) -> Scores:
    by_event: dict[str, dict[str, Wording]] = {}
    for node in nodes.values():
        by_event.setdefault(node.event_id, {})[node.id] = node.wording
    scores: Scores = {}
    for wordings in by_event.values():
        features = weigh_wordings(wordings)
        candidates = find_candidates({key: _lookup_terms(nodes[key], features[key]) for key in features})
        scores |= {
            (a, b): relate_figures(
                min(1.0, relate_wordings(features[a], features[b])), nodes[a].figures, nodes[b].figures
            )
            for a, b in candidates
        }
    return scores


def _lookup_terms(node: Node, features: Features) -> list[tuple[str, str]]:
    weights = features.terms
    telling = sorted(weights, key=lambda term: (-weights[term], term))[:_TELLING_TERMS]
    telling += [f"#{figure}" for figure in sorted(node.figures)]
    return [(speaker, term) for speaker in sorted(node.speakers) for term in telling]


def find_mutual(nodes: Mapping[str, Node], scores: Scores) -> list[tuple[str, str]]:
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
        elif score >= SAME_STATEMENT and (a, b) in chosen and (b, a) in chosen:
            pairs.append((a, b))
    return pairs


def _nearest(node: Node, ranked: Iterable[tuple[float, str]], nodes: Mapping[str, Node]) -> list[str]:
    """Return the nodes that are the nearest to `node` in at least one other report."""
    met: set[str] = set()
    nearest: list[str] = []
    for _, other in ranked:
        reports = nodes[other].reports - node.reports
        if reports - met:
            nearest.append(other)
            met |= reports
    return nearest


def _pair_copied(nodes: Mapping[str, Node], copies: Sequence[Copy]) -> list[tuple[str, str]]:
    """Pair equal wordings inside copied passages: whoever the speaker was taken for, it is the same text."""
    by_report: dict[str, list[tuple[Node, Attribution]]] = {}
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


def _copied(attributions: Iterable[tuple[Node, Attribution]], copy: Copy, side: int) -> dict[str, Node]:
    """Return the nodes with words inside the passages of one side of a copy, by their compare-key."""
    return {
        node.key: node
        for node, attribution in attributions
        if any(attribution.content[0] in passage[side] for passage in copy.passages)
    }
