from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.ids import attribution_id
from onrecord.model.span import Span
from onrecord.record import open_record
from onrecord.record.outline.resolve_rejected import find_heir
from support.contents import ferry_contents
from support.records import connected, written

if TYPE_CHECKING:
    from pathlib import Path

CONTENTS = ferry_contents()
FARES = next(one for one in CONTENTS.linked.statements if len(one.variants) > 1)
REPORT = CONTENTS.readings[0].report.id


def rejected(words: str) -> tuple[Correction, str]:
    """Return the rejection of some words that no statement has as they stand, and the id of their attribution."""
    spans = (Span(900, 900 + len(words)),)
    anchor = Anchor(report_id=REPORT, spans=spans, exact=(words,))
    return Correction(kind=CorrectionKind.NOT_SPEECH, anchors=(anchor,)), attribution_id(REPORT, spans)


@pytest.mark.parametrize("longer", ["", " and that is all there is to it"])
def test_a_rejected_wording_leads_to_the_statement_that_holds_its_words(tmp_path: Path, longer: str) -> None:
    correction, own = rejected(FARES.variants[0].text + longer)
    path = written(tmp_path, replace(CONTENTS, corrections=(correction,)))
    with open_record(path) as record:
        assert record.resolve(f"s{own[1:]}") == FARES.id


def test_words_that_no_statement_holds_lead_nowhere(tmp_path: Path) -> None:
    correction, own = rejected("Nothing like it was ever heard on this quay")
    path = written(tmp_path, replace(CONTENTS, corrections=(correction,)))
    with open_record(path) as record, pytest.raises(RecordError, match="no statement"):
        record.resolve(f"s{own[1:]}")
    for connection in connected(path):
        assert find_heir(connection, own) is None
        assert find_heir(connection, "a" + "0" * 20) is None
