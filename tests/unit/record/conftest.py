from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.record import open_record
from onrecord.record.stores.snapshots import one_moment
from support.made import made_contents
from support.records import connected, written
from support.stores import KINDS, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from onrecord.record import Record


@pytest.fixture(scope="session", params=KINDS)
def ferry(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A connection that only reads the record of the ferry, in each kind of store."""
    places = places_of(request, tmp_path_factory.mktemp("ferry"), request.param)
    yield from connected(written(places))


@pytest.fixture(scope="session", params=KINDS)
def made_place(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path | str:
    """Where a made record of some hundred attributions stands, in each kind of store."""
    places = places_of(request, tmp_path_factory.mktemp("made"), request.param)
    return written(places, made_contents(), name="made.db")


@pytest.fixture
def made(made_place: Path | str) -> Iterator[Record]:
    """That record, open."""
    with open_record(made_place) as record:
        yield record


@pytest.fixture
def connection(made_place: Path | str) -> Iterator[Connection]:
    """A connection that only reads it, at one moment."""
    for connection in connected(made_place):
        with one_moment(connection):
            yield connection
