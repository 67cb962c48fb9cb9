from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import create_engine

from onrecord.record.rows import schema
from onrecord.record.rows.sql import Dangling
from onrecord.record.stores import sqlite_dialect
from support.records import connected, tampered, written

if TYPE_CHECKING:
    from pathlib import Path


def test_a_record_as_it_was_written_is_neither_damaged_nor_dangling(tmp_path: Path) -> None:
    for connection in connected(written(tmp_path)):
        assert list(sqlite_dialect.find_damage(connection)) == []
        assert list(sqlite_dialect.find_dangling(connection)) == []


def test_a_row_that_names_nothing_is_found_with_what_it_names(tmp_path: Path) -> None:
    path = tampered(written(tmp_path), "DELETE FROM stories")

    for connection in connected(path):
        assert Dangling("story_events", 1, "stories") in list(sqlite_dialect.find_dangling(connection))


def test_tables_are_made_in_one_order() -> None:
    orders: list[list[str]] = []
    for _ in range(2):
        with create_engine("sqlite://").connect() as connection:
            sqlite_dialect.create_tables(connection, schema.metadata.sorted_tables)
            names = connection.exec_driver_sql("SELECT name FROM sqlite_schema ORDER BY rowid").scalars()
            orders.append(list(names))

    assert orders[0] == orders[1]
    assert set(schema.metadata.tables) <= set(orders[0])


def test_a_transaction_goes_on_until_it_ends(tmp_path: Path) -> None:
    for connection in connected(written(tmp_path)):
        assert not sqlite_dialect.is_within(connection)
        sqlite_dialect.begin_reading(connection)
        assert sqlite_dialect.is_within(connection)
        connection.exec_driver_sql("ROLLBACK")
        assert not sqlite_dialect.is_within(connection)
