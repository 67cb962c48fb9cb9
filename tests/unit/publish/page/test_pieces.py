import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner
from onrecord.model.span import Span
from onrecord.model.statement import Change, Difference, Relation, Variant
from onrecord.publish.page.pieces import (
    Piece,
    Run,
    closing_at,
    compared,
    cut_text,
    is_comparable,
    quoted_runs,
    run_text,
    runs_of,
)
from support.contents import attribution_of, capture_of, report_of, span_of


def variant(text: str, *differences: Difference) -> Variant:
    return Variant(
        attribution_ids=("a1",), text=text, relation=Relation.PARAPHRASE, differences=differences, summary=""
    )


def attribution(content: tuple[Span, ...], quoted: tuple[Span, ...]) -> Attribution:
    return Attribution(
        id="a1",
        report_id="r1",
        content=content,
        quoted=quoted,
        manner=Manner.MIXED,
        act=Act.ASSERTION,
        cue=None,
        source=None,
        speakers=(),
        judgement=Judgement(rule="x", because=(), level=Level.CERTAIN),
    )


def test_a_replaced_word_shows_the_base_word_then_its_own() -> None:
    base, text = "a full-scale war", "a full-fledged war"
    difference = Difference(
        kind=Change.REPLACED, base=span_of(base, "full-scale"), variant=span_of(text, "full-fledged")
    )

    assert compared(base, variant(text, difference)) == (
        Piece("a "),
        Piece("full-scale", Change.DROPPED),
        Piece(" "),
        Piece("full-fledged", Change.REPLACED),
        Piece(" war"),
    )


def test_dropped_words_stand_where_the_base_has_them() -> None:
    base, text = "We will not raise the fares this year, he said", "We will not raise the fares, he said"
    difference = Difference(kind=Change.DROPPED, base=span_of(base, " this year"), variant=None)

    assert compared(base, variant(text, difference)) == (
        Piece("We will not raise the fares"),
        Piece(" this year", Change.DROPPED),
        Piece(", he said"),
    )


def test_added_words_are_marked_as_added() -> None:
    base, text = "they wait", "they wait on the pier"
    difference = Difference(kind=Change.ADDED, base=None, variant=span_of(text, "on the pier"))

    assert compared(base, variant(text, difference)) == (
        Piece("they wait "),
        Piece("on the pier", Change.ADDED),
    )


SPANS = st.tuples(st.integers(0, 60), st.integers(0, 60)).map(lambda ends: Span(min(ends), max(ends)))


@given(
    st.text(max_size=50),
    st.text(max_size=50),
    st.lists(
        st.builds(
            Difference, kind=st.sampled_from(Change), base=st.none() | SPANS, variant=st.none() | SPANS
        ),
        max_size=6,
    ),
)
def test_no_word_of_the_variant_is_lost_whatever_the_differences_say(
    base: str, text: str, differences: list[Difference]
) -> None:
    pieces = compared(base, variant(text, *differences))
    own = "".join(piece.text for piece in pieces if piece.change is not Change.DROPPED)

    assert own.replace(" ", "") == text.replace(" ", "")


def test_a_comparison_is_worth_showing_only_where_enough_agrees() -> None:
    assert is_comparable((Piece("the ferry will run "), Piece("soon", Change.REPLACED)))
    assert not is_comparable((Piece("the "), Piece("boats are all late again", Change.REPLACED)))


def test_quoted_parts_get_quotation_marks_and_nothing_else_does() -> None:
    text = "that it was “a new normal” and urged talks"
    whole = Span(5, len(text))
    quoted = span_of(text, "a new normal")
    runs = quoted_runs(whole.of(text), attribution((whole,), (quoted,)), text)

    # The wording holds its marks itself here, so none are added.
    assert runs == (Run("it was “"), Run("a new normal", quoted=True), Run("” and urged talks"))


def test_a_wholly_quoted_wording_gets_marks_around_it() -> None:
    report = report_of(capture_of("“We wait,” she said.", "a.txt"))
    one = attribution_of(report, "We wait,", cue="said", source=None, chain=None, manner=Manner.DIRECT)

    assert quoted_runs("We wait,", one, report.text) == (Run("We wait,", quoted=True, opens="“", closes="”"),)


@pytest.mark.parametrize(("between", "gap"), [("” she said. “", " […] "), ("”\n\n“", " ")])
def test_a_discontinuous_wording_shows_its_gap_where_words_were_left_out(between: str, gap: str) -> None:
    text = f"“We wait{between}We hope”"
    first, second = span_of(text, "We wait"), span_of(text, "We hope")
    runs = quoted_runs("We wait We hope", attribution((first, second), (first, second)), text)

    assert "".join(f"{run.opens}{run.text}{run.closes}" for run in runs) == f"“We wait”{gap}“We hope”"


def test_a_text_that_is_not_the_attributions_own_is_never_quoted() -> None:
    text = "“We wait,” she said."
    span = span_of(text, "We wait,")

    assert quoted_runs("we wait", attribution((span,), (span,)), text) == (Run("we wait"),)


@pytest.mark.parametrize("long", ["word " * 60, "x" * 300])
def test_a_long_passage_that_is_dropped_is_shown_by_its_ends(long: str) -> None:
    difference = Difference(kind=Change.DROPPED, base=Span(0, len(long)), variant=None)
    dropped = compared(long + "and stay", variant("and stay", difference))[0]

    assert dropped.change is Change.DROPPED
    assert len(dropped.text) < 130
    assert " […] " in dropped.text


def test_a_wording_that_is_cut_within_a_quotation_closes_its_mark() -> None:
    text = "it was 'tape and prayers' all along"
    runs = runs_of(Span(0, len(text)), [Span(8, 24)], text)

    assert run_text(runs) == text
    assert cut_text(runs, 100) == text
    assert cut_text(runs, 14) == "it was 'tape' […]"
    assert cut_text([Run("held back", quoted=True, opens="“", closes="”")], 4) == "“held” […]"
    assert cut_text([Run("unbreakable")], 4) == " […]"


def test_a_mark_that_stands_behind_a_comma_is_no_second_one() -> None:
    text = '"It broke," and then nobody spoke'
    runs = runs_of(Span(0, len(text)), [Span(1, 9)], text)

    assert run_text(runs) == text


def test_the_mark_that_closes_words_may_stand_behind_a_point() -> None:
    assert [closing_at(text, 4) for text in ("gone”", "gone,” and", 'gone." He', "gone and", "gone")] == [
        "”",
        "”",
        '"',
        "",
        "",
    ]
