from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record.stores import postgresql_dialect, postgresql_words, sqlite_dialect, sqlite_words
from onrecord.record.stores.dialects import dialect_of, word_index_of

if TYPE_CHECKING:
    from sqlalchemy import Connection


def test_a_connection_tells_which_module_knows_its_database(ferry: Connection) -> None:
    found = (dialect_of(ferry), word_index_of(ferry))

    assert found in {(sqlite_dialect, sqlite_words), (postgresql_dialect, postgresql_words)}
