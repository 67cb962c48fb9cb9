from dataclasses import replace

import pytest

from onrecord.model.statement import Passage
from onrecord.publish.page.carriers import copies_by_report, group_sources
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents


def test_reports_that_count_together_are_as_many_groups_as_the_record_counts() -> None:
    contents = ferry_contents()
    pile = pile_of(contents)
    copies = copies_by_report(contents.linked.lineages)
    for statement in pile.statements:
        groups = group_sources(pile, statement, copies)
        assert len(groups) == statement.corroboration.lineages
        assert sum(map(len, groups)) == statement.corroboration.reports


def test_a_pair_of_reports_is_found_from_either_side() -> None:
    (lineage,) = ferry_contents().linked.lineages
    copies = copies_by_report([lineage])
    assert copies.keys() == {
        one.report_id for passage in lineage.passages for one in (passage.source, passage.copy) if one
    }
    assert len({copy.pair for some in copies.values() for copy in some}) == 1


def test_a_passage_from_outside_pairs_nobody() -> None:
    (lineage,) = ferry_contents().linked.lineages
    passage = lineage.passages[0]
    outside = Passage(source=None, copy=passage.copy)
    alone = replace(lineage, report_ids=(passage.copy.report_id,), passages=(outside,))
    assert copies_by_report([alone]) == {}


@pytest.mark.parametrize("told", [True, False])
def test_reports_of_a_lineage_without_shared_text_are_a_pair_without_passages(told: bool) -> None:  # noqa: FBT001 - parametrized
    (lineage,) = ferry_contents().linked.lineages
    origin = lineage.origin if told else None
    copies = copies_by_report([replace(lineage, passages=(), origin=origin)])
    (copy,) = {copy for some in copies.values() for copy in some}
    assert (copy.pair, copy.passages) == (tuple(sorted(lineage.report_ids)), ())
