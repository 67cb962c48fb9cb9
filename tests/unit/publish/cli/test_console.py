import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.publish.cli.console import console, plain, write_bytes, write_json


@given(st.text())
def test_printed_text_is_one_line_that_steers_nothing(text: str) -> None:
    printed = plain(text)

    assert not any(ord(letter) < 32 or 127 <= ord(letter) < 160 for letter in printed)
    assert not set(printed) & {"\u202e", "\u2066", "\u200f", "\u2028", "\x1b"}
    printed.encode("utf-8")


def test_honest_text_is_printed_as_it_is() -> None:
    assert plain("“Naïve” — привет, 你好") == "“Naïve” — привет, 你好"


def test_json_is_written_in_utf_8_whatever_it_holds(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write_json({"a": "\ud800é"})

    assert json.loads(capsysbinary.readouterr().out) == {"a": "\ud800é"}


def test_bytes_are_written_as_they_are(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    write_bytes(b"\xff\x00")

    assert capsysbinary.readouterr().out == b"\xff\x00"


def test_no_colour_is_used_where_none_is_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")

    assert console().no_color
