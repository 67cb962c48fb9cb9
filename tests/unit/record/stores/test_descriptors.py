import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from onrecord.record.stores.descriptors import connect_counted, read_beginning

LEAVE_LOG_MODE = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None, timeout=0)
try:
    print(connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0])
except sqlite3.OperationalError as error:
    print(error)
"""


def made(path: Path) -> Path:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("CREATE TABLE words (word)")
    return path


def another_process_says(path: Path) -> str:
    """Return what another process hears that would take the write-ahead log away, which needs the file for itself."""
    command = [sys.executable, "-c", LEAVE_LOG_MODE, str(path)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


def descriptors_of(path: Path) -> int:
    return sum(os.path.realpath(one) == str(path) for one in Path("/proc/self/fd").iterdir())


def test_a_look_at_a_file_that_is_open_leaves_its_locks(tmp_path: Path) -> None:
    path = made(tmp_path / "r.db")
    with closing(connect_counted(path, str(path), isolation_level=None)) as connection:
        connection.execute("SELECT * FROM words").fetchall()
        for _ in range(3):
            assert read_beginning(path, 16) == b"SQLite format 3\x00"
        assert another_process_says(path) == "database is locked"
        connection.execute("INSERT INTO words VALUES ('quay')")
    assert another_process_says(path) == "delete"


def test_a_look_from_another_name_leaves_the_locks_too(tmp_path: Path) -> None:
    path = made(tmp_path / "r.db")
    (tmp_path / "link.db").symlink_to(path)
    with closing(connect_counted(path, str(path))) as connection:
        connection.execute("SELECT * FROM words").fetchall()
        assert read_beginning(tmp_path / "link.db", 6) == b"SQLite"
        assert another_process_says(path) == "database is locked"


@pytest.mark.skipif(
    not Path("/proc/self/fd").is_dir(), reason="this system does not list what a process has open"
)
def test_nothing_stays_open_when_the_last_connection_is_closed(tmp_path: Path) -> None:
    path = made(tmp_path / "r.db")
    first, second = (connect_counted(path, str(path)) for _ in range(2))
    for connection in (first, second):
        connection.execute("SELECT * FROM words").fetchall()
        read_beginning(path, 16)
    for connection in (first, second, second):
        connection.close()
    assert descriptors_of(path) == 0
    read_beginning(path, 16)
    assert descriptors_of(path) == 0


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        read_beginning(tmp_path / "none.db", 16)
    with pytest.raises(sqlite3.OperationalError):
        connect_counted(tmp_path / "none.db", f"file:{tmp_path}/none.db?mode=rw", uri=True)
