from __future__ import annotations

import threading
from typing import TYPE_CHECKING

import psycopg
import pytest

from onrecord.errors import RecordError
from onrecord.record import check, find_corrections, open_record, write
from onrecord.record.stores import postgresql_store
from onrecord.record.stores.store import store_of
from onrecord.record.stores.transactions import growing_alone, transaction, writing_to
from support.contents import ferry_contents
from support.records import tampered, written

if TYPE_CHECKING:
    from support.stores import Places


def test_where_nothing_stands_the_way_out_is_told(team: Places) -> None:
    place = team.at()

    assert not store_of(place).is_taken()
    assert find_corrections(place) == ()
    with pytest.raises(RecordError, match="no onrecord record there; make one with `onrecord build"):
        open_record(place)


def test_a_record_of_a_newer_version_is_refused(team: Places) -> None:
    place = tampered(written(team), "UPDATE onrecord_version SET version = 99")

    with pytest.raises(
        RecordError, match=r"newer onrecord .version 99 of the tables, this one reads \d+.; upgrade"
    ):
        open_record(place)


def test_tables_of_another_program_are_left_as_they_are(team: Places, postgresql: str) -> None:
    place = team.at()
    schema = str(place).rpartition("=")[2]
    with psycopg.connect(postgresql) as connection:
        connection.execute(f"CREATE SCHEMA {schema}; CREATE TABLE {schema}.notes (words text)".encode())

    with pytest.raises(RecordError, match=rf"the schema {schema} holds something else, left as it is"):
        write(place, ferry_contents())
    with pytest.raises(RecordError, match="no onrecord record there"):
        find_corrections(place)


def test_an_empty_schema_that_somebody_made_is_used(team: Places, postgresql: str) -> None:
    place = team.at()
    with psycopg.connect(postgresql) as connection:
        connection.execute(f"CREATE SCHEMA {str(place).rpartition('=')[2]}".encode())

    assert check(written(team)) == ()


def test_a_database_that_cannot_hold_any_text_is_refused(team: Places, postgresql: str) -> None:
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute(
            "CREATE DATABASE latin ENCODING latin1 LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0"
        )
    with pytest.raises(RecordError, match="keeps text as LATIN1; choose one whose encoding is UTF8"):
        write(str(team.at()).replace("/news?", "/latin?"), ferry_contents())


def test_a_server_that_is_not_there_is_told_without_the_password() -> None:
    with pytest.raises(
        RecordError, match=r"postgresql://ana@127\.0\.0\.1:1/news: the database cannot be reached"
    ) as told:
        open_record("postgresql://ana:tide@127.0.0.1:1/news")
    assert "tide" not in str(told.value)


def test_a_connection_that_is_lost_is_told_as_that(team: Places, postgresql: str) -> None:
    with open_record(written(team)) as record:
        with psycopg.connect(postgresql, autocommit=True) as other:
            other.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'onrecord'"
            )
        with pytest.raises(RecordError, match=r"the database does not answer .*; try again once it does"):
            record.summary()


def test_who_may_not_read_is_told_to_ask(team: Places, postgresql: str) -> None:
    place = written(team)
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS reader")
        connection.execute("CREATE ROLE reader LOGIN")

    with pytest.raises(RecordError, match=r"not to be read by this user .*ask its owner to grant it"):
        open_record(str(place).replace("onrecord@", "reader@"))


def test_a_reader_needs_no_leave_to_write(team: Places, postgresql: str) -> None:
    place = written(team)
    schema = str(place).rpartition("=")[2]
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP ROLE IF EXISTS looker")
        connection.execute("CREATE ROLE looker LOGIN")
        connection.execute(f"GRANT USAGE ON SCHEMA {schema} TO looker".encode())
        connection.execute(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO looker".encode())

    with open_record(str(place).replace("onrecord@", "looker@")) as record:
        assert record.contents() == ferry_contents()
        assert record.search("ferry").report_ids
    assert check(str(place).replace("onrecord@", "looker@")) == ()
    with psycopg.connect(postgresql, autocommit=True) as connection:
        connection.execute("DROP OWNED BY looker; DROP ROLE looker")


def test_a_second_writer_is_told_to_wait_and_the_lock_goes_with_its_holder(team: Places) -> None:
    place = written(team)
    with (
        growing_alone(place),
        pytest.raises(RecordError, match="another onrecord is writing to it; wait until that one is done"),
        growing_alone(place),
    ):
        pass
    with growing_alone(place), growing_alone(written(team, name="other.db")):
        pass


def test_the_lock_is_let_go_of_before_its_connection_is(
    team: Places, postgresql: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    held: list[tuple[int]] = []
    store, close = store_of(team.at()), psycopg.Connection.close

    def count_locks() -> None:
        with psycopg.connect(postgresql) as other:
            held.extend(other.execute("SELECT pid FROM pg_locks WHERE locktype = 'advisory'"))

    def closed(connection: psycopg.Connection) -> None:
        monkeypatch.undo()
        count_locks()
        close(connection)

    with store.writing_alone():
        count_locks()
        assert len(held) == 1
        monkeypatch.setattr(psycopg.Connection, "close", closed)
    assert len(held) == 1


def test_a_lock_whose_connection_the_server_ended_is_gone_without_a_word(
    team: Places, postgresql: str
) -> None:
    store = store_of(team.at())
    with store.writing_alone(), psycopg.connect(postgresql, autocommit=True) as other:
        other.execute(
            "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE application_name = 'onrecord'"
        )
    with store.writing_alone():
        pass


def test_another_program_s_long_change_is_waited_for_and_then_told(
    team: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgresql_store, "PATIENCE", 0.1)
    place = written(team)
    with writing_to(place) as one, transaction(one):
        one.exec_driver_sql("DELETE FROM divergences")
        with (
            pytest.raises(RecordError, match="canceling statement due to lock timeout"),
            writing_to(place) as other,
            transaction(other),
        ):
            pass


def test_readers_are_not_kept_waiting_while_a_record_is_replaced(team: Places) -> None:
    place = written(team)
    store = store_of(place)
    with open_record(place) as before, store.replacing() as connection:
        connection.exec_driver_sql("SELECT 1")
        assert before.contents() == ferry_contents()
        answered: list[int] = []

        def ask() -> None:
            with open_record(place) as another:
                answered.append(another.summary().reports)

        thread = threading.Thread(target=ask)
        thread.start()
        thread.join(timeout=20)
        assert answered == [3]
    with open_record(place) as record:
        assert record.reports() == ()
