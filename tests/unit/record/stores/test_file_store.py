from __future__ import annotations

import errno
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.record import open_record, write
from onrecord.record.stores import file_store
from onrecord.record.stores.file_store import FileStore
from onrecord.record.stores.migrate import take_steps
from support.contents import ferry_contents
from support.records import written

if TYPE_CHECKING:
    from pathlib import Path


class PowerCut(Exception):  # noqa: N818 - what happened, not an error of ours
    """Stands for a process that ends at a given step."""


@pytest.mark.parametrize("step", ["_filling", "bring_to_disk", "put_in_place"])
def test_whatever_step_it_dies_at_the_old_record_stays_whole(
    step: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(tmp_path)
    before = path.read_bytes()

    def die(*_: object) -> None:
        raise PowerCut

    monkeypatch.setattr(file_store, step, die)
    with pytest.raises(PowerCut):
        write(path, replace(ferry_contents(), problems=()))

    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir()] == ["ferry.db"]


def test_a_full_disk_is_told_with_a_way_out(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(file_store, "bring_to_disk", refuse)

    with pytest.raises(RecordError, match=r"cannot be written .*no space left.*; free space"):
        written(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_an_empty_file_holds_nothing(tmp_path: Path) -> None:
    store = FileStore(tmp_path / "a.db")
    assert not store.is_taken()
    store.path.touch()
    assert not store.is_taken()
    write(store, ferry_contents())
    assert store.is_taken()


def test_checking_leaves_the_file_alone(tmp_path: Path) -> None:
    store = FileStore(written(tmp_path))
    with store.checking(take_steps) as connection:
        connection.exec_driver_sql("DELETE FROM divergences")

    with open_record(store) as record:
        assert len(record.divergences()) == 1
    assert list(tmp_path.iterdir()) == [store.path]
