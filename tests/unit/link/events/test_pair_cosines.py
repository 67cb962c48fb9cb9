from itertools import permutations

from bench.linking import make_pile
from onrecord.link.events.likeness import cosine, frozen_weights
from onrecord.link.events.outline import outline
from onrecord.link.events.pair_cosines import relate_pairs

WEIGHTS = {found.report_id: frozen_weights(found) for found in map(outline, make_pile(12, seed=5))} | {
    "r-none": {}
}


def test_many_pairs_have_to_the_last_digit_the_cosines_of_each() -> None:
    pairs = list(permutations(WEIGHTS, 2))
    assert relate_pairs(WEIGHTS, pairs) == [
        cosine(WEIGHTS[first], WEIGHTS[second]) for first, second in pairs
    ]


def test_no_pairs_have_no_cosines() -> None:
    assert relate_pairs(WEIGHTS, []) == []
    assert relate_pairs({}, []) == []
