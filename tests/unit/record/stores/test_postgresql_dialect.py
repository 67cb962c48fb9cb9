from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError

from onrecord.record import check
from onrecord.record.contents.growth import Growth, grow
from onrecord.record.rows import schema
from onrecord.record.rows.sql import Dangling
from onrecord.record.stores import postgresql_dialect
from onrecord.record.stores.store import store_of
from onrecord.record.stores.transactions import transaction, writing_to
from support.contents import ferry_contents
from support.records import connected, tampered, written

if TYPE_CHECKING:
    from pathlib import Path

    from support.stores import Places


def test_people_can_read_who_said_what_without_joining_tables(team: Places) -> None:
    for connection in connected(written(team)):
        question = (
            "SELECT outlet, speakers, manner, words FROM said WHERE words LIKE '%year%' OR speakers IS NULL"
        )
        rows = connection.execute(text(question)).all()
        assert sorted(map(tuple, rows), key=str) == [
            ("Lundholm Gazette", "Ana Velik", "direct", "We will not raise the fares this year,"),
            ("Lundholm Gazette", None, "indirect", "the ferry will be late"),
        ]


def test_a_row_that_names_nothing_is_found_with_what_it_names(team: Places) -> None:
    place = tampered(written(team), "DELETE FROM stories")

    for connection in connected(place):
        assert list(postgresql_dialect.find_dangling(connection)) == [Dangling("story_events", 1, "stories")]


def test_rows_are_put_in_their_order_and_twice_the_same_is_refused(team: Places) -> None:
    place = written(team)
    rows = [{"id": f"e{number}", "what": "a\x00b \ud83d", "location": None} for number in (2, 1)]
    with writing_to(place) as connection:
        with transaction(connection):
            postgresql_dialect.insert(connection, schema.events, rows)
        events = schema.events.c
        kept = connection.execute(
            schema.events.select().where(events.location.is_(None)).order_by(events.place)
        )
        assert [(row.id, row.what) for row in kept][-2:] == [("e2", "a\x00b \ud83d"), ("e1", "a\x00b \ud83d")]
        with pytest.raises(IntegrityError), transaction(connection):
            postgresql_dialect.insert(connection, schema.events, rows)


def test_places_are_those_that_a_file_has(team: Places, tmp_path: Path) -> None:
    path, place = written(tmp_path), written(team)
    whole = ferry_contents()
    put = frozenset({whole.readings[1].report.id})
    for one in (path, place):
        for _ in range(3):
            with writing_to(one) as connection:
                grow(connection, Growth(contents=whole, put=put))
    for table in schema.metadata.sorted_tables:
        query = select(table).order_by(table.c.place)
        rows = [connection.execute(query).all() for one in (path, place) for connection in connected(one)]
        assert rows[0] == rows[1], table.name


def test_a_transaction_goes_on_until_it_ends(team: Places) -> None:
    for connection in connected(written(team)):
        assert not postgresql_dialect.is_within(connection)
        postgresql_dialect.begin_reading(connection)
        assert postgresql_dialect.is_within(connection)
        connection.exec_driver_sql("ROLLBACK")
        assert not postgresql_dialect.is_within(connection)


def test_text_compares_by_code_points_whatever_the_language_of_the_database(team: Places) -> None:
    place = written(team)
    names = ["ab", "Ab", "B", "a b", "éa", "-b"]
    with writing_to(place) as connection:
        with transaction(connection):
            rows = [{"kind": "person", "id": f"p{name}", "name": name} for name in names]
            postgresql_dialect.insert(connection, schema.entities, rows)
        entity = schema.entities.c
        ordered = connection.scalars(
            schema.entities.select().with_only_columns(entity.id).order_by(entity.name)
        )
        assert [one[1:] for one in ordered if one[1:] in names] == sorted(names)
        by_language = connection.exec_driver_sql(
            "SELECT column1 FROM (VALUES ('ab'), ('B')) AS v ORDER BY 1 DESC"
        )
        assert by_language.scalars().first() == "B"


def test_indexes_that_are_gone_are_made_again(team: Places) -> None:
    place = tampered(written(team), "DROP INDEX ix_citations_owner", "DROP INDEX ix_mentions_chain_id")
    assert [finding.message for finding in check(place)] == [
        "the index ix_citations_owner is missing",
        "the index ix_mentions_chain_id is missing",
    ]
    with writing_to(place) as connection, transaction(connection):
        postgresql_dialect.remake_indexes(connection)

    assert check(place) == ()


def test_the_version_stands_in_its_own_table(team: Places) -> None:
    place = written(team)
    with writing_to(place) as connection, transaction(connection):
        postgresql_dialect.write_version(connection, 7)

    assert store_of(place).version() == 7
