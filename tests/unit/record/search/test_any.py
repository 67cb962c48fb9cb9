from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from onrecord.model.listing import Asked, Order
from onrecord.record.search.any import find_any
from support.contents import ferry_contents

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from sqlalchemy import Connection

LINKED = ferry_contents().linked
VELIK = next(one for one in LINKED.entities if "Velik" in one.name)
HERS = {one.id for one in LINKED.statements if VELIK.id in one.speaker_ids}


def anew(question: Hashable, find: Callable[[], Any], /) -> Any:
    del question
    return find()


def test_a_name_finds_what_is_said_by_who_is_named_so(ferry: Connection) -> None:
    found = find_any(ferry, Asked(words="Velik"), once=anew)
    assert {hit.id for hit in found.rows} >= HERS
    assert found.total == len({hit.id for hit in found.rows})


def test_what_has_most_of_a_plain_question_comes_first(ferry: Connection) -> None:
    (first, *_) = find_any(ferry, Asked(words="What did Velik say about fares?"), once=anew).rows
    assert first.id in HERS
    assert "fares" in first.text
    assert [mark.of(first.text) for mark in first.marks if mark.of(first.text) == "fares"]


@pytest.mark.parametrize("order", list(Order))
def test_filters_orders_and_pages_are_those_of_any_list(ferry: Connection, order: Order) -> None:
    asked = Asked(words="Velik boats", order=order)
    whole = find_any(ferry, asked, once=anew)
    one = find_any(ferry, Asked(words="Velik boats", order=order, first=1, most=1), once=anew)
    assert [hit.id for hit in one.rows] == [hit.id for hit in whole.rows][1:2]
    assert find_any(ferry, Asked(words="Velik", speaker="Nobody Such"), once=anew).total == 0


@pytest.mark.parametrize("words", ["", "—", "lighthouse zebra"])
def test_what_is_nowhere_finds_nothing(ferry: Connection, words: str) -> None:
    assert find_any(ferry, Asked(words=words), once=anew).rows == ()
