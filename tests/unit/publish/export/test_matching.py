from __future__ import annotations

import pytest

from onrecord.publish.export import record_as_json
from onrecord.publish.export.gold import read_gold
from onrecord.publish.export.matching import (
    Pile,
    find_tokens,
    fold,
    match_attributions,
    overlap,
    resolve_speakers,
)
from support.contents import ferry_contents
from support.gold import gold_of


def test_tokens_are_the_words_of_all_ranges() -> None:
    assert find_tokens("One, two; three", [[0, 4], [10, 15]]) == {0, 10}


def test_overlap_is_the_harmonic_mean_of_both_shares() -> None:
    assert overlap(frozenset({1, 2}), frozenset({2, 3})) == 0.5
    assert overlap(frozenset(), frozenset()) == 0.0


@pytest.mark.parametrize(
    ("name", "folded"), [("The Harbour-Board", "harbour board"), (None, ""), ("Ana  VELIK.", "ana velik")]
)
def test_names_are_compared_without_case_marks_and_article(name: str | None, folded: str) -> None:
    assert fold(name) == folded


def test_reports_go_by_external_id_or_else_by_file_name() -> None:
    pile = Pile.of(record_as_json(ferry_contents()))

    assert sorted(pile.reports) == ["courier-17", "gazette-1.txt", "gazette-2.txt"]


def test_the_best_overlap_is_matched_and_each_side_is_used_once() -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    first = gold["attributions"][0]
    start, end = first["content"][0]
    gold["attributions"].append({**first, "id": "zz", "content": [[start, end - 5]]})

    sides = match_attributions(read_gold(gold), Pile.of(record))

    assert sides.matched[first["id"]] == first["id"]
    assert "zz" not in sides.matched


def test_half_an_optional_attribution_excuses_what_is_left_over() -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    first = gold["attributions"][0]
    start, end = first["content"][0]
    first |= {"required": False, "content": [[start, end - 20]]}

    assert match_attributions(read_gold(gold), Pile.of(record)).extra == ()


def test_an_entity_found_for_two_stands_for_the_one_it_is_found_for_most() -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    record["speakers"][0]["aliases"].append("Bo Tamsin")
    gold["attributions"][0]["speaker"] = "Bo Tamsin"
    reading, pile = read_gold(gold), Pile.of(record)

    speakers = resolve_speakers(reading, pile, match_attributions(reading, pile))

    assert [one.speaker for one in speakers.wrong] == ["Bo Tamsin"]
    assert len(speakers.right) == 7


def test_another_name_that_the_gold_accepts_is_right() -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record, accept={"The minister": ["Ana Velik"]})
    for one in gold["attributions"]:
        one["speaker"] = one["speaker"] and "The minister"
    reading, pile = read_gold(gold), Pile.of(record)

    assert not resolve_speakers(reading, pile, match_attributions(reading, pile)).wrong
