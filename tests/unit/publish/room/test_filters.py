from datetime import date
from pathlib import Path

import pytest

from onrecord.model.attribution import Manner
from onrecord.model.listing import Order
from onrecord.publish.room.filters import names_of, read_filters
from onrecord.publish.room.searching import show_search
from support.contents import ferry_contents
from support.room import visiting


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


@pytest.mark.parametrize(("asked", "part"), [("reports", "reports"), ("speakers", "speakers"), ("lies", "")])
def test_where_to_look_is_one_of_the_parts_or_everywhere(tmp_path: Path, asked: str, part: str) -> None:
    with visiting(tmp_path, f"/search?part={asked}") as visit:
        filters, _ = read_filters(visit)
        assert names_of(visit, filters) == {}
    assert filters.part == part
