from dataclasses import replace
from pathlib import Path

from onrecord.publish.room.remembered import Pages
from support.contents import ferry_contents
from support.records import written
from support.room import client


def test_a_page_is_made_once_for_each_state_of_the_record() -> None:
    made: list[str] = []
    pages = Pages()

    def ask(version: str) -> bytes:
        def make() -> tuple[bytes, int]:
            made.append(version)
            return version.encode(), 200

        return pages.page((version, "/", ""), make)[0]

    assert [ask("one"), ask("one"), ask("two"), ask("one")] == [b"one", b"one", b"two", b"one"]
    assert made == ["one", "two"]


def test_nothing_is_kept_of_a_record_without_a_version() -> None:
    pages = Pages()
    assert pages.page(("", "/", ""), lambda: (b"a", 200))[0] == b"a"
    assert pages.page(("", "/", ""), lambda: (b"b", 200))[0] == b"b"


def test_the_page_not_asked_for_the_longest_goes_first() -> None:
    pages = Pages(most=8)
    for path in ("/a", "/b", "/a", "/c"):
        pages.page(("v", path, ""), lambda: (b"1234", 200))
    made = [pages.page(("v", path, ""), lambda: (b"new!", 200))[0] for path in ("/a", "/b")]
    assert made == [b"1234", b"new!"]


def test_what_grew_is_on_the_page_at_once(tmp_path: Path) -> None:
    contents = ferry_contents()
    room = client(written(tmp_path, contents))
    assert "Ana Velik" in room.get("/speakers").text
    entities = tuple(replace(one, name=one.name.replace("Velik", "Rusk")) for one in contents.linked.entities)
    written(tmp_path, replace(contents, linked=replace(contents.linked, entities=entities)))
    assert "Ana Rusk" in room.get("/speakers").text
