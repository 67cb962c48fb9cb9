import threading
import time
from dataclasses import replace
from functools import partial
from pathlib import Path

from onrecord.publish.api.kept import Answered, Kept
from support.contents import ferry_contents
from support.records import written
from support.room import client


def test_an_answer_is_made_once_for_each_state_of_the_record() -> None:
    made: list[str] = []
    kept = Kept()

    def ask(version: str) -> bytes:
        def make() -> Answered:
            made.append(version)
            return Answered(version.encode())

        return kept.answer((version, "/", ""), make).body

    assert [ask("one"), ask("one"), ask("two"), ask("one")] == [b"one", b"one", b"two", b"one"]
    assert made == ["one", "two"]


def test_nothing_is_kept_of_a_record_without_a_version() -> None:
    kept = Kept()
    assert kept.answer(("", "/", ""), lambda: Answered(b"a")).body == b"a"
    assert kept.answer(("", "/", ""), lambda: Answered(b"b")).body == b"b"


def test_what_is_not_there_is_not_kept() -> None:
    kept = Kept()
    assert kept.answer(("v", "/", ""), lambda: Answered(b"no", 404)).status == 404
    assert kept.answer(("v", "/", ""), lambda: Answered(b"yes")).status == 200


def test_where_a_thing_is_instead_is_kept_as_what_is_here() -> None:
    kept, made = Kept(), list[str]()

    def make() -> Answered:
        made.append("made")
        return Answered(b"", 302, {"location": "/report/r1"})

    several = [kept.answer(("v", "/attribution/a1", ""), make) for _ in range(2)]
    assert [one.headers["location"] for one in several] == ["/report/r1", "/report/r1"]
    assert made == ["made"]


def test_an_answer_larger_than_all_that_is_kept_leaves_nothing_behind() -> None:
    kept = Kept(most=12)
    kept.answer(("v", "/long", ""), lambda: Answered(b"1234567890"))
    assert kept.answer(("v", "/long", ""), lambda: Answered(b"2")).body == b"2"


def test_what_grew_is_on_the_page_and_in_the_api_at_once(tmp_path: Path) -> None:
    contents = ferry_contents()
    room = client(written(tmp_path, contents))
    assert "Ana Velik" in room.get("/speakers").text
    assert "Ana Velik" in room.get("/api/v1/speakers").text
    entities = tuple(replace(one, name=one.name.replace("Velik", "Rusk")) for one in contents.linked.entities)
    written(tmp_path, replace(contents, linked=replace(contents.linked, entities=entities)))
    assert "Ana Rusk" in room.get("/speakers").text
    assert "Ana Rusk" in room.get("/api/v1/speakers").text


def test_a_kind_of_answer_that_took_long_has_its_turn_sooner() -> None:
    kept, order = Kept(), list[str]()
    waiting: list[threading.Thread] = []

    def compute() -> None:
        began = time.thread_time()
        while time.thread_time() - began < 0.05:
            pass

    kept.in_turn("slow", compute)
    with kept.turns.taken():
        for kind in ("quick", "slow"):
            waiting.append(threading.Thread(target=kept.in_turn, args=(kind, partial(order.append, kind))))
            waiting[-1].start()
            while len(kept.turns) < len(waiting):
                time.sleep(0.001)
    for one in waiting:
        one.join()
    assert order == ["slow", "quick"]
