import pytest

from bench.linking import make_pile
from onrecord.link.events.grouping import EventGroups, add_reports
from onrecord.link.events.outline import outline
from onrecord.link.keeping.groups import decode_groups, decode_outline, encode_groups, encode_outline
from support.piles import reading_of

OUTLINES = {found.report_id: found for found in map(outline, make_pile(30, seed=2))}


def test_an_outline_comes_back_from_its_bytes() -> None:
    for found in (
        *OUTLINES.values(),
        outline(reading_of("", [""])),
        outline(reading_of("Café 1,200 — 東京", ["è ‽"])),
    ):
        again = decode_outline(encode_outline(found))
        assert again == found
        assert list(again.terms) == list(found.terms)


def test_grouped_reports_come_back_and_grow_as_if_they_had_stayed() -> None:
    some = {key: OUTLINES[key] for key in sorted(OUTLINES)[:20]}
    grouped = add_reports(EventGroups(), some)
    again = decode_groups(encode_groups(grouped), {key: encode_outline(found) for key, found in some.items()})
    assert again == grouped
    assert add_reports(again, OUTLINES) == add_reports(EventGroups(), OUTLINES)


def test_nothing_grouped_comes_back_as_nothing() -> None:
    assert decode_groups(encode_groups(EventGroups()), {}) == EventGroups()


def test_an_outline_of_no_grouped_report_is_refused() -> None:
    grouped = add_reports(EventGroups(), {key: OUTLINES[key] for key in sorted(OUTLINES)[:2]})
    with pytest.raises(ValueError, match="no grouped report"):
        decode_groups(encode_groups(grouped), {key: encode_outline(found) for key, found in OUTLINES.items()})
