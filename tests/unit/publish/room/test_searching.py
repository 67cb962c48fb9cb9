from datetime import date
from pathlib import Path

import pytest

from onrecord.model.attribution import Manner
from onrecord.model.listing import Order
from onrecord.publish.room.searching import read_filters, show_search
from support.contents import ferry_contents
from support.records import written
from support.room import client, visiting


def test_filters_are_what_the_form_was_given(tmp_path: Path) -> None:
    question = "/search?q=fares&speaker=Velik&since=2021-03-01&manner=direct&independent=2&by=time"
    with visiting(tmp_path, question) as visit:
        filters, asked = read_filters(visit)

    assert (asked.words, asked.speaker, asked.since) == ("fares", "Velik", date(2021, 3, 1))
    assert (asked.manner, asked.independent, asked.order) == (Manner.DIRECT, 2, Order.TIME)
    assert filters.narrows
    assert filters.complaints == ()


@pytest.mark.parametrize("question", ["since=soon", "event=e00", "story=t00", "event=%27"])
def test_what_cannot_be_used_is_complained_of_and_left_out(tmp_path: Path, question: str) -> None:
    with visiting(tmp_path, f"/search?{question}") as visit:
        shown = show_search(visit)
        filters, asked = read_filters(visit)

    assert shown.values["found"].total == len(ferry_contents().linked.statements)
    assert len(filters.complaints) == 1 or "event=%27" in question
    assert asked.event is None


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
