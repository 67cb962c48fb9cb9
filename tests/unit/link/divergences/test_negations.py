import pytest

from onrecord.link.divergences.negations import find_negations, is_turned
from onrecord.link.statements.variants import relate_variants
from onrecord.model.attribution import Manner
from onrecord.model.statement import Corroboration, Slot, Statement, Variant
from support.piles import reading_of

OPEN = "we will reopen the mine before the winter"


def variants_of(first: str, second: str) -> tuple[tuple[Variant, ...], Statement]:
    readings = [
        reading_of("", [words], speeches=[("Dorran", words, Manner.DIRECT)]) for words in (first, second)
    ]
    said = [reading.attributions[0] for reading in readings]
    variants = relate_variants(said, {reading.report.id: reading.report.text for reading in readings})
    once = Corroboration(reports=2, lineages=2)
    statement = Statement(
        id="s1", speaker_ids=(), event_id=None, said=None, variants=variants, corroboration=once
    )
    found = list(
        find_negations(
            [statement],
            {one.id: one for one in said},
            {reading.report.id: reading.report for reading in readings},
        )
    )
    assert [one.slot for one in found] in ([], [Slot.NEGATION])
    assert bool(found) == is_turned(*variants)
    return variants, statement


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (OPEN, OPEN.replace("will", "will not")),
        (OPEN, OPEN.replace("we will", "we’ll never")),
        ("we know who closed the mine", "we don’t know who closed the mine"),
    ],
)
def test_a_bare_negation_on_one_side_diverges(first: str, second: str) -> None:
    assert is_turned(*variants_of(first, second)[0])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (OPEN, OPEN.replace("mine", "pit")),
        (OPEN.replace("will", "will not"), OPEN.replace("will", "won’t")),
        ("we ask for a truce without conditions", "we ask unconditionally for a truce"),
        (OPEN, "we will not leave the mine closed over the winter"),
    ],
)
def test_another_word_or_a_sentence_turned_round_does_not(first: str, second: str) -> None:
    assert not is_turned(*variants_of(first, second)[0])
