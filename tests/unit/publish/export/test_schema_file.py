from __future__ import annotations

from copy import deepcopy
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from onrecord.publish.export import read_schema, record_as_json
from support.contents import ferry_contents
from support.schema import faults_of

RECORD = record_as_json(ferry_contents())


def is_valid(record: dict[str, Any]) -> bool:
    return not faults_of(record)


def test_the_schema_is_itself_valid() -> None:
    Draft202012Validator.check_schema(read_schema())


def test_members_may_be_added_anywhere() -> None:
    record = deepcopy(RECORD)
    record["more"] = record["reports"][0]["more"] = record["statements"][0]["variants"][0]["more"] = 1

    assert is_valid(record)


@pytest.mark.parametrize("member", sorted(set(RECORD) - {"$schema"}))
def test_no_member_may_be_dropped(member: str) -> None:
    record = deepcopy(RECORD)
    del record[member]

    assert not is_valid(record)


@pytest.mark.parametrize(
    ("member", "part"),
    [
        (member, part)
        for member in ("reports", "speakers", "attributions", "statements", "events", "stories", "lineages")
        for part in sorted(RECORD[member][0])
        if part not in {"url", "encoding", "merges"}
    ],
)
def test_no_part_of_an_item_may_be_dropped(member: str, part: str) -> None:
    record = deepcopy(RECORD)
    del record[member][0][part]

    assert not is_valid(record)


@pytest.mark.parametrize(
    ("member", "part", "value"),
    [
        ("attributions", "manner", "shouted"),
        ("attributions", "content", []),
        ("attributions", "content", [[1]]),
        ("attributions", "statement", None),
        ("reports", "event", None),
        ("reports", "date", {"from": "2021"}),
        ("speakers", "kind", "place"),
        ("lineages", "reports", ["r" + "0" * 20]),
        ("divergences", "between", []),
    ],
)
def test_a_malformed_part_is_refused(member: str, part: str, value: object) -> None:
    record = deepcopy(RECORD)
    record[member][0][part] = value

    assert not is_valid(record)
