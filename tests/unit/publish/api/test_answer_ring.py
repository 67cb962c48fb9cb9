import os
import random
import signal
from concurrent.futures import ThreadPoolExecutor

import pytest

from onrecord.publish.api.answer_ring import Answered, AnswerRing

forking = pytest.mark.skipif(not hasattr(os, "fork"), reason="no process forks on this system")


def key(path: str) -> tuple[str, str, str]:
    return "v", path, ""


def test_an_answer_comes_back_with_its_status_and_headers() -> None:
    ring = AnswerRing(1000)
    answer = Answered("Füße".encode(), 302, {"location": "/report/r1"})
    ring.keep(key("/a"), answer)
    assert ring.find(key("/a")) == answer
    assert ring.find(key("/b")) is None


def test_the_answer_not_asked_for_the_longest_goes_first() -> None:
    ring = AnswerRing(100)
    for path in ("/a", "/b", "/c"):
        ring.keep(key(path), Answered(b"12345"))
        assert ring.find(key("/a")) is not None
    ring.keep(key("/d"), Answered(b"1" * 40))
    assert ring.find(key("/b")) is None
    assert ring.find(key("/a")) == Answered(b"12345")


def test_what_is_found_is_what_was_kept_however_often_the_ring_goes_round() -> None:
    dice, ring, kept = random.Random(1), AnswerRing(5000), dict[str, bytes]()
    found = 0
    for _ in range(3000):
        path = f"/{dice.randrange(60)}"
        if dice.random() < 0.5:
            kept[path] = dice.randbytes(dice.randrange(900))
            ring.keep(key(path), Answered(kept[path]))
        answer = ring.find(key(path))
        assert answer is None or answer.body == kept[path]
        found += answer is not None
    assert found > 1500


def test_threads_find_whole_answers() -> None:
    ring = AnswerRing(3000)

    def work(seed: int) -> bool:
        dice = random.Random(seed)
        whole = True
        for _ in range(500):
            letter = dice.choice("abcdef")
            ring.keep(key(letter), Answered(letter.encode() * dice.randrange(1, 700)))
            answer = ring.find(key(letter))
            whole = whole and (answer is None or set(answer.body) == set(letter.encode()))
        return whole

    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(work, range(4)))


@forking
def test_what_another_process_has_made_is_found() -> None:
    ring = AnswerRing(1000)
    if not (pid := os.fork()):
        ring.keep(key("/a"), Answered(b"made elsewhere"))
        os._exit(0)
    os.waitpid(pid, 0)
    assert ring.find(key("/a")) == Answered(b"made elsewhere")


@forking
def test_a_process_killed_while_it_writes_leaves_no_torn_answer_and_no_lock() -> None:
    ring = AnswerRing(4000)
    for seed in range(10):
        if not (pid := os.fork()):
            while True:
                for letter in "abcdef":
                    ring.keep(key(letter), Answered(letter.encode() * 900))
        dice = random.Random(seed)
        for _ in range(dice.randrange(100, 2000)):
            ring.find(key("a"))
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        for letter in "abcdef":
            answer = ring.find(key(letter))
            assert answer is None or answer.body == letter.encode() * 900


def test_a_page_takes_less_room_than_its_bytes() -> None:
    ring = AnswerRing(2000)
    pages = {f"/{number}": Answered(f"<li>{number}</li>".encode() * 1000) for number in range(5)}
    for path, page in pages.items():
        ring.keep(key(path), page)
    assert {path: ring.find(key(path)) for path in pages} == pages
