from dataclasses import replace

import pytest

from onrecord.model.span import Span
from onrecord.model.statement import Change, Corroboration, Difference
from onrecord.publish.page import statements
from onrecord.publish.page.pieces import Run
from onrecord.publish.page.pile import Pile, pile_of
from support.contents import ferry_contents
from support.taken import denying


@pytest.fixture
def pile() -> Pile:
    return pile_of(ferry_contents())


def test_a_statement_shows_its_base_and_compares_its_variants(pile: Pile) -> None:
    shown = statements.entry(pile, pile.statements[0])
    base, cut = shown.wordings

    assert (shown.number, shown.speakers) == ("S1", "Ana Velik")
    assert (base.quotation, base.pieces) == ("quoted", ())
    assert base.quoted == ("We will not raise the fares this year,",)
    assert cut.relation == "shorter"
    assert [piece.text for piece in cut.pieces] == ["We will not raise the fares", " this year", ","]
    assert [one.citation.number for one in cut.standings] == ["R1", "R3"]


def test_reported_words_are_labelled_as_reported(pile: Pile) -> None:
    shown = statements.entry(pile, pile.statements[1])

    assert shown.wordings[0].quotation == "reported, not quoted"
    assert shown.wordings[0].quoted == ()


def test_a_wording_with_few_words_in_common_is_not_compared_word_by_word(pile: Pile) -> None:
    base, cut = pile.statements[0].variants
    whole = Difference(kind=Change.REPLACED, base=Span(0, len(base.text)), variant=Span(0, len(cut.text)))
    shown = statements.wording(pile, replace(cut, differences=(whole,)), base.text)

    assert shown.pieces == ()
    assert shown.told == "Worded differently throughout."


def test_corroboration_is_told_in_words(pile: Pile) -> None:
    statement = pile.statements[0]
    told = [
        statements.carried_words(
            replace(statement, corroboration=Corroboration(reports=reports, lineages=lineages))
        )
        for reports, lineages in ((1, 1), (3, 2))
    ]

    assert told == ["carried by 1 report", "carried by 3 reports, 2 independent"]


def test_quotation_is_told_from_the_runs() -> None:
    quoted, plain, gap = Run("we", quoted=True), Run("he said"), Run(" […] ")

    assert statements.quotation_words((quoted, gap, quoted)) == "quoted"
    assert statements.quotation_words((quoted, plain)) == "partly quoted"
    assert statements.quotation_words((plain,)) == "reported, not quoted"


def test_many_statements_are_grouped_by_event(pile: Pile, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [group.heading for group in statements.statement_groups(pile)] == [None]

    monkeypatch.setattr(statements, "GROUPED_FROM", 4)
    loose = replace(pile.statements[0], event_id=None)
    grouped = statements.statement_groups(replace(pile, statements=(*pile.statements[1:], loose)))

    assert [(group.heading, len(group.entries)) for group in grouped] == [
        ("Ferry to run again from May", 4),
        ("Statements of no one event", 1),
    ]


def test_no_statements_make_no_group(pile: Pile) -> None:
    assert statements.statement_groups(replace(pile, statements=())) == ()


def test_before_words_that_are_no_direct_speech_stand_those_that_credit_them(pile: Pile) -> None:
    denied = pile_of(denying())
    shown = [statements.entry(pile, one).wordings[0] for one in pile.statements]

    assert statements.entry(denied, denied.statements[0]).wordings[0].credit == "has never believed"
    assert {one.credit for one in shown if one.quotation == "quoted"} == {""}
    assert "said" in {one.credit for one in shown}
