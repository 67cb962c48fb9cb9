from dataclasses import replace

from onrecord.link.origins import find_origin, house_key, is_own_tag
from onrecord.model.attribution import Reading
from onrecord.model.report import Zone
from support.piles import reading_of

TOLD = "The ferry stays in port until spring."


def dispatch(*, outlet: str | None = None, zone: Zone = Zone.DATELINE) -> Reading:
    reading = reading_of("", ["VELM (CPA) –", TOLD], outlet=outlet, credit="CPA")
    first, *others = reading.report.blocks
    return replace(reading, report=replace(reading.report, blocks=(replace(first, zone=zone), *others)))


def test_two_spellings_of_an_outlet_have_one_key() -> None:
    assert house_key("The Velm Courier") == house_key("VELM COURIER")


def test_the_agency_over_a_report_of_no_other_outlet_is_its_own_house() -> None:
    report = dispatch().report
    assert is_own_tag(report.credits[0], report)


def test_the_agency_over_another_outlets_report_is_where_it_comes_from() -> None:
    report = dispatch(outlet="Velm Courier").report
    assert not is_own_tag(report.credits[0], report)


def test_an_agency_credited_below_the_text_is_not_the_house() -> None:
    report = dispatch(zone=Zone.CREDIT).report
    assert not is_own_tag(report.credits[0], report)


def test_without_marks_and_days_no_origin_is_told() -> None:
    reports = {one.report.id: one.report for one in (reading_of("", [TOLD]), reading_of("Ferry", [TOLD]))}
    assert find_origin(sorted(reports), (), reports) == (None, [])
