from dataclasses import replace
from pathlib import Path

import pytest

from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.span import Span
from onrecord.model.statement import Lineage
from onrecord.publish.room.reports import show_report, show_reports, shown_reports, spans_at
from support.contents import ferry_contents
from support.records import written
from support.room import client, visiting

REPORT = ferry_contents().readings[0].report


@pytest.mark.parametrize(
    ("asked", "spans"),
    [
        ("3-9", (Span(3, 9),)),
        ("20-30,3-9,3-9", (Span(3, 9), Span(20, 30))),
        ("", ()),
        ("9-3", ()),
        ("0-999999", ()),
        ("a-b", ()),
        ("1-2,", ()),
        ("-1-2", ()),
        (",".join(["1-2"] * 40), ()),
    ],
)
def test_characters_are_asked_for_by_their_places(asked: str, spans: tuple[Span, ...]) -> None:
    assert spans_at(asked, REPORT) == spans


def test_a_report_opens_at_exactly_the_characters_that_are_asked_for(tmp_path: Path) -> None:
    page = client(written(tmp_path)).get(f"/report/{REPORT.id}?at=5-16").text
    marked = "".join(part.split("</mark>")[0].split(">", 1)[1] for part in page.split('<mark class="at')[1:])
    assert marked == REPORT.text[5:16]
    assert page.count('id="at"') == 1


def test_characters_that_are_not_there_are_said_to_be_lost(tmp_path: Path) -> None:
    with visiting(tmp_path, f"/report/{REPORT.id}?at=5-99999") as visit:
        assert show_report(visit).values["lost"]


def test_the_reports_of_one_outlet_are_a_list(tmp_path: Path) -> None:
    outlet = REPORT.outlet
    assert outlet is not None
    with visiting(tmp_path, f"/reports?outlet={outlet.id}") as visit:
        shown = show_reports(visit)
    assert shown.title == f"Reports of {outlet.name}"


def test_a_report_is_named_by_outlet_and_title(tmp_path: Path) -> None:
    from onrecord.model.listing import Asked

    with visiting(tmp_path) as visit:
        names = {one.name for one in shown_reports(visit.record, visit.record.list_reports(Asked()).rows)}
    assert "The Orrin Courier: Ferry to run again from May" in names


def test_an_attribution_leads_to_where_it_stands(tmp_path: Path) -> None:
    reading = ferry_contents().readings[0]
    attribution = reading.attributions[0]
    answer = client(written(tmp_path)).get(f"/attribution/{attribution.id}")
    span = attribution.content[0]
    assert answer.headers["location"] == f"/report/{reading.report.id}?at={span.start}-{span.end}#at"


def test_a_copy_that_a_person_names_is_told_with_its_origin_and_who_said_so(tmp_path: Path) -> None:
    contents = ferry_contents()
    first, second, third = (reading.report.id for reading in contents.readings)
    lineage = Lineage(
        id="l" + first[1:],
        report_ids=(first, third),
        origin=third,
        credit=None,
        evidence=(),
        passages=(),
    )
    copy = Correction(
        kind=CorrectionKind.COPY, anchors=(Anchor(report_id=first), Anchor(report_id=third)), by="Rita"
    )
    linked = replace(contents.linked, lineages=(lineage,))
    room = client(written(tmp_path, replace(contents, linked=linked, corrections=(copy,))))

    page = room.get(f"/report/{first}").text
    assert "said by a person: Rita" in page
    assert "not found in this pile" not in page
    assert "said by a person: Rita" in room.get("/outlets").text
    assert "said by a person" not in room.get(f"/report/{second}").text
