from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked
from support.made import made_contents

if TYPE_CHECKING:
    from onrecord.record import Record


def test_problems_stand_as_the_record_has_them(made: Record) -> None:
    listed = made.list_problems(Asked(most=200))
    assert listed.rows == made.problems()
    assert listed.total == made.summary().problems


def test_only_problems_of_reports_that_fit_are_listed(made: Record) -> None:
    rows = made.list_problems(Asked(outlet="courier", most=200)).rows
    reports = {row.id for row in made.list_reports(Asked(outlet="courier", most=200)).rows}
    assert {row.report_id for row in rows} <= reports
    assert len(rows) == sum(one.report_id in reports for one in made.problems())


def test_divergences_are_listed_for_either_side(made: Record) -> None:
    assert made.list_divergences(Asked(most=200)).rows == made_contents().linked.divergences
    for one in made_contents().linked.divergences:
        event = next(
            event for event in made_contents().linked.events if one.between[1].report_id in event.report_ids
        )
        assert one in made.list_divergences(Asked(event=event.id)).rows


def test_lineages_are_listed_largest_first_and_for_their_reports(made: Record) -> None:
    listed = made.list_lineages(Asked(most=200))
    sizes = [-len(one.report_ids) for one in listed.rows]
    assert sizes == sorted(sizes)
    assert {one.id for one in listed.rows} == {one.id for one in made_contents().linked.lineages}
