import numpy as np
import pytest

from onrecord.annotate.tagger_decode import decode, estimate
from onrecord.annotate.tagger_links import WIDTH, LinkBias
from onrecord.annotate.tagger_pieces import Pieces
from onrecord.annotate.tagger_windows import TAGS, Floats, Window
from onrecord.model.annotation import Reach
from onrecord.model.span import Span

TEXT = "Harrow said tides turn"
SPANS = (Span(0, 6), Span(7, 11), Span(12, 17), Span(18, 22))
BIAS = LinkBias(np.zeros((2, 19), np.float32), np.zeros((2, 7), np.float32))
PARTS = ("inside", "begin", "end", "cue", "link", "source", "source_link", "marks")


def pieces(paragraphs: tuple[int, ...] = (0, 0, 0, 0)) -> Pieces:
    return Pieces((1000,) * 4, (0,) * 4, SPANS, paragraphs)


def window(*, linked: bool = True) -> Window:
    """Return what a sure model would say of TEXT: content "tides turn", cue "said", source "Harrow"."""
    tags: Floats = np.full((6, TAGS), -8, np.float32)
    tags[3, [0, 1]] = tags[4, [1, 2]] = 8
    tags[2, [3, 4, 5]] = tags[1, [6, 7, 8]] = 8
    links: Floats = np.zeros((6, 4 * WIDTH), np.float32)
    if linked:
        links[[3, 4], 0] = links[2, WIDTH] = 40
        links[2, 2 * WIDTH] = links[1, 3 * WIDTH] = 40
    else:
        links[[3, 4], 0] = links[0, WIDTH] = 40
    return Window(0, 4, tags, links)


def test_content_cue_and_source_are_put_together() -> None:
    (found,) = decode(TEXT, pieces(), [window()], BIAS)
    assert [span.of(TEXT) for span in found.content] == ["tides turn"]
    assert found.cue.of(TEXT) == "said"
    assert found.source is not None
    assert found.source.of(TEXT) == "Harrow"


def test_content_never_crosses_a_paragraph() -> None:
    (found,) = decode(TEXT, pieces((0, 0, 0, 1)), [window()], BIAS)
    assert [span.of(TEXT) for span in found.content] == ["tides", "turn"]


def test_content_that_points_at_no_cue_is_dropped() -> None:
    assert decode(TEXT, pieces(), [window(linked=False)], BIAS) == ()


def test_nothing_gives_nothing() -> None:
    assert decode("", Pieces((), (), (), ()), [], BIAS) == ()


def test_the_surer_the_parts_the_higher_the_score() -> None:
    low, high = estimate(dict.fromkeys(PARTS, 0.3)), estimate(dict.fromkeys(PARTS, 0.9))
    assert 0 < low < high < 1
    assert estimate(dict.fromkeys(PARTS, 1.0)) == pytest.approx(
        estimate(dict.fromkeys(PARTS, 0.996)), abs=1e-2
    )


def test_a_reading_that_takes_words_more_readily_stands_beside_the_usual_one() -> None:
    doubtful = window()
    doubtful.tags[3, 2] = 0.3
    doubtful.tags[4, [1, 2]] = -0.6, 0.6
    found = decode(TEXT, pieces(), [doubtful], BIAS)
    assert {speech.reach: speech.content[0].of(TEXT) for speech in found} == {
        Reach.USUAL: "tides",
        Reach.FAR: "tides turn",
    }
