from onrecord.link.variants import quoted_ranges, relate_variants, text_of
from onrecord.model.attribution import Manner, Reading
from onrecord.model.statement import Change, Relation, Variant
from support.piles import reading_of


def variants_of(*pile: Reading) -> tuple[Variant, ...]:
    texts = {reading.report.id: reading.report.text for reading in pile}
    return relate_variants([a for reading in pile for a in reading.attributions], texts)


def said(words: str, manner: Manner = Manner.DIRECT, tail: str = "") -> Reading:
    return reading_of("", [f"Dorran: “{words}” {tail}"], speeches=[("Dorran", words, manner)])


def test_the_base_is_the_wording_closest_to_verbatim_then_the_longest() -> None:
    reported = said("that the sluice of the dam had been left open all through the night", Manner.INDIRECT)
    direct = said("The sluice was left open all night")
    variants = variants_of(reported, direct)
    assert [variant.relation for variant in variants] == [Relation.BASE, Relation.PARAPHRASE]
    assert variants[0].text == "The sluice was left open all night"


def test_wordings_that_differ_in_case_and_marks_are_one_variant() -> None:
    (variant,) = variants_of(
        said("The sluice, again, was open"), said("the sluice again was OPEN", tail="He left.")
    )
    assert len(variant.attribution_ids) == 2


def test_a_replaced_word_is_one_difference_over_the_whole_hyphenated_word() -> None:
    base, other = variants_of(
        said("This would be a full-scale failure of the oldest dam in all of the county"),
        said("This would be a full-blown failure of the oldest dam in all the county"),
    )
    replaced = other.differences[0]
    assert replaced.kind is Change.REPLACED
    assert replaced.base is not None and replaced.variant is not None  # noqa: PT018
    assert replaced.base.of(base.text) == "full-scale"
    assert replaced.variant.of(other.text) == "full-blown"
    assert other.summary.startswith("Has “full-blown” for “full-scale”")


def test_a_lost_last_sentence_is_a_cut_and_told_in_words() -> None:
    whole = said(
        "The dam will hold through the winter. Nobody in the valley needs to move a single chair because of it"
    )
    cut = said("The dam will hold through the winter")
    assert [variant.relation for variant in variants_of(whole, cut)] == [Relation.BASE, Relation.CUT]
    assert variants_of(whole, cut)[1].summary == "Lacks the last sentence."


def test_words_that_a_report_does_not_quote_are_not_shown_as_a_quotation() -> None:
    _, other = variants_of(
        said("The dam will hold through the winter"),
        said("the dam would hold through the winter", Manner.INDIRECT),
    )
    assert "“would" not in other.summary


def test_quoted_ranges_are_ranges_of_the_wording() -> None:
    reading = said("The dam will hold")
    (attribution,) = reading.attributions
    text = text_of(attribution, reading.report.text)
    assert [span.of(text) for span in quoted_ranges(attribution)] == [text]
