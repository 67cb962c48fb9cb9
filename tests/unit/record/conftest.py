from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.records import connected, written
from support.stores import KINDS, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


@pytest.fixture(scope="session", params=KINDS)
def ferry(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A connection that only reads the record of the ferry, in each kind of store."""
    places = places_of(request, tmp_path_factory.mktemp("ferry"), request.param)
    yield from connected(written(places))
