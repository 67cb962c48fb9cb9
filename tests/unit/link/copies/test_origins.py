from dataclasses import replace

from onrecord.link.copies.origins import find_credit, find_origin, house_key, is_own_tag
from onrecord.model.attribution import Reading
from onrecord.model.report import Credit, Zone
from onrecord.model.span import Span
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


def reprint_over_a_dispatch() -> tuple[Reading, Reading]:
    """Return a newspaper's print of a dispatch, and a reprint of it that names the newspaper and keeps the agency's tag."""
    printed = dispatch(outlet="Velm Courier")
    line = "This article was first published by the Velm Courier."
    reprint = reading_of("", ["VELM (CPA) –", TOLD, line], credit="CPA")
    report = reprint.report
    first, *others = report.blocks
    start = report.text.index("the Velm Courier")
    stated = Credit(outlet="the Velm Courier", span=Span(start, start + len("the Velm Courier")))
    zoned = (replace(first, zone=Zone.DATELINE), *others)
    return printed, replace(reprint, report=replace(report, blocks=zoned, credits=(*report.credits, stated)))


def test_a_newspaper_that_a_reprint_names_is_where_it_comes_from_whatever_agency_it_tags() -> None:
    printed, reprint = reprint_over_a_dispatch()
    reports = {one.report.id: one.report for one in (printed, reprint)}
    members = sorted(reports)
    origin, evidence = find_origin(members, [(members[0], members[1])], reports)
    assert origin == printed.report.id
    assert [one.report_id for one in evidence] == [reprint.report.id]


def test_a_credit_rests_on_the_words_that_name_its_house() -> None:
    printed, reprint = reprint_over_a_dispatch()
    reports = {one.report.id: one.report for one in (printed, reprint)}
    for origin, name in ((printed.report.id, "the Velm Courier"), (None, "CPA")):
        credit, evidence = find_credit(sorted(reports), origin, reports)
        assert credit == name
        assert {one.span.of(reports[one.report_id].text) for one in evidence} == {name}
