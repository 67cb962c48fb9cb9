from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import onrecord
from onrecord.errors import RecordError
from onrecord.record.opening import open_record
from onrecord.record.remote.client import RemoteRecord
from support.api import served
from support.records import written

if TYPE_CHECKING:
    from pathlib import Path


def test_a_file_and_an_address_are_opened_alike(tmp_path: Path) -> None:
    path = written(tmp_path)
    with served(path) as address, onrecord.open_record(path) as near, onrecord.open_record(address) as far:
        assert isinstance(far, RemoteRecord)
        assert near.summary() == far.summary()


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError, match="name a record"):
        open_record(tmp_path / "none.db")
