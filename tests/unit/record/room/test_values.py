from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from onrecord.model.listing import MOST, Asked
from onrecord.record.room.values import OF_ONE, VALUES
from support.made import made_contents

if TYPE_CHECKING:
    from onrecord.record import Record


@pytest.mark.parametrize("kind", ["statements", "attributions", "events", "stories", "speakers", "reports"])
def test_values_a_page_at_a_time_are_those_all_at_once(made: Record, kind: str) -> None:
    rows: list[object] = []
    while len(rows) < (page := made.values(kind, Asked(first=len(rows), most=MOST))).total:
        rows += page.rows
    assert tuple(rows) == getattr(made, kind)()


def test_days_of_reports_are_those_of_the_record(made: Record) -> None:
    page = made.values("report-days", Asked(most=MOST))
    assert {one.report_id: one.day for one in page.rows} == dict(made_contents().linked.report_dates)
    assert set(VALUES) >= {"report-days"}


def test_every_kind_of_id_leads_to_a_value(made: Record) -> None:
    linked, reading = made_contents().linked, made_contents().readings[0]
    examples: dict[str, Any] = {
        "s": linked.statements[0],
        "a": reading.attributions[0],
        "e": linked.events[0],
        "t": linked.stories[0],
        "p": linked.entities[0],
        "r": reading.report,
        "l": linked.lineages[0],
        "d": linked.divergences[0],
    }
    assert examples.keys() == {*OF_ONE, "d"}
    for letter, value in examples.items():
        assert made.value(letter, value.id) == value
