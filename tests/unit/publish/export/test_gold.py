from __future__ import annotations

from typing import Any

import pytest

from onrecord.errors import ScoreError
from onrecord.publish.export import record_as_json
from onrecord.publish.export.gold import read_gold
from support.contents import ferry_contents
from support.gold import gold_of

Json = dict[str, Any]


def test_a_reading_is_read_with_every_bound_it_allows() -> None:
    gold = gold_of(
        record_as_json(ferry_contents()), same_statement=[{"variants": ["a", "b"]}], about="invented"
    )
    gold["attributions"][0]["or"] = [[[0, 5], [7, 9]]]
    gold["attributions"][0]["content_text"] = ["Ahoy"]

    reading = read_gold(gold)

    assert reading.attributions[0].ways[1] == ((0, 5), (7, 9))
    assert reading.attributions[0].text == "Ahoy"
    assert reading.same_statement == (("a", "b"),)
    assert reading.dates == ()


MALFORMED: list[tuple[Json, str]] = [
    ({"attributions": None}, "gold.attributions"),
    ({"attributions": [7]}, "attributions[0]"),
    ({"same_statement": [{}]}, "same_statement[0]"),
    ({"not_same": ["ab"]}, "not_same[0]"),
    ({"events": {}}, "gold.events"),
    ({"accept": {"Bo": "Bo"}}, "accept.Bo"),
    ({"furniture": []}, "furniture"),
    ({"dating": {"x.txt": {"date": "soon", "max_days": 1}}}, "dating.x.txt.date"),
    ({"dating": {"x.txt": {"date": "2021-03-04"}}}, "dating.x.txt"),
    ({"dating": {"x.txt": {"date": "2021-03-04", "max_days": "1"}}}, "dating.x.txt.max_days"),
]


@pytest.mark.parametrize(
    ("change", "named"),
    MALFORMED,
)
def test_a_malformed_gold_is_refused_by_the_name_of_the_member(change: Json, named: str) -> None:
    record = record_as_json(ferry_contents())

    with pytest.raises(ScoreError) as refused:
        read_gold({**gold_of(record), **change})

    assert named in str(refused.value)


MALFORMED_PARTS: list[tuple[str, object]] = [
    ("id", 7),
    ("report", None),
    ("content", []),
    ("content", [[4, 2]]),
    ("content", [["0", "4"]]),
    ("or", [[]]),
    ("manner", None),
    ("speaker", 7),
    ("required", "yes"),
    ("content_text", [7]),
]


@pytest.mark.parametrize(
    ("member", "value"),
    MALFORMED_PARTS,
)
def test_a_malformed_attribution_of_the_gold_is_refused_by_its_member(member: str, value: object) -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    gold["attributions"][2][member] = value

    with pytest.raises(ScoreError, match=rf"attributions\[2\]\.{member}"):
        read_gold(gold)


@pytest.mark.parametrize("member", ["id", "report", "content", "manner", "speaker", "required"])
def test_a_member_missing_from_an_attribution_of_the_gold_is_named(member: str) -> None:
    record = record_as_json(ferry_contents())
    gold = gold_of(record)
    del gold["attributions"][1][member]

    with pytest.raises(ScoreError, match=member):
        read_gold(gold)
