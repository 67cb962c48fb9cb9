"""Record files for tests: written, opened, tampered with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

from onrecord.record import write
from onrecord.record.file import connect
from support.contents import ferry_contents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection

    from onrecord.model.contents import Contents


def written(folder: Path, contents: Contents | None = None, *, name: str = "ferry.db") -> Path:
    """Write `contents` (the ferry's if none are given) to a file in `folder` and return its path."""
    path = folder / name
    write(path, contents or ferry_contents())
    return path


def connected(path: Path) -> Iterator[Connection]:
    """Yield a connection that only reads the record at `path`; the body of a fixture."""
    with connect(path, options="mode=ro").connect() as connection:
        yield connection


def tampered(path: Path, *statements: str) -> Path:
    """Change the file at `path` by SQL `statements`, as another program might, and return its path."""
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)
    return path
