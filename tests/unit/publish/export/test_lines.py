from __future__ import annotations

import io
import json
from collections import Counter

import pytest

from onrecord.publish.export import record_as_json, write_jsonl
from onrecord.publish.export.lines import KINDS, items_of
from support.contents import ferry_contents
from support.taken import NASTY, saying

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


def test_the_texts_of_reports_are_left_out_unless_asked_for() -> None:
    without = [item for item in items_of(RECORD) if item["kind"] == "report"]
    asked = [item for item in items_of(RECORD, texts=True) if item["kind"] == "report"]

    assert not [item for item in without if "text" in item]
    assert [item["text"] for item in asked] == [report["text"] for report in RECORD["reports"]]


def test_attributions_and_divergences_have_their_exact_words() -> None:
    texts = {report["id"]: report["text"] for report in RECORD["reports"]}
    items = list(items_of(RECORD))

    for item in items:
        if item["kind"] == "attribution":
            text = texts[item["report"]]
            assert item["words"]["content"] == [text[start:end] for start, end in item["content"]]
            assert item["words"]["quoted"] == [text[start:end] for start, end in item["quoted"]]
            assert item["words"]["cue"] == (item["cue"] and text[item["cue"][0] : item["cue"][1]])
    assert [item["words"] for item in items if item["kind"] == "divergence"] == [["12 boats", "14 boats"]]


@pytest.mark.parametrize("words", NASTY)
def test_any_words_come_back_exactly(words: str) -> None:
    file = io.StringIO()
    write_jsonl(record_as_json(saying(words)), file)
    lines = [json.loads(line) for line in file.getvalue().split("\n")[:-1]]

    assert [line["words"]["content"] for line in lines if line["kind"] == "attribution"] == [[words]]
