import threading
import time

import pytest

from onrecord.record.room.remembered import ROW, Remembered


def test_an_answer_is_found_once() -> None:
    remembered, found = Remembered(), iter((1, 2, 3))
    for _ in range(3):
        assert remembered.answer("q", lambda: next(found)) == 1
    assert remembered.answer("other", lambda: 7) == 7


def test_what_was_asked_longest_ago_is_forgotten_first() -> None:
    remembered = Remembered(most=2 * ROW + 10)
    remembered.answer("a", lambda: 1)
    remembered.answer("b", lambda: 1)
    remembered.answer("a", lambda: 2)
    remembered.answer("c", lambda: 1)
    assert remembered.answer("a", lambda: 3) == 1
    assert remembered.answer("b", lambda: 3) == 3


def test_a_long_answer_weighs_more() -> None:
    remembered = Remembered(most=3 * ROW)
    remembered.answer("a", lambda: 1)
    remembered.answer("long", lambda: [0] * 100, each=ROW)
    assert remembered.answer("a", lambda: 2) == 2


def test_threads_that_ask_the_same_wait_for_the_first() -> None:
    remembered, found = Remembered(), list[int]()

    def find() -> int:
        time.sleep(0.05)
        found.append(1)
        return 5

    threads = [threading.Thread(target=lambda: remembered.answer("q", find)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [1]


def test_an_error_is_not_remembered() -> None:
    remembered = Remembered()

    def fail() -> int:
        raise ValueError("not now")

    with pytest.raises(ValueError, match="not now"):
        remembered.answer("q", fail)
    assert remembered.answer("q", lambda: 4) == 4


def test_an_answer_may_rest_on_another() -> None:
    remembered = Remembered()
    assert remembered.answer("q", lambda: remembered.answer("under", lambda: 2) + 1) == 3
