import json
from datetime import date
from typing import Any

import pytest

from onrecord.model.annotation import Kind
from onrecord.model.contents import Contents
from onrecord.model.found import HitList, StatementHit
from onrecord.model.listing import Listed, OutletRow
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.plain import of_plain, reader_of, to_plain, types_of
from onrecord.model.span import Run, Span, map_widths
from support.contents import ferry_contents


def through_json(kind: Any, value: object) -> Any:
    return of_plain(kind, json.loads(json.dumps(to_plain(value))))


def test_a_whole_record_comes_back_as_it_went() -> None:
    contents = ferry_contents()
    assert through_json(Contents, contents) == contents


def test_spans_and_maps_are_short_lists() -> None:
    assert to_plain(Span(3, 7)) == [3, 7]
    assert to_plain(Run(0, 1, 2)) == [0, 1, 2]
    assert to_plain(map_widths([1, 3])) == [[0, 0, 1], [1, 1, 3], [2, 4, 0]]


def test_words_days_and_sets_have_their_plain_forms() -> None:
    assert to_plain({Kind.PERSON: date(2021, 3, 4)}) == {"person": "2021-03-04"}
    assert to_plain(frozenset({"b", "a"})) == ["a", "b"]


def test_generic_rows_are_read_as_their_kind() -> None:
    row = OutletRow(id="o1", name="The Orrin Courier", reports=2, copies=1, statements=3, alone=0)
    listed = Listed(rows=(row,), total=1, first=0)
    assert of_plain(Listed[OutletRow], to_plain(listed)) == listed
    assert types_of(HitList, (StatementHit,))["rows"] == tuple[StatementHit, ...]


def test_members_that_a_kind_does_not_have_are_passed_over() -> None:
    place = Evidence(report_id="r1", span=Span(0, 2))
    moment = Moment(
        earliest=None, latest=date(2021, 3, 4), basis=Basis.STATED, why="said so", evidence=(place,)
    )
    assert of_plain(Moment, {**to_plain(moment), "links": {"self": None}}) == moment


@pytest.mark.parametrize(
    ("kind", "plain"),
    [
        (OutletRow, {"id": "o1"}),
        (OutletRow, "o1"),
        (Span, [1]),
        (Span, [5, 1]),
        (date, "2021-02-31"),
        (Kind, "dog"),
        (Moment, []),
    ],
)
def test_what_is_no_such_value_is_refused(kind: type, plain: object) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - each kind says it in its own words
        of_plain(kind, plain)


def test_a_number_is_not_taken_for_a_word() -> None:
    with pytest.raises(ValueError, match="is no str"):
        reader_of(str)(3)


def test_what_has_no_plain_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no plain form"):
        to_plain(object())
