import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli.app import app
from onrecord.publish.cli.show import View
from onrecord.record import write
from support.contents import ferry_contents


@pytest.fixture
def record(tmp_path: Path) -> str:
    write(tmp_path / "ferry.db", ferry_contents())
    return str(tmp_path / "ferry.db")


@pytest.mark.parametrize("view", [view for view in View if view is not View.STATEMENT])
def test_each_view_prints_and_prints_json(record: str, view: View) -> None:
    printed = CliRunner().invoke(app, ["show", record, view])
    told = CliRunner().invoke(app, ["show", record, view, "--json"])

    assert (printed.exit_code, told.exit_code) == (0, 0)
    assert printed.stdout
    assert json.loads(told.stdout)


def test_the_summary_is_what_is_shown_unasked(record: str) -> None:
    assert CliRunner().invoke(app, ["show", record]).stdout.startswith("Reports ")


def test_one_statement_is_shown_by_its_number(record: str) -> None:
    assert "[− this year]" in CliRunner().invoke(app, ["show", record, "statement", "S1"]).stdout
    told = CliRunner().invoke(app, ["show", record, "statement", "S1", "--json"])
    assert len(json.loads(told.stdout)["attributions"]) == 3


@pytest.mark.parametrize(("level", "statements"), [("possible", 5), ("likely", 4), ("certain", 3)])
def test_a_level_leaves_out_what_is_less_sure(record: str, level: str, statements: int) -> None:
    told = CliRunner().invoke(app, ["show", record, "statements", "--level", level, "--json"])
    summary = CliRunner().invoke(app, ["show", record, "--level", level, "--json"])

    assert len(json.loads(told.stdout)) == statements
    assert json.loads(summary.stdout)["statements"] == statements


def test_a_statement_below_the_level_is_not_shown(record: str) -> None:
    statements = json.loads(CliRunner().invoke(app, ["show", record, "statements", "--json"]).stdout)
    late = next(one["id"] for one in statements if one["variants"][0]["text"] == "the ferry will be late")

    assert CliRunner().invoke(app, ["show", record, "statement", late]).exit_code == 0
    assert CliRunner().invoke(app, ["show", record, "statement", late, "--level", "likely"]).exit_code == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["statement"],
        ["statements", "S1"],
        ["summary", "--speaker", "Velik"],
        ["problems", "--outlet", "x"],
        ["statements", "--since", "yesterday"],
        ["statements", "--manner", "loud"],
        ["statements", "--level", "sure"],
        ["statements", "--event", "E99"],
        ["nonsense"],
    ],
)
def test_wrong_use_is_refused(record: str, arguments: list[str]) -> None:
    result = CliRunner().invoke(app, ["show", record, *arguments])

    assert result.exit_code == 2
    assert result.stderr
    assert "Traceback" not in result.stderr
