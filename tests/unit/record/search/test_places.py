from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.record.search.places import Standing, find_standings
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

CONTENTS = ferry_contents()


def test_a_wording_stands_in_a_report_with_its_characters(ferry: Connection) -> None:
    texts = {reading.report.id: reading.report.text for reading in CONTENTS.readings}
    wordings = {
        (one.id, number): variant.text
        for one in CONTENTS.linked.statements
        for number, variant in enumerate(one.variants)
    }
    found = find_standings(ferry, wordings)

    assert found.keys() == wordings.keys()
    for wording, standing in found.items():
        assert " ".join(span.of(texts[standing.report_id]) for span in standing.content) == wordings[wording]
        assert standing.outlet is not None
        assert standing.title


def test_marks_in_a_wording_of_several_runs_lead_to_each_of_them() -> None:
    standing = Standing(
        report_id="r1",
        attribution_id=None,
        outlet=None,
        title=None,
        language=None,
        content=(Span(10, 15), Span(30, 38)),
    )

    assert standing.place == Evidence(report_id="r1", span=Span(10, 38))
    assert [place.span for place in standing.places_of([Span(0, 2), Span(3, 8), Span(6, 14)])] == [
        Span(10, 12),
        Span(13, 15),
        Span(30, 32),
        Span(30, 38),
    ]


def test_a_place_that_is_known_already_is_taken_unless_it_has_gaps(ferry: Connection) -> None:
    one = next(one for one in CONTENTS.linked.statements if one.variants[0].text == "12 boats were waiting")
    wording, text = (one.id, 0), one.variants[0].text
    (standing,) = find_standings(ferry, {wording: text}).values()
    other = Evidence(report_id=standing.report_id, span=Span(0, len(text)))
    longer = Evidence(report_id=standing.report_id, span=Span(0, len(text) + 1))

    assert find_standings(ferry, {wording: text}, {wording: other})[wording].content == (other.span,)
    assert find_standings(ferry, {wording: text}, {wording: longer})[wording] == standing


def test_nothing_stands_nowhere(ferry: Connection) -> None:
    assert find_standings(ferry, {}) == {}
