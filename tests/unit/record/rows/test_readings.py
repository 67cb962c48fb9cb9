from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest

from onrecord.errors import RecordError
from onrecord.model.span import Span
from onrecord.record.rows import schema
from onrecord.record.rows.collected import Rows
from onrecord.record.rows.readings import add_reading
from support.contents import ferry_contents

READING = next(reading for reading in ferry_contents().readings if reading.timexes)


def test_each_part_of_an_attribution_is_cited_by_its_name() -> None:
    rows = Rows()
    add_reading(rows, READING)

    parts = Counter(row["part"] for row in rows.by_table[schema.citations])

    assert parts == {"content": 3, "quoted": 1, "cue": 3, "source": 3, "because": 3}


def test_a_report_comes_with_its_paths_blocks_and_offsets() -> None:
    rows = Rows()
    add_reading(rows, READING)

    (report,) = rows.by_table[schema.reports]
    assert report["offsets"].startswith("[[0,0,1],")
    assert report["declared"] == '{"outlet":"The Orrin Courier","section":"Harbour"}'
    assert [row["path"] for row in rows.by_table[schema.report_paths]] == list(READING.report.paths)
    assert len(rows.by_table[schema.blocks]) == len(READING.report.blocks)
    assert len(rows.by_table[schema.timexes]) == 2


def test_a_chain_comes_with_its_words_and_mentions() -> None:
    rows = Rows()
    add_reading(rows, READING)

    assert [(row["part"], row["words"]) for row in rows.by_table[schema.chain_words]] == [
        ("name", "Ana Velik"),
        ("name", "Velik"),
        ("role", "Harbour Minister"),
    ]
    assert [row["pronoun"] for row in rows.by_table[schema.mentions]] == [False, False, True]


def test_words_that_the_report_does_not_have_are_refused() -> None:
    attribution = replace(READING.attributions[0], content=(Span(0, 9999),))

    with pytest.raises(RecordError, match=f"attribution {attribution.id} content cites"):
        add_reading(Rows(), replace(READING, attributions=(attribution,)))
