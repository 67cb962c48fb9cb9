from __future__ import annotations

from datetime import date

from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.span import Span
from onrecord.publish.export.values import evidence_as_json, moment_as_json, span_as_json, spans_as_json


def test_a_span_is_its_two_bounds() -> None:
    assert span_as_json(Span(3, 7)) == [3, 7]
    assert spans_as_json([Span(3, 7), Span(0, 1)]) == [[3, 7], [0, 1]]


def test_evidence_names_its_report_and_characters() -> None:
    assert evidence_as_json(Evidence(report_id="r1", span=Span(0, 2))) == {"report": "r1", "span": [0, 2]}


def test_no_moment_is_null() -> None:
    assert moment_as_json(None) is None


def test_an_open_end_is_null_and_days_are_iso() -> None:
    moment = Moment(
        earliest=None,
        latest=date(2021, 3, 4),
        basis=Basis.RELATIVE,
        why="before the ferry ran",
        candidates=(date(2020, 3, 4),),
        evidence=(Evidence(report_id="r1", span=Span(0, 2)),),
    )

    assert moment_as_json(moment) == {
        "from": None,
        "to": "2021-03-04",
        "candidates": ["2020-03-04"],
        "basis": "relative",
        "why": "before the ferry ran",
        "evidence": [{"report": "r1", "span": [0, 2]}],
    }
