import pytest

from onrecord.link.divergences.reworded import find_reworded
from onrecord.link.statements.variants import relate_variants
from onrecord.model.attribution import Manner
from onrecord.model.statement import Corroboration, Slot, Statement
from support.piles import reading_of


def reworded(first: str, second: str) -> list[tuple[Slot, set[str]]]:
    readings = {
        one.report.id: one
        for one in (
            reading_of("", [f"Hale spoke. {words}"], speeches=[("Hale", words, Manner.DIRECT)])
            for words in (first, second)
        )
    }
    said = [one.attributions[0] for one in readings.values()]
    texts = {key: one.report.text for key, one in readings.items()}
    statement = Statement(
        id="s1",
        speaker_ids=(),
        event_id=None,
        said=None,
        variants=relate_variants(said, texts),
        corroboration=Corroboration(reports=2, lineages=2),
    )
    reports = {key: one.report for key, one in readings.items()}
    found = find_reworded([statement], {one.id: one for one in said}, reports)
    return [(one.slot, {side.span.of(texts[side.report_id]) for side in one.between}) for one in found]


@pytest.mark.parametrize(
    ("first", "second", "slot", "sides"),
    [
        ("We lost forty boats to ice", "We lost 14 boats to ice", Slot.NUMBER, {"forty", "14"}),
        ("We open the mill on Monday", "We open the mill on Friday", Slot.DATE, {"Monday", "Friday"}),
        ("The mill may open in spring", "The mill will open in spring", Slot.MODALITY, {"may", "will"}),
        ("It is worth £5 million now", "It is worth €5 million now", Slot.NUMBER, {"£5", "€5"}),
        ("It costs us £1,200 a day now", "It costs us $1,200 a day now", Slot.NUMBER, {"£1,200", "$1,200"}),
        ("It was all for Rusk and me", "It was all for Velik and me", Slot.NAME, {"Rusk", "Velik"}),
    ],
)
def test_one_fact_replaced_by_another_diverges(first: str, second: str, slot: Slot, sides: set[str]) -> None:
    assert reworded(first, second) == [(slot, sides)]


def test_a_hedge_on_one_side_diverges() -> None:
    ((slot, _),) = reworded("The mill will probably open in spring", "The mill will open in spring")
    assert slot is Slot.MODALITY


@pytest.mark.parametrize(
    ("first", "second"),
    [("It was −5 degrees in it", "It was 5 degrees in it"), ("We lost 5% of it", "We lost 5 of it")],
)
def test_a_sign_on_one_side_makes_another_number(first: str, second: str) -> None:
    ((slot, _),) = reworded(first, second)
    assert slot is Slot.NUMBER


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("It is worth €4.6 million now", "It is worth $5 million now"),
        ("We lost 5% of it in spring", "We lost 5 per cent of it in spring"),
        ("The mill will open in spring", "the mill would open in spring"),
        ("Crews must leave the island", "crews had to leave the island"),
        ("We lost about forty boats", "We lost 40 boats"),
        ("We lost about forty boats to ice", "We lost 41 boats to ice"),
        ("We lost about 40 boats to ice", "We lost about 43 boats to ice"),
        ("It was all for Zelensky and me", "It was all for Zelenskyy and me"),
        ("We open the old mill in spring", "We close the new yard in spring"),
    ],
)
def test_what_reporting_or_spelling_changes_does_not(first: str, second: str) -> None:
    assert reworded(first, second) == []


def test_two_forms_of_a_title_are_no_two_names() -> None:
    assert reworded("It was all for Lieutenant Rusk and me", "It was all for Lt Rusk and me") == []
    assert reworded("It was all for Captain Rusk and me", "It was all for Sergeant Rusk and me") == []
