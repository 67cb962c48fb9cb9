from dataclasses import replace

from onrecord.model.contents import Contents
from onrecord.model.span import Span
from onrecord.publish.page.outlets import copyings, outlet_entries, share_of
from onrecord.publish.page.pile import pile_of
from support.contents import ferry_contents


def with_lineage(**members: object) -> Contents:
    contents = ferry_contents()
    lineage = replace(contents.linked.lineages[0], **members)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    return replace(contents, linked=replace(contents.linked, lineages=(lineage,)))


def test_who_copied_whom_is_told_with_share_and_evidence() -> None:
    (row,) = copyings(pile_of(ferry_contents()))

    assert (row.source_outlet, row.copy_outlet, row.directed) == (
        "The Orrin Courier",
        "Lundholm Gazette",
        True,
    )
    assert 40 < row.share < 60
    assert [one.exact for one in row.evidence] == ["Originally published by The Orrin Courier"]
    assert row.passages[0][0] is not None


def test_an_origin_outside_the_pile_is_said_not_to_be_found() -> None:
    row, pair = sorted(copyings(pile_of(with_lineage(origin=None))), key=lambda row: row.source is not None)

    assert row.source_outlet == "The Orrin Courier (not found in this pile)"
    assert row.directed
    assert not pair.directed
    assert pair.evidence == ()


def test_a_group_without_passages_still_has_its_row() -> None:
    (row,) = copyings(pile_of(with_lineage(passages=())))

    assert (row.share, row.passages) == (0, ())


def test_a_group_with_neither_origin_nor_passages_says_only_that() -> None:
    rows = copyings(pile_of(with_lineage(passages=(), origin=None, credit=None, evidence=())))

    assert {row.source_outlet for row in rows} == {"origin not found in this pile"}


def test_overlapping_passages_are_not_counted_twice() -> None:
    report = ferry_contents().readings[0].report
    half = len(report.text) // 2

    assert share_of(report, [Span(0, half), Span(0, half), Span(2, half)]) in {49, 50}
    assert share_of(replace(report, text=""), []) == 0


def test_outlets_stand_by_name_and_unnamed_ones_last() -> None:
    contents = ferry_contents()
    first = contents.readings[0]
    unnamed = replace(first, report=replace(first.report, outlet=None))
    entries = outlet_entries(pile_of(replace(contents, readings=(unnamed, *contents.readings[1:]))))

    assert entries[-1].name == "outlet not named"
    assert sum(len(one.published) for one in entries) == 3
