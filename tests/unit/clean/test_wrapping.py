import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.lines import find_lines
from onrecord.clean.wrapping import find_paragraphs, find_width
from onrecord.clean.zones import find_blocks, read_layout
from onrecord.model.report import Zone

PARAGRAPHS = (
    "The council of Harwell voted on Tuesday to close the Old Quay to cargo within three years, whatever becomes of it.",
    '"We tested the water in every well of the town twice and found nothing," Lou Hart said. "It is safe to drink."',
    "Mayor Rob Hale said that Ana Velik and the Harbour Board of Port Carrow had not been asked before the vote.",
)


def wrapped(width: int, *, between: str = "\n\n") -> str:
    return between.join(textwrap.fill(paragraph, width) for paragraph in PARAGRAPHS)


def texts(text: str) -> list[str]:
    return [line.text for line in find_paragraphs(text)]


@pytest.mark.parametrize("width", range(45, 101, 5))
def test_a_wrapped_text_has_the_paragraphs_it_had_before_it_was_wrapped(width: int) -> None:
    assert texts(wrapped(width)) == list(PARAGRAPHS)


def test_line_ends_of_other_systems_tear_alike() -> None:
    found = find_paragraphs(wrapped(65).replace("\n", "\r\n"))
    assert [" ".join(line.words) for line in found] == list(PARAGRAPHS)


def test_one_torn_quotation_is_enough() -> None:
    assert texts('"We tested the water twice and\nfound nothing," Lou Hart said.') == [
        '"We tested the water twice and found nothing," Lou Hart said.'
    ]
    assert len(texts("“We tested the water twice and\nfound nothing,” Lou Hart said.\nNobody was told.")) == 2


def test_lines_of_uneven_length_that_break_sentences_are_one_paragraph() -> None:
    text = (
        "The council of Harwell voted on Tuesday to close the Old\nQuay to cargo within three years, said\nAna Velik of"
        " the board, who had not been asked\nbefore the vote."
    )
    assert texts(text) == [text.replace("\n", " ")]


@pytest.mark.parametrize(
    "text",
    [
        "Category\nWorld\nPublication date\n12 March 2024\nThe quay is closed.\nNobody was told.",
        "Old Quay to close\nBy Ana Velik\nThe council voted on Tuesday to close the Old Quay to cargo for good.",
        "The mayor asked three things of the board:\nthat it meet,\nthat it vote,\nthat it pay.",
        "\n".join(PARAGRAPHS),
        "\n".join(PARAGRAPHS * 3) + "\nsigned\nana velik",
    ],
)
def test_where_every_line_is_a_paragraph_nothing_is_joined(text: str) -> None:
    assert texts(text) == text.split("\n")


def test_a_list_in_a_wrapped_text_stays_a_list() -> None:
    listed = "- the quay\n- the cranes"
    assert texts(f"{wrapped(60)}\n\n{listed}")[-2:] == ["- the quay", "- the cranes"]


def test_zones_of_a_wrapped_text_are_those_of_the_unwrapped_one() -> None:
    head = "Old Quay of Harwell to close for good after the long dispute\nover its cost\nBy Ana Velik\nTuesday 12 March 2024\n\nHARWELL, March 12 (CPA) -- "
    text = head + wrapped(62) + "\n\nShare this\n"
    blocks = find_blocks(read_layout(text), text)
    assert [block.zone for block in blocks] == [
        Zone.HEADLINE,
        Zone.BYLINE,
        Zone.DATELINE,
        Zone.DATELINE,
        *[Zone.BODY] * 3,
        Zone.FURNITURE,
    ]
    spoken = blocks[5].span.of(text)
    assert "\n" in spoken
    assert spoken.split() == PARAGRAPHS[1].split()


@given(st.lists(st.text(alphabet='ab A.":\u2028', max_size=60), max_size=12))
def test_any_lines_are_judged(lines: list[str]) -> None:
    width = find_width(find_lines("\n".join(lines)))
    assert width is None or 40 <= width <= 100


def test_the_wide_lines_of_a_document_s_pages_are_one_paragraph_too() -> None:
    text = (
        "The harbour has no intention of closing the ferry. When I went to Port Carrow last week, the board there did not\n"
        "ask for a new quay; they asked for more boats. And the longer the winter lasts, the more difficult it is going to\n"
        "be for all of us, Ana Velik said.\n"
        "The board told the crews on Monday that the pier would be shut for as long as the works on the breakwater take, and\n"
        "that nobody had asked for them to be put off."
    )
    paragraphs = [" ".join(line.text.split()) for line in find_paragraphs(text)]
    assert [one.partition(" ")[0] for one in paragraphs] == ["The", "The"]
    assert "the board there did not ask for a new quay" in paragraphs[0]
