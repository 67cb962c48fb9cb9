from itertools import pairwise

import numpy as np

from onrecord.annotate.tagger_pieces import BREAK, Pieces
from onrecord.annotate.tagger_windows import OVERLAP, ROOM, TAGS, Window, chance, find_windows, join_tags
from onrecord.model.span import Span


def pieces(count: int, *, breaks: tuple[int, ...] = ()) -> Pieces:
    ids = tuple(BREAK if at in breaks else 2000 for at in range(count))
    return Pieces(ids, (0,) * count, (Span(0, 1),) * count, (0,) * count)


def window(start: int, end: int, logit: float) -> Window:
    size = end - start + 2
    return Window(start, end, np.full((size, TAGS), logit, np.float32), np.zeros((size, 256), np.float32))


def test_a_short_report_is_one_window() -> None:
    assert find_windows(pieces(ROOM)) == [(0, ROOM)]
    assert find_windows(pieces(0)) == []


def test_windows_cover_a_long_report_and_overlap() -> None:
    found = find_windows(pieces(1000))
    assert (found[0][0], found[-1][1]) == (0, 1000)
    assert all(after[0] == before[1] - OVERLAP for before, after in pairwise(found))
    assert all(end - start <= ROOM for start, end in found)


def test_a_window_ends_at_a_paragraph_where_one_is_near() -> None:
    assert find_windows(pieces(400, breaks=(240,)))[0] == (0, 241)
    assert find_windows(pieces(400, breaks=(100,)))[0] == (0, ROOM)


def test_where_windows_overlap_the_deeper_one_weighs_more() -> None:
    joined = join_tags(60, [window(0, 40, 5.0), window(20, 60, -5.0)])
    assert joined.shape == (60, TAGS)
    assert joined[21, 0] > 0.9
    assert joined[38, 0] < 0.1


def test_chances_lie_between_nothing_and_one() -> None:
    assert chance(np.asarray([-1e9, 0.0, 1e9], np.float32)).round(3).tolist() == [0.0, 0.5, 1.0]
