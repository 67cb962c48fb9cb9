import numpy as np
import pytest

from onrecord.annotate.tagger_links import WIDTH, LinkBias, Linker, Pointer
from onrecord.annotate.tagger_windows import TAGS, Floats, Window

BIAS = LinkBias(np.zeros((2, 19), np.float32), np.zeros((2, 7), np.float32))


def window(start: int, end: int, *, points: dict[int, int]) -> Window:
    """Return a window in which piece points at piece, by the first pointer."""
    size = end - start + 2
    links: Floats = np.zeros((size, 4 * WIDTH), np.float32)
    for slot, (piece, target) in enumerate(points.items()):
        links[piece - start + 1, slot] = 40
        links[target - start + 1, WIDTH + slot] = 40
    return Window(start, end, np.zeros((size, TAGS), np.float32), links)


def test_a_span_believes_in_what_its_pieces_point_at() -> None:
    linker = Linker([0] * 10, [window(0, 10, points={1: 6, 2: 6})], BIAS)
    (belief,) = linker.find_beliefs(Pointer.TO_CUE, [(1, 3)], [(5, 7), (8, 9)])
    assert belief.to[0] == pytest.approx(1, abs=1e-3)
    assert belief.to[1] == pytest.approx(0, abs=1e-3)


def test_a_pair_is_read_in_the_window_that_holds_it_deepest() -> None:
    shallow, deep = window(0, 12, points={10: 11}), window(4, 30, points={10: 14})
    linker = Linker([0] * 30, [shallow, deep], BIAS)
    (belief,) = linker.find_beliefs(Pointer.TO_CUE, [(10, 11)], [(11, 12), (14, 15)])
    assert belief.to[1] == pytest.approx(1, abs=1e-3)
    assert belief.to[0] < 0.1


def test_what_points_nowhere_shares_its_belief_out() -> None:
    linker = Linker([0] * 4, [window(0, 4, points={})], BIAS)
    (belief,) = linker.find_beliefs(Pointer.TO_SOURCE, [(0, 1)], [(2, 3)])
    assert belief.nothing == pytest.approx(belief.to[0]) == pytest.approx(1 / 6)


def test_learned_biases_count() -> None:
    near = np.zeros((2, 19), np.float32)
    near[:, 10] = 20
    linker = Linker([0] * 6, [window(0, 6, points={})], LinkBias(near, BIAS.gap))
    (belief,) = linker.find_beliefs(Pointer.TO_CUE, [(2, 3)], [(3, 4), (5, 6)])
    assert belief.to[0] > 0.4
    assert belief.to[1] < 0.01
