from dataclasses import replace

from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.model.statement import Slot
from onrecord.publish.page.divergences import SLOTS, divergent_facts
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents


def test_both_sides_are_quoted_within_their_sentences() -> None:
    (one,) = divergent_facts(pile_of(ferry_contents()))
    first, second = one.sides

    assert (first.filler, second.filler) == ("12 boats", "14 boats")
    assert (first.before + first.filler + first.after).endswith("She said that 12 boats were waiting.")
    assert not first.cut_before
    assert one.slot == "number"


def test_a_long_sentence_is_cut_around_the_fact() -> None:
    contents = ferry_contents()
    reading = contents.readings[0]
    text = "x" * 400 + " 12 boats " + "y" * 400
    long = replace(reading, report=replace(reading.report, text=text), sentences=(Span(0, len(text)),))
    divergence = contents.linked.divergences[0]
    side = Evidence(report_id=long.report.id, span=Span(401, 409))
    linked = replace(contents.linked, divergences=(replace(divergence, between=(side, side)),))
    pile = pile_of(replace(contents, readings=(long, *contents.readings[1:]), linked=linked))
    shown = divergent_facts(pile)[0].sides[0]

    assert (shown.filler, shown.cut_before, shown.cut_after) == ("12 boats", True, True)
    assert len(shown.before) <= 240


def test_every_slot_has_words() -> None:
    assert set(SLOTS) == set(Slot)
