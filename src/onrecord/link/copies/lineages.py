"""Which reports descend from one text: copies, partial copies, acknowledged reprints.

Who copied whom is said only where the input tells: a credit that names the other's outlet, the tag of an agency over its
own dispatch, or the days they were given. A picture's credit tells nothing.

A report may be in several lineages: one that prints passages of two others does not make those two descend from one text.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from onrecord.link.copies.origins import find_credit, find_day, find_origin
from onrecord.link.groups.groups import group_connected
from onrecord.model.ids import shared_id
from onrecord.model.moment import Evidence
from onrecord.model.statement import Lineage, Passage

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.copies.copies import Copy
    from onrecord.model.attribution import Reading
    from onrecord.model.report import Report
    from onrecord.model.span import Span


@dataclass(slots=True)
class _Group:
    """Reports on their way to be a lineage, and the copies among them."""

    members: set[str]
    copies: list[Copy] = field(default_factory=list["Copy"])


def group_lineages(readings: Sequence[Reading], copies: Sequence[Copy]) -> tuple[Lineage, ...]:
    """Group copies into lineages of two and more reports, with origin and credit where evidence gives them."""
    reports = {reading.report.id: reading.report for reading in readings}
    groups = _join_by_origin(_merge(_group_passages(copies)), reports)
    named = _name(groups)
    return tuple(
        _lineage(shared_id("l", [name]), sorted(group.members), group.copies, reports)
        for name, group in sorted(named.items())
    )


def _join_by_origin(groups: Iterable[_Group], reports: Mapping[str, Report]) -> list[_Group]:
    """Join the groups that are known to descend from one report: papers print one passage of a dispatch or another."""
    joined: list[_Group] = []
    by_origin: dict[str, _Group] = {}
    for group in groups:
        origin, _ = find_origin(sorted(group.members), [copy.pair for copy in group.copies], reports)
        if origin is None or origin not in by_origin:
            joined.append(group)
        else:
            by_origin[origin].members |= group.members
            by_origin[origin].copies += group.copies
        if origin is not None:
            by_origin.setdefault(origin, group)
    return sorted(joined, key=lambda group: sorted(group.members))


def _name(groups: Iterable[_Group]) -> dict[str, _Group]:
    """Return groups by the member that gives each its digits: the first that gives them to no other.

    Where none is left, a group is put into the one that its first member gives its digits to.
    """
    named: dict[str, _Group] = {}
    for group in groups:
        free = sorted(member for member in group.members if member not in named)
        if free:
            named[free[0]] = group
        else:
            around = named[min(group.members)]
            around.members |= group.members
            around.copies += group.copies
    return named


def _group_passages(copies: Sequence[Copy]) -> list[_Group]:
    """Group copies whose passages overlap in a report that they have in common: they print the same words.

    A round-up that holds two reports, each whole but elsewhere in it, does not make these two one text.
    """
    by_report: dict[str, list[tuple[Span, str]]] = {}
    keys = {f"{copy.first} {copy.second}": copy for copy in copies}
    for key, copy in keys.items():
        for first, second in copy.passages:
            by_report.setdefault(copy.first, []).append((first, key))
            by_report.setdefault(copy.second, []).append((second, key))
    overlapping = [pair for held in by_report.values() for pair in _find_overlapping(held)]
    grouped = group_connected(keys, overlapping)
    return [
        _Group({member for key in group for member in keys[key].pair}, [keys[key] for key in group])
        for group in grouped
    ]


def _find_overlapping(held: Iterable[tuple[Span, str]]) -> Iterable[tuple[str, str]]:
    reach: tuple[Span, str] | None = None
    for span, key in sorted(held):
        if reach is not None and 2 * (min(span.end, reach[0].end) - span.start) > len(span):
            yield reach[1], key
        if reach is None or span.end > reach[0].end:
            reach = span, key


def _merge(groups: Sequence[_Group]) -> list[_Group]:
    """Put a group whose reports all are in another one into that; return them by their members."""
    merged: list[_Group] = []
    holding: dict[str, list[_Group]] = {}
    for group in sorted(groups, key=lambda group: (-len(group.members), sorted(group.members))):
        around = next(
            (one for one in holding.get(min(group.members), []) if group.members <= one.members), None
        )
        if around is not None:
            around.copies += group.copies
            continue
        merged.append(group)
        for member in sorted(group.members):
            holding.setdefault(member, []).append(group)
    return sorted(merged, key=lambda group: sorted(group.members))


def _lineage(
    lineage_id: str, members: Sequence[str], copies: Sequence[Copy], reports: Mapping[str, Report]
) -> Lineage:
    origin, evidence = find_origin(members, [copy.pair for copy in copies], reports)
    credit, credited = find_credit(members, origin, reports)
    evidence += credited
    passages = sorted_passages(
        _passage(copy, spans, origin, reports) for copy in copies for spans in copy.passages
    )
    return Lineage(
        id=lineage_id,
        report_ids=tuple(members),
        origin=origin,
        credit=credit,
        evidence=tuple(sorted(set(evidence))),
        passages=passages,
    )


def sorted_passages(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    """Return passages in the order in which a lineage has them."""
    return tuple(sorted(passages, key=lambda passage: (passage.copy, passage.source or passage.copy)))


def _passage(
    copy: Copy, spans: tuple[Span, Span], origin: str | None, reports: Mapping[str, Report]
) -> Passage:
    """Return a passage from the origin, else from the report of the earlier day; where neither is known, from the lesser id."""
    first, second = (
        Evidence(report_id=copy.first, span=spans[0]),
        Evidence(report_id=copy.second, span=spans[1]),
    )
    days = [find_day(reports[key]) for key in copy.pair]
    later = origin == copy.second or (
        origin != copy.first and days[0] is not None and days[1] is not None and days[1] < days[0]
    )
    return Passage(source=second, copy=first) if later else Passage(source=first, copy=second)
