import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.markup import read_markup


def lines(source: str) -> list[str]:
    return [passage.text for passage in read_markup(source).passages]


def test_blocks_begin_lines_and_inline_elements_do_not() -> None:
    assert lines("<div>One <b>two</b><p>three<br>four</div>five") == ["One two", "three", "four", "five"]


def test_cells_of_a_row_and_lines_after_a_break_are_told() -> None:
    passages = read_markup("<table><tr><td>a<td>b</table><p>c<br>d").passages
    assert [(one.text, one.cell, one.broken) for one in passages] == [
        ("a", True, False),
        ("b", True, False),
        ("c", False, False),
        ("d", False, True),
    ]


def test_scripts_styles_and_hidden_parts_hold_no_text() -> None:
    assert lines("<style>p{}</style><script>var a='<p>x'</script><template><p>y</template><p>z") == ["z"]


def test_a_second_document_type_is_no_text() -> None:
    assert lines("<!doctype html><!DOCTYPE html><p>Ahoy") == ["Ahoy"]


def test_what_a_page_says_of_itself_is_told() -> None:
    markup = read_markup(
        '<html lang=en><title>T &amp; U</title><script type=application/ld+json>{"a": 1}</script>'
    )
    assert [(element.name, text) for element, text in markup.told] == [
        ("html", ""),
        ("title", "T & U"),
        ("script", '{"a": 1}'),
    ]


@pytest.mark.parametrize(
    "source",
    [
        "<div>" * 5000 + "deep words" + "</div>" * 5000,
        "<b><i><p>y" * 1000,
        "<table>" * 2000 + "x",
        "<a href=" * 20000,
        "<!" * 20000,
        "&" * 50000,
    ],
)
def test_deep_and_broken_markup_is_read_in_bounded_time(source: str) -> None:
    begun = time.process_time()
    read_markup(source)
    assert time.process_time() - begun < 10


def test_text_below_five_thousand_elements_is_not_lost() -> None:
    assert lines("<div>" * 5000 + "deep words" + "</div>" * 5000) == ["deep words"]


@given(st.text(max_size=80))
def test_any_string_gives_passages_in_the_order_of_the_source(source: str) -> None:
    places = [run.source for passage in read_markup(source).passages for run in passage.letters]
    assert all(place.end <= len(source) for place in places)


def test_a_passage_stands_in_the_innermost_element_that_holds_all_of_it() -> None:
    passages = read_markup("<p><b>All of it</b><p><b>One</b> and two<p><a href=/x><i>Link</i></a>").passages
    assert [passage.element.name for passage in passages] == ["b", "p", "i"]
    assert [passage.linked for passage in passages] == [0.0, 0.0, 1.0]


def test_credits_and_kickers_stand_on_lines_of_their_own() -> None:
    assert lines(
        "<figcaption><span>The van</span><span class=photo__credit>Ana Velik</span></figcaption>"
    ) == [
        "The van",
        "Ana Velik",
    ]
    assert lines("<p><span class=dropcap>T</span>he van") == ["The van"]


def test_what_xhtml_begins_with_is_no_text() -> None:
    page = '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html xmlns="http://www.w3.org/1999/xhtml"><p>Quay<?php echo 1 ?> closed'
    (passage,) = read_markup(page).passages
    assert passage.text == "Quay closed"
    assert passage.letters[-1].source.of(page).endswith("closed")
