from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from onrecord.publish.cli.export import Format, exported
from onrecord.record import check, copy_record, open_record
from onrecord.record.contents.feeds import (
    Held,
    Tags,
    find_addresses,
    find_held,
    find_reports,
    find_tags,
    keep_looks,
)
from onrecord.record.contents.growth import Growth, grow, read_state
from onrecord.record.rows import schema
from onrecord.record.stores.transactions import writing_to
from support.contents import ferry_contents
from support.records import tampered, written

if TYPE_CHECKING:
    from pathlib import Path

    from support.stores import Places

QUAY, PIER = "https://quay.example/feed", "https://pier.example/feed"


def exports_of(place: Path | str) -> list[bytes]:
    with open_record(place) as record:
        contents = record.contents()
    return [exported(contents, form) for form in Format]


def test_what_feeds_gave_is_kept_one_beside_the_other_and_the_last_holds(places: Places) -> None:
    path = written(places)
    keep_looks(path, [(QUAY, Tags(etag='"1"'))])
    keep_looks(path, [(PIER, Tags(modified="Fri, 15 Mar 2024 10:15:00 GMT")), (QUAY, Tags(etag='"2"'))])
    assert find_tags(path) == {
        QUAY: Tags(etag='"2"'),
        PIER: Tags(modified="Fri, 15 Mar 2024 10:15:00 GMT"),
    }


def test_it_is_no_part_of_what_the_record_says(places: Places) -> None:
    path = written(places)
    before = exports_of(path)
    keep_looks(path, [(QUAY, Tags(etag='"1"'))])
    assert exports_of(path) == before
    assert check(path) == ()


def test_it_outlives_growing_and_a_copy_and_what_linking_keeps_is_not_touched(places: Places) -> None:
    path = written(places, replace(ferry_contents(), kept={"groups": b"near"}))
    keep_looks(path, [(QUAY, Tags(etag='"1"'))])
    with writing_to(path) as connection:
        assert read_state(connection).contents.kept == {"groups": b"near"}
        grow(
            connection, Growth(contents=replace(ferry_contents(), kept={"groups": b"far"}), from_inbox=False)
        )
        assert read_state(connection).contents.kept == {"groups": b"far"}
    copy_record(path, places.at("copy.db"))
    assert find_tags(path) == find_tags(places.at("copy.db")) == {QUAY: Tags(etag='"1"')}


@pytest.mark.parametrize("value", [b"", b"[]", b"{", b'{"q": ["a"], "r": [1, null], "s": "t"}', b"\xff"])
def test_what_cannot_be_made_out_is_left_aside(places: Places, value: bytes) -> None:
    path = written(places)
    with writing_to(path) as connection:
        connection.execute(schema.kept.insert(), {"place": 1, "name": "feeds", "value": value})
        connection.commit()
        assert connection.scalar(select(schema.kept.c.name)) == "feeds"
    assert find_tags(path) == {}


def test_entries_that_wait_are_kept_beside_others_and_let_go_of(places: Places) -> None:
    path = written(places, replace(ferry_contents(), kept={"groups": b"near"}))
    waiting = Held(feed=QUAY, locator=f"{QUAY}#1", entry='{"title":"Quay"}', tries=1, wait=0)
    keep_looks(path, [], {"https://quay.example/one": waiting, "https://quay.example/two": Held(feed=QUAY)})
    keep_looks(path, [(QUAY, Tags(etag='"1"'))], {"https://quay.example/two": None})
    assert find_held(path) == {"https://quay.example/one": waiting}
    assert find_tags(path) == {QUAY: Tags(etag='"1"')}
    with writing_to(path) as connection:
        assert read_state(connection).contents.kept == {"groups": b"near"}
    assert check(path) == ()


@pytest.mark.parametrize(
    "value", [b"[]", b"{", b'{"a": 1, "b": ["f", "l", "{", 1, 0], "c": ["f", "l", "[]", 1, 0]}']
)
def test_an_entry_that_cannot_be_made_out_waits_no_more(places: Places, value: bytes) -> None:
    path = written(places)
    with writing_to(path) as connection:
        connection.execute(schema.kept.insert(), {"place": 1, "name": "pages", "value": value})
        connection.commit()
    assert find_held(path) == {}


def test_a_record_that_never_kept_anything_starts_to(places: Places) -> None:
    path = tampered(written(places), "DROP TABLE kept")
    assert find_tags(path) == {}
    keep_looks(path, [(QUAY, Tags(etag='"1"'))])
    assert find_tags(path) == {QUAY: Tags(etag='"1"')}


def test_the_reports_of_a_record_are_found_by_their_ids(places: Places) -> None:
    contents = ferry_contents()
    assert find_reports(written(places, contents)) == {one.report.id for one in contents.readings}


def test_the_addresses_of_reports_are_those_they_have(places: Places) -> None:
    contents = ferry_contents()
    first = contents.readings[0]
    reading = replace(first, report=replace(first.report, url="https://quay.example/one"))
    readings = (
        reading,
        *(replace(one, report=replace(one.report, url=None)) for one in contents.readings[1:]),
    )
    assert find_addresses(written(places, replace(contents, readings=readings))) == {
        "https://quay.example/one"
    }
