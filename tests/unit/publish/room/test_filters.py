from datetime import date
from pathlib import Path

import pytest

from onrecord.model.attribution import Manner
from onrecord.model.listing import Order
from onrecord.publish.room.filters import names_of, read_filters
from onrecord.publish.room.searching import show_search
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


BAD = {
    "since=soon": "“soon” was left out: “Said on or after” is a day as in 2021-03-04.",
    "until=2021-02-30": "“2021-02-30” was left out: “Said on or before” is no day of the calendar",
    "event=e00": "This record has no event e00: it was left out.",
    "event=nope": "This record has no event nope: it was left out.",
    "story=t00": "This record has no story t00: it was left out.",
    "event=%27": "This record has no event ': it was left out.",
    "independent=x": "“x” was left out: “Independent sources, at least” is a whole number from 0",
    "independent=-1": "“-1” was left out: “Independent sources, at least” is a whole number from 0",
    "manner=foo": "“foo” was left out: “Manner” is one of direct, ",
    "level=foo": "“foo” was left out: “At least” is one of certain, ",
    "unknown=perhaps": "“perhaps” was left out: “Only words of unknown speakers” is true or false.",
    "by=size": "“size” was left out: “Order” is one of relevance, time, sources.",
    "part=lies": "“lies” was left out: “Look in” is one of statements, ",
    "name=Velik": "This page cannot be asked for “name”: “Velik” was left out.",
    "speaker=&speaker=Velik": "“speaker” is asked for twice: the first is used, “Velik” was left out.",
    "page=soon": "“soon” is the number of no page: the first is shown.",
}


@pytest.mark.parametrize("question", BAD)
def test_what_cannot_be_used_is_told_with_the_reason_and_left_out(tmp_path: Path, question: str) -> None:
    with visiting(tmp_path, f"/search?{question}") as visit:
        shown = show_search(visit)
        filters, asked = read_filters(visit)

    assert shown.values["found"].total == len(ferry_contents().linked.statements)
    (told,) = filters.complaints
    assert told.startswith(BAD[question])
    assert shown.notes == filters.complaints
    assert not filters.narrows
    assert asked.event is None


def test_days_that_no_day_fits_are_pointed_out(tmp_path: Path) -> None:
    with visiting(tmp_path, "/search?since=2021-03-02&until=2021-03-01") as visit:
        (told,) = read_filters(visit)[0].complaints
    assert told == "No day is both on or after 2021-03-02 and on or before 2021-03-01: nothing can fit."


def test_of_very_many_words_it_is_told_how_far_they_are_looked_for(tmp_path: Path) -> None:
    with visiting(tmp_path, "/search?q=" + "a" * 401) as visit:
        assert read_filters(visit)[0].complaints == (
            "Only the first 400 characters of the words are looked for.",
        )


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/search",
        "/speakers",
        "/reports",
        "/events",
        "/outlets",
        "/matrix",
        "/divergences",
        "/problems",
        "/corrections",
    ],
)
def test_every_list_tells_what_it_cannot_be_asked_for(tmp_path: Path, path: str) -> None:
    room = client(written(tmp_path))
    assert room.get(f"{path}?colour=red").text.count("“red” was left out.") == 1
    assert "left out" not in room.get(f"{path}?page=1").text


@pytest.mark.parametrize(("asked", "part"), [("reports", "reports"), ("speakers", "speakers"), ("lies", "")])
def test_where_to_look_is_one_of_the_parts_or_everywhere(tmp_path: Path, asked: str, part: str) -> None:
    with visiting(tmp_path, f"/search?part={asked}") as visit:
        filters, _ = read_filters(visit)
        assert names_of(visit, filters) == {}
    assert filters.part == part
