import json
from pathlib import Path
from typing import Any

import pytest

from onrecord.annotate import load_meanings
from onrecord.link.statements.variants import (
    find_closest,
    find_differences,
    quoted_ranges,
    relate_variants,
    text_of,
)
from onrecord.model.attribution import Manner, Reading
from onrecord.model.statement import Change, Relation, Variant
from onrecord.text.align import align
from onrecord.text.normalise import normalise
from support.piles import reading_of

SHARED = Path(__file__).resolve().parents[5] / "shared"


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


def test_a_question_is_a_wording_of_its_own_of_the_same_words() -> None:
    variants = variants_of(said("You are right about the sluice!"), said("You are right about the sluice?"))
    assert [one.relation for one in variants] == [Relation.BASE, Relation.VERBATIM]
    assert variants[1].summary == "Differs in case or marks only."


def test_another_sign_is_another_wording_and_is_shown_with_its_number() -> None:
    variants = variants_of(
        said("The dam will cost £5,000 to mend by spring"), said("The dam will cost €5,000 to mend by spring")
    )
    assert [one.relation for one in variants] == [Relation.BASE, Relation.PARAPHRASE]
    assert variants[1].summary in {"Has “€5,000” for “£5,000”.", "Has “£5,000” for “€5,000”."}


def told(words: str, before: str, after: str = "") -> Reading:
    return reading_of("", [f"{before} “{words}” {after}"], speeches=[("Dorran", words, Manner.DIRECT)])


LOSS = "We are not in danger, but we are not going to wait until we are"
TRANSLATED = "We find ourselves not in danger, but we will also not wait until we do"


def test_of_wordings_as_full_the_base_is_the_one_that_more_reports_have() -> None:
    variants = variants_of(
        told(TRANSLATED, "This the leader of the office, Dorran, explained:"),
        told(LOSS, "At the dam the head of the office spoke.", "Dorran told them."),
        told(LOSS, "The reservoir is lowered by four metres within ten days, he said."),
    )
    assert [variant.text for variant in variants] == [LOSS, TRANSLATED]
    assert variants[1].relation is Relation.PARAPHRASE


@pytest.mark.parametrize(
    ("languages", "relation"),
    [
        (("en", "fr"), Relation.TRANSLATION),
        (("en-GB", "en"), Relation.PARAPHRASE),
        (("en", None), Relation.PARAPHRASE),
    ],
)
def test_wordings_of_two_languages_alone_are_translations(
    languages: tuple[str | None, str | None], relation: Relation
) -> None:
    pile = told(LOSS, "At the dam he spoke."), told("Nous ne sommes pas en danger", "À la digue, il a dit.")
    texts = {reading.report.id: reading.report.text for reading in pile}
    told_in = {reading.report.id: language for reading, language in zip(pile, languages, strict=True)}
    variants = relate_variants(
        [a for reading in pile for a in reading.attributions], texts, languages=told_in
    )
    assert variants[1].relation is relation


def test_a_reprint_of_a_wording_counts_once_for_the_base() -> None:
    before = "This the leader of the office said in the evening, Dorran:"
    pile = [told(LOSS, before), told(LOSS, f"Oxley, Monday. {before}"), told(TRANSLATED, "He said it again,")]
    assert variants_of(*pile)[0].text == TRANSLATED


def test_what_is_cut_from_a_wording_is_never_as_full() -> None:
    full = f"{LOSS}, as you know"
    pile = [
        told(full, "He said:"),
        told(LOSS, "Dorran spoke in Oxley today."),
        told(LOSS, "It is known that"),
    ]
    assert variants_of(*pile)[0].text == full


def test_the_wording_of_all_is_that_of_the_base() -> None:
    pile = (told(TRANSLATED, "Dorran:"), told(LOSS, "In Oxley he spoke."), told(LOSS, "The head of it said"))
    texts = {reading.report.id: reading.report.text for reading in pile}
    members = [one for reading in pile for one in reading.attributions]
    closest = find_closest(members, texts)
    assert closest.id in relate_variants(members, texts)[0].attribution_ids
    assert text_of(closest, texts[closest.report_id]) == LOSS


def test_the_attribution_closest_to_verbatim_words_all_and_none_words_nothing() -> None:
    pile = (said("that the sluice had been left open", Manner.INDIRECT), said("It was left open"))
    texts = {reading.report.id: reading.report.text for reading in pile}
    members = [one for reading in pile for one in reading.attributions]
    assert find_closest(members, texts).manner is Manner.DIRECT
    with pytest.raises(ValueError, match="empty"):
        find_closest([], texts)


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


@pytest.mark.shared
@pytest.mark.parametrize("vectors", [True, False])
def test_two_translations_of_a_real_speech_differ_in_a_few_readable_places(*, vectors: bool) -> None:
    gold_path = SHARED / "gold" / "seeds.json"
    if not gold_path.is_file():
        pytest.skip("the five real reports are not beside this checkout")
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    found = {one["id"]: one for one in gold["attributions"]}
    pairs = [
        [found[key] for key in group["variants"]]
        for group in gold["same_statement"]
        if {found[key]["report"][:3] for key in group["variants"]} == {"000", "003"}
    ]
    link = load_meanings().link_words if vectors else None
    assert len(pairs) >= 2
    for pair in pairs:
        base, variant = (words_of(one) for one in pair)
        differences = find_differences(align(base, variant, link), base, variant)
        assert 0 < len(differences) <= 8
        for difference in differences:
            sides = [
                span.of(text).lower() if span else ""
                for span, text in ((difference.base, base), (difference.variant, variant))
            ]
            assert normalise(sides[0]) != normalise(sides[1])
            assert not set(sides) <= {"a", "an", "the", ""}


def words_of(attribution: dict[str, Any]) -> str:
    text = (SHARED / "seeds" / attribution["report"]).read_text(encoding="utf-8")
    return " ".join(text[start:end] for start, end in attribution["content"])


def test_a_wording_that_shares_nothing_is_told_as_other_words() -> None:
    _, other = variants_of(
        said("Winter will pass without harm"),
        said("nobody needs to move a chair", Manner.INDIRECT),
    )
    assert other.summary == "Says it in other words throughout."
