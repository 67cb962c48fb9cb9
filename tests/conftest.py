from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.postgresql import find_programs, served
from support.stores import KINDS, Places, places_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The start of addresses in a server of these tests' own."""
    programs = find_programs()
    if programs is None:
        pytest.skip("no programs of a PostgreSQL server are on this machine")
    with served(programs) as address:
        yield address


@pytest.fixture(params=KINDS)
def places(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """Places for records, in a file and in PostgreSQL."""
    given = places_of(request, tmp_path, request.param)
    yield given
    given.give_back()


@pytest.fixture(params=["postgresql"])
def team(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Places]:
    """Places in PostgreSQL."""
    given = places_of(request, tmp_path, request.param)
    yield given
    given.give_back()
