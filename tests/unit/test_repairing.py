from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import ModelError, RecordError
from onrecord.pipeline import build
from onrecord.record import check, open_record
from onrecord.record.contents.inbox import find_waiting, take_in
from onrecord.record.stores.transactions import writing_to
from onrecord.repairing import Repaired, repair
from support.cheap import cheap_reading, write_notes
from support.contents import capture_of, ferry_contents
from support.records import tampered, written
from support.stores import Places


@pytest.fixture(autouse=True)
def cheap() -> Iterator[None]:
    with cheap_reading():
        yield


def built(places: Places) -> Path | str:
    build(write_notes(places.folder / "notes", 8, seed=1), places.at("a.db"), jobs=1).close()
    return places.at("a.db")


@pytest.fixture
def record(places: Places) -> Path | str:
    return built(places)


def test_a_sound_record_is_left_as_it_is(record: Path | str) -> None:
    with open_record(record) as opened:
        before = opened.contents()

    assert repair(record) == Repaired()
    with open_record(record) as opened:
        assert opened.contents() == before


@pytest.mark.parametrize(
    "statement",
    [
        "DROP TABLE report_words",
        "UPDATE variants SET text = 'other words'",
        "DELETE FROM event_reports WHERE place = 2",
        "DELETE FROM statements",
        "UPDATE events SET what = upper(what)",
        "UPDATE citations SET exact = 'x' WHERE owner_kind = 'event'",
        "DELETE FROM made_with WHERE part = 'seal' AND name = 'sha256'",
        "DROP TABLE variant_words",
    ],
)
def test_what_is_derived_is_made_again(tmp_path: Path, statement: str) -> None:
    assert_mended(built(Places("sqlite", tmp_path)), statement)


@pytest.mark.parametrize("statement", ["DROP TABLE report_words", "DELETE FROM statements"])
def test_what_is_derived_is_made_again_in_a_database(team: Places, statement: str) -> None:
    assert_mended(built(team), statement)


def assert_mended(record: Path | str, statement: str) -> None:
    """Assert that the record is what it was when what `statement` does to it is repaired."""
    with open_record(record) as opened:
        before = opened.contents()
    tampered(record, statement)
    assert check(record)

    repaired = repair(record)

    assert repaired.found
    assert repaired.left == check(record) == ()
    assert "8 reports were linked again" in repaired.done[1]
    with open_record(record) as opened:
        assert opened.contents() == before


def test_what_waits_in_the_inbox_stays_there(record: Path | str) -> None:
    with writing_to(record) as connection:
        list(take_in(connection, [capture_of("The ferry is late.", "late.txt")]))
    repair(tampered(record, "DELETE FROM divergences", "UPDATE events SET what = upper(what)"))

    with writing_to(record) as connection:
        assert [one.paths for one in find_waiting(connection)] == [("late.txt",)]


def test_damage_of_what_came_in_is_not_papered_over(record: Path | str) -> None:
    tampered(record, "UPDATE reports SET text = text || '!'")

    with pytest.raises(RecordError, match=r"not repaired: what came in .*build the record again"):
        repair(record)


def test_other_models_than_the_records_link_nothing(places: Places) -> None:
    assert ferry_contents().made_with.models
    with pytest.raises(ModelError, match="other models"):
        repair(tampered(written(places), "UPDATE events SET what = upper(what)"))


def test_an_index_of_a_file_that_is_out_of_step_is_made_again(tmp_path: Path) -> None:
    build(write_notes(tmp_path / "notes", 3, seed=1), tmp_path / "a.db", jobs=1).close()
    record = tampered(tmp_path / "a.db", "INSERT INTO report_words(report_words) VALUES ('delete-all')")

    assert {finding.code for finding in repair(record).found} == {"check.words"}
    assert check(record) == ()


def test_an_index_of_a_database_that_is_gone_is_made_again(team: Places, tmp_path: Path) -> None:
    build(write_notes(tmp_path / "notes", 3, seed=1), team.at(), jobs=1).close()
    record = tampered(team.at(), "DROP INDEX ix_citations_owner", "DROP INDEX ix_reports_outlet_id")

    assert {finding.code for finding in repair(record).found} == {"check.database"}
    assert check(record) == ()
