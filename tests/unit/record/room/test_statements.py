from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked, Order
from support.made import plain

if TYPE_CHECKING:
    from onrecord.record import Record


def test_the_best_corroborated_come_first(made: Record) -> None:
    rows = made.list_statements(Asked(most=200)).rows
    keys = [(-row.lineages, -row.reports) for row in rows]
    assert keys == sorted(keys)


def test_by_time_what_has_no_day_comes_last(made: Record) -> None:
    total = made.list_statements(Asked(most=1)).total
    rows = [
        row
        for first in range(0, total, 200)
        for row in made.list_statements(Asked(order=Order.TIME, first=first, most=200)).rows
    ]
    days = [row.said.earliest or row.said.latest if row.said else None for row in rows]
    known = [day for day in days if day is not None]
    assert known == sorted(known)
    assert set(days[len(known) :]) == {None}


def test_words_of_any_wording_find_a_statement_and_filters_still_hold(made: Record) -> None:
    words = "winter"
    holding = {
        one.id
        for one in plain().statements.values()
        if any(words in variant.text for variant in one.variants)
    }
    listed = made.list_statements(Asked(words=words, most=200))
    assert {row.id for row in listed.rows} == holding
    assert listed.total == len(holding) > 0
    alone = made.list_statements(Asked(words=words, independent=2, most=200))
    assert {row.id for row in alone.rows} == {
        one for one in holding if plain().statements[one].corroboration.lineages >= 2
    }


def test_any_text_is_a_question(made: Record) -> None:
    for words in ('"', "(x OR", "a\x00b", "\ud800", "!!!", "-" * 5000, "NEAR(the, 5)"):
        assert made.list_statements(Asked(words=words)).total >= 0
