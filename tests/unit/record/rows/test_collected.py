from __future__ import annotations

from datetime import date

import pytest

from onrecord.errors import RecordError
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.problem import Problem
from onrecord.model.span import Span
from onrecord.record.rows import schema
from onrecord.record.rows.collected import Rows, add_capture, add_made_with, to_json
from support.contents import ferry_contents

CONTENTS = ferry_contents()
REPORT = next(reading.report for reading in CONTENTS.readings if reading.report.encoding == "utf-8-sig")
OWNER = ("event", "e1", "evidence")


def rows_with_report() -> Rows:
    rows = Rows()
    rows.reports_by_id[REPORT.id] = REPORT
    return rows


def test_a_citation_keeps_the_exact_characters_and_the_bytes_they_came_from() -> None:
    rows = rows_with_report()
    start = REPORT.text.index("“We")

    rows.cite(OWNER, [Evidence(report_id=REPORT.id, span=Span(start, start + 3))], number=2)

    (row,) = rows.by_table[schema.citations]
    assert (row["exact"], row["number"]) == ("“We", 2)
    # A byte order mark of three bytes stands before the text, and the quotation mark takes three.
    assert (row["first_byte"], row["past_byte"]) == (start + 3, start + 3 + 5)


def test_an_empty_span_is_a_place_too() -> None:
    rows = rows_with_report()
    end = len(REPORT.text)

    rows.cite_spans(OWNER, REPORT, [Span(end, end)])

    assert rows.by_table[schema.citations][0]["exact"] == ""


def test_a_span_past_the_end_is_refused() -> None:
    end = len(REPORT.text)

    with pytest.raises(RecordError, match=f"event e1 evidence cites .*only {end} characters"):
        rows_with_report().cite_spans(OWNER, REPORT, [Span(end, end + 1)])


def test_a_report_that_is_not_there_is_refused() -> None:
    with pytest.raises(RecordError, match="cites report r9"):
        rows_with_report().cite(OWNER, [Evidence(report_id="r9", span=Span(0, 1))])


def test_no_moment_is_no_row() -> None:
    rows = Rows()

    rows.add_moment("event", "e1", "date", None)

    assert not rows.by_table


def test_no_possible_days_are_not_the_same_as_none_given() -> None:
    rows = Rows()
    for number, days in enumerate([None, (), (date(2021, 3, 4),)]):
        moment = Moment(earliest=None, latest=None, basis=Basis.STATED, why="", candidates=days)
        rows.add_moment("event", f"e{number}", "date", moment)

    assert [row["candidates"] for row in rows.by_table[schema.moments]] == [None, "[]", '["2021-03-04"]']


def test_a_problem_keeps_where_it_was_found() -> None:
    rows = Rows()

    rows.add_problem("pile", Problem(code="ingest.empty", message="empty", path="a.txt"))

    (row,) = rows.by_table[schema.problems]
    assert (row["found_in"], row["reading_id"], row["path"], row["start"]) == ("pile", None, "a.txt", None)


def test_settings_stand_in_order_of_name() -> None:
    rows = Rows()

    add_made_with(rows, CONTENTS.made_with)

    settings = [row["name"] for row in rows.by_table[schema.made_with] if row["part"] == "setting"]
    assert settings == ["model", "years"]


def test_a_capture_keeps_its_bytes() -> None:
    rows = Rows()

    add_capture(rows, CONTENTS.captures[0])

    assert rows.by_table[schema.captures][0]["payload"] == CONTENTS.captures[0].payload


def test_json_columns_are_compact_sorted_and_plain() -> None:
    assert to_json({"b": "é", "a": [1]}) == '{"a":[1],"b":"\\u00e9"}'
