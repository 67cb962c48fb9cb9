from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked, Order
from support.made import made_contents, plain

if TYPE_CHECKING:
    from onrecord.record import Record


def test_reports_are_counted_as_by_hand(made: Record) -> None:
    readings = {one.report.id: one for one in made_contents().readings}
    listed = made.list_reports(Asked(most=200))
    assert listed.total == len(readings)
    for row in listed.rows:
        reading = readings[row.id]
        carried = {
            one.id
            for one in plain().statements.values()
            if any(member.report_id == row.id for member in plain().members(one))
        }
        assert (row.title, row.language, row.url) == (
            reading.report.title,
            reading.report.language,
            reading.report.url,
        )
        assert row.outlet == (None if reading.report.outlet is None else row.outlet)
        assert (row.attributions, row.problems) == (len(reading.attributions), len(reading.problems))
        assert row.statements == len(carried)
        assert row.published == made_contents().linked.report_dates.get(row.id)


def test_copies_name_what_they_copy(made: Record) -> None:
    lineage = made_contents().linked.lineages[0]
    (copy,) = set(lineage.report_ids) - {lineage.origin}
    row = next(one for one in made.list_reports(Asked(most=200)).rows if one.id == copy)
    assert lineage.origin in row.copy_of
    assert lineage.id in row.lineages


def test_words_find_reports_and_filters_hold(made: Record) -> None:
    row = made.list_reports(Asked(words="number", outlet="courier", order=Order.TIME, most=200))
    expected = {
        one.report.id
        for one in made_contents().readings
        if one.report.outlet and "Courier" in one.report.outlet.name
    }
    assert {one.id for one in row.rows} == expected


def test_a_report_is_listed_for_whom_it_credits(made: Record) -> None:
    speaker = next(one for one in plain().statements.values() if one.speaker_ids).speaker_ids[0]
    expected = {
        plain().attributions[one].report_id
        for one, speakers in plain().speakers_of.items()
        if speaker in speakers
    }
    assert {row.id for row in made.list_reports(Asked(speaker=speaker, most=200)).rows} == expected
