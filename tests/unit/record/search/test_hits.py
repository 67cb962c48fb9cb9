from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from onrecord.model.found import Part
from onrecord.model.listing import Asked
from onrecord.record.search.hits import find_hits

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from sqlalchemy import Connection


def anew(question: Hashable, find: Callable[[], Any], /) -> Any:
    del question
    return find()


def test_all_parts_are_looked_through(ferry: Connection) -> None:
    found = find_hits(ferry, Asked(words="fares"), once=anew)

    assert (found.statements.total, found.reports.total, found.speakers.total) == (1, 3, 0)
    assert [one.held_by for one in found.sought] == [None]


def test_what_is_not_looked_through_has_no_hits(ferry: Connection) -> None:
    found = find_hits(ferry, Asked(words="fares"), once=anew, parts=[Part.STATEMENTS])

    assert (found.statements.total, found.reports.total) == (1, 0)


def test_what_costs_is_asked_for_once(ferry: Connection) -> None:
    asked: list[Hashable] = []

    def once(question: Hashable, find: Callable[[], Any], /) -> Any:
        asked.append(question)
        return find()

    find_hits(ferry, Asked(words="fares", outlet="Gazette", first=2), once=once)
    before = list(asked)
    find_hits(ferry, Asked(words="boats", outlet="Gazette"), once=once)

    assert asked == [*before, *before]


def test_a_suggestion_is_made_only_where_it_may_find_something(ferry: Connection) -> None:
    assert [one.text for one in find_hits(ferry, Asked(words="Welik fares"), once=anew).suggestions] == [
        "Velik fares"
    ]
    assert find_hits(ferry, Asked(words="Welik lighthouse"), once=anew).suggestions == ()


@pytest.mark.parametrize("words", ["", "—", "\x00"])
def test_no_words_find_nothing_and_cost_nothing(ferry: Connection, words: str) -> None:
    found = find_hits(ferry, Asked(words=words, first=3), once=anew)

    assert (found.sought, found.statements.first) == ((), 3)
