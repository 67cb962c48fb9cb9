import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.text.encodings import find_encoding, find_mark


@pytest.mark.parametrize(
    ("payload", "encoding"),
    [
        (b"", "utf-8"),
        (b"Ahoy", "utf-8"),
        (b"\xef\xbb\xbfAhoy", "utf-8-sig"),
        (b"\xff\xfeA\x00", "utf-16-le"),
        (b"\xfe\xff\x00A", "utf-16-be"),
        (b"A\x00h\x00o\x00y\x00", "utf-16-le"),
        (b"\x00A\x00h\x00o\x00y", "utf-16-be"),
        (b"caf\xe9", "windows-1252"),
        ("“Tide’s out”".encode() + b"\xe2", "utf-8"),
    ],
)
def test_bytes_tell_their_encoding(payload: bytes, encoding: str) -> None:
    assert find_encoding(payload) == encoding


def test_a_mark_is_found_or_not() -> None:
    assert find_mark(b"\xff\xfeA\x00") == b"\xff\xfe"
    assert find_mark(b"Ahoy") == b""


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=40))
def test_what_was_written_in_utf_8_is_read_as_utf_8(text: str) -> None:
    assert find_encoding(text.encode()) in {"utf-8", "utf-8-sig"}
