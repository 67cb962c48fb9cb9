from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from starlette.testclient import TestClient

from onrecord.publish.api import create_api
from support.api import lender
from support.made import made_contents
from support.records import written

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where a made record stands."""
    return written(tmp_path_factory.mktemp("api"), made_contents(), name="made.db")


@pytest.fixture(scope="session")
def api(place: Path) -> Iterator[TestClient]:
    """The API of it."""
    with TestClient(create_api(lender(place))) as client:
        yield client
