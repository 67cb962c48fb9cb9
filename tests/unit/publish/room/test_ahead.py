from __future__ import annotations

import threading
import time
from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.vectors import load_encoder
from onrecord.publish.room.ahead import make_ready, stay_ahead
from onrecord.publish.room.shelf import Shelf
from support.contents import ferry_contents
from support.records import written

if TYPE_CHECKING:
    from pathlib import Path


def test_pages_stand_ready_to_be_made() -> None:
    make_ready()
    assert load_encoder.cache_info().currsize == 1


def test_a_record_that_grew_is_read_before_anybody_asks_again(tmp_path: Path) -> None:
    contents = ferry_contents()
    shelf = Shelf(written(tmp_path, contents))
    ended = stay_ahead(shelf)
    entities = tuple(replace(one, name=one.name.upper()) for one in contents.linked.entities)
    with shelf.lend() as record:
        before = record.content_version()
    written(tmp_path, replace(contents, linked=replace(contents.linked, entities=entities)))
    with shelf.lend() as record:
        version, state, remembered = record.content_version(), record.answers_state, record.remembered
    assert version != before
    until = time.monotonic() + 30
    while remembered.known((state, "summary")) is None:
        assert time.monotonic() < until
        threading.Event().wait(0.05)
    ended.set()
    shelf.close()
