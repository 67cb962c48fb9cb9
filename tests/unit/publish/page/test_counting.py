from dataclasses import replace

import pytest

from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.publish.page.counting import counting_words
from onrecord.publish.page.pile import Pile, pile_of
from support.contents import ferry_contents


@pytest.fixture
def pile() -> Pile:
    return pile_of(ferry_contents())


def test_a_copy_is_said_to_count_with_its_origin(pile: Pile) -> None:
    assert counting_words(pile, pile.statements[1]) == (
        "In Lundholm Gazette (R1) it stands in text copied from The Orrin Courier (R3): counted together as one.",
    )


def test_a_copy_of_a_credited_text_names_who_is_credited() -> None:
    contents = ferry_contents()
    lineage = replace(contents.linked.lineages[0], origin=None, credit="The Wire")
    pile = pile_of(replace(contents, linked=replace(contents.linked, lineages=(lineage,))))

    assert counting_words(pile, pile.statements[1]) == (
        "In Lundholm Gazette (R1) it stands in text that comes from The Wire: counted as one.",
    )


def test_of_shared_text_that_nobody_credits_no_report_is_said_to_be_first() -> None:
    contents = ferry_contents()
    lineage = replace(contents.linked.lineages[0], origin=None, credit=None)
    pile = pile_of(replace(contents, linked=replace(contents.linked, lineages=(lineage,))))

    assert counting_words(pile, pile.statements[1]) == (
        "Lundholm Gazette (R1) and The Orrin Courier (R3) share the text it stands in; which had it first is not told: counted as one.",
    )


def test_what_one_report_prints_twice_counts_once(pile: Pile) -> None:
    first = pile.statements[0]
    doubled = replace(
        first,
        variants=(
            first.variants[0],
            replace(first.variants[1], attribution_ids=first.variants[0].attribution_ids),
        ),
    )

    assert "R2 prints it 2 times; it counts once." in counting_words(pile, doubled)


def test_the_same_words_beside_copied_text_are_said_to_count_as_one() -> None:
    contents = ferry_contents()
    lineage = contents.linked.lineages[0]
    titles = [
        replace(
            passage,
            source=passage.source and Evidence(report_id=passage.source.report_id, span=Span(0, 27)),
            copy=Evidence(report_id=passage.copy.report_id, span=Span(0, 27)),
        )
        for passage in lineage.passages
    ]
    lineages = (replace(lineage, passages=tuple(titles)),)
    pile = pile_of(replace(contents, linked=replace(contents.linked, lineages=lineages)))

    assert counting_words(pile, pile.statements[0]) == (
        "Lundholm Gazette (R1) and The Orrin Courier (R3) share copied text, and have it in the same words beside that: counted as one.",
    )


def test_copies_that_a_credit_or_a_person_alone_tells_are_said_to_count_as_one() -> None:
    contents = ferry_contents()
    lineages = (replace(contents.linked.lineages[0], passages=()),)
    pile = pile_of(replace(contents, linked=replace(contents.linked, lineages=lineages)))

    assert counting_words(pile, pile.statements[0]) == (
        "Lundholm Gazette (R1) and The Orrin Courier (R3) are copies by a credit or a person's word: counted as one.",
    )


def test_words_that_reports_have_from_one_house_are_said_to_count_with_it() -> None:
    contents = ferry_contents()
    pile = pile_of(contents)
    statement = next(one for one in pile.statements if one.corroboration.reports > 1)
    first = pile.members(statement)[0]
    report = pile.readings_by_id[first.report_id].report
    told = f"{report.text}\nVelik told the Elm News so."
    cue = Span(told.index("told the Elm"), told.index("told the Elm") + 4)
    readings = tuple(
        replace(
            one,
            report=replace(one.report, text=told),
            attributions=tuple(replace(each, cue=cue) for each in one.attributions),
        )
        if one.report.id == report.id
        else replace(one, report=replace(one.report, outlet=replace(report.outlet, name="Elm News")))
        if report.outlet
        else one
        for one in contents.readings
    )
    words = counting_words(pile_of(replace(contents, readings=readings)), statement)
    assert any("it from Elm News: counted with" in one for one in words), words
