import random

import numpy as np
import numpy.typing as npt

from onrecord.link.copies.overlaps import find_alike, find_meetings, find_shared, measure_pairs


def words_of(*numbers: int) -> npt.NDArray[np.uint64]:
    return np.array(numbers, dtype=np.uint64)


def telling(count: int, seed: int) -> list[int]:
    dice = random.Random(seed)
    return [dice.randrange(2**60) for _ in range(count)]


def alike(*texts: list[int]) -> tuple[list[tuple[int, int]], npt.NDArray[np.bool_]]:
    numbers = [words_of(*text) for text in texts]
    return find_alike(numbers, [np.ones(len(text), dtype=np.bool_) for text in texts], size=4)


def test_two_that_share_a_passage_are_paired() -> None:
    passage = telling(20, 1)
    pairs, stock = alike(telling(30, 2) + passage, telling(40, 3), passage + telling(10, 4))
    assert pairs == [(0, 2)]
    assert not stock.any()


def test_runs_are_counted_once_a_wording_and_not_over_its_end() -> None:
    numbers = words_of(1, 2, 3, 1, 2, 3, 1, 2, 3)
    runs = find_shared(numbers, np.ones(9, dtype=np.bool_), np.array([0, 0, 0, 0, 0, 0, 1, 1, 1]), 3)
    assert runs.holders.tolist() == [0, 1]
    assert runs.places.tolist() == [0, 6]


def test_a_pair_tells_how_many_words_its_runs_cover_and_the_longest_stretch() -> None:
    passage = telling(12, 1)
    numbers = words_of(*passage, *telling(5, 2), *passage[:5], 7, *passage[6:])
    holders = np.repeat([0, 1], [17, 12])
    runs = find_shared(numbers, np.ones(29, dtype=np.bool_), holders, 4)
    meetings = find_meetings(runs, 2)
    assert meetings.keys.tolist() == [1] * 5
    pairs = measure_pairs(meetings.keys, runs.places[meetings.rows], np.array([17, 12]), 4)
    assert pairs.keys.tolist() == [1]
    assert (pairs.covered.tolist(), pairs.unbroken.tolist()) == ([11], [6])


def test_what_many_unlike_wordings_hold_is_stock() -> None:
    notice = telling(30, 99)
    pairs, stock = alike(*(telling(80, seed) + notice for seed in range(10)))
    assert pairs == []
    assert stock.reshape(10, 110)[:, 80:].all()
    assert not stock.reshape(10, 110)[:, :80].any()


def test_what_many_print_of_one_dispatch_is_not_stock() -> None:
    dispatch = telling(100, 99)
    pairs, stock = alike(*(dispatch + telling(10, seed) for seed in range(40)))
    assert not stock.any()
    assert {index for pair in pairs for index in pair} == set(range(40))
    assert len(pairs) < 40 * 39 / 2


def test_no_words_share_nothing() -> None:
    assert alike([], [1, 2], [])[0] == []
