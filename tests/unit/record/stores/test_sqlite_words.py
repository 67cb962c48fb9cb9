from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record.rows import schema
from onrecord.record.stores import sqlite_words
from onrecord.record.stores.transactions import transaction, writing_to
from support.records import connected, tampered, written

if TYPE_CHECKING:
    from pathlib import Path


def test_words_are_asked_for_without_syntax(tmp_path: Path) -> None:
    for connection in connected(written(tmp_path)):
        for words, count in ((("ferry",), 3), (("ferry", "AND"), 0), (('"', "ferry"), 3), (("ferry*",), 3)):
            found = sqlite_words.matching("report_words", words)
            assert len(connection.execute(select(found.c.place)).all()) == count


def test_the_index_is_made_once_and_can_be_taken_away(tmp_path: Path) -> None:
    path = written(tmp_path)
    with writing_to(path) as connection:
        with transaction(connection):
            sqlite_words.create(connection, "variant_words")
            sqlite_words.drop(connection, "variant_words")
            sqlite_words.drop(connection, "variant_words")
            sqlite_words.create(connection, "variant_words")
        assert not sqlite_words.is_in_step(connection, "variant_words")
        with transaction(connection):
            sqlite_words.rebuild(connection, "variant_words")
        assert all(sqlite_words.is_in_step(connection, name) for name in schema.WORD_INDEXES)


def test_a_text_that_changed_is_out_of_step(tmp_path: Path) -> None:
    path = tampered(written(tmp_path), "UPDATE reports SET title = 'Other words'")

    with writing_to(path) as connection:
        assert not sqlite_words.is_in_step(connection, "report_words")
