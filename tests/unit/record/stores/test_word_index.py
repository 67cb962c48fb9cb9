from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from onrecord.record import check, open_record
from onrecord.record.rows import schema
from onrecord.record.rows.prepared import ask_bare
from onrecord.record.stores.transactions import transaction, writing_to
from onrecord.record.stores.word_index import (
    add_reports,
    asking,
    drop_indexes,
    forget_reports,
    is_in_step,
    make_indexes,
    matching,
    rebuild,
)
from support.records import tampered, written

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from support.stores import Places


def test_words_are_forgotten_and_found_again(places: Places) -> None:
    path = written(places)
    with open_record(path) as record:
        ids = record.search("fisherman").report_ids
        with writing_to(path) as connection:
            with transaction(connection):
                forget_reports(connection, ids)
            assert record.search("fisherman").report_ids == ()
            with transaction(connection):
                add_reports(connection, ids)
        assert record.search("fisherman").report_ids == ids
    assert check(path) == ()


def test_an_index_out_of_step_is_made_again(places: Places) -> None:
    path = tampered(written(places), "UPDATE variants SET text = text || ' and more' WHERE place = 1")
    assert "check.words" in {finding.code for finding in check(path)}

    with writing_to(path) as connection, transaction(connection):
        for name in schema.WORD_INDEXES:
            rebuild(connection, name)

    assert "check.words" not in {finding.code for finding in check(path)}


def test_indexes_are_taken_away_and_made(places: Places) -> None:
    path = written(places)
    with writing_to(path) as connection, transaction(connection):
        drop_indexes(connection)
        drop_indexes(connection)
        make_indexes(connection)
        assert all(is_in_step(connection, name) for name in schema.WORD_INDEXES)

    assert check(path) == ()


def test_what_matches_is_joined_to_its_table(ferry: Connection) -> None:
    found = matching(ferry, "report_words", ["Ferry", "“Lundholm”"])
    report = schema.reports.c
    titles = ferry.scalars(
        select(report.title).join(found, found.c.place == report.place).order_by(found.c.rank, report.id)
    )

    assert set(titles) == {"Ferry to run again from May"}


def test_a_query_that_is_kept_finds_what_one_made_for_the_words_finds(places: Places) -> None:
    with writing_to(written(places)) as connection:
        for words, begins in ((["ferry"], False), (["ferry", "lundh"], True), (['no "such" word'], False)):
            whole = matching(connection, "report_words", words, begins=begins)
            expected = connection.execute(select(whole.c.place, whole.c.rank).order_by(whole.c.place)).all()
            found, given = asking(connection, "report_words", words, begins=begins)
            query = select(found.c.place, found.c.rank).order_by(found.c.place)
            assert [tuple(row) for row in ask_bare(connection, query, given)] == [
                tuple(row) for row in expected
            ]
        one, other = (asking(connection, "report_words", [word])[0] for word in ("ferry", "fares"))
        assert (one is other) == (connection.dialect.name == "sqlite")
