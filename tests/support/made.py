"""A made record of some hundred attributions, its contents, and what plain counting over them says."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from bench.records import make_contents

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.attribution import Attribution
    from onrecord.model.contents import Contents
    from onrecord.model.report import Report
    from onrecord.model.statement import Statement

SIZE, SEED = 400, 3


@cache
def made_contents() -> Contents:
    """Return the contents of the made record."""
    return make_contents(SIZE, seed=SEED)


@dataclass(frozen=True)
class Plain:
    """The made contents looked up by id, for counting by hand."""

    contents: Contents
    statements: Mapping[str, Statement]
    attributions: Mapping[str, Attribution]
    reports: Mapping[str, Report]
    speakers_of: Mapping[str, tuple[str, ...]]

    def members(self, statement: Statement) -> list[Attribution]:
        """Return the attributions of a statement."""
        ids = [one for variant in statement.variants for one in variant.attribution_ids]
        return [self.attributions[one] for one in ids]

    def outlets(self, statement: Statement) -> set[str | None]:
        """Return the outlets that carry a statement, None for one that is not named."""
        reports = (self.reports[one.report_id] for one in self.members(statement))
        return {report.outlet.id if report.outlet else None for report in reports}


@cache
def plain() -> Plain:
    """Return the made contents by id."""
    contents = made_contents()
    entity_by_chain = contents.linked.entity_by_chain()
    attributions = {one.id: one for reading in contents.readings for one in reading.attributions}
    speakers: defaultdict[str, tuple[str, ...]] = defaultdict(tuple)
    for one in attributions.values():
        speakers[one.id] = tuple(entity_by_chain[chain] for chain in one.speakers if chain in entity_by_chain)
    return Plain(
        contents=contents,
        statements={one.id: one for one in contents.linked.statements},
        attributions=attributions,
        reports={reading.report.id: reading.report for reading in contents.readings},
        speakers_of=speakers,
    )
