from datetime import date

import pytest

from onrecord.model.attribution import Act, Judgement, Level, Manner
from onrecord.model.moment import Basis, Moment
from onrecord.model.report import Zone
from onrecord.model.statement import Change, Relation
from onrecord.publish.page import wording


def moment(first: date | None, last: date | None, *candidates: date) -> Moment:
    return Moment(earliest=first, latest=last, basis=Basis.STATED, why="", candidates=candidates or None)


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "day not known"),
        (moment(None, None), "day not known"),
        (moment(date(2022, 3, 4), date(2022, 3, 4)), "Friday 4 March 2022"),
        (moment(date(2022, 3, 1), date(2022, 3, 31)), "some day in March 2022"),
        (moment(date(2024, 2, 1), date(2024, 2, 29)), "some day in February 2024"),
        (moment(date(2022, 1, 1), date(2022, 12, 31)), "some day in 2022"),
        (moment(date(2022, 1, 1), date(2024, 12, 31)), "some day in 2022–2024"),
        (
            moment(date(2022, 3, 3), date(2022, 3, 9)),
            "between Thursday 3 March 2022 and Wednesday 9 March 2022",
        ),
        (moment(date(2022, 2, 24), None), "on or after Thursday 24 February 2022"),
        (moment(None, date(2022, 2, 24)), "on or before Thursday 24 February 2022"),
    ],
)
def test_a_day_is_told_no_more_precisely_than_it_is_known(when: Moment | None, words: str) -> None:
    assert wording.moment_words(when) == words


def test_a_weekday_and_day_of_several_years_is_told_once() -> None:
    days = [date(year, 3, 4) for year in (2005, 2011, 2016)]

    assert wording.moment_words(moment(days[0], days[-1], *days)) == "Friday 4 March of 2005, 2011 or 2016"


def test_two_days_of_several_years_are_told_by_year() -> None:
    days = [date(year, 3, day) for year in (2009, 2015) for day in (6, 7)]

    assert wording.moment_words(moment(days[0], days[-1], *days)) == "6 or 7 March of 2009 or 2015"


def test_days_of_two_months_in_several_years_keep_their_months() -> None:
    days = [date(year, month, day) for year in (2009, 2015) for month, day in ((2, 28), (3, 1))]

    assert wording.moment_words(moment(days[0], days[-1], *days)) == "28 February or 1 March of 2009 or 2015"


def test_unlike_days_are_listed_and_many_are_counted() -> None:
    two = [date(2021, 5, 3), date(2021, 5, 10)]
    many = [date(2021, 5, day) for day in range(1, 11)]

    assert wording.moment_words(moment(two[0], two[-1], *two)) == "Monday 3 May 2021 or Monday 10 May 2021"
    assert wording.moment_words(moment(many[0], many[-1], *many)) == (
        "one of 10 days between Saturday 1 May 2021 and Monday 10 May 2021"
    )
    assert wording.moment_words(moment(two[0], two[0], two[0])) == "Monday 3 May 2021"


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (None, "day not known"),
        (moment(date(2022, 3, 4), date(2022, 3, 4)), "day known"),
        (moment(date(2022, 3, 1), date(2022, 3, 31)), "within 31 days"),
        (moment(date(2022, 3, 1), None), "open at one end"),
        (moment(date(2021, 5, 3), date(2021, 5, 10), date(2021, 5, 3), date(2021, 5, 10)), "one of 2 days"),
    ],
)
def test_precision_is_told_in_words(when: Moment | None, words: str) -> None:
    assert wording.precision_words(when) == words


def test_a_persons_word_is_not_told_as_form() -> None:
    form, person = (
        Judgement(rule=rule, because=(), level=Level.CERTAIN) for rule in ("direct.verb", "person.speaker")
    )
    assert wording.level_words(form) == "certain: decided by form alone"
    assert wording.level_words(person) == "certain: a person's word"


def test_the_days_of_a_story_say_how_many_of_its_events_have_one() -> None:
    first, last = date(2021, 3, 4), date(2021, 3, 5)
    assert wording.days_words(None, None, events=2, known=0) == "day not known"
    assert wording.days_words(first, first, events=2, known=2) == "Thursday 4 March 2021"
    assert wording.days_words(first, last, events=2, known=2).count(" to ") == 1
    assert (
        wording.days_words(first, first, events=3, known=1)
        == "one of 3 events has a known day: Thursday 4 March 2021"
    )
    assert wording.days_words(first, last, events=90, known=None).endswith(", as far as days are known")


def test_lists_and_counts_read_as_english() -> None:
    assert wording.listing([]) == ""
    assert wording.listing(["a", "b"]) == "a and b"
    assert wording.count(0, "report") == "0 reports"
    assert wording.count(1, "story", "stories") == "1 story"


@pytest.mark.parametrize(
    ("words", "members"),
    [
        (wording.MANNERS, Manner),
        (wording.LEVELS, Level),
        (wording.ACTS, Act),
        (wording.RELATIONS, Relation),
        (wording.CHANGES, Change),
        (wording.BASES, Basis),
        (wording.ZONES, Zone),
    ],
)
def test_every_member_of_the_model_has_words(words: dict[object, object], members: type) -> None:
    assert set(words) == set(members)  # type: ignore[call-overload]
