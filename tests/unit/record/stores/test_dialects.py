from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.record import write
from onrecord.record.stores import postgresql_dialect, postgresql_words, sqlite_dialect, sqlite_words
from onrecord.record.stores.dialects import dialect_of, word_index_of
from onrecord.record.stores.store import store_of
from support.contents import ferry_contents
from support.records import written

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from support.stores import Places


def test_a_connection_tells_which_module_knows_its_database(ferry: Connection) -> None:
    found = (dialect_of(ferry), word_index_of(ferry))

    assert found in {(sqlite_dialect, sqlite_words), (postgresql_dialect, postgresql_words)}


def test_a_record_written_anew_while_others_read_it_has_another_layout(places: Places) -> None:
    place = written(places)
    with store_of(place).open().connect() as connection:
        before = dialect_of(connection).read_layout(connection)
        assert dialect_of(connection).read_layout(connection) == before
        write(place, ferry_contents())
        assert dialect_of(connection).read_layout(connection) != before
