from __future__ import annotations

import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.record import check, open_record
from onrecord.record.stores.file import (
    bytes_behind,
    connect,
    copy_file,
    is_ahead,
    is_record,
    put_in_place,
    refuse_to_replace,
    refuse_unreadable,
)
from onrecord.record.stores.transactions import growing_alone, transaction, writing_to
from support.contents import ferry_contents
from support.records import tampered, written
from support.unprivileged import succeeds_unprivileged

if TYPE_CHECKING:
    from collections.abc import Iterator


def test_a_record_is_told_from_another_database(tmp_path: Path) -> None:
    other = tampered(tmp_path / "other.db", "CREATE TABLE notes (words)")

    assert is_record(written(tmp_path))
    assert not is_record(other)


def test_a_missing_file_is_refused_with_the_way_out(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"gone\.db: no such file.*onrecord build"):
        refuse_unreadable(tmp_path / "gone.db")


def test_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="is a directory"):
        refuse_unreadable(tmp_path)


@pytest.mark.parametrize("content", [b"", b"SQLite", b"# notes\n" * 40])
def test_a_file_of_another_kind_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(content)

    with pytest.raises(RecordError, match="not an onrecord record; make one with `onrecord build"):
        refuse_unreadable(path)


def test_a_record_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    path = tampered(written(tmp_path), "PRAGMA user_version = 99")

    with pytest.raises(
        RecordError, match=r"newer onrecord .version 99 of the tables, this one reads 2.; upgrade"
    ):
        refuse_unreadable(path)


def test_a_record_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.write_bytes(path.read_bytes()[:-5000])

    with pytest.raises(
        RecordError, match=r"cut short \(\d+ of \d+ bytes\); .* move it away and build it again"
    ):
        refuse_unreadable(path)


def test_a_place_with_nothing_or_an_empty_file_may_be_written(tmp_path: Path) -> None:
    empty = tmp_path / "empty.db"
    empty.touch()

    refuse_to_replace(empty)
    refuse_to_replace(tmp_path / "new.db")
    refuse_to_replace(written(tmp_path))


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match=r"the folder .*nowhere is not there; make it first"):
        refuse_to_replace(tmp_path / "nowhere" / "a.db")


def test_what_is_no_plain_file_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="not a plain file; choose another name"):
        refuse_to_replace(tmp_path)


def test_a_record_that_another_program_is_writing_to_is_not_replaced(tmp_path: Path) -> None:
    path = written(tmp_path)
    path.with_name(path.name + "-journal").write_bytes(b"changes")

    with pytest.raises(RecordError, match=r"unfinished changes in ferry.db-journal; close that program"):
        refuse_to_replace(path)


@pytest.fixture
def locked() -> Iterator[Path]:
    """A record that nobody may write to, in a folder that nobody may write to."""
    with tempfile.TemporaryDirectory() as folder:
        path = written(Path(folder))
        path.chmod(0o444)
        path.parent.chmod(0o555)
        yield path
        path.parent.chmod(0o755)


def test_a_record_where_nothing_may_be_written_is_read_all_the_same(locked: Path) -> None:
    def read() -> None:
        with open_record(locked) as record:
            assert record.contents() == ferry_contents()
        assert check(locked) == ()

    assert succeeds_unprivileged(read)
    assert list(locked.parent.iterdir()) == [locked]


def test_a_record_left_in_the_middle_is_not_read_in_part(locked: Path) -> None:
    locked.with_name("ferry.db-wal").write_bytes(b"frames that nobody can put in place" * 200)

    def read() -> None:
        with pytest.raises(RecordError, match=r"a part of it stands in ferry\.db-wal.*copy both"):
            open_record(locked)

    assert succeeds_unprivileged(read)


def test_a_record_where_nothing_may_be_written_is_not_grown(locked: Path) -> None:
    def grow() -> None:
        with (
            pytest.raises(RecordError, match=r"ferry\.db: cannot be written to \(permission denied"),
            growing_alone(locked),
        ):
            pass

    assert succeeds_unprivileged(grow)
    assert check(locked) == ()


def test_a_file_that_may_not_be_written_is_told_and_left(tmp_path: Path) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = written(Path(name))
        path.chmod(0o444)
        path.parent.chmod(0o777)

        def change() -> None:
            with (
                pytest.raises(
                    RecordError, match=r"cannot be written to \(attempt to write a readonly database\)"
                ),
                writing_to(path) as connection,
                transaction(connection),
            ):
                connection.exec_driver_sql("DELETE FROM divergences")

        assert succeeds_unprivileged(change)
        assert check(path) == ()
    assert list(tmp_path.iterdir()) == []


def test_readers_leave_nothing_beside_a_record(tmp_path: Path) -> None:
    path = written(tmp_path)
    with (
        connect(path, options="mode=ro").connect() as one,
        connect(path, options="mode=ro").connect() as other,
    ):
        assert one.exec_driver_sql("SELECT count(*) FROM reports").scalar() == 3
        assert other.exec_driver_sql("SELECT count(*) FROM reports").scalar() == 3

    assert list(tmp_path.iterdir()) == [path]


def test_a_record_that_is_cut_short_is_not_mistaken_for_one_whose_log_holds_the_rest(tmp_path: Path) -> None:
    path = written(tmp_path)
    assert bytes_behind(path) == 0
    path.with_name("ferry.db-wal").write_bytes(b"frames")
    path.write_bytes(path.read_bytes()[:-4096])

    assert is_ahead(path)
    assert bytes_behind(path) == 0


@pytest.mark.parametrize("held", [True, False])
def test_a_finished_record_takes_the_place_of_one_that_is_open_or_not(tmp_path: Path, *, held: bool) -> None:
    path, other = written(tmp_path), written(tmp_path, name="other.db")
    tampered(other, "DELETE FROM divergences")
    before = path.stat().st_ino
    with open_record(path) as reader:
        assert len(reader.divergences()) == 1
        if not held:
            reader.close()
        put_in_place(other, path)
        assert (path.stat().st_ino == before) is held
        if held:
            assert reader.divergences() == ()
    with open_record(path) as record:
        assert record.divergences() == ()


def test_a_reading_connection_cannot_write(tmp_path: Path) -> None:
    path = written(tmp_path)

    with (
        connect(path, options="mode=ro").connect() as connection,
        pytest.raises(Exception, match="attempt to write a readonly database"),
    ):
        connection.exec_driver_sql("DELETE FROM statements")


def test_names_that_mean_something_in_a_uri_are_names(tmp_path: Path) -> None:
    path = written(tmp_path, name="a?mode=rwc#b %41.db")

    with connect(path, options="mode=ro").connect() as connection:
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    assert [entry.name for entry in tmp_path.iterdir()] == [path.name]


def test_a_copy_holds_what_another_program_wrote_ahead(tmp_path: Path) -> None:
    path = written(tmp_path)
    with closing(sqlite3.connect(path)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("UPDATE events SET what = 'Changed'")
        other.commit()
        copy_file(path, tmp_path / "copy.db")

        with closing(sqlite3.connect(tmp_path / "copy.db")) as copied:
            assert copied.execute("SELECT what FROM events").fetchone() == ("Changed",)


def test_what_cannot_be_copied_is_told(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"no database" * 100)

    with pytest.raises(RecordError, match=r"damaged .*; move it away and build it again"):
        copy_file(path, tmp_path / "copy.db")
