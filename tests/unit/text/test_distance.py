import pytest

from onrecord.text.distance import edit_distance, spelling_similarity


@pytest.mark.parametrize(
    ("one", "other", "distance"),
    [("", "", 0), ("roe", "roe", 0), ("roe", "rowe", 1), ("kitten", "sitting", 3), ("", "abc", 3)],
)
def test_the_distance_counts_edits(one: str, other: str, distance: int) -> None:
    assert edit_distance(one, other, at_most=5) == distance
    assert edit_distance(other, one, at_most=5) == distance


def test_a_distance_over_the_limit_is_not_counted_out() -> None:
    assert edit_distance("velik", "grale", at_most=2) == 3
    assert edit_distance("a" * 5000, "b", at_most=1) == 2


def test_similarity_runs_from_nought_to_one() -> None:
    assert spelling_similarity("", "") == 1.0
    assert spelling_similarity("abc", "xyz") == 0.0
    assert spelling_similarity("dmitro", "dmitri") == pytest.approx(5 / 6)
