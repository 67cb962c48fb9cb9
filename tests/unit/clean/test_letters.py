import html

from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.letters import Letters, collapse, read_letters
from onrecord.model.span import Span


def test_a_reference_takes_more_room_than_its_letter() -> None:
    assert tuple(read_letters("a &amp; b", 0, "a & b")) == (
        Letters("a ", Span(0, 2)),
        Letters("&", Span(2, 7)),
        Letters(" b", Span(7, 9)),
    )


def test_markup_between_letters_is_passed_over() -> None:
    page = "one<!-- > --><table>two"
    assert [run.text for run in read_letters(page, 0, "onetwo")] == ["one", "two"]


def test_markup_that_a_parser_takes_for_text_stands_for_itself() -> None:
    page = "<!doctype x><b>y"
    assert tuple(read_letters(page, 0, "<!doctype x>y")) == (
        Letters("<!doctype x>", Span(0, 12)),
        Letters("y", Span(15, 16)),
    )


def test_an_ampersand_that_begins_no_reference_stands_for_itself() -> None:
    assert "".join(run.text for run in read_letters("R&D & more <3", 0, "R&D & more <3")) == "R&D & more <3"


def test_letters_that_the_source_lacks_stand_at_its_end() -> None:
    assert tuple(read_letters("ab", 0, "abc")) == (Letters("ab", Span(0, 2)), Letters("c", Span(2, 2)))


def test_white_space_collapses_over_runs() -> None:
    runs = (Letters("  a \n", Span(0, 5)), Letters("\t b  c ", Span(9, 16)))
    assert "".join(run.text for run in collapse(runs)) == "a b c"
    assert collapse(runs)[1] == Letters(" ", Span(3, 11))


@given(st.text(alphabet="ab &<;#x1\n\t“é", max_size=40))
def test_any_text_is_read_whole_and_in_order(text: str) -> None:
    page = html.escape(text)
    runs = tuple(read_letters(page, 0, text))
    assert "".join(run.text for run in runs) == text
    assert all(html.unescape(run.source.of(page)) == run.text for run in runs)
    assert [run.source for run in runs] == sorted(run.source for run in runs)
