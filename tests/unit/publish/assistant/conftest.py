from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.record import open_record
from support.records import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.record import Record


@pytest.fixture(scope="session")
def ferry_record(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    """The record of the ferry, open."""
    with open_record(written(tmp_path_factory.mktemp("assistant"))) as record:
        yield record
