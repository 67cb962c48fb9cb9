from dataclasses import replace

from onrecord.publish.page.outlets import Copying, copyings
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.stemma import LABEL, ROW, stemma
from onrecord.publish.page.wording import UNKNOWN_OUTLET, short_title_words
from support.contents import ferry_contents


def copying(source: str, copy: str, *, directed: bool = True) -> Copying:
    (row,) = copyings(pile_of(ferry_contents()))
    report = row.copy
    return replace(
        row,
        copy=replace(report, id=copy),
        copy_outlet=copy,
        source=replace(report, id=source),
        source_outlet=source,
        directed=directed,
    )


def test_a_copy_stands_below_and_to_the_right_of_its_origin() -> None:
    drawn = stemma([copying("a", "b"), copying("b", "c")])
    assert drawn is not None
    tops = [node.top for node in drawn.nodes]

    assert [node.label[0] for node in drawn.nodes] == ["a", "b", "c"]
    assert tops == sorted(tops)
    assert drawn.nodes[0].left < drawn.nodes[1].left < drawn.nodes[2].left
    assert drawn.height == 3 * ROW


def test_a_copy_of_two_origins_stands_under_each() -> None:
    drawn = stemma([copying("a", "c"), copying("b", "c"), copying("c", "d")])
    assert drawn is not None

    assert [node.label[0] for node in drawn.nodes] == ["a", "c", "d", "b", "c"]
    assert len(drawn.lines) == 3


def test_reports_that_copy_each_other_in_a_ring_are_all_drawn() -> None:
    drawn = stemma([copying("a", "b"), copying("b", "a")])
    assert drawn is not None

    assert {node.label[0] for node in drawn.nodes} == {"a", "b"}


def test_an_unknown_direction_and_an_outside_origin_look_different() -> None:
    drawn = stemma([copying("a", "b", directed=False)])
    outside = stemma([replace(copying("a", "b"), source=None, source_number=None, source_outlet="W" * 99)])
    assert drawn is not None
    assert outside is not None

    assert not drawn.lines[0].directed
    assert not outside.nodes[0].inside
    assert len(outside.nodes[0].label) == LABEL


def test_nothing_is_drawn_where_nobody_copied() -> None:
    assert stemma([]) is None


def test_a_report_of_no_named_outlet_goes_by_its_title_where_there_are_no_numbers() -> None:
    row = replace(copying("a", "b"), source_outlet=UNKNOWN_OUTLET)
    assert row.source is not None
    bare, numbered = stemma([row], numbered=False), stemma([row])
    assert bare is not None
    assert numbered is not None
    assert bare.nodes[0].label[:20] == short_title_words(row.source)[:20]
    assert numbered.nodes[0].label.startswith(UNKNOWN_OUTLET)
