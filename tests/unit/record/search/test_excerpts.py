from __future__ import annotations

from onrecord.model.span import Span
from onrecord.record.search.excerpts import AROUND, excerpts_of, spans_of
from onrecord.text.marks import Marker


def excerpts(text: str, *words: str, most: int = 3) -> tuple[list[str], int]:
    found, others = excerpts_of(text, Marker([(word,) for word in words]).find(text), most=most)
    shown: list[str] = []
    for one in found:
        assert one.text == one.span.of(text)
        marked = one.text
        for mark in reversed(one.marks):
            marked = f"{marked[: mark.start]}[{mark.of(one.text)}]{marked[mark.end :]}"
        shown.append(marked)
    return shown, others


def test_an_excerpt_ends_with_its_line() -> None:
    assert excerpts("Title\n\nThe ferry will run.  \nMore", "ferry") == (["The [ferry] will run."], 0)


def test_an_excerpt_is_cut_between_words() -> None:
    before, after = "word " * 50, " word" * 50
    (shown,), _ = excerpts(f"{before}ferry{after}", "ferry")

    assert shown.startswith("word word")
    assert shown.endswith("word word")
    assert len(shown) <= 2 * AROUND + len("[ferry]")


def test_words_that_never_end_are_cut_at_the_mark() -> None:
    assert excerpts("x" * 500 + "-ferry-" + "x" * 500, "ferry") == (["[ferry]"], 0)


def test_marks_near_one_another_share_an_excerpt() -> None:
    assert excerpts("A ferry and a ferry.", "ferry") == (["A [ferry] and a [ferry]."], 0)


def test_the_excerpts_that_show_most_of_what_is_sought_are_chosen_and_the_rest_counted() -> None:
    text = "\n".join(["A ferry."] * 5 + ["A ferry of fares."])

    assert excerpts(text, "ferry", "fares", most=2) == (["A [ferry].", "A [ferry] of [fares]."], 4)


def test_a_mark_that_overlaps_another_is_one_with_it() -> None:
    assert spans_of([(0, 5, 0), (0, 9, 1), (12, 14, 0)]) == (Span(0, 9), Span(12, 14))


def test_no_marks_make_no_excerpts() -> None:
    assert excerpts("A ferry.", "quay") == ([], 0)
