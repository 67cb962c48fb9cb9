from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked, Order
from onrecord.record.search.filters import Narrowed
from onrecord.record.search.question import read_question
from onrecord.record.search.reports import find_report_hits
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

TEXTS = {reading.report.id: reading.report.text for reading in ferry_contents().readings}


def test_each_hit_has_excerpts_of_its_exact_characters(ferry: Connection) -> None:
    found = find_report_hits(ferry, read_question("ferry fares"), Asked(), Narrowed())

    assert found.total == 3
    for hit in found.rows:
        assert hit.title is not None
        assert [mark.of(hit.title).casefold() for mark in hit.title_marks] == ["ferry"]
        assert hit.event is not None
        for one in hit.excerpts:
            assert one.span.of(TEXTS[hit.id]) == one.text
            assert {mark.of(one.text).casefold() for mark in one.marks} <= {"ferry", "fares"}


def test_a_report_whose_day_is_known_comes_before_one_whose_day_is_not(ferry: Connection) -> None:
    found = find_report_hits(ferry, read_question("ferry"), Asked(order=Order.TIME), Narrowed())
    dated = [hit.published is not None for hit in found.rows]

    assert dated == sorted(dated, reverse=True)
