import pytest

from onrecord.link.likeness import cosine, score_pairs, telling_terms
from onrecord.link.outline import outline
from onrecord.model.attribution import Reading
from support.piles import reading_of


def score(first: Reading, second: Reading) -> float:
    outlines = {reading.report.id: outline(reading) for reading in (first, second)}
    return next(iter(score_pairs(outlines).values()), 0.0)


def report(weekday: str, day: str | None = None) -> Reading:
    return reading_of(
        "Tarn dam", [f"Pim Dorran opened the Tarn dam on {weekday}, a {weekday} of rain in Oxley."], day=day
    )


def test_another_weekday_speaks_against_and_the_same_one_for() -> None:
    same = reading_of("Dam of Tarn", ["Pim Dorran opened the Tarn dam in Oxley on Friday."])
    assert score(report("Friday"), same) > score(report("Monday"), same)


def test_days_apart_lower_a_likeness() -> None:
    near = score(
        report("Friday", "2014-03-07"),
        reading_of("Tarn", ["Pim Dorran opened the Tarn dam."], day="2014-03-08"),
    )
    far = score(
        report("Friday", "2014-03-07"),
        reading_of("Tarn", ["Pim Dorran opened the Tarn dam."], day="2014-03-20"),
    )
    assert near > 3 * far


def test_reports_with_no_telling_word_in_common_have_no_score() -> None:
    assert score(report("Friday"), reading_of("Cannery burns", ["Velm lost its cannery."])) == 0.0


def test_the_cosine_of_nothing_is_nothing() -> None:
    assert cosine({}, {"dam": 1.0}) == 0.0
    assert cosine({"dam": 1.0}, {"dam": 1.0}) == pytest.approx(1.0)


def test_equal_weights_are_told_in_the_order_of_the_alphabet() -> None:
    assert telling_terms({"b": 1.0, "a": 1.0, "c": 2.0}) == ["c", "a", "b"]
