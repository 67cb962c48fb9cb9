from collections.abc import Iterator
from pathlib import Path

import pytest

from onrecord.errors import ModelError, RecordError
from onrecord.pipeline import build
from onrecord.record import check, open_record
from onrecord.record.inbox import find_waiting, take_in
from onrecord.record.transactions import writing_to
from onrecord.repairing import Repaired, repair
from support.cheap import cheap_reading, write_notes
from support.contents import capture_of, ferry_contents
from support.records import tampered, written


@pytest.fixture(autouse=True)
def cheap() -> Iterator[None]:
    with cheap_reading():
        yield


@pytest.fixture
def record(tmp_path: Path) -> Path:
    build(write_notes(tmp_path / "notes", 8, seed=1), tmp_path / "a.db", jobs=1).close()
    return tmp_path / "a.db"


def test_a_sound_record_is_left_as_it_is(record: Path) -> None:
    before = record.read_bytes()

    assert repair(record) == Repaired()
    assert record.read_bytes() == before


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO report_words(report_words) VALUES ('delete-all')",
        "UPDATE variants SET text = 'other words'",
        "DELETE FROM event_reports WHERE place = 2",
        "DELETE FROM statements",
        "UPDATE events SET what = upper(what)",
        "UPDATE citations SET exact = 'x' WHERE owner_kind = 'event'",
        "DELETE FROM made_with WHERE part = 'seal' AND name = 'sha256'",
        "DROP TABLE variant_words",
    ],
)
def test_what_is_derived_is_made_again(record: Path, statement: str) -> None:
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


def test_what_waits_in_the_inbox_stays_there(record: Path) -> None:
    with writing_to(record) as connection:
        list(take_in(connection, [capture_of("The ferry is late.", "late.txt")]))
    repair(tampered(record, "DELETE FROM divergences", "UPDATE events SET what = upper(what)"))

    with writing_to(record) as connection:
        assert [one.paths for one in find_waiting(connection)] == [("late.txt",)]


def test_damage_of_what_came_in_is_not_papered_over(record: Path) -> None:
    tampered(record, "UPDATE reports SET text = text || '!'")

    with pytest.raises(RecordError, match=r"a\.db: not repaired: what came in .*build the record again"):
        repair(record)


def test_other_models_than_the_records_link_nothing(tmp_path: Path) -> None:
    assert ferry_contents().made_with.models
    with pytest.raises(ModelError, match="other models"):
        repair(tampered(written(tmp_path), "UPDATE events SET what = upper(what)"))
