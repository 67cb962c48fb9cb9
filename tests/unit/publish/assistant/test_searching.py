from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from onrecord.errors import RecordError
from onrecord.publish.assistant.searching import Wish, events, search

if TYPE_CHECKING:
    from onrecord.record import Record


def test_what_words_find_is_told_with_citations(ferry_record: Record) -> None:
    told = search(ferry_record, Wish(words="fares"))

    assert (told.statements_total, told.statements_more) == (1, False)
    assert "fares" in told.statements[0].citation.exact
    assert all("fares" in cited.exact for report in told.reports for cited in report.citations)
    assert {report.title for report in told.reports} == {
        "Ferry to run again from May",
        "Islanders wait for a ferry",
    }


def test_a_name_typed_nearly_right_is_found_and_asked_back(ferry_record: Record) -> None:
    told = search(ferry_record, Wish(words="Welik"))

    assert [(one.name, one.likeness) for one in told.speakers] == [("Ana Velik", "spelled")]
    assert told.did_you_mean == ["Velik"]
    assert [(one.text, one.held_by) for one in told.looked_for] == [("Welik", 0)]


def test_filters_narrow_it_down(ferry_record: Record) -> None:
    assert search(ferry_record, Wish(words="boats", level="certain")).statements_total == 1
    assert search(ferry_record, Wish(words="boats", speaker="Velik", manner="indirect")).statements_total == 2
    assert search(ferry_record, Wish(words="fares", since="2021-03-05")).statements_total == 0


@pytest.mark.parametrize(
    ("wish", "sentence"),
    [
        ({"since": "tomorrow"}, "since is a day such as 2021-03-04, not 'tomorrow'"),
        ({"manner": "loud"}, "manner is one of direct, mixed"),
        ({"level": "sure"}, "level is one of certain, likely, possible"),
        ({"order": "random"}, "order is one of relevance, time, sources"),
        ({"most": 21}, "most is from 1 to 20, not 21"),
        ({"first": -1}, "first is from 0"),
        ({"event": "e0"}, "no event e0"),
    ],
)
def test_what_cannot_be_understood_is_refused_in_a_sentence(
    ferry_record: Record, wish: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(RecordError, match=sentence):
        search(ferry_record, Wish(words="ferry", **wish))


def test_events_are_told_with_their_day_and_a_place_they_rest_on(ferry_record: Record) -> None:
    told = events(ferry_record, Wish(order="sources"))
    (event,) = told.events

    assert (told.total, event.reports, event.independent) == (1, 3, 2)
    assert event.day is not None
    assert event.citation is not None
    assert event.citation.exact
