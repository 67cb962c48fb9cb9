from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.record import check, copy_record
from onrecord.record.contents.growth import Growth, grow, read_state
from onrecord.record.contents.keeping import find_aside, read_aside, read_kept, with_aside
from onrecord.record.stores.transactions import writing_to
from support.contents import ferry_contents
from support.records import tampered, written

if TYPE_CHECKING:
    from pathlib import Path

    from support.stores import Places

KEPT = {"groups": b"\x00\xff near", "event e1": b"{}", "outline r1": b""}


def kept_at(place: Path | str) -> dict[str, bytes]:
    with writing_to(place) as connection:
        return read_kept(connection)


def test_what_is_kept_is_read_with_the_state_of_a_record(places: Places) -> None:
    path = written(places, replace(ferry_contents(), kept=KEPT))
    with writing_to(path) as connection:
        assert read_state(connection).contents.kept == KEPT
    assert check(path) == ()


def test_growing_puts_others_in_its_place(places: Places) -> None:
    path = written(places, replace(ferry_contents(), kept=KEPT))
    others = {**KEPT, "groups": b"far", "event e2": b"[]"}
    del others["event e1"]
    with writing_to(path) as connection:
        grow(connection, Growth(contents=replace(ferry_contents(), kept=others), from_inbox=False))
    assert kept_at(path) == others
    with writing_to(path) as connection:
        grow(connection, Growth(contents=ferry_contents(), from_inbox=False))
    assert kept_at(path) == {}


def test_what_is_not_whole_is_left_aside(places: Places) -> None:
    path = written(places, replace(ferry_contents(), kept=KEPT))
    tampered(path, "DELETE FROM kept WHERE name = 'event e1'")
    assert kept_at(path) == {}


def test_a_record_that_never_kept_anything_starts_to(places: Places) -> None:
    path = tampered(written(places), "DROP TABLE kept")
    assert kept_at(path) == {}
    with writing_to(path) as connection:
        grow(connection, Growth(contents=replace(ferry_contents(), kept=KEPT), from_inbox=False))
    assert kept_at(path) == KEPT


def test_a_copy_keeps_the_same(places: Places) -> None:
    path = written(places, replace(ferry_contents(), kept=KEPT))
    copy_record(path, places.at("copy.db"))
    assert kept_at(places.at("copy.db")) == KEPT


def aside_at(place: Path | str) -> frozenset[str]:
    with writing_to(place) as connection:
        return read_aside(connection)


def test_what_was_set_aside_is_read_by_itself(places: Places) -> None:
    path = written(places, replace(ferry_contents(), kept=with_aside(KEPT, ["b", "a"])))
    assert aside_at(path) == {"a", "b"}
    tampered(path, "UPDATE kept SET value = 'no ids' WHERE name = 'aside'")
    assert aside_at(path) == frozenset()
    tampered(path, "DROP TABLE kept")
    assert aside_at(path) == frozenset()


def test_the_ids_of_what_was_set_aside_are_kept_beside_the_rest() -> None:
    assert with_aside(KEPT, []) == KEPT
    kept = with_aside(KEPT, ["b", "a", "b"])
    assert (sorted(find_aside(kept)), sorted(find_aside(KEPT))) == (["a", "b"], [])
    assert kept == with_aside(with_aside(KEPT, ["c"]), ["a", "b"])
