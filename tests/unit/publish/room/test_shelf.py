import threading
from contextlib import ExitStack
from pathlib import Path

import pytest

from onrecord.errors import Elsewhere, RecordError
from onrecord.model.listing import Asked
from onrecord.publish.room.shelf import Shelf, read_what_all_need
from onrecord.record import open_record
from onrecord.record.rows.prepared import prepare
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
        assert record.remembered.known((record.answers_state, "outline")) is not None
        assert record.remembered.known((record.answers_state, "summary")) is not None
    shelf.close()


def test_a_record_that_sent_its_reader_elsewhere_is_lent_again(tmp_path: Path) -> None:
    shelf = Shelf(written(tmp_path))
    with pytest.raises(Elsewhere), shelf.lend() as first:
        raise Elsewhere("/")
    with shelf.lend() as second:
        assert second is first
    shelf.close()


def test_who_catches_up_with_a_record_does_not_count_as_a_reader(tmp_path: Path) -> None:
    shelf = Shelf(written(tmp_path))
    threading.Event().wait(0.2)
    shelf.catch_up()
    assert not shelf.is_asked_for(0.1)
    with shelf.lend():
        pass
    assert shelf.is_asked_for(30)
    shelf.close()


def test_what_all_need_is_known_then(tmp_path: Path) -> None:
    with open_record(written(tmp_path)) as record:
        read_what_all_need(record)
        state = record.answers_state
        for question in ("outline", "summary", "doubts", ("speakers", Asked(most=1))):
            assert record.remembered.known((state, question)) is not None


def test_few_records_stay_open_after_many_readers_came_at_once(tmp_path: Path) -> None:
    shelf = Shelf(written(tmp_path))
    with ExitStack() as readers:
        several = {id(readers.enter_context(shelf.lend())) for _ in range(9)}
    assert len(several) == 9
    with ExitStack() as readers:
        kept = [readers.enter_context(shelf.lend()) for _ in range(9)]
        assert sum(id(one) in several for one in kept) >= 1
        assert len({id(one) for one in kept}) == 9
    shelf.close()


def test_a_shelf_that_is_shut_waits_for_its_readers_and_leaves_nothing_open(tmp_path: Path) -> None:
    path = written(tmp_path)
    shelf = Shelf(path)
    lent, ending = threading.Event(), threading.Event()

    def read() -> None:
        with shelf.lend() as record:
            record.summary()
            lent.set()
            assert ending.wait(10)

    reader = threading.Thread(target=read)
    reader.start()
    assert lent.wait(10)
    shutting = threading.Thread(target=shelf.shut)
    shutting.start()
    shutting.join(0.05)
    assert shutting.is_alive()
    ending.set()
    shutting.join(10)
    reader.join(10)
    assert [one.name for one in path.parent.iterdir() if one.name.startswith(path.name)] == [path.name]
    with pytest.raises(RecordError, match="no longer shown"), shelf.lend():
        pass


def test_the_queries_of_a_search_are_put_together_before_anybody_asks(tmp_path: Path) -> None:
    prepare.cache_clear()
    with open_record(written(tmp_path)) as record:
        read_what_all_need(record)
        (_, another, *_) = record.list_statements(Asked()).rows
        put_together = prepare.cache_info().currsize
        assert record.find(Asked(words=another.text)).statements.total
        assert prepare.cache_info().currsize == put_together
