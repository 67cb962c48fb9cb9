from collections.abc import Sequence
from datetime import date

from onrecord.link.dates.day_bounds import Bound
from onrecord.link.dates.day_clues import read_day_clues
from onrecord.link.dates.event_days import EventDays, bounds_moment, choose_places, known_day
from onrecord.model.attribution import Reading
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.span import Span
from support.annotated import bare_reading

FRIDAY = bare_reading("The council voted this Friday to close the quay.")
MARCH = bare_reading("Speaking in Halden on March 4 after the vote, Velik was calm.")
STATED = bare_reading("Velik said on 4 March 2016 that the quay was safe.")


def bound(first: date, last: date = date.max, *, facts: tuple[str, ...] = ()) -> Bound:
    return Bound(stretches=((first, last),), why=f"not before {first}", facts=facts)


def solved(readings: Sequence[Reading], *bounds: Bound) -> tuple[Moment | None, list[str]]:
    days = EventDays(
        [read_day_clues(one) for one in readings],
        [one.report.published for one in readings],
        bounds,
        years=(2000, 2030),
    )
    return days.solve(), [problem.code for problem in days.problems]


def test_bounds_strike_out_days_and_are_named() -> None:
    moment, problems = solved(
        [FRIDAY, MARCH], bound(date(2016, 3, 20), facts=("f2",)), bound(date(2001, 1, 1), facts=("f1",))
    )
    assert moment is not None
    assert (known_day(moment), moment.facts, problems) == (date(2022, 3, 4), ("f2",), [])
    assert moment.why.endswith("; not before 2016-03-20")


def test_a_report_may_be_written_days_after_the_event() -> None:
    moment, _ = solved([FRIDAY, MARCH], bound(date(2016, 3, 6)))
    assert moment is not None
    assert moment.candidates == (date(2016, 3, 4), date(2022, 3, 4))


def test_facts_that_contradict_are_left_aside_with_a_problem() -> None:
    moment, problems = solved([STATED], bound(date(2020, 1, 1), facts=("f1",)))
    assert (known_day(moment), problems) == (date(2016, 3, 4), ["link.fact-conflict"])


def test_words_that_contradict_leave_the_day_unknown() -> None:
    assert solved([STATED], bound(date(2020, 1, 1))) == (None, ["link.date-conflict"])


def test_bounds_alone_leave_an_interval() -> None:
    moment, _ = solved([FRIDAY], bound(date(2014, 1, 1)), bound(date.min, date(2018, 1, 1), facts=("f1",)))
    assert moment is not None
    assert (moment.earliest, moment.latest) == (date(2014, 1, 1), date(2018, 1, 1))
    assert (moment.basis, moment.facts) == (Basis.CORROBORATED, ("f1",))


def test_a_day_that_is_given_needs_no_bounds() -> None:
    given = Moment(earliest=date(2010, 5, 5), latest=date(2010, 5, 5), basis=Basis.GIVEN, why="given")
    told = bare_reading("The council voted on Wednesday to close the quay.", published=given)
    moment, problems = solved([told], bound(date(2014, 1, 1), facts=("f1",)))
    assert (known_day(moment), problems) == (date(2010, 5, 5), [])


def test_bounds_with_facts_that_exclude_each_other_leave_what_the_words_tell() -> None:
    both = (bound(date(2014, 1, 1)), bound(date.min, date(2010, 1, 1), facts=("f1",)))
    moment = bounds_moment(both)
    assert moment is not None
    assert (moment.earliest, moment.latest, moment.facts) == (date(2014, 1, 1), None, ())
    assert bounds_moment(()) is None


def test_places_are_of_as_many_reports_as_may_be() -> None:
    places = [Evidence(report_id=f"r{n % 3}", span=Span(n, n + 1)) for n in range(30)]
    chosen = choose_places(places)
    assert len(chosen) == 8
    assert {place.report_id for place in chosen} == {"r0", "r1", "r2"}


def test_a_weekday_counts_from_the_day_of_the_report_that_tells_it() -> None:
    monday, thursday = (
        Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="given")
        for day in (date(2024, 3, 11), date(2024, 3, 14))
    )
    bare = bare_reading("The council looked at the quay.", published=monday)
    told = bare_reading("The council closed the quay on Monday.", published=thursday)
    late = bare_reading("The council closed the quay on Tuesday.", published=thursday)

    found, _ = solved([bare, told])
    assert known_day(found) == date(2024, 3, 11)
    left, _ = solved([bare, late])
    assert left is not None
    assert (left.earliest, left.latest) == (date(2024, 3, 4), date(2024, 3, 12))


def test_one_weekday_of_two_weeks_leaves_both_days() -> None:
    first, again = (
        bare_reading(
            "Thousands marched through Halden on Saturday.",
            published=Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="given"),
        )
        for day in (date(2024, 5, 6), date(2024, 5, 12))
    )
    found, problems = solved([first, again])
    assert found is not None
    assert (found.candidates, problems) == ((date(2024, 5, 4), date(2024, 5, 11)), [])


def test_the_first_days_there_are_have_no_weekday_before_them() -> None:
    first = Moment(earliest=date.min, latest=date.min, basis=Basis.GIVEN, why="given")
    told = bare_reading("The council closed the quay on Tuesday.", published=first)
    other = bare_reading("The council closed the quay on Sunday.", published=first)
    for readings in ([told], [told, other]):
        found, _ = solved(readings)
        assert found is None or found.latest == date.min


def test_an_interval_past_the_first_report_does_not_say_that_it_is_the_week_before() -> None:
    monday, thursday = (
        Moment(earliest=day, latest=day, basis=Basis.GIVEN, why="given")
        for day in (date(2024, 3, 11), date(2024, 3, 14))
    )
    found, _ = solved(
        [
            bare_reading("The council looked at the quay.", published=monday),
            bare_reading("The council closed the quay on Tuesday.", published=thursday),
        ]
    )
    assert found is not None
    assert "week before" not in found.why
