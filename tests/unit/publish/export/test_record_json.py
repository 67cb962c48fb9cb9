from __future__ import annotations

import io
import json
from dataclasses import replace
from typing import Any

from onrecord.model.problem import Problem
from onrecord.model.report import Credit
from onrecord.model.span import Span
from onrecord.publish.export import record_as_json, write_json
from onrecord.publish.export.record_json import problems_of, to_text
from support.contents import ferry_contents
from support.schema import faults_of

MEMBERS = [
    "format",
    "version",
    "offset_unit",
    "made_with",
    "reports",
    "speakers",
    "attributions",
    "statements",
    "events",
    "stories",
    "lineages",
    "divergences",
    "positions",
    "problems",
]


def words(record: dict[str, Any], report_id: str, span: list[int]) -> str:
    text: str = next(report["text"] for report in record["reports"] if report["id"] == report_id)
    return text[span[0] : span[1]]


def test_a_record_has_every_member_of_the_format_in_its_order() -> None:
    record = record_as_json(ferry_contents())

    assert list(record) == MEMBERS
    assert (record["format"], record["version"], record["offset_unit"]) == ("onrecord", 1, "codepoint")
    assert record["positions"] == []
    assert record["made_with"]["years"] == ["2000", "2030"]


def test_a_record_fits_its_published_schema() -> None:
    assert faults_of(record_as_json(ferry_contents())) == []


def test_a_report_stands_at_its_first_path_and_at_others_too() -> None:
    record = record_as_json(ferry_contents())
    report = next(report for report in record["reports"] if report["external_id"] == "courier-17")

    assert (report["path"], report["also"]) == ("pile/again/courier.txt", ["pile/courier.txt"])
    assert report["outlet"]["name"] == "The Orrin Courier"
    assert report["event"] == record["events"][0]["id"]
    assert report["date"]["candidates"] == ["2010-03-04", "2021-03-04"]
    assert words(record, report["id"], report["zones"][0]["span"]) == report["title"]


def test_a_report_without_paths_has_an_empty_one() -> None:
    contents = ferry_contents()
    first, *others = contents.readings
    bare = replace(first, report=replace(first.report, paths=()))

    record = record_as_json(replace(contents, readings=(bare, *others)))

    assert (record["reports"][0]["path"], record["reports"][0]["also"]) == ("", [])


def test_a_credit_that_may_be_a_picture_s_gives_way_to_a_plain_one() -> None:
    contents = ferry_contents()
    reading = next(reading for reading in contents.readings if reading.report.credits)
    doubtful = Credit(outlet="Sea Pictures", span=Span(0, 5), picture=True)
    report = replace(reading.report, credits=(doubtful, *reading.report.credits))

    exported = record_as_json(replace(contents, readings=(replace(reading, report=report),)))

    assert exported["reports"][0]["credit"]["outlet"] == "The Orrin Courier"


def test_spans_give_back_the_characters_of_their_report() -> None:
    record = record_as_json(ferry_contents())
    quoted = {
        words(record, attribution["report"], span)
        for attribution in record["attributions"]
        for span in attribution["quoted"]
    }

    assert quoted == {"We will not raise the fares,", "We will not raise the fares this year,"}


def test_only_those_credited_with_an_attribution_are_speakers() -> None:
    record = record_as_json(ferry_contents())

    assert [speaker["name"] for speaker in record["speakers"]] == ["Ana Velik"]
    assert [len(attribution["speakers"]) for attribution in record["attributions"]].count(0) == 1


def test_chains_of_one_entity_name_it_once() -> None:
    contents = ferry_contents()
    chains = contents.linked.entities[0].chain_ids
    reading = contents.readings[0]
    first = replace(reading.attributions[0], speakers=(*chains, *chains))
    changed = replace(reading, attributions=(first, *reading.attributions[1:]))

    record = record_as_json(replace(contents, readings=(changed, *contents.readings[1:])))

    assert record["attributions"][0]["speakers"] == [contents.linked.entities[0].id]


def test_a_lineage_of_one_report_is_left_to_its_credit() -> None:
    contents = ferry_contents()
    lineage = contents.linked.lineages[0]
    alone = replace(lineage, report_ids=lineage.report_ids[:1], passages=())

    record = record_as_json(replace(contents, linked=replace(contents.linked, lineages=(alone,))))

    assert record["lineages"] == []


def test_problems_come_from_the_pile_from_reports_and_from_linking() -> None:
    contents = ferry_contents()

    assert [problem.code for problem in problems_of(contents)] == [
        "ingest.empty",
        "attribute.no-speaker",
        "link.no-day",
    ]
    assert record_as_json(contents)["problems"][0] == {
        "path": "pile/empty.txt",
        "code": "ingest.empty",
        "message": "the file is empty",
    }


def test_a_report_s_own_problem_names_the_report_even_where_it_does_not_say_so() -> None:
    contents = ferry_contents()
    reading = replace(contents.readings[0], problems=(Problem(code="clean.odd", message="odd"),))

    record = record_as_json(replace(contents, readings=(reading,), problems=()))

    assert record["problems"][0]["report"] == reading.report.id


def test_json_is_utf_8_with_characters_as_themselves_and_a_final_newline() -> None:
    file = io.StringIO()

    write_json({"words": "“Ahoy”\x00"}, file)

    assert file.getvalue() == '{\n "words": "“Ahoy”\\u0000"\n}\n'


def test_half_a_character_is_escaped_so_that_any_file_can_hold_it() -> None:
    text = to_text({"words": "a\ud83db \U0001f6a2"})

    assert text.encode("utf-8")
    assert json.loads(text) == {"words": "a\ud83db \U0001f6a2"}


def test_the_same_record_gives_the_same_text() -> None:
    assert to_text(record_as_json(ferry_contents())) == to_text(record_as_json(ferry_contents()))
