from dataclasses import replace
from datetime import date
from pathlib import Path

from onrecord.model.listing import Asked
from onrecord.model.moment import Basis, Moment
from onrecord.publish.room.events import by_report, in_common, show_event, show_events
from onrecord.publish.room.reports import shown_reports
from support.contents import ferry_contents
from support.records import written
from support.room import client, visiting

EVENT = ferry_contents().linked.events[0]


def test_what_accounts_have_in_common_stands_apart_from_what_one_has(tmp_path: Path) -> None:
    with visiting(tmp_path, f"/event/{EVENT.id}") as visit:
        shown = show_event(visit)
        listed = visit.record.list_statements(Asked(event=EVENT.id))

    common, alone = shown.values["common_total"], shown.values["alone_total"]
    assert isinstance(common, int)
    assert isinstance(alone, int)
    assert common == sum(row.lineages > 1 for row in listed.rows)
    assert common + alone == listed.total


def test_statements_in_all_accounts_come_first(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        (event,) = visit.record.list_events(Asked()).rows
        rows = visit.record.list_statements(Asked(independent=2)).rows

    assert [group.heading for group in in_common(rows, event)] == ["In both accounts"]


def test_what_one_account_has_is_told_by_its_report(tmp_path: Path) -> None:
    with visiting(tmp_path) as visit:
        rows = visit.record.list_statements(Asked()).rows
        reports = shown_reports(visit.record, visit.record.list_reports(Asked()).rows)
        groups = by_report(rows, reports)

    assert sum(len(group.statements) for group in groups) == len(rows)
    headings = [group.heading for group in groups]
    assert "Only in The Orrin Courier: Ferry to run again from May" in headings
    assert "Only in reports that share their text" in headings
    for group in groups:
        places = [(one.row.place.report_id, one.row.place.span.start) for one in group.statements]
        assert len({report_id for report_id, _ in places}) > 1 or places == sorted(places)


def test_a_day_that_a_person_gives_words_stands_beside_them_on_the_page_of_their_event(
    tmp_path: Path,
) -> None:
    day = date(2021, 3, 9)
    moment = Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="a reader gives it")
    contents = ferry_contents()
    first, *others = contents.linked.statements
    said = (replace(first, said=moment), *others)
    changed = replace(contents, linked=replace(contents.linked, statements=said))
    page = client(written(tmp_path, changed)).get(f"/event/{EVENT.id}").text

    row = page[page.index(f"/statement/{first.id}") :].partition("</li>")[0]
    assert "<span>Tuesday 9 March 2021</span>" in row
    assert page.count("Tuesday 9 March 2021") == 1


def test_all_events_stand_on_one_line(tmp_path: Path) -> None:
    with visiting(tmp_path, "/events") as visit:
        assert show_events(visit).title == "Events"
