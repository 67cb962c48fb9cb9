from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.record import check, open_record
from onrecord.record.stores.transactions import growing_alone, reading_at, transaction, writing_to
from support.records import spoil, written

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

    from support.stores import Places


def _delete_and_fail(connection: Connection) -> None:
    with transaction(connection):
        connection.exec_driver_sql("DELETE FROM divergences")
        raise RuntimeError


def _fill(path: Path) -> None:
    with writing_to(path) as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with transaction(connection):
            connection.exec_driver_sql(
                "INSERT INTO inbox_problems SELECT NULL, hex(zeroblob(100000)), '', ''"
            )


def test_an_error_undoes_what_was_done_before_it(places: Places) -> None:
    path = written(places)
    with writing_to(path) as connection:
        with pytest.raises(RuntimeError):
            _delete_and_fail(connection)
        with transaction(connection):
            pass

    assert check(path) == ()


def test_readers_see_the_old_record_until_the_change_is_whole(places: Places) -> None:
    path = written(places)
    with writing_to(path) as connection, open_record(path) as record:
        with transaction(connection):
            connection.exec_driver_sql("DELETE FROM divergences")
            assert len(record.divergences()) == 1
        assert record.divergences() == ()


def test_what_is_committed_stands_whatever_becomes_of_the_rest(places: Places) -> None:
    path = written(places)
    with writing_to(path) as connection:
        with transaction(connection):
            connection.exec_driver_sql(
                "INSERT INTO inbox_problems(path, code, message) VALUES ('a', 'b', 'c')"
            )
        with pytest.raises(RuntimeError):
            _delete_and_fail(connection)

    with open_record(path) as record:
        assert len(record.divergences()) == 1
    with writing_to(path) as connection:
        assert connection.exec_driver_sql("SELECT path FROM inbox_problems").scalars().all() == ["a"]


def test_a_full_disk_is_told_and_costs_nothing_of_the_record(tmp_path: Path) -> None:
    path = written(tmp_path)
    with pytest.raises(RecordError, match=r"ferry\.db: cannot be written to .*full.*nothing of it is lost"):
        _fill(path)

    assert check(path) == ()


def test_a_dangling_name_is_refused_when_the_change_ends(places: Places) -> None:
    path = written(places)
    with (
        pytest.raises(RecordError, match=r"(?i)foreign key"),
        writing_to(path) as connection,
        transaction(connection),
    ):
        connection.exec_driver_sql("DELETE FROM events")

    assert check(path) == ()


def test_a_record_held_for_growing_is_refused_to_a_second_writer(tmp_path: Path) -> None:
    path = written(tmp_path)
    with (
        growing_alone(path),
        pytest.raises(RecordError, match="is writing to it already"),
        growing_alone(tmp_path / "." / "ferry.db"),
    ):
        pass


def test_another_program_s_long_change_is_waited_for_and_then_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("onrecord.record.stores.file.PATIENCE", 0.1)
    path = written(tmp_path)
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            pytest.raises(RecordError, match="database is locked"),
            writing_to(path) as connection,
            transaction(connection),
        ):
            pass


def test_a_record_is_read_in_its_place_and_what_is_none_is_refused(tmp_path: Path) -> None:
    with reading_at(written(tmp_path)) as connection:
        assert connection.exec_driver_sql("SELECT count(*) FROM reports").scalar()
    other = tmp_path / "other.db"
    other.write_bytes(b"no record")
    with pytest.raises(RecordError), reading_at(other):
        pass


def test_a_damaged_file_is_told_as_that_when_it_is_written_to(tmp_path: Path) -> None:
    path = written(tmp_path)
    spoil(path, "inbox_problems")
    with (
        pytest.raises(RecordError, match=r"the record is damaged .*`onrecord check`"),
        writing_to(path) as connection,
    ):
        connection.exec_driver_sql("INSERT INTO inbox_problems(path, code, message) VALUES ('a', 'b', 'c')")
