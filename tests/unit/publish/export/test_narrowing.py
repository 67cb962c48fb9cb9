import json
import re
from dataclasses import replace

import pytest

from onrecord.model.span import Span
from onrecord.publish.export.chosen import Chosen, Part, find_chosen
from onrecord.publish.export.narrowing import PART_OF, narrowed
from onrecord.publish.export.record_json import record_as_json
from support.schema import faults_of
from support.taken import ferry, parts_of

CONTENTS = ferry()
PARTS = parts_of(CONTENTS)


def test_the_whole_record_is_left_as_it_is() -> None:
    assert narrowed(CONTENTS, Chosen()) is CONTENTS


@pytest.mark.parametrize("choice", PARTS, ids=lambda one: one.part.value)
def test_nothing_of_a_part_leads_to_what_is_not_there(choice: Chosen) -> None:
    record = record_as_json(narrowed(CONTENTS, choice))
    reports = {one["id"] for one in record["reports"]}

    assert faults_of(record) == []
    assert set(re.findall(r'"(r[0-9a-f]{20})"', json.dumps(record))) <= reports
    known = {
        one["id"] for member in ("attributions", "statements", "speakers", "events") for one in record[member]
    }
    for statement in record["statements"]:
        named = [*statement["speakers"], *(one for v in statement["variants"] for one in v["attributions"])]
        assert set(named) <= known
        assert statement["event"] in known
    assert {one["statement"] for one in record["attributions"]} <= known


def test_a_statement_keeps_its_attributions_reports_and_counts() -> None:
    choice = find_chosen(CONTENTS, Part.STATEMENT, "S1")
    part = narrowed(CONTENTS, choice)

    assert [one.id for one in part.linked.statements] == [choice.id]
    assert part.linked.statements[0].corroboration.lineages == 2
    assert sum(len(reading.attributions) for reading in part.readings) == 3
    assert part.made_with.settings[PART_OF] == f"statement {choice.id}"
    assert part.linked.divergences == ()


def test_words_in_copied_text_keep_the_lineage_and_all_its_reports() -> None:
    runs = next(one for one in CONTENTS.linked.statements if one.corroboration.reports == 2)
    part = narrowed(CONTENTS, find_chosen(CONTENTS, Part.STATEMENT, runs.id))

    assert part.linked.lineages == CONTENTS.linked.lineages


def test_words_beside_copied_text_keep_the_lineage_by_which_they_count_as_one() -> None:
    fares = next(one for one in CONTENTS.linked.statements if one.corroboration.reports == 3)
    title = Span(0, 27)
    lineages = tuple(
        replace(
            one,
            passages=tuple(
                replace(passage, source=None, copy=replace(passage.copy, span=title))
                for passage in one.passages
            ),
        )
        for one in CONTENTS.linked.lineages
    )
    contents = replace(CONTENTS, linked=replace(CONTENTS.linked, lineages=lineages))
    part = narrowed(contents, find_chosen(contents, Part.STATEMENT, fares.id))

    assert part.linked.lineages == lineages


def test_statements_that_a_filter_found_are_a_part_too() -> None:
    fares, late = (
        one.id for one in CONTENTS.linked.statements if one.corroboration.reports == 3 or not one.speaker_ids
    )
    part = narrowed(CONTENTS, Chosen(among=frozenset({fares, late})))
    both = narrowed(CONTENTS, Chosen(part=Part.STATEMENT, id=fares, among=frozenset({late})))

    assert {one.id for one in part.linked.statements} == {fares, late}
    assert part.made_with.settings[PART_OF] == "record, 2 statements asked for"
    assert both.linked.statements == ()


def test_a_speaker_is_left_alone_with_what_was_said() -> None:
    part = narrowed(CONTENTS, find_chosen(CONTENTS, Part.SPEAKER, "Ana Velik"))

    assert [one.name for one in part.linked.entities] == ["Ana Velik"]
    assert len(part.linked.statements) == 4
    assert len(part.linked.divergences) == 1
    assert not part.problems
    assert "no source" not in json.dumps(record_as_json(part)["problems"])


def test_an_event_keeps_all_its_reports() -> None:
    part = narrowed(CONTENTS, find_chosen(CONTENTS, Part.EVENT, "E1"))

    assert len(part.readings) == 3
    assert part.linked.stories == CONTENTS.linked.stories
