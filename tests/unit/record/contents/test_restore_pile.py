from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.model.fact import Fact
from onrecord.record.contents.restore_pile import (
    restore_contents,
    restore_made_with,
    restore_problems,
    restore_report_dates,
)
from support.contents import ferry_contents
from support.records import connected, written

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from support.stores import Places

CONTENTS = ferry_contents()
FACTS = (
    Fact(
        id="f1",
        subject="Ana Velik",
        relation="mayor",
        object="Harwell",
        first=date(2014, 10, 1),
        last=None,
        source="the town's annals",
    ),
)


def test_a_whole_record_comes_back(ferry: Connection) -> None:
    assert restore_contents(ferry) == CONTENTS


def test_what_it_was_made_with_comes_back(ferry: Connection) -> None:
    assert restore_made_with(ferry) == CONTENTS.made_with


def test_days_of_publication_come_back_by_report(ferry: Connection) -> None:
    assert restore_report_dates(ferry) == CONTENTS.linked.report_dates


@pytest.mark.parametrize(("found_in", "codes"), [("pile", ["ingest.empty"]), ("link", ["link.no-day"])])
def test_problems_come_back_to_the_part_that_kept_them(
    found_in: str, codes: list[str], ferry: Connection
) -> None:
    assert [problem.code for problem in restore_problems(ferry, found_in)] == codes


def test_facts_come_back_as_they_were(places: Places) -> None:
    contents = replace(CONTENTS, made_with=replace(CONTENTS.made_with, facts=FACTS))
    for connection in connected(written(places, contents)):
        assert restore_made_with(connection).facts == FACTS
