from __future__ import annotations

from onrecord.model.found import HitList, Hits, Part, Sought, Suggestion
from onrecord.model.span import Span
from onrecord.publish.cli.found import alike_lines, found_lines, marked


def lines(*sought: Sought, unread: int = 0, suggestions: tuple[Suggestion, ...] = ()) -> list[str]:
    hits = Hits(
        sought=sought,
        statements=HitList(),
        reports=HitList(),
        speakers=HitList(),
        unread=unread,
        suggestions=suggestions,
    )
    return [one.text.plain for one in found_lines(hits, tuple(Part))]


def test_an_empty_answer_says_what_was_looked_for() -> None:
    ferry = Sought(text="ferry", words=("ferry",), held_by=3)
    other = Sought(text="zz", words=("zz",), held_by=0)

    assert lines(ferry) == ["Nothing holds “ferry”."]
    assert lines(ferry, other) == [
        "Nothing holds all of “ferry” and “zz”.",
        "“ferry” by itself: 3 wordings and reports",
        "“zz” by itself: nothing",
    ]


def test_a_question_without_words_is_told_so() -> None:
    assert lines() == ["There is no word in what was asked: only letters and digits are looked for."]


def test_what_may_have_been_meant_and_what_was_left_out_is_told() -> None:
    meant = Suggestion(text="Velik", instead_of="Welik", put="Velik", speaker_id="p1")
    told = lines(Sought(text="Welik", words=("welik",), held_by=0), unread=2, suggestions=(meant,))

    assert told[1:] == [
        "Did you mean: Velik",
        "2 words of the question, behind the first, were not looked for.",
    ]


def test_more_than_is_counted_is_told() -> None:
    hits = Hits(
        sought=(Sought(text="a", words=("a",)),),
        statements=HitList(total=1000, more=True, first=20),
        reports=HitList(),
        speakers=HitList(),
    )

    assert found_lines(hits, [Part.STATEMENTS])[0].text.plain == "Statements (more than 1,000, shown from 21)"


def test_marks_stand_in_brackets_and_nothing_steers_the_terminal() -> None:
    assert marked("the \x1b[1m fares", [Span(9, 14)]).plain == "the ␛[1m [fares]"


def test_nothing_alike_is_told_so() -> None:
    assert "No other statement" in alike_lines(())[0].text.plain
