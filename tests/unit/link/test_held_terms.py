from onrecord.link.held_terms import HeldTerms
from onrecord.link.outline import outline
from support.piles import reading_of

DAM = outline(reading_of("", ["The sluices of the reservoir opened."]))
MILL = outline(reading_of("", ["A mill below the reservoir stood still."]))
FERRY = outline(reading_of("", ["Ferry crew saved."]))
NOTHING = outline(reading_of("", [""]))


def test_terms_are_counted_in_the_order_of_the_report() -> None:
    counted = dict(zip(DAM.terms, HeldTerms().count(DAM, [DAM, MILL, FERRY]), strict=True))
    assert counted["reservoir"] == 2
    assert counted["sluic"] == 1


def test_what_was_counted_before_changes_no_count() -> None:
    held = HeldTerms()
    first = held.count(DAM, [DAM, MILL])
    held.count(FERRY, [FERRY, MILL])
    assert held.count(DAM, [DAM, MILL]) == first == HeldTerms().count(DAM, [DAM, MILL])


def test_another_outline_of_the_same_report_is_counted_anew() -> None:
    held = HeldTerms()
    held.count(DAM, [DAM])
    again = outline(reading_of("", ["The sluices of the reservoir opened."], day="2014-03-07"))
    assert held.count(again, [again]) == [1] * len(again.terms)


def test_nothing_has_no_counts() -> None:
    assert HeldTerms().count(NOTHING, [DAM]) == []
    assert set(HeldTerms().count(DAM, [])) == {0}


def test_there_is_room_for_any_number_of_terms() -> None:
    held = HeldTerms()
    for start in range(0, 40_000, 500):
        words = " ".join(f"q{number}x" for number in range(start, start + 500))
        found = outline(reading_of("", [words]))
        assert held.count(found, [found]) == [1] * len(found.terms)


def test_phrases_of_a_report_are_counted_among_others() -> None:
    held = HeldTerms()
    one = outline(reading_of("", ["The brass sluices of the upper reservoir opened before dawn."]))
    other = outline(reading_of("", ["Near Velm the brass sluices of the upper reservoir opened."]))
    counted = held.count_phrases(one, [one, other, FERRY])
    assert counted.keys() == one.phrase_set
    assert {key for key, count in counted.items() if count == 2} == one.phrase_set & other.phrase_set != set()
    assert set(held.count_phrases(one, []).values()) == {0}
    assert held.count_phrases(NOTHING, [one]) == {}
