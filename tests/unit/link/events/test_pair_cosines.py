from itertools import permutations

import numpy as np

from bench.linking import make_pile
from onrecord.link.events.likeness import cosine, frozen_weight, frozen_weights, scaled, telling_terms
from onrecord.link.events.outline import outline
from onrecord.link.events.pair_cosines import WeighedTerms, relate_pairs, weigh_terms

WEIGHTS = {found.report_id: frozen_weights(found) for found in map(outline, make_pile(12, seed=5))} | {
    "r-none": {}
}
TERMS = sorted(set[str]().union(*WEIGHTS.values()))
WEIGHED = {
    key: WeighedTerms(
        np.array([TERMS.index(term) for term in sorted(found)], np.int64),
        np.array([found[term] for term in sorted(found)], np.float64),
    )
    for key, found in WEIGHTS.items()
}


def test_many_pairs_have_to_the_last_digit_the_cosines_of_each() -> None:
    pairs = list(permutations(WEIGHTS, 2))
    in_order = {key: dict(sorted(found.items())) for key, found in WEIGHTS.items()}
    assert relate_pairs(WEIGHED, pairs, terms=len(TERMS)) == [
        cosine(in_order[first], in_order[second]) for first, second in pairs
    ]


def test_no_pairs_have_no_cosines() -> None:
    assert relate_pairs(WEIGHED, [], terms=len(TERMS)) == []
    assert relate_pairs({}, [], terms=0) == []


def test_terms_are_weighed_by_how_many_reports_have_them_and_how_rare_they_are() -> None:
    rarities = np.array([frozen_weight(term) for term in TERMS])
    several = [one.numbers for one in WEIGHED.values()]
    found = weigh_terms(several, rarities)
    counts = {term: sum(term in one for one in WEIGHTS.values()) for term in TERMS}
    expected = scaled({term: counts[term] * frozen_weight(term) for term in TERMS})
    assert dict(zip(found.numbers.tolist(), found.weights.tolist(), strict=True)) == {
        TERMS.index(term): weight for term, weight in expected.items()
    }
    assert [TERMS[number] for number in found.choose_heaviest(24)] == telling_terms(expected)
    assert not len(weigh_terms([several[-1]], rarities).weights)
