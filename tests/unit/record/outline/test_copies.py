from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.outline.copies import find_copies
from support.made import made_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from onrecord.record import Record


def test_copies_are_told_from_their_sources(connection: Connection) -> None:
    copies = find_copies(connection)
    lineages = made_contents().linked.lineages
    assert len(copies) == len({one for lineage in lineages for one in lineage.report_ids})
    for lineage in lineages:
        (copy,) = set(lineage.report_ids) - {lineage.origin}
        assert copy in copies.copies
        assert lineage.origin in copies.sources_of[copy]
        assert lineage.id in copies.lineages_of[copy]


def test_a_group_of_copies_counts_once(connection: Connection) -> None:
    copies = find_copies(connection)
    lineage = made_contents().linked.lineages[0]
    apart = next(one.report.id for one in made_contents().readings if one.report.id not in copies.group_of)
    assert copies.count_independent(lineage.report_ids) == 1
    assert copies.count_independent([*lineage.report_ids, apart]) == 2


def test_copies_of_copies_are_of_one_group(connection: Connection) -> None:
    copies = find_copies(connection)
    for lineage in made_contents().linked.lineages:
        assert len({copies.group_of[one] for one in lineage.report_ids}) == 1


def test_the_number_of_copies_is_that_of_the_summary(made: Record, connection: Connection) -> None:
    assert len(find_copies(connection).copies) == made.summary().copies
