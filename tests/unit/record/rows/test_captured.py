from __future__ import annotations

import json

import pytest

from onrecord.model.report import Capture
from onrecord.model.span import Span
from onrecord.record.rows.captured import is_said


def capture(payload: bytes, media_type: str = "text/plain") -> Capture:
    return Capture(id="r0", payload=payload, media_type=media_type, locator="a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "windows-1252"])
def test_characters_are_read_back_in_the_encoding_of_the_report(encoding: str) -> None:
    payload = "Smør “på” øya".encode(encoding.removesuffix("-sig"))

    assert is_said(capture(payload), Span(0, len(payload)), encoding, "Smør “på” øya")


def test_damaged_bytes_and_halves_are_replacement_characters() -> None:
    assert is_said(capture(b"a\xff\xfeb"), Span(0, 4), "utf-8", "a\ufffd\ufffdb")
    assert is_said(capture(b"a\x00\x3d\xd8b\x00"), Span(0, 6), "utf-16-le", "a\ufffdb")
    assert is_said(capture(b"a\x00b"), Span(0, 3), "utf-16-le", "a\ufffd")


def test_every_byte_is_a_letter_in_windows_1252() -> None:
    assert is_said(capture(b"\x80\x81"), Span(0, 2), "windows-1252", "€\x81")


def test_a_json_line_is_read_without_its_escapes() -> None:
    words = '“Ahoy”\n"\U0001f6a2" \\'
    line = json.dumps({"text": words}).encode()

    assert is_said(capture(line, "application/json"), Span(10, len(line) - 2), "utf-8", words)


def test_of_what_this_module_cannot_read_nothing_is_held_against() -> None:
    assert is_said(capture(b"\\u20", "application/json"), Span(0, 4), "utf-8", "Ahoy")
    assert is_said(capture(b"<p>"), Span(0, 3), "big5", "Ahoy")
    assert is_said(capture(b"<p>", "text/calendar"), Span(0, 3), "utf-8", "Ahoy")


def test_other_words_are_not_said() -> None:
    assert not is_said(capture(b"Ahoy"), Span(0, 4), "utf-8", "Ahoi")
    assert not is_said(capture(b"<p>Ahoy</p>", "text/html"), Span(3, 7), "utf-8", "Ahoi")
    assert not is_said(capture(b"<p>Ahoy <b>you</b></p>", "text/html"), Span(3, 14), "utf-8", "you Ahoy")


def test_a_page_is_read_without_its_markup() -> None:
    page = b"<p>Smith &amp; Sons\n   <b>said</b> \x93no\x94</p>"
    assert is_said(
        capture(page, "text/html"), Span(3, len(page) - 4), "windows-1252", "Smith & Sons said “no”"
    )
    line = json.dumps({"html": "<p>Ahoy &amp; <i>out</i></p>"}).encode()
    place = line.index(b"Ahoy")
    assert is_said(capture(line, "application/json"), Span(place, place + 18), "utf-8", "Ahoy & out")


def test_a_json_line_without_escapes_is_its_own_letters() -> None:
    line = '{"text": "Ahoy — på øya"}'.encode()

    assert is_said(capture(line, "application/json"), Span(10, len(line) - 2), "utf-8", "Ahoy — på øya")
