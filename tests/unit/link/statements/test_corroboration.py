from onrecord.link.copies.copies import Copy
from onrecord.link.statements.corroboration import corroborate, has_same_words, read_wordings
from onrecord.model.attribution import Manner, Reading
from onrecord.model.statement import Corroboration
from support.piles import find, reading_of

OPENING = "The council of Velm met for the third time over the old dam above the mill."
WORDS = "the dam will hold through the winter"


def said(tail: str, *, outlet: str | None = None, credit: str | None = None) -> Reading:
    return reading_of(
        "",
        [f"Dorran said {WORDS}. {tail}"],
        speeches=[("Dorran", WORDS, Manner.INDIRECT)],
        outlet=outlet,
        credit=credit,
    )


def count(
    first: Reading, second: Reading, copies: dict[str, tuple[Copy, ...]] | None = None
) -> Corroboration:
    reports = {reading.report.id: reading.report for reading in (first, second)}
    return corroborate([*first.attributions, *second.attributions], reports, copies or {})


def test_two_reports_of_their_own_are_two_lineages() -> None:
    assert count(said("It rained."), said("It snowed.")) == Corroboration(reports=2, lineages=2)


def test_words_inside_a_copied_passage_count_with_their_origin() -> None:
    first, second = sorted((said("It rained."), said("It snowed.")), key=lambda reading: reading.report.id)
    spans = (find(first.report.text, f"said {WORDS}"), find(second.report.text, f"said {WORDS}"))
    copy = Copy(first.report.id, second.report.id, (spans,))
    assert count(first, second, dict.fromkeys(copy.pair, (copy,))).lineages == 1


def test_two_reports_that_credit_one_agency_are_one_lineage() -> None:
    first = said("By the Velm Press.", credit="Velm Press")
    second = said("Source: Velm Press.", credit="Velm Press")
    assert count(first, second).lineages == 1


def test_a_report_that_credits_an_outlet_counts_with_that_outlets_own() -> None:
    assert (
        count(said("Here.", outlet="Velm Press"), said("From the Velm Press.", credit="Velm Press")).lineages
        == 1
    )


def beside(tail: str, words: str = WORDS) -> Reading:
    return reading_of(
        "",
        [OPENING, f"“{words},” said Dorran. {tail}"],
        speeches=[("Dorran", words, Manner.DIRECT)],
    )


def copied_opening(*pile: Reading) -> dict[str, tuple[Copy, ...]]:
    """Return copies of the opening paragraph alone: what is said stands beside the passage."""
    first, second = sorted(pile, key=lambda reading: reading.report.id)
    spans = (find(first.report.text, OPENING), find(second.report.text, OPENING))
    copy = Copy(first.report.id, second.report.id, (spans,))
    return dict.fromkeys(copy.pair, (copy,))


def test_the_same_words_beside_a_copied_passage_count_once() -> None:
    pile = beside("It rained."), beside("It snowed.", f"T{WORDS[1:]}")
    assert count(*pile, copied_opening(*pile)).lineages == 1


def test_a_cut_of_the_words_beside_a_copied_passage_counts_with_them() -> None:
    pile = beside("It rained."), beside("It snowed.", "will hold through the winter")
    assert count(*pile, copied_opening(*pile)).lineages == 1


def test_other_words_for_the_same_beside_a_copied_passage_count_as_the_reports_own() -> None:
    pile = beside("It rained."), beside("It snowed.", "the dam lasts until spring")
    assert count(*pile, copied_opening(*pile)).lineages == 2


def test_the_same_words_in_reports_that_share_no_text_are_two_lineages() -> None:
    assert count(beside("It rained."), beside("It snowed.")).lineages == 2


def test_words_in_which_only_parts_of_words_recur_are_not_the_same() -> None:
    first, second = beside("It rained.", "the dam will hold"), beside("It snowed.", "the dam will holds")
    reports = {one.report.id: one.report for one in (first, second)}
    ours, theirs = (read_wordings(one.attributions, reports) for one in (first, second))
    assert not has_same_words(ours, theirs)
    assert has_same_words(ours, ours)


def test_a_copy_of_which_no_shared_text_is_known_counts_with_the_other_in_all_that_both_have() -> None:
    pile = beside("It rained."), beside("It snowed.", "the dam lasts until spring")
    first, second = sorted(one.report.id for one in pile)
    copy = Copy(first, second, ())
    assert count(*pile, dict.fromkeys(copy.pair, (copy,))).lineages == 1
