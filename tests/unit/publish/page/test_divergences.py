from dataclasses import replace

from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.model.statement import Slot
from onrecord.publish.page.divergences import SLOTS, divergent_facts, grouped_facts
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents


def test_both_sides_are_shown_within_their_sentences() -> None:
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


def test_a_side_is_cut_between_words_and_has_marks_only_where_its_report_quotes() -> None:
    contents = ferry_contents()
    pile = pile_of(contents)
    plain = divergent_facts(pile)[0].sides[0]
    assert "".join(run.text for run, _ in plain.runs) == plain.before + plain.filler + plain.after
    assert [run.text for run, is_filler in plain.runs if is_filler] == ["12 boats"]
    assert not any(run.opens or run.closes for run, _ in plain.runs)

    reading = contents.readings[0]
    text = "piers " * 60 + "saw 12 boats " + "wharves " * 60
    long = replace(reading, report=replace(reading.report, text=text), sentences=(Span(0, len(text)),))
    start = text.index("12")
    quoting = replace(reading.attributions[0], quoted=(Span(start - 4, start + 16),))
    side = Evidence(report_id=long.report.id, span=Span(start, start + 8))
    linked = replace(
        contents.linked, divergences=(replace(contents.linked.divergences[0], between=(side, side)),)
    )
    others = (replace(one, quoted=()) for one in reading.attributions[1:])
    long = replace(long, attributions=(quoting, *others))
    quoted = pile_of(replace(contents, readings=(long, *contents.readings[1:]), linked=linked))
    shown = divergent_facts(quoted)[0].sides[0]

    assert shown.before.startswith("piers ")
    assert shown.after.endswith(" wharves")
    marked = [(run.opens, run.text, run.closes) for run, _ in shown.runs if run.quoted]
    assert marked == [("“", "saw ", ""), ("", "12 boats", ""), ("", " wharves", "”")]


def test_every_slot_has_words() -> None:
    assert set(SLOTS) == set(Slot)


def test_what_several_pairs_of_reports_tell_alike_stands_together_once() -> None:
    contents = ferry_contents()
    (divergence,) = contents.linked.divergences
    one, other = divergence.between
    reading = next(each for each in contents.readings if each.report.id == one.report_id)
    copy = replace(reading, report=replace(reading.report, id="r" + "0" * 20), attributions=(), chains=())
    again = Evidence(report_id=copy.report.id, span=one.span)
    event = next(each for each in contents.linked.events if one.report_id in each.report_ids)
    events = tuple(
        replace(each, report_ids=(*each.report_ids, copy.report.id)) if each == event else each
        for each in contents.linked.events
    )
    elsewhere = replace(divergence, slot=Slot.NAME)
    for between in ((again, other), (other, again)):
        told = (divergence, replace(divergence, between=between), elsewhere)
        linked = replace(contents.linked, events=events, divergences=told)
        pile = pile_of(replace(contents, readings=(*contents.readings, copy), linked=linked))
        first, second = grouped_facts(pile)

        assert (first.pairs, second.pairs) == (2, 1)
        assert [[place.report_id for place in side.others] for side in first.sides] == [[copy.report.id], []]
        assert len(divergent_facts(pile)) == 3
