from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lexicon.crediting import credit_words
from onrecord.model.listing import Asked
from onrecord.record.search.filters import Narrowed
from onrecord.record.search.question import read_question
from onrecord.record.search.statements import find_statement_hits
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

CONTENTS = ferry_contents()
TEXTS = {reading.report.id: reading.report.text for reading in CONTENTS.readings}


def test_each_hit_has_its_wording_marked_and_placed(ferry: Connection) -> None:
    found = find_statement_hits(ferry, read_question("BOATS waiting"), Asked(), Narrowed())

    assert found.total == 2
    for hit in found.rows:
        assert [mark.of(hit.text) for mark in hit.marks] == ["boats", "waiting"]
        assert [place.span.of(TEXTS[place.report_id]) for place in hit.places] == ["boats", "waiting"]
        assert hit.place.span.of(TEXTS[hit.place.report_id]) == hit.text
        assert hit.row.id == hit.id


def test_a_wording_beside_the_base_is_credited_by_its_own_report(ferry: Connection) -> None:
    attributions = {
        (one.report_id, one.content): one for reading in CONTENTS.readings for one in reading.attributions
    }
    beside = 0
    for statement in CONTENTS.linked.statements:
        for variant in statement.variants:
            found = find_statement_hits(ferry, read_question(f"“{variant.text}”"), Asked(), Narrowed())
            hit = next(one for one in found.rows if one.id == statement.id)
            own = attributions[hit.place.report_id, (hit.place.span,)]
            text = TEXTS[own.report_id]
            assert hit.credit == credit_words(own, text)
            assert hit.cue == (own.cue.of(text) if own.cue else None)
            assert [span.of(hit.text) for span in hit.quoted] == [span.of(text) for span in own.quoted]
            assert hit.manner == (own.manner if hit.number else None)
            beside += hit.number > 0
    assert beside


def test_a_page_beyond_the_end_is_empty_and_still_counts(ferry: Connection) -> None:
    found = find_statement_hits(ferry, read_question("boats"), Asked(first=5), Narrowed())

    assert (found.rows, found.total, found.first) == ((), 2, 5)
