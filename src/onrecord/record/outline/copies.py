"""Which reports share text, told from all lineages at once: what numbers of copies and of independent reports rest on."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record.rows import schema

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from sqlalchemy import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Copies:
    """Which reports descend from which.

    `group_of` gives reports that share copied text, straight or by way of others, one and the same report of theirs;
    `lineages_of` the lineages that each is in, `sources_of` the reports that each is told to copy from; `copies` are reports
    that descend wholly or in part from another text.
    """

    group_of: Mapping[str, str]
    lineages_of: Mapping[str, tuple[str, ...]]
    sources_of: Mapping[str, tuple[str, ...]]
    copies: frozenset[str]

    def count_independent(self, report_ids: Iterable[str]) -> int:
        """Count these reports, each group of those that share text once."""
        return len({self.group_of.get(one, one) for one in report_ids})

    def __len__(self) -> int:
        return len(self.lineages_of)


def find_copies(connection: Connection) -> Copies:
    """Return what the lineages of the record tell."""
    lineage, member = schema.lineages.c, schema.lineage_reports.c
    members: defaultdict[str, list[str]] = defaultdict(list)
    for lineage_id, report_id in connection.execute(
        select(member.lineage_id, member.report_id).order_by(member.place)
    ):
        members[lineage_id].append(report_id)
    groups: dict[str, str] = {}
    lineages_of: defaultdict[str, list[str]] = defaultdict(list)
    sources_of: defaultdict[str, list[str]] = defaultdict(list)
    copies: set[str] = set()
    for row in connection.execute(select(lineage.id, lineage.origin, lineage.credit).order_by(lineage.place)):
        reports = members[row.id]
        if not reports:
            continue
        # With neither a direction nor a credit one of the group, no telling which, is the first.
        copied = {*reports} - {row.origin or (None if row.credit else min(reports))}
        copies |= copied
        for report_id in reports:
            lineages_of[report_id].append(row.id)
            if row.origin is not None and report_id != row.origin:
                sources_of[report_id].append(row.origin)
        _join(groups, reports)
    return Copies(
        group_of={one: _first_of(groups, one) for one in sorted(groups)},
        lineages_of={one: tuple(several) for one, several in lineages_of.items()},
        sources_of={one: tuple(dict.fromkeys(several)) for one, several in sources_of.items()},
        copies=frozenset(copies),
    )


def _join(groups: dict[str, str], reports: Iterable[str]) -> None:
    """Let these reports be of one group; each report leads towards the first of its group."""
    firsts = {_first_of(groups, one) for one in reports}
    first = min(firsts)
    groups.update(dict.fromkeys(firsts, first))


def _first_of(groups: dict[str, str], report_id: str) -> str:
    first = groups.get(report_id, report_id)
    while groups.get(first, first) != first:
        first = groups[first]
    groups[report_id] = first
    return first
