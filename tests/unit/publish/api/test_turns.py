from __future__ import annotations

import threading
import time

import pytest

from onrecord.publish.api.turns import Turns


def test_answers_are_made_one_after_another() -> None:
    turns, within, most = Turns(patience=30), [0], [0]

    def make() -> None:
        with turns.taken():
            within[0] += 1
            most[0] = max(most[0], within[0])
            time.sleep(0.002)
            within[0] -= 1

    several = [threading.Thread(target=make) for _ in range(8)]
    for one in several:
        one.start()
    for one in several:
        one.join()
    assert most == [1]


def test_nobody_waits_long_for_one_that_takes_long() -> None:
    turns = Turns(patience=0.01)
    begun, ended = threading.Event(), threading.Event()

    def take_long() -> None:
        with turns.taken():
            begun.set()
            ended.wait(30)

    slow = threading.Thread(target=take_long)
    slow.start()
    begun.wait(30)
    for _ in range(2):
        with turns.taken():
            assert slow.is_alive()
    ended.set()
    slow.join()


def test_a_turn_ends_with_what_was_made_even_where_it_could_not_be() -> None:
    turns = Turns(patience=30)
    with pytest.raises(KeyError), turns.taken():
        raise KeyError
    with turns.taken():
        pass
