"""Whoever reads a record is never kept waiting by whoever adds to it; a second writer is told at once."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

from onrecord.pipeline import build
from onrecord.record import open_record
from property.test_killed import start
from support.cheap import NAMES, THINGS, cheap_reading, write_notes

if TYPE_CHECKING:
    from pathlib import Path

    from onrecord.record import Record
    from support.stores import Places

ADDED = int(os.environ.get("ONRECORD_ADDED", "400"))
FIRST = 60
QUERIES = 200
SLOWEST = 0.050
"""Seconds for 95 of 100 queries."""


def query(record: Record, number: int) -> float:
    """Ask one question of the record, and return the seconds it took."""
    began = time.perf_counter()
    match number % 3:
        case 0:
            assert record.search(THINGS[number % len(THINGS)]).report_ids
        case 1:
            assert record.attributions(speaker=NAMES[number % len(NAMES)])
        case _:
            assert record.summary().reports >= FIRST
    return time.perf_counter() - began


def crowding() -> float:
    """Return how many times longer than its own time some work takes: what other programs take of this machine."""
    began, own = time.perf_counter(), time.thread_time()
    while time.thread_time() - own < 0.005:
        pass
    return (time.perf_counter() - began) / 0.005


def ninety_fifth(values: list[float]) -> float:
    """Return the value that 95 of 100 do not exceed."""
    return sorted(values)[int(0.95 * len(values))]


def test_two_hundred_queries_are_answered_quickly_while_a_large_pile_is_added(
    places: Places, tmp_path: Path
) -> None:
    path = places.at("a.db")
    with cheap_reading():
        build(write_notes(tmp_path / "first", FIRST, seed=1), path, jobs=1).close()
    write_notes(tmp_path / "more", ADDED, seed=2)
    took: list[float] = []
    crowded: list[float] = []

    with start(path, tmp_path / "more", "--jobs", "1") as process:
        while process.poll() is None:
            with open_record(path) as record:
                took += [query(record, number) for number in range(len(took), len(took) + 25)]
            crowded.append(crowding())
            time.sleep(0.02)
        _, said = process.communicate()

    assert process.returncode == 0, said.decode()
    assert len(took) >= QUERIES
    assert ninety_fifth(took) < SLOWEST * max(1.0, ninety_fifth(crowded))
    with open_record(path) as record:
        assert record.summary().reports == FIRST + ADDED


def test_a_second_writer_is_told_to_wait(tmp_path: Path) -> None:
    with cheap_reading():
        build(write_notes(tmp_path / "first", 5, seed=1), tmp_path / "a.db", jobs=1).close()
    write_notes(tmp_path / "more", 800, seed=2)
    path = tmp_path / "a.db"

    with start(path, tmp_path / "more", "--jobs", "1") as one:
        while not (tmp_path / ".a.db.lock").exists():
            time.sleep(0.01)
        with start(path, tmp_path / "first") as other:
            _, said = other.communicate()
        one.communicate()

    assert (one.returncode, other.returncode) == (0, 2)
    assert b"another onrecord is writing to it; wait until that one is done" in said
