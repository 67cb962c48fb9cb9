import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.ingest.limits import HEADER
from onrecord.ingest.messages import (
    decode_begun,
    decode_part,
    find_cut,
    find_parts,
    is_cut,
    parse_message,
    read_day,
    read_name,
    read_words,
)
from support.containers import EML


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("=?utf-8?q?Quay_=C3=A9?=", "Quay é"),
        ("=?utf-8?b?UXVheQ==?= closed", "Quay closed"),
        ("=?no-such?q?Quay?=", "=?no-such?q?Quay?="),
        ("=?utf-8?q?Quay_=FF?=", "=?utf-8?q?Quay_=FF?="),
        ("Quay\r\n  closed", "Quay closed"),
    ],
)
def test_a_header_is_read_as_words(header: str, words: str) -> None:
    message = parse_message(f"Subject: {header}\r\n\r\n".encode())
    assert message is not None
    assert read_words(message, "subject") == words


def test_a_header_is_kept_so_far_as_it_may_be_long() -> None:
    message = parse_message(b"Subject: " + b"x" * 9999 + b"\n\n")
    assert message is not None
    assert len(read_words(message, "subject")) <= HEADER


@pytest.mark.parametrize(
    ("date", "day"),
    [
        ("Mon, 04 Mar 2024 23:30:00 -0500", "2024-03-04"),
        ("4 Mar 2024 01:00 +1300", "2024-03-04"),
        ("Monday", "Monday"),
        ("Mon, 31 Feb 2024 10:00:00 +0000", "Mon, 31 Feb 2024 10:00:00 +0000"),
        ("Mon, 04 Mar 99999 10:00:00 +0000", "Mon, 04 Mar 99999 10:00:00 +0000"),
        ("", ""),
    ],
)
def test_the_day_is_that_of_the_sender_or_what_is_said_instead(date: str, day: str) -> None:
    message = parse_message(f"Date: {date}\r\n\r\n".encode())
    assert message is not None
    assert read_day(message) == day


def test_a_cut_is_seen_at_any_depth() -> None:
    whole, cut = parse_message(EML), parse_message(EML[:-20])
    assert whole is not None
    assert cut is not None
    assert (is_cut(whole), is_cut(cut)) == (False, True)


def test_the_part_that_is_cut_is_the_last_of_those_that_have_no_end() -> None:
    cut = parse_message(EML[:-20])
    assert cut is not None
    assert [one.get_filename() for one in find_cut(cut)] == ["note.txt"]


@pytest.mark.parametrize(
    ("coding", "body", "found"),
    [
        ("base64", "VGhlIGJvYX", b"The boa"),
        ("base64", "VGhlIGJvY", b"The bo"),
        ("base64", "VGhlIGJv\r\n", b"The bo"),
        ("base64", "!!!", b""),
        ("quoted-printable", "caf=C3", b"caf\xc3"),
        ("quoted-printable", "caf=C", b"caf"),
        ("quoted-printable", "caf=", b"caf"),
        ("8bit", "caf", b"caf"),
    ],
)
def test_a_part_that_lacks_its_end_is_decoded_as_far_as_it_came(coding: str, body: str, found: bytes) -> None:
    message = parse_message(f"Content-Transfer-Encoding: {coding}\r\n\r\n{body}".encode())
    assert message is not None
    assert decode_begun(message) == found


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_behind_any_header_are_parts(payload: bytes) -> None:
    for encoding in (b"base64", b"quoted-printable", b"x-uuencode", b"8bit", b"none"):
        message = parse_message(
            b"Content-Transfer-Encoding: "
            + encoding
            + b"\nContent-Disposition: attachment; filename*=\n\n"
            + payload
        )
        assert message is not None
        parts = find_parts(message)
        for part in (*parts.texts, *parts.pages, *parts.attached):
            assert isinstance(decode_part(part), bytes)
            assert isinstance(decode_begun(part), bytes)
            assert isinstance(read_name(part), str)


@pytest.mark.parametrize("charset", ["utf-8\0", "no-such"])
def test_a_charset_that_cannot_be_one_is_left_aside(charset: str) -> None:
    head = f'Content-Type: text/plain; charset="{charset}"\nContent-Transfer-Encoding: base64\n\n'
    mail = parse_message(head.encode() + b"UXVheQ\xff==\n")
    assert mail is not None
    assert find_cut(mail) == ()
    assert decode_part(mail).startswith(b"Q")
    assert isinstance(decode_begun(mail), bytes)
