from onrecord.link.events.held_terms import HeldTerms
from onrecord.link.events.outline import Outline, outline
from support.piles import reading_of

DAM = outline(reading_of("", ["The sluices of the reservoir opened."]))
MILL = outline(reading_of("", ["A mill below the reservoir stood still."]))
FERRY = outline(reading_of("", ["Ferry crew saved."]))
NOTHING = outline(reading_of("", [""]))


def count(found: Outline, near: list[Outline]) -> list[int]:
    held = HeldTerms({one.report_id: one for one in (found, *near)}.values())
    counted: list[int] = held.count(held[found.report_id], [held[one.report_id] for one in near]).tolist()
    return counted


def test_terms_are_counted_in_the_order_of_the_report() -> None:
    counted = dict(zip(DAM.terms, count(DAM, [DAM, MILL, FERRY]), strict=True))
    assert counted["reservoir"] == 2
    assert counted["sluic"] == 1


def test_what_was_counted_before_changes_no_count() -> None:
    held = HeldTerms([DAM, MILL, FERRY])
    dam, mill, ferry = (held[one.report_id] for one in (DAM, MILL, FERRY))
    first = held.count(dam, [dam, mill]).tolist()
    held.count(ferry, [ferry, mill])
    assert held.count(dam, [dam, mill]).tolist() == first == count(DAM, [DAM, MILL])


def test_nothing_has_no_counts() -> None:
    assert count(NOTHING, [DAM]) == []
    assert set(count(DAM, [])) == {0}


def test_words_names_and_numbers_have_cells_of_their_own() -> None:
    found = outline(reading_of("", ["In Velm 40 mills of Velm stood still."]))
    held = HeldTerms([found])
    words, names, numbers = held[found.report_id].kinds
    terms = [*found.terms]
    assert {terms[place] for place in numbers.tolist()} == {"#40"}
    assert {terms[place] for place in names.tolist()} == set(found.names) == {"velm"}
    assert {terms[place] for place in words.tolist()} == {*terms} - {"#40"}
    cells = held[found.report_id].cells.tolist()
    assert len(cells) == len({*cells}) == len(words) + len(names) + len(numbers)


def test_phrases_of_a_report_are_counted_among_others() -> None:
    one = outline(reading_of("", ["The brass sluices of the upper reservoir opened before dawn."]))
    other = outline(reading_of("", ["Near Velm the brass sluices of the upper reservoir opened."]))
    held = HeldTerms([one, other, FERRY, NOTHING])
    own = held[one.report_id]
    counted = held.count_phrases(own, [own, held[other.report_id], held[FERRY.report_id]]).tolist()
    phrases = held.phrases[own.phrases].tolist()
    assert phrases == sorted(one.phrase_set)
    shared = {key for key, times in zip(phrases, counted, strict=True) if times == 2}
    assert shared == one.phrase_set & other.phrase_set != set()
    assert set(held.count_phrases(own, []).tolist()) == {0}
    assert held.count_phrases(held[NOTHING.report_id], [own]).tolist() == []
