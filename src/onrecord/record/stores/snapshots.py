"""What a record says at one moment: several queries see one state of it, whatever is added between them."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from onrecord.record.stores.dialects import dialect_of

if TYPE_CHECKING:
    from collections.abc import Generator

    from sqlalchemy import Connection


@contextmanager
def one_moment(connection: Connection) -> Generator[None]:
    """Let all that is read on `connection` inside be of one moment; inside another such block, of that one's.

    Nobody who writes is kept waiting by it.
    """
    dialect = dialect_of(connection)
    if dialect.is_within(connection):
        yield
        return
    dialect.begin_reading(connection)
    try:
        yield
    finally:
        connection.exec_driver_sql("ROLLBACK")
