from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli.app import app
from onrecord.publish.page.pile import pile_of
from onrecord.record import open_record
from support.contents import ferry_contents
from support.records import written

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def record(tmp_path: Path) -> str:
    return str(written(tmp_path))


def run(*arguments: str) -> str:
    done = CliRunner().invoke(app, ["search", *arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


def test_hits_are_shown_with_their_marks_and_ids(record: str) -> None:
    shown = run(record, "raise", "fares")

    assert "We will not [raise] the [fares]" in shown
    assert "Statements (1)" in shown
    assert "Reports (3)" in shown
    with open_record(record) as opened:
        assert any(f"{report.id}#c=" in shown for report in opened.reports())


def test_a_hit_tells_its_manner_and_by_which_word_it_is_credited(record: str) -> None:
    (line,) = [one for one in run(record, "raise fares", "--in", "statements").splitlines() if "#c=" in one]
    assert line.startswith("    direct; cue: told  Lundholm Gazette, ")


def test_a_report_without_a_title_goes_by_its_first_words(tmp_path: Path) -> None:
    contents = ferry_contents()
    untitled = tuple(replace(one, report=replace(one.report, title=None)) for one in contents.readings)
    shown = run(str(written(tmp_path, replace(contents, readings=untitled))), "islanders", "--in", "reports")
    assert "no title" not in shown
    assert shown.splitlines()[1].startswith("Islanders wait for a ferry")


def test_filters_and_parts_narrow_it_down(record: str) -> None:
    assert "Reports" not in run(record, "fares", "--in", "statements")
    assert "Nothing holds “fares”." in run(record, "fares", "--until", "2000-01-01")
    assert "Statements (1)" in run(record, "boats", "--level", "certain", "--in", "statements")
    assert "more than" not in run(record, "boats", "--independent", "1", "--sort", "time", "--most", "1")


def test_json_tells_the_same(record: str) -> None:
    told = json.loads(run(record, "raise fares", "--json"))
    (hit,) = told["statements"]["rows"]
    (start, end) = hit["marks"][0].values() if isinstance(hit["marks"][0], dict) else hit["marks"][0]

    assert hit["text"][start:end] == "raise"


def test_statements_like_one_are_shown(record: str) -> None:
    with open_record(record) as opened:
        one = next(one for one in opened.statements() if one.variants[0].text.startswith("12 boats"))
    shown = run(record, "--like", one.id)

    assert "14 [boats] were [waiting]" in shown
    assert "in common: " in shown
    assert json.loads(run(record, "--like", one.id, "--json"))


def test_a_statement_may_be_given_by_its_number(record: str) -> None:
    with open_record(record) as opened:
        pile = pile_of(opened.contents())
    one = next(one.id for one in pile.statements if pile.numbers[one.id] == "S1")

    assert run(record, "--like", "s1") == run(record, "--like", one)
    refused = CliRunner().invoke(app, ["search", record, "--like", "S9999"])
    assert refused.exit_code == 2
    assert "S1 to S" in refused.output


@pytest.mark.parametrize("arguments", [[], ["ferry", "--like", "s1"], ["ferry", "--most", "0"]])
def test_misuse_is_refused(record: str, arguments: list[str]) -> None:
    assert CliRunner().invoke(app, ["search", record, *arguments]).exit_code == 2


def test_what_is_no_event_is_refused_in_a_sentence(record: str) -> None:
    done = CliRunner().invoke(app, ["search", record, "ferry", "--event", "e0"])

    assert done.exit_code == 2
    assert "no event e0" in done.stderr
