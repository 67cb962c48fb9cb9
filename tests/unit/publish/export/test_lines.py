from __future__ import annotations

import io
import json
from collections import Counter

from onrecord.publish.export import record_as_json, write_jsonl
from onrecord.publish.export.lines import KINDS, items_of
from support.contents import ferry_contents

RECORD = record_as_json(ferry_contents())


def test_every_item_of_the_record_is_a_line_of_its_kind() -> None:
    file = io.StringIO()
    write_jsonl(RECORD, file)

    lines = [json.loads(line) for line in file.getvalue().split("\n")[:-1]]

    counted = Counter(line["kind"] for line in lines)
    assert counted.pop("record") == 1
    assert counted == {kind: len(RECORD[member]) for kind, member in KINDS.items() if RECORD[member]}
    assert lines[0]["format"] == "onrecord"


def test_an_item_keeps_its_members() -> None:
    statement = next(item for item in items_of(RECORD) if item["kind"] == "statement")

    assert statement == {"kind": "statement", **RECORD["statements"][0]}


def test_what_a_speaker_is_has_a_name_of_its_own() -> None:
    speaker = next(item for item in items_of(RECORD) if item["kind"] == "speaker")

    assert speaker["speaker_kind"] == "person"
    assert RECORD["speakers"][0]["kind"] == "person"
