from __future__ import annotations

import threading
import time
from typing import TYPE_CHECKING

import pytest

from onrecord.publish.api.turns import Turns

if TYPE_CHECKING:
    from collections.abc import Iterable


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


def test_turns_are_taken_in_the_order_in_which_they_were_asked_for() -> None:
    turns, order = Turns(patience=30), list[int]()
    waiting: list[threading.Thread] = []

    def make(number: int) -> None:
        with turns.taken():
            order.append(number)

    with turns.taken():
        for number in range(6):
            waiting.append(threading.Thread(target=make, args=(number,)))
            waiting[-1].start()
            while len(turns) <= number:
                time.sleep(0.001)
    # Whoever comes now is behind them, however late they wake up.
    make(6)
    for one in waiting:
        one.join()
    assert order == [0, 1, 2, 3, 4, 5, 6]


def test_those_who_wait_go_one_after_another_past_one_that_takes_long() -> None:
    # Long beside what each of them does: a thread that the machine lets lie as long is passed by as it should be.
    turns, within, most, made = Turns(patience=1.0), [0], [0], [0]
    begun, ended = threading.Event(), threading.Event()

    def take_long() -> None:
        with turns.taken():
            begun.set()
            ended.wait(30)

    def make() -> None:
        with turns.taken():
            within[0] += 1
            most[0] = max(most[0], within[0])
            time.sleep(0.001)
            within[0] -= 1
            made[0] += 1

    slow = threading.Thread(target=take_long)
    slow.start()
    begun.wait(30)
    several = [threading.Thread(target=make) for _ in range(6)]
    for one in several:
        one.start()
    for one in several:
        one.join(30)
    assert made == [6]
    assert most == [1]
    ended.set()
    slow.join()


def test_a_turn_ends_with_what_was_made_even_where_it_could_not_be() -> None:
    turns = Turns(patience=30)
    with pytest.raises(KeyError), turns.taken():
        raise KeyError
    with turns.taken():
        pass


def order_of(turns: Turns, several: Iterable[tuple[str, float]]) -> list[str]:
    """Return in which order several have their turns who ask one after another while somebody has his."""
    order = list[str]()
    waiting: list[threading.Thread] = []

    def make(name: str, lasting: float) -> None:
        with turns.taken(lasting):
            order.append(name)

    with turns.taken():
        for name, lasting in several:
            waiting.append(threading.Thread(target=make, args=(name, lasting)))
            waiting[-1].start()
            while len(turns) < len(waiting):
                time.sleep(0.001)
    for one in waiting:
        one.join()
    return order


def test_who_will_take_longer_goes_on_as_if_it_had_come_so_much_earlier() -> None:
    several = (("short", 0.0), ("long", 20.0), ("longer", 25.0), ("as short", 0.0))
    assert order_of(Turns(patience=30), several) == ["longer", "long", "short", "as short"]


def test_nobody_goes_on_as_if_it_had_come_earlier_than_by_the_patience() -> None:
    several = (("long", 40.0), ("longer", 1000.0), ("as long", 30.0))
    assert order_of(Turns(patience=30), several) == ["long", "longer", "as long"]
