import re
from pathlib import Path

import pytest

from onrecord.publish.room import searching
from onrecord.publish.room.searching import show_search
from onrecord.record.search import candidates as search_candidates
from support.records import written
from support.room import client, visiting


@pytest.mark.parametrize("words", ["fares", '"raise the fares"', "(x OR", "\x00", "“", "*", "a" * 5000])
def test_any_text_is_a_valid_question(tmp_path: Path, words: str) -> None:
    from urllib.parse import quote

    with visiting(tmp_path, f"/search?q={quote(words)}") as visit:
        found = show_search(visit).values["found"]
    assert found.total == ("fares" in words)


def test_a_name_typed_a_little_wrong_still_finds_its_speaker(tmp_path: Path) -> None:
    with visiting(tmp_path, "/search?q=Velic") as visit:
        found = show_search(visit).values["found"]
    assert [one.hit.called for one in found.speakers] == ["Ana Velik"]


@pytest.mark.parametrize("words", ['"', "…", "—"])
def test_a_question_without_a_word_is_told_to_have_none(tmp_path: Path, words: str) -> None:
    from urllib.parse import quote

    page = client(written(tmp_path)).get(f"/search?q={quote(words)}").text
    assert "No word was given" in page
    assert "Nothing fits" not in page
    assert "0 statements" not in page


def test_a_speakers_name_lists_what_they_said_and_says_so(tmp_path: Path) -> None:
    from onrecord.publish.room.answering import Room, page
    from onrecord.publish.room.door import Entry
    from onrecord.publish.room.shelf import Shelf

    with visiting(tmp_path, "/search?q=What+did+Velik+say+about+lighthouses") as visit:
        shown = show_search(visit)
    found = shown.values["found"]
    assert found.loose
    assert all(any("Velik" in one.name for one in row.row.speakers) for row in found.statements)
    text = page(Room(path="x", shelf=Shelf("x"), entry=Entry()), shown, "/search")
    assert "No statement holds all of" in text
    assert "Nothing fits" not in text
    assert f"{found.speakers[0].hit.statements} statement" in text


@pytest.mark.parametrize("noun", ["report", "speaker"])
@pytest.mark.parametrize(
    "filters", ["", "manner=direct", "speaker=velik", "outlet=gazette", "since=2021-03-01", "independent=2"]
)
@pytest.mark.parametrize("words", ["", "velik"])
def test_reports_and_speakers_are_searched_and_filtered_as_the_api_does(
    tmp_path: Path, noun: str, filters: str, words: str
) -> None:
    room = client(written(tmp_path))
    page = room.get(f"/search?part={noun}s&q={words}&{filters}").text
    if words:
        api = room.get(f"/api/v1/search?part={noun}s&words={words}&{filters}").json()[f"{noun}s"]
    else:
        api = room.get(f"/api/v1/{noun}s?{filters}").json()
    (told,) = re.findall(r'status">([0-9]+) ' + noun, page)
    assert int(told) == api["total"]
    assert list(re.findall(rf'href="/{noun}/(\w+)"', page)) == [row["id"] for row in api["rows"]]
    assert ("Nothing fits" in page) == (not api["rows"])


def test_beside_statements_a_few_reports_are_shown_and_the_way_to_all(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(searching, "BESIDE", 1)
    page = client(written(tmp_path)).get("/search?q=ferry").text
    assert re.search(r'href="/search\?q=ferry&amp;part=reports">All [0-9]+ reports</a>', page)


def test_many_hits_say_that_only_some_were_put_in_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_candidates, "COUNTED", 1)
    room = client(written(tmp_path))
    assert "only 1,000 were looked at" in room.get("/search?q=boats&by=time").text
    assert "were looked at" not in room.get("/search?q=year").text
