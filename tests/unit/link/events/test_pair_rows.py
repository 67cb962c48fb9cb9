import numpy as np
import pytest

from onrecord.link.events.pair_rows import PairRows

IDS = ["a", "b", "c", "d"]


def rows() -> PairRows:
    return PairRows.of_pairs(IDS, np.array([0, 1, 0]), np.array([2, 0, 3]), np.array([0.2, 0.1, 0.3]))


def test_each_pair_stands_in_the_rows_of_both() -> None:
    assert rows() == {"a": {"b": 0.1, "c": 0.2, "d": 0.3}, "b": {"a": 0.1}, "c": {"a": 0.2}, "d": {"a": 0.3}}
    assert (len(rows()), list(rows())) == (4, IDS)


def test_what_has_no_row_is_no_member() -> None:
    with pytest.raises(KeyError):
        rows()["e"]
    assert rows().get("e") is None
    assert dict(PairRows()) == {}


def test_rows_are_put_in_place_of_others_and_beside_them() -> None:
    before = rows()
    after = before.with_rows({"b": {"aa": 0.5}, "aa": {"b": 0.5}, "a": {"c": 0.2, "d": 0.3}})
    assert before == rows()
    assert after == {
        "a": {"c": 0.2, "d": 0.3},
        "b": {"aa": 0.5},
        "c": {"a": 0.2},
        "d": {"a": 0.3},
        "aa": {"b": 0.5},
    }
    assert len(after) == len(list(after))


def test_pairs_are_listed_once_and_come_back() -> None:
    ids = ["a", "aa", "b", "c", "d"]
    after = rows().with_rows({"b": {"aa": 0.5}, "aa": {"b": 0.5}, "a": {"c": 0.2, "d": 0.3}})
    pairs, values = after.tabulate(ids)
    assert list(zip(pairs.tolist(), values.tolist(), strict=True)) == [(3, 0.2), (4, 0.3), (7, 0.5)]
    assert PairRows.of_pairs(ids, *np.divmod(pairs, len(ids)), values) == after


def test_nothing_is_listed_as_nothing() -> None:
    pairs, values = PairRows().tabulate([])
    assert (pairs.tolist(), values.tolist()) == ([], [])
