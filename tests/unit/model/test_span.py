import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.span import Edit, OffsetMap, Run, Span, apply_edits, cover, map_widths


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (3, 2)])
def test_a_span_refuses_bounds_that_are_no_range(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="not a span"):
        Span(start, end)


def test_a_span_gives_exact_characters() -> None:
    assert Span(4, 8).of("The ferry") == "ferr"
    assert len(Span(4, 8)) == 4
    assert list(Span(4, 8)) == [4, 8]
    assert Span(0, 0)


def test_a_span_knows_what_it_holds_and_touches() -> None:
    assert Span(2, 3) in Span(1, 4)
    assert Span(0, 3) not in Span(1, 4)
    assert 1 in Span(1, 4)
    assert 4 not in Span(1, 4)
    assert Span(1, 4).overlaps(Span(3, 9))
    assert not Span(1, 4).overlaps(Span(4, 9))


def test_trimming_drops_outer_white_space_only() -> None:
    assert Span(0, 9).trimmed("  a  b  \n") == Span(2, 6)
    assert Span(0, 3).trimmed("   ") == Span(3, 3)
    assert Span(1, 2).shifted(3) == Span(4, 5)


def test_cover_spans_all() -> None:
    assert cover([Span(5, 6), Span(1, 2)]) == Span(1, 6)


def test_overlapping_edits_are_refused() -> None:
    edits = (Edit(span=Span(0, 2), put="x", rule="a"), Edit(span=Span(1, 3), put="", rule="b"))
    with pytest.raises(ValueError, match="edit b at 1"):
        apply_edits("abcdef", edits)


def test_edits_apply_in_order() -> None:
    edits = (Edit(span=Span(0, 1), put="", rule="a"), Edit(span=Span(3, 3), put="-", rule="b"))
    assert apply_edits("abcdef", edits) == "bc-def"


@given(st.text(), st.integers(0, 9))
def test_characters_map_to_the_bytes_they_came_from(text: str, offset: int) -> None:
    text = text.encode("utf-8", "replace").decode("utf-8")
    payload = b"\0" * offset + text.encode()
    offsets = map_widths([len(character.encode()) for character in text], offset=offset)
    for start in range(len(text) + 1):
        for end in range(start, min(len(text), start + 5) + 1):
            found = offsets.to_captured(Span(start, end))
            assert payload[found.start : found.end].decode() == text[start:end]


def test_an_empty_text_maps_to_its_start() -> None:
    assert map_widths([], offset=3) == OffsetMap((Run(0, 3, 0),))
    assert map_widths([], offset=3).to_captured(Span(0, 0)) == Span(3, 3)
