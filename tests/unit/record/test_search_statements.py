from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked
from onrecord.record.search_filters import Narrowed
from onrecord.record.search_question import read_question
from onrecord.record.search_statements import find_statement_hits
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

TEXTS = {reading.report.id: reading.report.text for reading in ferry_contents().readings}


def test_each_hit_has_its_wording_marked_and_placed(ferry: Connection) -> None:
    found = find_statement_hits(ferry, read_question("BOATS waiting"), Asked(), Narrowed())

    assert found.total == 2
    for hit in found.rows:
        assert [mark.of(hit.text) for mark in hit.marks] == ["boats", "waiting"]
        assert [place.span.of(TEXTS[place.report_id]) for place in hit.places] == ["boats", "waiting"]
        assert hit.place.span.of(TEXTS[hit.place.report_id]) == hit.text
        assert hit.row.id == hit.id


def test_a_page_beyond_the_end_is_empty_and_still_counts(ferry: Connection) -> None:
    found = find_statement_hits(ferry, read_question("boats"), Asked(first=5), Narrowed())

    assert (found.rows, found.total, found.first) == ((), 2, 5)
