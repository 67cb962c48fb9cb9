from dataclasses import replace

import pytest

from onrecord.model.attribution import Attribution, Level
from onrecord.model.contents import Contents
from onrecord.model.statement import Change, Difference, Divergence, Relation, Slot, Statement
from onrecord.publish.export.limits import at_least
from onrecord.publish.page.carriers import copies_by_report
from support.contents import ferry_contents, span_of

LONGER = "We will not raise the fares this year,"
SHORTER = "We will not raise the fares,"


def wording(contents: Contents, attribution: Attribution) -> str:
    texts = {reading.report.id: reading.report.text for reading in contents.readings}
    return " ".join(span.of(texts[attribution.report_id]) for span in attribution.content)


def with_level(contents: Contents, words: str, level: Level, *, path: str = "") -> Contents:
    """Return `contents` in which the attributions of `words`, in reports at `path`, are read at `level`."""
    return replace(
        contents,
        readings=tuple(
            replace(
                reading,
                attributions=tuple(
                    replace(one, judgement=replace(one.judgement, level=level))
                    if wording(contents, one) == words and path in reading.report.paths[-1]
                    else one
                    for one in reading.attributions
                ),
            )
            for reading in contents.readings
        ),
    )


def statement_with(contents: Contents, words: str) -> Statement:
    return next(
        one for one in contents.linked.statements if words in {variant.text for variant in one.variants}
    )


def test_down_to_possible_is_everything() -> None:
    contents = ferry_contents()

    assert at_least(contents, Level.POSSIBLE) is contents


@pytest.mark.parametrize(("level", "left"), [(Level.LIKELY, 7), (Level.CERTAIN, 6)])
def test_only_attributions_at_the_level_or_surer_are_left(level: Level, left: int) -> None:
    limited = at_least(ferry_contents(), level)
    levels = [one.judgement.level for reading in limited.readings for one in reading.attributions]

    assert len(levels) == left
    assert Level.POSSIBLE not in levels
    assert (Level.LIKELY in levels) == (level is Level.LIKELY)


def test_a_statement_and_a_speaker_of_whom_nothing_is_left_go() -> None:
    contents = ferry_contents()
    limited = at_least(contents, Level.CERTAIN)

    assert [one.name for one in limited.linked.entities] == ["Ana Velik"]
    assert len(limited.linked.statements) == len(contents.linked.statements) - 2
    for words in (
        LONGER,
        SHORTER,
        "The ferry to Lundholm will run again from 2 May",
        "14 boats were waiting",
    ):
        contents = with_level(contents, words, Level.POSSIBLE)
    empty = at_least(contents, Level.CERTAIN).linked
    assert (empty.statements, empty.entities) == ((), ())


def test_what_keeps_all_its_attributions_stays_as_it_was_recorded() -> None:
    contents = ferry_contents()
    limited = at_least(contents, Level.CERTAIN)

    assert statement_with(limited, LONGER) == statement_with(contents, LONGER)
    assert limited.linked.events == contents.linked.events
    assert limited.linked.divergences == contents.linked.divergences


def test_a_lost_base_gives_way_to_the_next_wording_under_the_same_id() -> None:
    contents = with_level(ferry_contents(), LONGER, Level.LIKELY)
    before, after = (statement_with(one, SHORTER) for one in (contents, at_least(contents, Level.CERTAIN)))

    assert after.id == before.id
    assert [(one.text, one.relation, one.differences) for one in after.variants] == [
        (SHORTER, Relation.BASE, ())
    ]
    assert len(after.variants[0].attribution_ids) == 2


def test_reports_are_counted_anew_of_what_is_left() -> None:
    contents = with_level(ferry_contents(), SHORTER, Level.LIKELY, path="courier")
    limited = at_least(contents, Level.CERTAIN)
    counts = statement_with(limited, SHORTER).corroboration

    assert (counts.reports, counts.lineages) == (2, 2)
    run = with_level(
        contents, "The ferry to Lundholm will run again from 2 May", Level.LIKELY, path="gazette"
    )
    alone = statement_with(at_least(run, Level.CERTAIN), "The ferry to Lundholm will run again from 2 May")
    assert (alone.corroboration.reports, alone.corroboration.lineages) == (1, 1)


def test_a_comparison_whose_two_wordings_are_left_is_kept_as_it_was_recorded() -> None:
    contents = ferry_contents()
    chosen = statement_with(contents, SHORTER).variants[1].attribution_ids[1]
    path = next(
        reading.report.paths[-1]
        for reading in contents.readings
        for one in reading.attributions
        if one.id == chosen
    )
    limited = at_least(with_level(contents, SHORTER, Level.LIKELY, path=path), Level.CERTAIN)
    before, after = (statement_with(one, SHORTER).variants[1] for one in (contents, limited))

    assert after == replace(before, attribution_ids=before.attribution_ids[:1])


def test_a_contradiction_between_wordings_goes_with_the_wording() -> None:
    contents = ferry_contents()
    statement = statement_with(contents, SHORTER)
    turned = replace(
        statement.variants[1],
        text="We will raise the fares,",
        differences=(
            Difference(kind=Change.DROPPED, base=span_of(LONGER, "not"), variant=None),
            Difference(kind=Change.DROPPED, base=span_of(LONGER, " this year"), variant=None),
        ),
    )
    changed = replace(statement, variants=(statement.variants[0], turned))
    from onrecord.link.divergences.negations import find_negations

    members = {one.id: one for reading in contents.readings for one in reading.attributions}
    reports = {reading.report.id: reading.report for reading in contents.readings}
    (negation,) = find_negations([changed], members, reports)
    linked = replace(
        contents.linked,
        statements=tuple(changed if one is statement else one for one in contents.linked.statements),
        divergences=(*contents.linked.divergences, negation),
    )
    whole = replace(contents, linked=linked)

    assert slots(at_least(whole, Level.LIKELY).linked.divergences) == {Slot.NEGATION, Slot.NUMBER}
    surer = at_least(with_level(whole, LONGER, Level.POSSIBLE), Level.LIKELY)
    assert slots(surer.linked.divergences) == {Slot.NUMBER}


def slots(divergences: tuple[Divergence, ...]) -> set[Slot]:
    return {one.slot for one in divergences}


def test_the_settings_say_that_the_record_is_limited() -> None:
    assert at_least(ferry_contents(), Level.LIKELY).made_with.settings["level"] == "likely"


def test_copies_are_those_that_the_passages_of_lineages_tell() -> None:
    lineage = ferry_contents().linked.lineages[0]
    copies = copies_by_report([lineage, lineage])

    assert set(copies) == set(lineage.report_ids)
    (copy,) = copies[lineage.report_ids[0]]
    assert copy.pair == lineage.report_ids
    assert len(copy.passages) == 1
    assert copies_by_report([]) == {}
