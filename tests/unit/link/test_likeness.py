import pytest

from onrecord.link.likeness import (
    NEVER,
    cosine,
    frozen_weights,
    profile_within,
    relate_reports,
    telling_terms,
)
from onrecord.link.outline import outline
from onrecord.model.attribution import Reading
from support.piles import reading_of

LONG = " ".join(f"The keeper of lock {number} spoke of silt and sluices at Oxley." for number in range(40))


def score(first: Reading, second: Reading, crowd: float = 0.0) -> float:
    a, b = outline(first), outline(second)
    profiles = profile_within(a, [a, b], crowd), profile_within(b, [b, a], crowd)
    return relate_reports((a, b), profiles, cosine(frozen_weights(a), frozen_weights(b)))


def report(weekday: str, day: str | None = None, more: str = "") -> Reading:
    return reading_of(
        "Tarn dam",
        [f"Pim Dorran opened the Tarn dam on {weekday}, a {weekday} of rain in Oxley.{more}"],
        day=day,
    )


def test_the_same_weekday_speaks_for_one_event() -> None:
    undated = reading_of("Dam of Tarn", ["Pim Dorran opened the Tarn dam in Oxley on market day."])
    same = reading_of("Dam of Tarn", ["Pim Dorran opened the Tarn dam in Oxley on Friday."])
    assert score(report("Friday"), same) > score(report("Friday"), undated)


def test_another_weekday_speaks_against_it_in_a_pile_of_one_story_only() -> None:
    same = reading_of("Dam of Tarn", ["Pim Dorran opened the Tarn dam in Oxley on Friday."])
    other = reading_of("Dam of Tarn", ["Pim Dorran opened the Tarn dam in Oxley on Monday."])
    alone = score(report("Friday"), same) - score(report("Friday"), other)
    in_a_crowd = score(report("Friday"), same, 0.5) - score(report("Friday"), other, 0.5)
    assert in_a_crowd > alone + 1.0


def test_given_days_apart_lower_a_likeness() -> None:
    same = reading_of("Tarn", ["Pim Dorran opened the Tarn dam."], day="2014-03-07")
    near = reading_of("Tarn", ["Pim Dorran opened the Tarn dam."], day="2014-03-08")
    far = reading_of("Tarn", ["Pim Dorran opened the Tarn dam."], day="2014-03-20")
    first = report("Friday", "2014-03-07")
    assert score(first, same) > score(first, near) > score(first, far)


def test_given_days_more_than_two_weeks_apart_outweigh_all_else() -> None:
    assert score(report("Friday", "2014-03-07"), report("Friday", "2014-03-21")) > NEVER
    assert score(report("Friday", "2014-03-07"), report("Friday", "2014-03-22")) == NEVER


@pytest.mark.parametrize("title", ["Short note", "Harbour Diary", ""])
def test_a_title_and_a_weekday_are_no_common_ground(title: str) -> None:
    fair = reading_of(title, ["The rhubarb fair opens at noon on Friday."])
    boat = reading_of(title, ["A boat capsized off the point on Friday."])
    assert score(fair, boat) == NEVER


def test_a_telling_word_or_a_number_is_common_ground() -> None:
    fair = reading_of("Short note", ["The rhubarb fair opens at noon."])
    assert score(fair, reading_of("Short note", ["Growers sold all rhubarb they had."])) > NEVER
    first = reading_of("Diary", ["Of the growers 412 came."])
    assert score(first, reading_of("Diary", ["It drew 412, they said."])) > NEVER


def test_another_latest_year_speaks_against_and_a_date_at_the_top_for_one_event() -> None:
    plain, dated, later = report("Friday"), report("Friday", more=" 7 March"), report("Friday", more=" 2019")
    assert score(plain, report("Friday", more=" 2014")) > score(later, report("Friday", more=" 2014"))
    assert score(dated, report("Friday", more=" 8 March")) > score(dated, report("Friday", more=" 8 June"))


def test_long_reports_that_share_no_phrase_are_less_likely_of_one_event() -> None:
    retold = " ".join(f"Of silt, sluices, lock {number}: Oxley's keeper spoke." for number in range(40))
    first = reading_of("Locks", [LONG])
    assert score(first, reading_of("Locks", [retold])) < score(first, reading_of("Locks", [LONG[:-40]]))


def test_the_cosine_of_nothing_is_nothing() -> None:
    assert cosine({}, {"dam": 1.0}) == 0.0
    assert cosine({"dam": 1.0}, {"dam": 1.0}) == pytest.approx(1.0)


def test_equal_weights_are_told_in_the_order_of_the_alphabet() -> None:
    assert telling_terms({"b": 1.0, "a": 1.0, "c": 2.0}) == ["c", "a", "b"]
