import numpy as np

from onrecord.annotate.tagger_spans import content_runs, sure_runs
from onrecord.annotate.tagger_windows import Floats


def chances(*rows: tuple[float, float, float]) -> Floats:
    return np.asarray(rows, np.float32).reshape(-1, 3)


OUT, FIRST, MID, LAST = (0.0, 0.0, 0.0), (0.9, 0.9, 0.1), (0.1, 0.9, 0.1), (0.1, 0.9, 0.9)


def test_a_run_goes_from_its_begin_to_its_end() -> None:
    assert content_runs(chances(OUT, FIRST, MID, LAST, OUT)) == [(1, 4)]


def test_two_runs_may_touch() -> None:
    assert content_runs(chances(FIRST, LAST, FIRST, LAST)) == [(0, 2), (2, 4)]


def test_a_run_may_be_the_whole_text() -> None:
    assert content_runs(chances(FIRST, MID, LAST)) == [(0, 3)]


def test_nothing_gives_nothing() -> None:
    assert content_runs(chances()) == []
    assert content_runs(chances(OUT, OUT)) == []


def test_a_sure_run_grows_over_neighbours_and_holds_no_empty_piece() -> None:
    found = chances((0, 0.45, 0), (0, 0.7, 0), (0, 0.45, 0), (0, 0.7, 0))
    empty = np.asarray([False, False, True, False])
    assert sure_runs(found, empty, sure=0.5, near=0.4) == [(0, 2), (3, 4)]


def test_a_run_with_no_sure_piece_is_none() -> None:
    assert sure_runs(chances((0, 0.45, 0)), np.asarray([False]), sure=0.5, near=0.4) == []


def test_a_begin_cuts_a_run() -> None:
    found = chances((0.9, 0.9, 0), (0.9, 0.9, 0))
    assert sure_runs(found, np.asarray([False, False]), sure=0.5, near=0.4) == [(0, 1), (1, 2)]


def test_the_more_readily_words_are_taken_the_longer_a_run() -> None:
    doubtful = chances(OUT, (0.4, 0.5, 0.1), MID, (0.1, 0.3, 0.4), OUT)
    far, near = content_runs(doubtful, even=0.05), content_runs(doubtful, even=0.95)
    assert sum(end - start for start, end in far) > sum(end - start for start, end in near)
