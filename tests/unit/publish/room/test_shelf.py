from pathlib import Path

import pytest

from onrecord.errors import RecordError
from onrecord.publish.room.shelf import Shelf
from support.records import written


def test_a_record_that_is_given_back_is_lent_again(tmp_path: Path) -> None:
    shelf = Shelf(written(tmp_path))
    with shelf.lend() as first:
        pass
    with shelf.lend() as again:
        assert again is first
    shelf.close()


def test_two_readers_at_once_have_a_record_each_and_one_memory(tmp_path: Path) -> None:
    shelf = Shelf(written(tmp_path))
    with shelf.lend() as first, shelf.lend() as second:
        assert first is not second
        assert first.remembered is second.remembered
    shelf.close()


def test_a_record_that_failed_its_reader_is_not_lent_again(tmp_path: Path) -> None:
    shelf = Shelf(written(tmp_path))
    with pytest.raises(RecordError), shelf.lend() as first:
        first.statement("s00")
    with shelf.lend() as second:
        assert second is not first
    shelf.close()


def test_what_is_read_ahead_is_known_to_who_comes_later_and_nothing_stays_open(tmp_path: Path) -> None:
    shelf = Shelf(written(tmp_path))
    shelf.read_ahead()
    with shelf.lend() as record:
        assert record.remembered.known((record.content_version(), "outline")) is not None
        assert record.remembered.known((record.content_version(), "summary")) is not None
    shelf.close()
