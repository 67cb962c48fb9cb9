import math

import pytest

from bench.linking import make_pile
from onrecord.link.events.held_terms import HeldTerms
from onrecord.link.events.kept_profiles import encode_profile
from onrecord.link.events.outline import outline
from onrecord.link.events.profiles import profile_within
from support.piles import reading_of

PILE = {found.report_id: found for found in map(outline, make_pile(12, seed=5))}
TEXT = "The brass sluices of the upper reservoir opened before dawn."
DAM = outline(reading_of("Tarn", [f"In Velm 40 workers came. {TEXT}"]))
MILL = outline(reading_of("Mill", [f"The mill stood still. {TEXT}"]))


def test_each_kind_of_terms_is_of_length_one() -> None:
    held = HeldTerms(PILE.values())
    near = [held[key] for key in PILE]
    for key in PILE:
        profile, start = profile_within(held[key], near, 0.1, held), 0
        for kind in held[key].kinds:
            weights = profile.weights[start : start + len(kind)].tolist()
            start += len(kind)
            assert not weights or math.hypot(*weights) == pytest.approx(1.0)


def test_what_all_neighbours_have_weighs_less_than_what_one_has() -> None:
    held = HeldTerms([DAM, MILL])
    near = [held[DAM.report_id], held[MILL.report_id]]

    def weigh(term: str, around: int) -> float:
        profile = profile_within(near[0], near[:around], 0.0, held)
        return float(profile.weights[[*DAM.terms].index(term)])

    alone = weigh("velm", 1) / weigh("reservoir", 1)
    assert weigh("velm", 2) / weigh("reservoir", 2) > alone


def test_phrases_are_those_that_a_neighbour_has_too() -> None:
    held = HeldTerms([DAM, MILL])
    near = [held[DAM.report_id], held[MILL.report_id]]
    assert {*profile_within(near[0], near, 0.0, held).phrases.tolist()} == DAM.phrase_set & MILL.phrase_set
    assert not len(profile_within(near[0], near[:1], 0.0, held).phrases)


def test_a_profile_depends_on_its_neighbourhood_alone() -> None:
    told = set[bytes]()
    for others in ([], list(PILE.values())):
        held = HeldTerms([*others, MILL, DAM])
        near = [held[DAM.report_id], held[MILL.report_id]]
        told.add(encode_profile(profile_within(near[0], near, 0.2, held)))
    assert len(told) == 1
