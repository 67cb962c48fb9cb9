from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.problem import Problem
from onrecord.record import check, copy_record, open_record
from onrecord.record.contents import copying
from onrecord.record.contents.inbox import find_waiting, find_waiting_problems, take_in
from onrecord.record.stores.transactions import writing_to
from support.contents import capture_of, ferry_contents
from support.records import spoil, tampered, written
from support.stores import KINDS, Places, places_of

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(params=KINDS)
def targets(request: pytest.FixtureRequest, tmp_path: Path) -> Places:
    return places_of(request, tmp_path, request.param)


def test_a_copy_says_what_the_record_says(
    places: Places, targets: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "AT_ONCE", 2)
    source, target = written(places), targets.at("copy.db")

    assert copy_record(source, target) == 3

    with open_record(source) as one, open_record(target) as other:
        assert one.contents() == other.contents() == ferry_contents()
        assert one.search("fares year") == other.search("fares year")
    assert check(source) == check(target) == ()


def test_what_waits_in_the_inbox_comes_along(places: Places, targets: Places) -> None:
    source, target = written(places), targets.at("copy.db")
    new = capture_of("The ferry is late.\n", "late.txt")
    lost = Problem(code="ingest.empty", message="\x00 is empty", path="\ud83d.txt")
    with writing_to(source) as connection:
        list(take_in(connection, [new, lost]))

    copy_record(source, target)

    with writing_to(target) as connection:
        assert [one.capture for one in find_waiting(connection)] == [new]
        assert find_waiting_problems(connection) == (lost,)


def test_a_record_that_stands_there_is_only_replaced_by_wish(places: Places) -> None:
    source, target = written(places), written(places, name="other.db")
    tampered(target, "DELETE FROM divergences")

    with pytest.raises(RecordError, match=r"a record stands there already; .*--replace"):
        copy_record(source, target)
    assert check(target) != ()
    copy_record(source, target, replace=True)
    assert check(target) == ()


def test_what_is_damaged_is_not_copied(places: Places, targets: Places) -> None:
    source, target = written(places), written(targets, name="copy.db")
    tampered(source, "UPDATE events SET what = upper(what)")

    with pytest.raises(RecordError, match="not copied: its values are not those that were sealed"):
        copy_record(source, target, replace=True)
    assert check(target) == ()
    with pytest.raises(RecordError, match=r"names .*, not among the"):
        copy_record(tampered(source, "DELETE FROM stories"), target, replace=True)
    assert check(target) == ()


def test_nothing_is_copied_from_nowhere(places: Places) -> None:
    with pytest.raises(RecordError, match=r"no such file|no onrecord record there"):
        copy_record(places.at("gone.db"), places.at("copy.db"))


def test_a_damaged_record_is_told_as_that_and_not_as_a_place_that_refuses(tmp_path: Path) -> None:
    source, target = written(tmp_path), tmp_path / "copy.db"
    spoil(source, "reports")

    with pytest.raises(RecordError, match=r"ferry\.db: the record is damaged .*`onrecord check`"):
        copy_record(source, target)
    assert not target.exists()
