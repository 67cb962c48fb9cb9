from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.attribution import Manner
from onrecord.record import Record, open_record
from support.contents import ferry_contents
from support.records import tampered, written
from support.stores import KINDS, Places, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

CONTENTS = ferry_contents()
LINKED = CONTENTS.linked
FARES = next(statement for statement in LINKED.statements if len(statement.variants) > 1)


@pytest.fixture(scope="module", params=KINDS)
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    with open_record(written(places_of(request, tmp_path_factory.mktemp("record"), request.param))) as opened:
        yield opened


def test_what_was_written_comes_back_value_for_value(record: Record) -> None:
    assert record.contents() == CONTENTS


def test_shared_things_come_back_each_on_its_own(record: Record) -> None:
    assert record.events() == LINKED.events
    assert record.stories() == LINKED.stories
    assert record.lineages() == LINKED.lineages
    assert record.divergences() == LINKED.divergences
    assert record.report_dates() == LINKED.report_dates
    assert record.made_with() == CONTENTS.made_with


def test_no_filter_gives_everything(record: Record) -> None:
    assert record.statements() == LINKED.statements
    assert record.reports() == tuple(reading.report for reading in CONTENTS.readings)
    assert record.attributions() == tuple(
        attribution for reading in CONTENTS.readings for attribution in reading.attributions
    )


@pytest.mark.parametrize("name", ["velik", "A. Velik", "  ANA   velik ", "ana"])
def test_a_speaker_is_found_by_any_part_of_any_name(name: str, record: Record) -> None:
    assert len(record.statements(speaker=name)) == 4
    assert len(record.attributions(speaker=name)) == 7


def test_a_speaker_is_found_by_id(record: Record) -> None:
    velik = record.speakers()[0]

    assert record.statements(speaker=velik.id) == record.statements(speaker=velik.name)


def test_nobody_of_that_name_said_nothing(record: Record) -> None:
    assert record.statements(speaker="Tamsin") == ()
    assert record.attributions(speaker="Tamsin") == ()


def test_statements_are_found_by_the_outlet_that_carries_them(record: Record) -> None:
    assert FARES in record.statements(outlet="courier")
    assert {attribution.report_id for attribution in record.attributions(outlet="GAZETTE")} == {
        reading.report.id
        for reading in CONTENTS.readings
        if reading.report.outlet and reading.report.outlet.name == "Lundholm Gazette"
    }


def test_days_are_inclusive_and_what_has_no_day_is_within_none(record: Record) -> None:
    day = date(2021, 3, 4)

    assert len(record.statements(since=day, until=day)) == 4
    assert record.statements(since=date(2021, 3, 5)) == ()
    assert record.statements(until=date(2021, 3, 3)) == ()


def test_manner_and_other_filters_hold_together(record: Record) -> None:
    assert record.statements(manner=Manner.DIRECT) == (FARES,)
    assert record.statements(manner=Manner.DIRECT, outlet="courier", speaker="velik") == (FARES,)
    assert record.statements(manner=Manner.MIXED) == ()


def test_an_event_is_named_by_today_s_id_or_an_older_one(record: Record) -> None:
    event = LINKED.events[0]

    for report_id in event.report_ids:
        assert record.statements(event=f"e{report_id[1:]}") == LINKED.statements
        assert len(record.attributions(event=f"e{report_id[1:]}")) == 8
    with pytest.raises(RecordError, match="no event e00 in this record"):
        record.statements(event="e00")


def test_reports_are_found_by_outlet_and_day(record: Record) -> None:
    assert [report.title for report in record.reports(outlet="courier")] == ["Ferry to run again from May"]
    assert len(record.reports(since=date(2021, 1, 1))) == 2
    assert len(record.reports(until=date(2010, 3, 4))) == 1
    assert record.reports(since=date(2011, 1, 1), until=date(2020, 1, 1)) == ()


def test_a_statement_is_found_by_any_id_it_ever_had(record: Record) -> None:
    for variant in FARES.variants:
        for attribution_id in variant.attribution_ids:
            assert record.statement(f"s{attribution_id[1:]}") == FARES


@pytest.mark.parametrize("wanted", ["s00", "e00", "", "x"])
def test_what_is_no_statement_is_refused(wanted: str, record: Record) -> None:
    with pytest.raises(RecordError):
        record.statement(wanted)


def test_only_those_credited_with_words_are_speakers(record: Record) -> None:
    assert [speaker.name for speaker in record.speakers()] == ["Ana Velik"]


def test_problems_come_from_the_pile_from_reports_and_from_linking(record: Record) -> None:
    assert [problem.code for problem in record.problems()] == [
        "ingest.empty",
        "attribute.no-speaker",
        "link.no-day",
    ]


def test_words_and_numbers_are_asked_of_a_record(record: Record) -> None:
    assert record.search("fares year").statement_ids == (FARES.id,)
    assert record.summary().reports == 3


def test_a_value_this_program_does_not_write_is_told(places: Places) -> None:
    path = tampered(written(places), "UPDATE attributions SET manner = 'shouted'")

    with open_record(path) as record, pytest.raises(RecordError, match=r"'shouted'.*onrecord check"):
        record.contents()


def test_a_damaged_database_is_told_with_the_way_out(tmp_path: Path) -> None:
    path = written(tmp_path)
    content = bytearray(path.read_bytes())
    content[4096:] = b"\xff" * (len(content) - 4096)
    path.write_bytes(content)

    with open_record(path) as record, pytest.raises(RecordError, match=r"damaged .*build it again"):
        record.contents()


def test_what_is_no_record_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(RecordError):
        open_record(tmp_path / "gone.db")


def test_reading_leaves_the_file_and_its_folder_as_they_were(tmp_path: Path) -> None:
    path = written(tmp_path)
    before = path.read_bytes()

    with open_record(path) as record:
        record.contents()
        record.search("ferry")

    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]
