from itertools import permutations

from bench.linking import make_pile
from onrecord.link.bulk_likeness import ProfileArrays
from onrecord.link.held_terms import HeldTerms
from onrecord.link.likeness import Profile, cosine, profile_within
from onrecord.link.outline import outline

OUTLINES = {found.report_id: found for found in map(outline, make_pile(12, seed=5))}
EMPTY = Profile(words={}, names={}, numbers={}, phrases=frozenset(), crowd=0.0)


def make_profiles() -> dict[str, Profile]:
    near = list(OUTLINES.values())
    return {key: profile_within(found, near, 0.1) for key, found in OUTLINES.items()} | {"r-none": EMPTY}


def one_by_one(first: Profile, second: Profile) -> tuple[float, float, float]:
    return (
        cosine(first.words, second.words),
        cosine(first.names, second.names),
        cosine(first.numbers, second.numbers),
    )


def test_cosines_of_many_are_to_the_last_digit_those_of_each_pair() -> None:
    profiles, arrays = make_profiles(), ProfileArrays(HeldTerms())
    for key, own in profiles.items():
        others = [other for other in profiles if other != key]
        told = arrays.relate(key, own, others, [profiles[other] for other in others])
        for other, cosines in zip(others, told, strict=True):
            first, second = sorted((key, other))
            assert cosines == one_by_one(profiles[first], profiles[second])


def test_both_ways_and_in_any_company_a_pair_has_the_same_cosines() -> None:
    profiles, arrays = make_profiles(), ProfileArrays(HeldTerms())
    for key, other in permutations(profiles, 2):
        (there,) = arrays.relate(key, profiles[key], [other], [profiles[other]])
        (back,) = arrays.relate(other, profiles[other], [key], [profiles[key]])
        assert there == back


def test_a_profile_that_is_another_now_is_looked_at_anew() -> None:
    profiles, arrays = make_profiles(), ProfileArrays(HeldTerms())
    key, other, *_ = profiles
    (before,) = arrays.relate(key, profiles[key], [other], [profiles[other]])
    (after,) = arrays.relate(key, profiles[key], [other], [EMPTY])
    assert sum(before) > sum(after) == 0


def test_there_is_room_for_more_terms_than_at_first() -> None:
    held = HeldTerms()
    held.number_terms(f"word {number}" for number in range(1 << 15))
    arrays = ProfileArrays(held)
    profile = Profile(words={"quay": 1.0}, names={}, numbers={}, phrases=frozenset(), crowd=0.0)
    assert arrays.relate("a", profile, ["b"], [profile]) == [(1.0, 0.0, 0.0)]


def test_nothing_is_set_against_nobody() -> None:
    assert ProfileArrays(HeldTerms()).relate("a", EMPTY, [], []) == []
