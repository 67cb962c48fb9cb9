from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.listing import Asked
from onrecord.record.room import words as room_words
from onrecord.record.room.words import find_holding, holds_words, those_holding
from support.made import plain

if TYPE_CHECKING:
    import pytest
    from sqlalchemy import Connection

    from onrecord.record import Record


def test_names_hold_words_in_any_order_and_case() -> None:
    assert holds_words("The Ferry of Orrin Bay", "orrin FERRY")
    assert not holds_words("The Ferry of Orrin Bay", "orrin boat")
    assert holds_words("anything", " ")


def test_no_word_is_held_by_nothing(connection: Connection) -> None:
    assert find_holding(connection, "variant_words", "?!") == ((), True)


def test_words_that_too_many_hold_are_not_ranked(
    connection: Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    ranked, is_ranked = find_holding(connection, "variant_words", "the")
    monkeypatch.setattr(room_words, "RANKED", 5)
    found, is_still = find_holding(connection, "variant_words", "the")
    assert (is_ranked, is_still) == (True, False)
    assert set(found) == set(ranked) == set(plain().statements)


def test_what_fits_best_comes_first_where_that_is_known() -> None:
    ids = ("a", "b", "c")
    assert list(those_holding((("c", "a"), True), ids, [0, 1, 2], ranked=True)) == [2, 0]
    assert list(those_holding((("c", "a"), True), ids, [0, 1, 2], ranked=False)) == [0, 2]
    assert list(those_holding(({"c", "a"}, False), ids, [2, 1], ranked=True)) == [2]


def test_a_phrase_must_stand_as_it_is_written(made: Record) -> None:
    loose = made.list_statements(Asked(words="winter before")).total
    assert loose > 0
    assert made.list_statements(Asked(words='"winter before"')).total == 0
    assert made.list_statements(Asked(words='"before the winter"')).total == loose
