from onrecord.clean.lines import Line
from onrecord.clean.markup import read_markup
from onrecord.clean.page_body import find_body
from onrecord.clean.page_headline import find_headlines
from onrecord.clean.running_text import NONE_FOUND
from onrecord.model.span import Span

LEAD = "<p>The council of Port Carrow voted on Friday to close the Old Quay to cargo within three years."


def headlines(source: str, title: str | None = None) -> list[str]:
    passages = read_markup(source + LEAD).passages
    lines = [Line(Span(0, len(one.text)), one.text, tuple(one.text.split()), gap=True) for one in passages]
    found = find_headlines(lines, find_body(passages, NONE_FOUND), title=title, first=len(lines) - 1)
    return [lines[number].text for number in sorted(found)]


def test_the_line_that_says_the_title_is_the_headline_in_whatever_element() -> None:
    assert headlines("<h1>The Harbour Gazette</h1><div>Quay to close</div>", "Quay to Close") == [
        "Quay to close"
    ]


def test_a_heading_that_says_a_part_of_the_title_is() -> None:
    assert headlines("<h2>Quay to close</h2><h2>Harbour</h2>", "Quay to close - The Harbour Gazette") == [
        "Quay to close"
    ]


def test_without_a_title_the_last_main_heading_above_the_text_is() -> None:
    assert headlines("<h1>The Harbour Gazette</h1><h1>Quay to close</h1><h2>Deck</h2>") == ["Quay to close"]
    assert headlines("<h3>Masthead</h3><h2>Quay to close</h2>") == ["Quay to close"]


def test_large_letters_make_a_headline_where_there_is_no_heading() -> None:
    assert headlines("<font size=6>MARSH POST</font><br><font size=5>Quay to close</font>") == [
        "Quay to close"
    ]
    assert headlines("<font size=1>Quay to close</font>") == []


def test_a_hidden_copy_and_a_menu_are_none() -> None:
    assert headlines("<nav><h1>Quay to close</h1></nav><h1 hidden>Quay to close</h1>", "Quay to close") == []
