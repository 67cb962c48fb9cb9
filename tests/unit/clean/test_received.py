from dataclasses import replace

import pytest

from onrecord.clean.received import LONGEST_TEXT, receive
from support.captures import html, json_line, plain


def test_plain_text_has_no_lines_of_its_own() -> None:
    received, problems = receive(plain("Ahoy\n"))
    assert received is not None
    assert (received.text, received.lines, problems) == ("Ahoy\n", None, ())


def test_a_page_in_a_line_leads_to_the_bytes_of_the_line() -> None:
    capture = json_line(html="<p>“Ahoy”</p>")
    received, _ = receive(capture)
    assert received is not None
    assert received.lines is not None
    place = received.offsets.to_captured(received.lines[0].span)
    assert capture.payload[place.start : place.end].decode() in {"“Ahoy”", r"\u201cAhoy\u201d"}


@pytest.mark.parametrize(
    ("page", "letters"),
    [
        ("<meta charset=windows-1251><p>Ой".encode("windows-1251"), "Ой"),
        ('<meta http-equiv=content-type content="text/html; charset=koi8-r"><p>Ой'.encode("koi8-r"), "Ой"),
        ("<meta charset=utf-8><p>Ой".encode(), "Ой"),
        ("<meta charset=nonsense><p>Ой".encode(), "Ой"),
    ],
)
def test_a_page_is_decoded_as_it_says(page: bytes, letters: str) -> None:
    received, _ = receive(html(page))
    assert received is not None
    assert received.text == letters


def test_a_page_with_too_much_markup_is_read_and_said_to_be_unsorted() -> None:
    received, _ = receive(html("<p>Ahoy, the quay is closed." + "<i></i>" * 200_000))
    assert received is not None
    assert received.text == "Ahoy, the quay is closed."
    assert [problem.code for problem in received.problems] == ["clean.markup-not-sorted"]


def test_a_page_longer_than_any_report_is_not_read_and_says_so() -> None:
    for capture in (html("<p>" + "word " * 210_000), json_line(html="<p>" + "word " * 210_000)):
        received, problems = receive(capture)
        assert received is None
        assert [problem.code for problem in problems] == ["clean.page-too-long"]


@pytest.mark.parametrize(
    ("page", "letters", "codes"),
    [
        ("<meta charset=iso-8859-1><p>“Él”".encode("windows-1252"), "“Él”", []),
        ("<meta charset=iso-8859-1><p>“Él”".encode(), "“Él”", []),
        ("<p>“Él”".encode("windows-1252"), "“Él”", ["clean.guessed-encoding"]),
    ],
)
def test_an_encoding_that_a_page_states_is_no_guess(page: bytes, letters: str, codes: list[str]) -> None:
    received, _ = receive(html(page))
    assert received is not None
    assert received.text == letters
    assert [problem.code for problem in received.problems] == codes


def test_an_encoding_that_a_server_or_a_mail_states_is_believed_where_the_bytes_are_no_utf_8() -> None:
    for made in (html("<p>Ой".encode("koi8-r")), plain("Ой, всё".encode("koi8-r"))):
        received, _ = receive(replace(made, declared={"charset": "KOI8-R"}))
        assert received is not None
        assert received.text.startswith("Ой")
    received, _ = receive(replace(plain("Smør"), declared={"charset": "koi8-r"}))
    assert received is not None
    assert received.text == "Smør"


def test_a_text_longer_than_any_report_is_not_read_and_says_so() -> None:
    for capture in (plain("é" * (LONGEST_TEXT + 1)), json_line(text="é" * (LONGEST_TEXT + 1))):
        received, (problem,) = receive(capture)
        assert received is None
        assert (problem.code, problem.path) == ("clean.text-too-long", capture.locator)
        assert f"{LONGEST_TEXT + 1} characters" in problem.message
    for capture in (plain("é" * LONGEST_TEXT), json_line(text="é" * LONGEST_TEXT)):
        assert receive(capture)[0] is not None
