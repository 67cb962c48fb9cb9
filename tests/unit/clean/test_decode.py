import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.clean.decode import Decoded, decode
from onrecord.model.span import Span, apply_edits

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
ENCODINGS = st.sampled_from(
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
        ("utf-32-le", codecs.BOM_UTF32_LE),
        ("utf-32-be", codecs.BOM_UTF32_BE),
    ]
)


def codes(decoded: Decoded) -> list[str]:
    return [problem.code for problem in decoded.problems]


def codec(encoding: str) -> str:
    return "utf-8" if encoding == "utf-8-sig" else encoding


@pytest.mark.parametrize(
    ("payload", "encoding", "text"),
    [
        ("Smør i Ærø".encode(), "utf-8", "Smør i Ærø"),
        (codecs.BOM_UTF8 + b"Ahoy\r\n", "utf-8-sig", "Ahoy\r\n"),
        (codecs.BOM_UTF16_LE + "Ahoy 🚢".encode("utf-16-le"), "utf-16-le", "Ahoy 🚢"),
        (codecs.BOM_UTF16_BE + "Ahoy 🚢".encode("utf-16-be"), "utf-16-be", "Ahoy 🚢"),
        (codecs.BOM_UTF32_LE + "Ahoy 🚢".encode("utf-32-le"), "utf-32-le", "Ahoy 🚢"),
        (codecs.BOM_UTF32_BE + "Ahoy 🚢".encode("utf-32-be"), "utf-32-be", "Ahoy 🚢"),
        ("Ahoy “there”".encode("utf-16-le"), "utf-16-le", "Ahoy “there”"),
        ("Ahoy “there”".encode("utf-16-be"), "utf-16-be", "Ahoy “there”"),
        (b"\x93No quay\x94 \x96 caf\xe9", "windows-1252", "“No quay” – café"),
        (b"\x81\x8d", "windows-1252", "\x81\x8d"),
        (b"", "utf-8", ""),
    ],
)
def test_the_encoding_is_found_and_the_mark_dropped(payload: bytes, encoding: str, text: str) -> None:
    decoded = decode(payload, "r0")
    assert (decoded.encoding, decoded.text) == (encoding, text)


def test_only_windows_1252_is_a_guess() -> None:
    assert codes(decode(b"caf\xe9", "r0")) == ["clean.guessed-encoding"]
    assert codes(decode("café".encode(), "r0")) == []


def test_a_dropped_mark_is_an_edit() -> None:
    (edit,) = decode(codecs.BOM_UTF8 + b"Ahoy", "r0").edits
    assert (edit.span, edit.put, edit.rule) == (Span(0, 1), "", "decode.byte-order-mark")


def test_a_damaged_byte_does_not_turn_a_whole_file_into_another_encoding() -> None:
    decoded = decode("“Tide’s out,” he said – ".encode() + b"\xe2\x80", "r0")
    assert decoded.text == "“Tide’s out,” he said – \ufffd\ufffd"
    assert codes(decoded) == ["clean.damaged-bytes"]
    assert decoded.offsets.to_captured(Span(24, 26)) == Span(32, 34)


def test_half_a_pair_and_a_cut_unit_become_replacement_characters() -> None:
    decoded = decode(codecs.BOM_UTF16_LE + b"a\x00\x3d\xd8b\x00c", "r0")
    assert decoded.text == "a\ufffdb\ufffd"
    assert codes(decoded) == ["clean.lone-surrogate"]
    assert decoded.offsets.to_captured(Span(3, 4)) == Span(8, 9)


@given(TEXTS, ENCODINGS, st.data())
def test_every_span_leads_to_the_bytes_of_its_characters(
    text: str, encoding: tuple[str, bytes], data: st.DataObject
) -> None:
    name, mark = encoding
    payload = mark + text.encode(name)
    decoded = decode(payload, "r0")
    start = data.draw(st.integers(0, len(decoded.text)))
    span = Span(start, data.draw(st.integers(start, len(decoded.text))))
    taken = decoded.offsets.to_captured(span)
    if decoded.encoding != "windows-1252":
        assert payload[taken.start : taken.end].decode(codec(decoded.encoding)) == span.of(decoded.text)


@given(st.binary(), st.data())
def test_any_bytes_are_decoded_and_every_edit_is_kept(payload: bytes, data: st.DataObject) -> None:
    decoded = decode(payload, "r0")
    assert apply_edits(decoded.captured, decoded.edits) == decoded.text
    assert not any("\ud800" <= letter <= "\udfff" for letter in decoded.text)
    start = data.draw(st.integers(0, len(decoded.text)))
    span = Span(start, data.draw(st.integers(start, len(decoded.text))))
    taken = decoded.offsets.to_captured(span)
    assert 0 <= taken.start <= taken.end <= len(payload)
    assert bool(len(taken)) == bool(len(span))


@given(st.binary())
def test_untouched_characters_cover_the_whole_payload(payload: bytes) -> None:
    decoded = decode(payload, "r0")
    mark = len(payload) - sum(
        len(decoded.offsets.to_captured(Span(place, place + 1))) for place in range(len(decoded.text))
    )
    assert mark in {0, 2, 3}
    assert bool(mark) == any(not edit.put for edit in decoded.edits)


def test_what_is_no_character_of_utf_32_and_a_cut_end_are_replaced_and_told() -> None:
    decoded = decode(codecs.BOM_UTF32_LE + "Ahoy".encode("utf-32-le") + b"\xff\xff\xff\x7f" + b"!\x00", "r0")
    assert decoded.text == "Ahoy\ufffd\ufffd"
    assert codes(decoded) == ["clean.lone-surrogate"]
