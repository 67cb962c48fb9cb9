from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.model.listing import Asked, Order
from onrecord.model.report import first_words
from onrecord.record import open_record
from onrecord.record.outline.reading import read_outline
from onrecord.record.room.beside import beside_in, find_beside
from support.contents import ferry_contents
from support.records import tampered, written

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection


def test_who_goes_on_from_statement_to_statement_meets_each_of_an_event_in_the_order_of_lists(
    tmp_path: Path,
) -> None:
    with open_record(written(tmp_path)) as record:
        event = ferry_contents().linked.events[0].id
        listed = [row.id for row in record.list_statements(Asked(event=event, order=Order.SOURCES)).rows]
        walked = [listed[0]]
        while (after := record.beside(walked[-1])[1]) is not None:
            walked.append(after)

        assert walked == listed
        assert [record.beside(one)[0] for one in listed] == [None, *listed[:-1]]


def test_an_outline_tells_the_same_neighbours(connection: Connection) -> None:
    outline = read_outline(connection)
    told = {one: beside_in(outline, one) for one in outline.statement_ids}
    assert any(found is not None for found in told.values())
    assert all(
        found is None or found == find_beside(connection, statement_id)
        for statement_id, found in told.items()
    )


def test_titles_are_of_the_reports_that_are_there(tmp_path: Path) -> None:
    report = ferry_contents().readings[0].report
    with open_record(written(tmp_path)) as record:
        assert record.titles([report.id, "r00"]) == {
            report.id: (report.outlet.name if report.outlet else None, report.title)
        }


@pytest.mark.parametrize("ids", [[], ["r" + "0" * 20]])
def test_no_report_has_no_title(tmp_path: Path, ids: list[str]) -> None:
    with open_record(written(tmp_path)) as record:
        assert record.titles(ids) == {}


def test_a_report_without_a_title_goes_by_the_first_words_of_its_text(tmp_path: Path) -> None:
    report = ferry_contents().readings[0].report
    path = written(tmp_path)
    tampered(path, "UPDATE reports SET title = NULL")
    with open_record(path) as record:
        assert record.titles([report.id])[report.id][1] == first_words(report.text)
