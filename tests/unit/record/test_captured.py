from __future__ import annotations

import json

import pytest

from onrecord.model.report import Capture
from onrecord.model.span import Span
from onrecord.record.captured import read_captured


def capture(payload: bytes, media_type: str = "text/plain") -> Capture:
    return Capture(id="r0", payload=payload, media_type=media_type, locator="a.txt")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "windows-1252"])
def test_characters_are_read_back_in_the_encoding_of_the_report(encoding: str) -> None:
    payload = "Smør “på” øya".encode(encoding.removesuffix("-sig"))

    assert read_captured(capture(payload), Span(0, len(payload)), encoding) == "Smør “på” øya"


def test_damaged_bytes_and_halves_are_replacement_characters() -> None:
    assert read_captured(capture(b"a\xff\xfeb"), Span(0, 4), "utf-8") == "a\ufffd\ufffdb"
    assert read_captured(capture(b"a\x00\x3d\xd8b\x00"), Span(0, 6), "utf-16-le") == "a\ufffdb"
    assert read_captured(capture(b"a\x00b"), Span(0, 3), "utf-16-le") == "a\ufffd"


def test_every_byte_is_a_letter_in_windows_1252() -> None:
    assert read_captured(capture(b"\x80\x81"), Span(0, 2), "windows-1252") == "€\x81"


def test_a_json_line_is_read_without_its_escapes() -> None:
    words = '“Ahoy”\n"\U0001f6a2" \\'
    line = json.dumps({"text": words}).encode()

    assert read_captured(capture(line, "application/json"), Span(10, len(line) - 2), "utf-8") == words


def test_half_an_escape_says_nothing() -> None:
    assert read_captured(capture(b"\\u20", "application/json"), Span(0, 4), "utf-8") is None


def test_what_this_module_cannot_read_says_nothing() -> None:
    assert read_captured(capture(b"<p>"), Span(0, 3), "koi8-r") is None
    assert read_captured(capture(b"<p>", "text/html"), Span(0, 3), "utf-8") is None


def test_a_json_line_without_escapes_is_its_own_letters() -> None:
    line = '{"text": "Ahoy — på øya"}'.encode()

    assert (
        read_captured(capture(line, "application/json"), Span(10, len(line) - 2), "utf-8") == "Ahoy — på øya"
    )
