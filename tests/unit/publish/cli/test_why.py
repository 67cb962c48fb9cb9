import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli.app import app
from onrecord.publish.cli.why import ground_as_json, ground_lines
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.why import find_ground
from onrecord.record import write
from support.contents import ferry_contents

PILE = pile_of(ferry_contents())


@pytest.fixture
def record(tmp_path: Path) -> str:
    write(tmp_path / "ferry.db", ferry_contents())
    return str(tmp_path / "ferry.db")


def test_rule_exact_words_and_place_are_printed(record: str) -> None:
    printed = CliRunner().invoke(app, ["why", record, "S1"])
    assert printed.exit_code == 0
    assert "rule  statement." in printed.stdout
    assert "│ We will not raise the fares this year," in printed.stdout
    assert "gazette-2.txt:3  characters 29-67" in printed.stdout


def test_json_holds_the_same(record: str) -> None:
    told = json.loads(CliRunner().invoke(app, ["why", record, "E1", "--format", "json"]).stdout)
    assert told == ground_as_json(find_ground(PILE, "E1", str))
    assert told["parts"][0]["kind"] == "date"


def test_what_is_not_there_is_refused_with_a_sentence(record: str) -> None:
    refused = CliRunner().invoke(app, ["why", record, "s0000"])
    assert refused.exit_code == 2


def test_candidates_are_told_under_their_heading() -> None:
    entity = PILE.contents.linked.entities[0]
    lines = [one.text.plain for one in ground_lines(find_ground(PILE, entity.id, str))]
    assert lines[1].startswith("rule")
