from datetime import date

import pytest

from onrecord.link.dates.dates import resolve_dates, resolve_days
from onrecord.model.moment import Basis, Moment
from onrecord.model.report import Zone
from support.annotated import bare_reading

YEARS = (2000, 2030)
FRIDAY = bare_reading("The council voted this Friday to close the quay.")
MARCH = bare_reading("Speaking in Halden on March 4 after the vote, Velik was calm.")


def days(*years: int) -> tuple[date, ...]:
    return tuple(date(year, 3, 4) for year in years)


def test_a_weekday_and_a_day_of_the_month_leave_few_years() -> None:
    found = resolve_days([FRIDAY, MARCH], [[FRIDAY.report.id, MARCH.report.id]], years=YEARS)
    (event,) = found.events.values()
    assert event.candidates == days(2005, 2011, 2016, 2022)
    assert event.basis is Basis.CORROBORATED
    assert found.reports[FRIDAY.report.id].candidates == event.candidates
    assert set(event.candidates or ()) <= set(found.reports[MARCH.report.id].candidates or ())
    assert "2005, 2011, 2016 or 2022" in event.why


def test_a_weekday_alone_is_unknown() -> None:
    assert resolve_dates([FRIDAY], [[FRIDAY.report.id]], years=YEARS) == {}


def test_a_day_of_the_month_alone_is_one_day_of_every_year() -> None:
    event = resolve_days([MARCH], [[MARCH.report.id]], years=(2020, 2022)).events[MARCH.report.id]
    assert event.candidates == days(2020, 2021, 2022)


def test_years_of_the_settings_bound_the_days() -> None:
    groups = [[FRIDAY.report.id, MARCH.report.id]]
    (event,) = resolve_days([FRIDAY, MARCH], groups, years=(2015, 2019)).events.values()
    assert (event.earliest, event.latest, event.candidates) == (date(2016, 3, 4), date(2016, 3, 4), None)


def test_a_given_day_is_believed_and_bounds_its_event() -> None:
    given = Moment(earliest=date(2022, 3, 5), latest=date(2022, 3, 5), basis=Basis.GIVEN, why="given")
    told = bare_reading("The council voted on Friday to close the quay.", published=given)
    found = resolve_days([told, MARCH], [[told.report.id, MARCH.report.id]], years=YEARS)
    (event,) = found.events.values()
    assert found.reports[told.report.id] is given
    assert event.earliest == event.latest == date(2022, 3, 4)


def test_a_given_day_and_a_weekday_are_that_weekday_before() -> None:
    given = Moment(earliest=date(2022, 3, 6), latest=date(2022, 3, 6), basis=Basis.GIVEN, why="given")
    told = bare_reading("The council voted on Friday to close the quay again.", published=given)
    event = resolve_days([told], [[told.report.id]], years=YEARS).events[told.report.id]
    assert (event.earliest, event.basis) == (date(2022, 3, 4), Basis.RELATIVE)


def test_a_dateline_and_a_weekday_are_the_same_day_or_the_next() -> None:
    text = "HALDEN, March 4 –\nThe council voted on Friday to close the quay."
    told = bare_reading(text, zones=[Zone.DATELINE])
    event = resolve_days([told], [[told.report.id]], years=YEARS).events[told.report.id]
    assert date(2022, 3, 4) in (event.candidates or ())
    assert all(day.weekday() == 4 for day in event.candidates or ())


def test_days_that_cannot_be_one_are_unknown_and_a_problem() -> None:
    told = bare_reading("Velik said on 4 March 2021 that the quay was safe.")
    found = resolve_days([told, FRIDAY], [[told.report.id, FRIDAY.report.id]], years=YEARS)
    assert found.events == {}
    assert [problem.code for problem in found.problems] == ["link.date-conflict"]


def test_the_order_of_reports_and_groups_does_not_matter() -> None:
    ids = [FRIDAY.report.id, MARCH.report.id]
    assert resolve_days([FRIDAY, MARCH], [ids], years=YEARS) == resolve_days(
        [MARCH, FRIDAY], [ids[::-1]], years=YEARS
    )


def test_no_reason_names_a_path() -> None:
    found = resolve_days([FRIDAY, MARCH], [[FRIDAY.report.id, MARCH.report.id]], years=YEARS)
    assert all("report.txt" not in moment.why for moment in found.reports.values())


def given_on(day: date) -> Moment:
    return Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="given")


def test_yesterday_in_a_report_of_known_day_dates_its_event() -> None:
    told = bare_reading(
        "The council voted yesterday to close the quay.", published=given_on(date(2024, 3, 13))
    )
    event = resolve_days([told], [[told.report.id]], years=YEARS).events[told.report.id]
    assert (event.earliest, event.latest, event.basis) == (
        date(2024, 3, 12),
        date(2024, 3, 12),
        Basis.RELATIVE,
    )


def test_yesterday_in_the_background_dates_nothing() -> None:
    told = bare_reading(
        "The council, which had met yesterday, voted to close the quay.",
        published=given_on(date(2024, 3, 13)),
    )
    event = resolve_days([told], [[told.report.id]], years=YEARS).events[told.report.id]
    assert (event.earliest, event.latest) == (date(2024, 3, 6), date(2024, 3, 13))


@pytest.mark.parametrize("day", [15, 16, 18])
def test_this_friday_and_one_given_day_in_the_event_are_that_friday(day: int) -> None:
    pile = [
        bare_reading("Harwell council voted this Friday to close the quay."),
        bare_reading("The quay will close, the council decided this Friday."),
        bare_reading("The council's vote surprised the union.", published=given_on(date(2024, 3, day))),
    ]
    ids = sorted(reading.report.id for reading in pile)
    event = resolve_days(pile, [ids], years=YEARS).events[ids[0]]
    assert event.earliest == event.latest == date(2024, 3, 15)


def test_a_dateline_whose_weekday_the_lead_tells_is_the_day_of_writing() -> None:
    given = Moment(earliest=date(2022, 3, 3), latest=date(2022, 3, 3), basis=Basis.GIVEN, why="given")
    first = bare_reading("The council voted on Thursday to close the quay.", published=given)
    text = "HALDEN, March 4 –\nThe quay stayed open on Friday. On Thursday the council had voted otherwise."
    told = bare_reading(text, zones=[Zone.DATELINE])
    found = resolve_days([first, told], [[first.report.id, told.report.id]], years=YEARS)
    moment = found.reports[told.report.id]
    assert moment.earliest == moment.latest == date(2022, 3, 4)
