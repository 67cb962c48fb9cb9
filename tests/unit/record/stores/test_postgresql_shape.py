from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.record.stores.dialects import dialect_of
from onrecord.record.stores.postgresql_shape import find_broken_indexes, find_misshapen, find_missing_indexes
from support.records import connected, tampered, written

if TYPE_CHECKING:
    from support.stores import Places


def test_a_record_has_the_shape_that_it_was_given(team: Places) -> None:
    for connection in connected(written(team)):
        assert list(find_misshapen(connection)) == []
        assert find_missing_indexes(connection) == []


@pytest.mark.parametrize(
    ("statement", "sentence"),
    [
        ("DROP TABLE inbox", "the table inbox is missing"),
        ("ALTER TABLE stories DROP COLUMN title CASCADE", "the column stories.title is missing"),
        ("ALTER TABLE events ALTER what DROP NOT NULL", "the column events.what may hold nothing"),
        (
            "ALTER TABLE story_events DROP CONSTRAINT story_events_event_id_fkey",
            "the foreign key of story_events.event_id is missing",
        ),
        (
            "ALTER TABLE variants DROP CONSTRAINT variants_statement_id_number_key",
            "the rule that no two are the same of variants.number, statement_id is missing",
        ),
        (
            "ALTER TABLE problems DROP CONSTRAINT problems_pkey",
            "the primary key of problems.place is missing",
        ),
        (
            "UPDATE pg_index SET indisvalid = false WHERE indexrelid = CAST('ix_reports_outlet_id' AS regclass)",
            "the index ix_reports_outlet_id is not valid",
        ),
    ],
)
def test_what_is_not_as_it_was_made_is_told(statement: str, sentence: str, team: Places) -> None:
    for connection in connected(tampered(written(team), statement)):
        assert sentence in list(find_misshapen(connection))


def test_an_index_that_lost_rows_is_found_where_amcheck_is_there(team: Places) -> None:
    place = written(team)
    for connection in connected(place):
        assert list(find_broken_indexes(connection)) == []
    lose = "UPDATE events SET id = id || 'x'"
    hide = "UPDATE pg_index SET indisready = {} WHERE indexrelid = CAST('events_id_key' AS regclass)"
    extension = "CREATE EXTENSION IF NOT EXISTS amcheck SCHEMA public"
    tampered(place, extension)
    # An index that is not told of a change has not the row that the change made.
    tampered(place, hide.format("false"))
    tampered(place, lose)
    tampered(place, hide.format("true"))

    for connection in connected(place):
        dialect_of(connection).begin_reading(connection)
        (sentence,) = find_broken_indexes(connection)
        connection.exec_driver_sql("ROLLBACK")
        assert sentence.startswith("the index events_id_key: heap tuple")
