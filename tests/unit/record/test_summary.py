from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.model.attribution import Level, Manner
from onrecord.model.contents import Contents
from onrecord.model.moment import Evidence
from onrecord.model.report import Outlet
from onrecord.model.span import Span
from onrecord.model.statement import Linked
from onrecord.record.summary import count_all
from support.contents import ferry_contents
from support.records import connected, written

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from support.stores import Places

CONTENTS = ferry_contents()
LINEAGE = CONTENTS.linked.lineages[0]
REPORTS = tuple(reading.report.id for reading in CONTENTS.readings)


def test_everything_is_counted(ferry: Connection) -> None:
    summary = count_all(ferry, CONTENTS.linked.lineages)

    assert (summary.reports, summary.events, summary.dated_events, summary.stories) == (3, 1, 1, 1)
    assert (summary.speakers, summary.attributions, summary.statements) == (1, 8, 5)
    assert (summary.corroborated, summary.divergences, summary.problems) == (1, 1, 3)
    assert (summary.by_manner[Manner.DIRECT], summary.by_manner[Manner.CARRIED]) == (3, 0)
    assert summary.by_level == {Level.CERTAIN: 6, Level.LIKELY: 1, Level.POSSIBLE: 1}
    assert summary.unknown_share == pytest.approx(1 / 8)


def test_a_copy_is_no_report_of_its_own(ferry: Connection) -> None:
    summary = count_all(ferry, CONTENTS.linked.lineages)

    assert (summary.copies, summary.reprints, summary.independent) == (1, 1, 2)


def test_a_silent_copy_is_no_reprint_though_another_of_its_lineage_is(ferry: Connection) -> None:
    summary = count_all(ferry, (replace(LINEAGE, credit=None, origin=None),))

    assert (summary.copies, summary.reprints, summary.independent) == (1, 0, 2)


def test_a_reprint_of_what_is_not_in_the_pile_still_counts_once(ferry: Connection) -> None:
    elsewhere = replace(LINEAGE, report_ids=REPORTS[:1], origin=None)

    summary = count_all(ferry, (elsewhere,))

    assert (summary.copies, summary.reprints, summary.independent) == (1, 1, 3)


def test_lineages_that_share_a_report_are_one_group(ferry: Connection) -> None:
    chain = tuple(
        replace(LINEAGE, report_ids=REPORTS[start : start + 2], origin=REPORTS[start]) for start in (0, 1)
    )

    summary = count_all(ferry, chain)

    assert (summary.copies, summary.independent) == (2, 1)


def test_an_empty_record_has_no_shares_to_divide(places: Places) -> None:
    empty = Contents(made_with=CONTENTS.made_with, captures=(), readings=(), linked=Linked())
    for connection in connected(written(places, empty)):
        assert count_all(connection, ()).unknown_share == 0.0


def test_the_tag_of_its_own_outlet_makes_no_reprint(places: Places) -> None:
    readings = tuple(
        replace(reading, report=replace(reading.report, outlet=Outlet(id="o1", name="The Orrin Courier")))
        if reading.report.credits
        else reading
        for reading in CONTENTS.readings
    )
    for connection in connected(written(places, replace(CONTENTS, readings=readings))):
        summary = count_all(connection, CONTENTS.linked.lineages)
        assert (summary.related, summary.lineages, summary.reprints) == (2, 1, 0)


def test_a_house_below_a_text_that_is_no_listed_credit_makes_a_reprint_of_another_outlet_s_copy(
    places: Places,
) -> None:
    copy = next(one for one in LINEAGE.report_ids if one != LINEAGE.origin)
    below = replace(LINEAGE, credit="Baltia Press", evidence=(Evidence(report_id=copy, span=Span(0, 12)),))
    for name, reprints in (("Tarnholm Mail", 1), ("The Baltia Press", 0)):
        readings = tuple(
            replace(reading, report=replace(reading.report, credits=(), outlet=Outlet(id="o1", name=name)))
            for reading in CONTENTS.readings
        )
        for connection in connected(written(places, replace(CONTENTS, readings=readings))):
            assert count_all(connection, (below,)).reprints == reprints
