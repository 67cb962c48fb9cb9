from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.contents.restore import (
    problem_of,
    restore_attributions,
    restore_chains,
    restore_readings,
    restore_reports,
)
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import find_all
from support.contents import ferry_contents

if TYPE_CHECKING:
    from sqlalchemy import Connection

READINGS = ferry_contents().readings
IDS = [reading.report.id for reading in READINGS]


def test_reports_come_back_in_the_order_asked_for_and_unknown_ones_are_left_out(ferry: Connection) -> None:
    reports = restore_reports(ferry, [*reversed(IDS), "r0"])

    assert reports == tuple(reading.report for reading in reversed(READINGS))


def test_the_way_back_to_the_bytes_is_kept(ferry: Connection) -> None:
    assert [report.offsets for report in restore_reports(ferry, IDS)] == [
        reading.report.offsets for reading in READINGS
    ]


def test_readings_come_back_as_they_were(ferry: Connection) -> None:
    assert restore_readings(ferry, IDS) == READINGS
    assert restore_readings(ferry, []) == ()


def test_chains_come_back_by_report(ferry: Connection) -> None:
    assert restore_chains(ferry, IDS) == {reading.report.id: reading.chains for reading in READINGS}


def test_attributions_come_back_in_the_order_of_their_rows(ferry: Connection) -> None:
    rows = find_all(ferry, schema.attributions)

    assert restore_attributions(ferry, rows) == tuple(
        one for reading in READINGS for one in reading.attributions
    )


def test_a_problem_comes_back_with_its_place(ferry: Connection) -> None:
    problems = [problem_of(row) for row in find_all(ferry, schema.problems) if row.found_in == "report"]

    assert tuple(problems) == tuple(problem for reading in READINGS for problem in reading.problems)
