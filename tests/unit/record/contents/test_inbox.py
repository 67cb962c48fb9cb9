from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from onrecord.model.problem import Problem
from onrecord.record import open_record
from onrecord.record.contents import inbox
from onrecord.record.contents.inbox import (
    Accepted,
    empty_inbox,
    find_waiting,
    find_waiting_problems,
    is_waiting,
    take_in,
)
from onrecord.record.contents.keeping import put_kept, read_kept, with_aside
from onrecord.record.stores.transactions import transaction, writing_to
from support.contents import capture_of, ferry_contents
from support.records import written

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from onrecord.model.report import Capture
    from support.stores import Places

NEW = capture_of("The ferry is late.\n", "new/b.txt")


@pytest.fixture
def connection(places: Places) -> Iterator[Connection]:
    with writing_to(written(places)) as connection:
        yield connection


def taken_in(connection: Connection, *found: Capture | Problem) -> Accepted:
    return [*take_in(connection, found)][-1]


def held(connection: Connection) -> Capture:
    """A capture whose report the record holds."""
    del connection
    return ferry_contents().captures[0]


def test_new_bytes_wait_with_all_their_places(connection: Connection) -> None:
    assert taken_in(connection, NEW, replace(NEW, locator="a.txt")) == Accepted(new=1, known=1)

    (waiting,) = find_waiting(connection)
    assert waiting.capture == replace(NEW, locator="a.txt")
    assert waiting.paths == ("a.txt", "new/b.txt")
    assert (waiting.report_known, waiting.reread) == (False, True)


def test_what_is_there_already_is_not_taken_in_again(connection: Connection) -> None:
    capture = held(connection)

    assert taken_in(connection, capture, NEW, NEW) == Accepted(new=1, known=2)
    assert [one.capture for one in find_waiting(connection)] == [NEW]


def test_a_place_not_known_yet_is_added_without_reading_again(connection: Connection) -> None:
    capture = held(connection)
    taken_in(connection, replace(capture, locator="a-place.txt"))

    (waiting,) = find_waiting(connection)
    assert "a-place.txt" in waiting.paths
    assert len(waiting.paths) > 1
    assert waiting.capture.payload == capture.payload
    assert (waiting.report_known, waiting.reread) == (True, False)


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_what_two_containers_say_of_the_same_bytes_is_told_in_no_order(
    connection: Connection, order: tuple[int, int]
) -> None:
    said = (
        replace(NEW, declared={"title": "Late again", "url": "https://b.example/"}),
        replace(NEW, declared={"title": "Ferry late", "date": "2021-03-04"}),
    )
    for number in order:
        taken_in(connection, said[number])

    (waiting,) = find_waiting(connection)
    assert waiting.capture.declared == {
        "date": "2021-03-04",
        "title": "Ferry late",
        "url": "https://b.example/",
    }


def test_a_known_report_of_which_more_is_said_is_read_again(connection: Connection) -> None:
    capture = held(connection)
    taken_in(connection, replace(capture, declared={**capture.declared, "byline": "R. Lind"}))

    (waiting,) = find_waiting(connection)
    assert waiting.reread
    assert waiting.capture.declared["byline"] == "R. Lind"


def test_what_was_set_aside_is_known_and_read_again(connection: Connection) -> None:
    with transaction(connection):
        put_kept(connection, with_aside(read_kept(connection), [NEW.id]))

    assert taken_in(connection, NEW, NEW) == Accepted(known=2)
    (waiting,) = find_waiting(connection)
    assert (waiting.capture, waiting.reread) == (NEW, True)


def test_what_is_taken_in_is_counted_step_by_step(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(inbox, "AT_ONCE", 2)
    several = [capture_of(f"Boat {number} is in.\n", f"{number}.txt") for number in range(5)]

    assert [one.new for one in take_in(connection, several)] == [2, 4, 5]


def test_problems_of_places_wait_too_and_the_record_says_nothing_of_the_inbox(
    connection: Connection, places: Places
) -> None:
    problem = Problem(code="ingest.empty", message="b.txt is empty", path="b.txt")
    with open_record(places.at()) as record:
        before = record.contents(), record.summary()
    taken_in(connection, problem, NEW)

    assert find_waiting_problems(connection) == (problem,)
    with open_record(places.at()) as record:
        assert (record.contents(), record.summary()) == before
    empty_inbox(connection)
    assert (find_waiting(connection), find_waiting_problems(connection)) == ((), ())


def test_all_that_was_read_can_be_asked_for_again(connection: Connection) -> None:
    every = find_waiting(connection, everything=True)

    assert len(every) == 3
    assert all(one.reread and one.report_known and one.capture.payload for one in every)


def test_whether_anything_waits_can_be_asked(places: Places) -> None:
    path = written(places)
    assert not is_waiting(path)
    with writing_to(path) as connection:
        list(take_in(connection, [Problem(code="ingest.empty", message="a is empty", path="a")]))
    assert is_waiting(path)
    with writing_to(path) as connection, transaction(connection):
        empty_inbox(connection)
    assert not is_waiting(path)
