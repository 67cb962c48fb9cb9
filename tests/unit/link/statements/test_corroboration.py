from onrecord.link.copies.copies import Copy
from onrecord.link.statements.corroboration import corroborate
from onrecord.model.attribution import Manner, Reading
from onrecord.model.statement import Corroboration
from support.piles import find, reading_of

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
