from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.record.stores.lock import writing_alone

if TYPE_CHECKING:
    from pathlib import Path


def refused_elsewhere(path: Path) -> bool:
    """Tell whether another process is refused the lock."""
    child = os.fork()
    if child == 0:  # pragma: no cover - in the child
        try:
            with writing_alone(path):
                os._exit(0)
        except RecordError:
            os._exit(7)
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status) == 7


def test_one_process_holds_the_lock_and_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with writing_alone(path):
        assert [one.name for one in tmp_path.iterdir()] == [".a.db.lock"]
    assert list(tmp_path.iterdir()) == []


def test_the_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    with (
        writing_alone(tmp_path / "a.db"),
        pytest.raises(RecordError, match=r"a\.db: this process is writing to it already"),
        writing_alone(tmp_path / "a.db"),
    ):
        pass


def test_another_process_is_refused_as_long_as_the_lock_is_held(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    with writing_alone(path):
        assert refused_elsewhere(path)
    assert not refused_elsewhere(path)


def test_the_lock_of_a_killed_process_holds_nobody_up(tmp_path: Path) -> None:
    path = tmp_path / "a.db"
    child = os.fork()
    if child == 0:  # pragma: no cover - the child dies on purpose
        with writing_alone(path):
            os._exit(9)
    os.waitpid(child, 0)

    assert (tmp_path / ".a.db.lock").exists()
    with writing_alone(path):
        pass


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with (
        pytest.raises(RecordError, match=r"cannot be written to \(no such file.*choose a place"),
        writing_alone(tmp_path / "nowhere" / "a.db"),
    ):
        pass
