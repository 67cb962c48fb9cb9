from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.records import connected, written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection


@pytest.fixture(scope="session")
def ferry(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Connection]:
    """A connection that only reads the record of the ferry."""
    yield from connected(written(tmp_path_factory.mktemp("ferry")))
