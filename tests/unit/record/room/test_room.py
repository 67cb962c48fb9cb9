from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from onrecord.errors import RecordError
from onrecord.model.attribution import Level, Manner
from onrecord.model.listing import Asked, Order
from onrecord.record import open_record, write
from support.contents import ferry_contents
from support.made import made_contents, plain
from support.records import tampered, written

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.record import Record

LISTS = (
    "statements",
    "speakers",
    "events",
    "stories",
    "reports",
    "outlets",
    "problems",
    "divergences",
    "lineages",
)


def ask(record: Record, name: str, asked: Asked) -> Any:
    return getattr(record, f"list_{name}")(asked)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("order", Order)
def test_paging_meets_every_row_once_and_in_order(made: Record, name: str, order: Order) -> None:
    whole = [ask(made, name, Asked(first=first, most=200, order=order)).rows for first in (0, 200)]
    pages: list[Any] = []
    while len(pages) < (total := ask(made, name, Asked(most=1)).total):
        page = ask(made, name, Asked(first=len(pages), most=17, order=order))
        assert page.first == len(pages)
        pages += page.rows
    assert pages[:400] == [row for rows in whole for row in rows]
    assert len({repr(row) for row in pages}) == len(pages) == total


@pytest.mark.parametrize("name", LISTS)
def test_a_page_beyond_the_last_row_is_empty(made: Record, name: str) -> None:
    page = ask(made, name, Asked(first=10**6))
    assert page.rows == ()
    assert page.total == ask(made, name, Asked(most=1)).total


@pytest.mark.parametrize("name", LISTS)
def test_an_event_that_is_not_there_is_told_so(made: Record, name: str) -> None:
    with pytest.raises(RecordError, match="no event"):
        ask(made, name, Asked(event="e" + "0" * 20))
    with pytest.raises(RecordError, match="another kind of id"):
        ask(made, name, Asked(story=made_contents().linked.events[0].id))


@pytest.mark.parametrize(
    "filters",
    [
        {"speaker": "ba"},
        {"outlet": "courier", "manner": Manner.DIRECT},
        {"manner": Manner.INDIRECT},
        {"since": date(2014, 1, 1), "until": date(2016, 1, 1)},
    ],
)
def test_a_list_holds_what_the_question_of_old_finds(made: Record, filters: dict[str, Any]) -> None:
    found = {one.id for one in made.statements(**filters)}
    listed = made.list_statements(Asked(**filters, most=200))
    assert {row.id for row in listed.rows} == found
    assert listed.total == len(found) > 0


def test_an_older_id_filters_as_todays(made: Record) -> None:
    event = next(one for one in made_contents().linked.events if len(one.report_ids) > 1)
    older = "e" + event.report_ids[-1][1:]
    assert made.list_reports(Asked(event=older)) == made.list_reports(Asked(event=event.id))


def test_what_was_answered_is_remembered_only_as_long_as_the_record_says_the_same(tmp_path: Path) -> None:
    path = written(tmp_path)
    with open_record(path) as record:
        last = record.list_statements(Asked()).rows[-1].id
        tampered(path, f"UPDATE statements SET lineages = 99 WHERE id = '{last}'")  # noqa: S608
        assert record.list_statements(Asked()).rows[-1].id == last
        tampered(path, "UPDATE made_with SET value = 'another' WHERE part = 'seal' AND name = 'sha256'")
        assert record.list_statements(Asked()).rows[0].id == last


def test_a_record_without_a_seal_is_asked_anew(tmp_path: Path) -> None:
    path = tampered(written(tmp_path), "DELETE FROM made_with WHERE part = 'seal'")
    with open_record(path) as record:
        assert record.content_version() == ""
        assert record.list_statements(Asked()).total == len(record.statements())


def test_the_version_is_another_for_other_contents(made: Record, tmp_path: Path) -> None:
    with open_record(written(tmp_path)) as ferry:
        assert len(made.content_version()) == len(ferry.content_version()) == 64
        assert made.content_version() != ferry.content_version()


def test_a_surer_level_lists_no_more(made: Record) -> None:
    totals = [made.list_statements(Asked(level=level)).total for level in Level]
    assert totals == sorted(totals)
    assert totals[-1] == len(plain().statements)


def test_one_value_is_found_by_its_id_and_by_no_other_kinds(made: Record) -> None:
    linked = made_contents().linked
    assert made.value("s", linked.statements[0].id) == linked.statements[0]
    assert made.value("d", linked.divergences[0].id) == linked.divergences[0]
    with pytest.raises(RecordError, match="another kind"):
        made.value("s", linked.events[0].id)
    with pytest.raises(RecordError, match="nothing in this record"):
        made.value("d", "d" + "0" * 20)


def test_answers_stand_when_a_record_is_built_anew_over_itself(tmp_path: Path) -> None:
    place = tampered(written(tmp_path), "UPDATE attributions SET place = place + 100")
    with open_record(place) as record:
        before = record.list_statements(Asked()).rows
        write(place, ferry_contents())
        assert record.list_statements(Asked()).rows == before
