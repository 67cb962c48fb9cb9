from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.pages import read_page
from onrecord.model.span import Span


def test_lines_stand_apart_as_their_elements_do() -> None:
    source = "<p>One<br>two</p><table><tr><td>a<td>b</table>"
    page = read_page(source, b"\x01" * len(source))
    assert page.text == "One\ntwo\ta\tb"
    assert [line.span.of(page.text) for line in page.lines] == ["One", "two", "a", "b"]


def test_a_printed_headline_says_more_than_the_page_s_own_name() -> None:
    source = "<title>Transcript, 6 May - Inquiry</title><h1>Transcript of the hearing</h1><p>We begin, the chair said, and we end at four.</p>"
    assert read_page(source, b"\x01" * len(source)).given.title is None
    stated = source.replace("<title>", "<meta property=og:title content='Hearing of 6 May'><title>")
    assert read_page(stated, b"\x01" * len(stated)).given.title == "Hearing of 6 May"


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "&amp;", "é", "“No”", " ", "\n", "word", "<br>", "\ud800"])
    )
)
def test_every_line_leads_to_bytes_that_say_it(parts: list[str]) -> None:
    source = "".join(parts)
    written = [letter.encode("utf-8", "surrogatepass") for letter in source]
    page = read_page(source, bytes(map(len, written)))
    payload = b"".join(written)
    for line in page.lines:
        for place, letter in enumerate(line.text, line.span.start):
            taken = page.offsets.to_captured(Span(place, place + 1))
            said = payload[taken.start : taken.end].decode("utf-8", "surrogatepass")
            assert said in {letter, "&amp;", "\ud800"} or not letter.strip()
