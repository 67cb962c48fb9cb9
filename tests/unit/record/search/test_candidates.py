from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from onrecord.model.found import COUNTED
from onrecord.model.listing import Order
from onrecord.record.search.candidates import Candidate, count_holding, find_candidates, in_order, is_held
from onrecord.record.search.filters import Narrowed
from onrecord.record.search.question import read_question
from onrecord.record.stores.file import connect
from support.contents import ferry_contents
from support.records import written
from support.searched import Said, searched

if TYPE_CHECKING:
    from pathlib import Path

    from sqlalchemy import Connection

FARES = next(one for one in ferry_contents().linked.statements if len(one.variants) > 1)


def find(connection: Connection, words: str, narrowed: Narrowed | None = None) -> list[str]:
    found = find_candidates(connection, "variant_words", read_question(words).sought, narrowed or Narrowed())
    return [one.owner for one in found.best]


def test_a_statement_is_found_once_by_its_best_wording(ferry: Connection) -> None:
    assert find(ferry, "fares") == [FARES.id]
    assert find(ferry, "fares year") == [FARES.id]
    assert find(ferry, "fares lighthouse") == []


def test_only_places_that_are_left_are_looked_at(ferry: Connection) -> None:
    (found,) = find_candidates(ferry, "variant_words", read_question("fares year").sought, Narrowed()).best

    assert find(ferry, "fares year", Narrowed(places=(found.place,))) == [FARES.id]
    assert find(ferry, "fares year", Narrowed(places=(found.place + 1,))) == []
    assert find(ferry, "fares year", Narrowed(places=())) == []


def test_of_common_words_only_so_many_hits_are_counted(tmp_path: Path) -> None:
    said = [Said(words=f"The same {number}", speaker="") for number in range(COUNTED + 5)]
    with connect(written(tmp_path, searched(*said)), options="mode=ro").connect() as connection:
        found = find_candidates(connection, "variant_words", read_question("same").sought, Narrowed())
        (sought,) = read_question("same").sought

        assert (len(found.best), found.more) == (COUNTED, True)
        assert count_holding(connection, sought) == COUNTED


def test_what_holds_one_thing_by_itself_is_counted(ferry: Connection) -> None:
    (boats,) = read_question("boats").sought

    (lighthouse,) = read_question("lighthouse").sought

    assert count_holding(ferry, boats) == 4
    assert is_held(ferry, boats)
    assert not is_held(ferry, lighthouse)


@pytest.mark.parametrize("order", list(Order))
def test_every_order_keeps_all_candidates(ferry: Connection, order: Order) -> None:
    found = find_candidates(ferry, "variant_words", read_question("boats").sought, Narrowed())
    ordered = in_order(ferry, found.best, order, kind="statement", part="said")

    assert sorted(one.owner for one in ordered) == sorted(one.owner for one in found.best)


def test_what_has_no_day_comes_last_by_time(ferry: Connection) -> None:
    late = next(one for one in ferry_contents().linked.statements if one.said is None)
    others = [one for one in ferry_contents().linked.statements if one.said is not None]
    candidates = [Candidate(one.id, 0, 0.0) for one in (late, *others)]

    assert in_order(ferry, candidates, Order.TIME, kind="statement", part="said")[-1].owner == late.id


def test_the_best_corroborated_come_first_by_sources(ferry: Connection) -> None:
    candidates = [Candidate(one.id, 0, 0.0) for one in ferry_contents().linked.statements]

    assert in_order(ferry, candidates, Order.SOURCES, kind="statement", part="said")[0].owner == FARES.id
