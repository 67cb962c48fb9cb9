"""Records for tests, in either kind of store: written, opened, tampered with."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, overload

from onrecord.record import write
from onrecord.record.stores.postgresql_address import is_address, read_address
from onrecord.record.stores.store import store_of
from support.contents import ferry_contents
from support.stores import Places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.model.contents import Contents

Where = TypeVar("Where", Path, "Path | str")


@overload
def written(where: Path, contents: Contents | None = None, *, name: str = "ferry.db") -> Path: ...
@overload
def written(where: Places, contents: Contents | None = None, *, name: str = "ferry.db") -> Path | str: ...
def written(where: Path | Places, contents: Contents | None = None, *, name: str = "ferry.db") -> Path | str:
    """Write `contents` (the ferry's if none are given) to a file in a folder, or to one of several places; return where."""
    place = where.written_over(name) if isinstance(where, Places) else where / name
    write(place, contents or ferry_contents())
    return place


def connected(place: Path | str) -> Iterator[Connection]:
    """Yield a connection that only reads the record at `place`; the body of a fixture."""
    with store_of(place).open().connect() as connection:
        yield connection


def tampered(place: Where, *statements: str) -> Where:
    """Change the record at `place` by SQL `statements`, as another program might, and return its place."""
    if is_address(place):
        import psycopg

        address = read_address(str(place))
        with psycopg.connect(address.conninfo) as connection:
            # No foreign key holds whoever is the server's own replica.
            connection.execute(
                f"SET search_path TO {address.schema}; SET session_replication_role TO replica".encode()
            )
            for statement in statements:
                connection.execute(statement.encode())
        return place
    with closing(sqlite3.connect(place)) as file, file:
        for statement in statements:
            file.execute(statement)
    return place


def spoil(path: Path, table: str) -> None:
    """Write over the page of the file that `table` starts at."""
    with closing(sqlite3.connect(path)) as found:
        (root,) = found.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (table,)).fetchone()
        (size,) = found.execute("PRAGMA page_size").fetchone()
    with path.open("r+b") as file:
        file.seek((root - 1) * size)
        file.write(b"\xff" * size)
