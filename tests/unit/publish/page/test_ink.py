from dataclasses import replace

from onrecord.model.span import Span
from onrecord.publish.page.ink import Inked, InkedPiece, ink_of, inked, over_runs
from onrecord.publish.page.pieces import GAP, Run
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents

CONTENTS = ferry_contents()
PILE = pile_of(CONTENTS)
FARES = next(one for one in PILE.statements if len(one.variants) > 1)


def run(text: str, sources: int) -> Inked:
    return Inked(text=text, sources=sources, grade=sources, variants=(0,))


def test_words_that_two_sources_have_are_darker_than_those_of_one() -> None:
    runs = [(one.text, one.sources) for one in ink_of(PILE, FARES)]
    assert runs == [("We will not raise the fares", 2), (" this year,", 1)]


def test_runs_joined_are_the_base_wording() -> None:
    assert "".join(one.text for one in ink_of(PILE, FARES)) == FARES.variants[0].text


def test_a_variant_in_other_words_throughout_has_none_of_the_base() -> None:
    base, other = FARES.variants
    difference = replace(other.differences[0], base=Span(0, len(base.text)), variant=Span(0, 10))
    whole = replace(other, text="fares stay", differences=(difference,))
    groups = [[one] for one in sorted({member.report_id for member in PILE.members(FARES)})]
    assert {one.sources for one in inked(PILE, replace(FARES, variants=(base, whole)), groups)} == {1}


def test_what_one_source_carries_has_no_ink() -> None:
    assert all(ink_of(PILE, one) == () for one in PILE.statements if one is not FARES)


def test_ink_lies_over_quoted_and_unquoted_runs_and_ends_where_others_begin() -> None:
    runs = (Run("the ferry "), Run("will run", quoted=True, opens="“", closes="”"))
    first, second = over_runs(runs, [run("the ferry will", 3), run(" run", 1)])

    assert first.pieces == (InkedPiece(text="the ferry", grade=3, sources=3), InkedPiece(text=" "))
    assert second.quoted
    assert second.pieces == (
        InkedPiece(text="will", grade=3, sources=3, ends=True),
        InkedPiece(text=" "),
        InkedPiece(text="run", grade=1, sources=1, ends=True),
    )


def test_a_gap_stands_for_one_blank_and_has_no_ink() -> None:
    shown = over_runs((Run("a"), Run(GAP), Run("b")), [run("a b", 2)])
    assert [piece.text for one in shown for piece in one.pieces] == ["a", GAP, "b"]
    assert shown[1].pieces[0].grade == 0


def test_where_lengths_differ_there_is_no_ink() -> None:
    (shown,) = over_runs((Run("abc"),), [run("ab", 2)])
    assert shown.pieces == (InkedPiece(text="abc"),)
