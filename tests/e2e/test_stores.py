"""Every command takes the address of a database where it takes a file, says the same of it, and shows nobody its password."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from onrecord.publish.cli.app import app
from onrecord.record import copy_record
from support.command import environment, run
from support.contents import ferry_contents
from support.records import written

if TYPE_CHECKING:
    from pathlib import Path

    from support.stores import Places

ATTRIBUTION = ferry_contents().readings[0].attributions[0].id
READING = [
    *(
        ["show", "{}", view]
        for view in ("summary", "events", "timeline", "statements", "speakers", "reports")
    ),
    ["show", "{}", "statement", "S1", "--json"],
    ["show", "{}", "statements", "--speaker", "VELIK", "--since", "2021-03-04", "--level", "likely"],
    ["show", "{}", "divergences"],
    ["show", "{}", "problems"],
    ["why", "{}", "S2", "--format", "json"],
    ["why", "{}", "E1"],
    ["corrections", "{}", "--summary"],
    *(["export", "{}", "--format", form] for form in ("json", "jsonl", "csv", "html")),
    ["export", "{}", "--format", "json", "--level", "certain"],
    ["check", "{}", "--json"],
]
SECRET = "postgresql://ana:tide%20table@127.0.0.1:1/news?schema=quay"  # noqa: S105 - nobody's password
COMMANDS = [
    ["build", "notes.txt", "-o", SECRET],
    ["build", "notes.txt", "--store", SECRET],
    ["build", SECRET, "-o", "a.db"],
    ["build", "notes.txt", "-o", SECRET + "&no=such"],
    ["add", SECRET, "notes.txt"],
    ["add", "--store", SECRET, "notes.txt"],
    ["add", "notes.db", SECRET],
    ["watch", SECRET, "--feed", "http://127.0.0.1:1/feed", "--once"],
    ["show", SECRET],
    ["show", "events", "--store", SECRET],
    ["why", SECRET, "S1"],
    ["correct", SECRET, "accept", "S1"],
    ["corrections", f"--store={SECRET}"],
    ["export", SECRET, "--format", "json"],
    ["check", SECRET],
    ["check", SECRET, "--repair"],
    ["copy", SECRET, "copy.db"],
    ["copy", "notes.db", SECRET],
    ["score", "gold.json", SECRET],
]


def said(*arguments: object) -> tuple[int, bytes]:
    done = CliRunner().invoke(app, list(map(str, arguments)))
    return done.exit_code, done.stdout_bytes


def test_what_is_read_of_a_record_is_the_same_in_both_stores(team: Places, tmp_path: Path) -> None:
    path, place = written(tmp_path), written(team)
    for command in READING:
        one = said(*(part.format(path) for part in command))
        other = said(*(part.format(place) for part in command))
        assert (command, other) == (command, one)
        assert one[0] == 0


def test_the_command_line_itself_reaches_a_database(team: Places, tmp_path: Path) -> None:
    path, place = written(tmp_path), team.at()

    assert run("copy", path, place).returncode == 0
    shown, counted = run("show", "--store", str(place)), run("show", path)
    assert (shown.returncode, shown.stdout) == (0, counted.stdout)
    assert b"every citation stands" in run("check", place).stdout
    corrected = run("correct", place, "accept", ATTRIBUTION)
    assert corrected.returncode == 2
    assert b"other models than those installed" in corrected.stderr
    listed = run("corrections", place)
    assert b"accept" in listed.stdout
    copy_record(place, tmp_path / "back.db")
    assert run("corrections", tmp_path / "back.db").stdout == listed.stdout


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_no_message_shows_a_password(
    command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes.txt").write_text("“The tide waits,” Orla Fennimore said.", encoding="utf-8")
    (tmp_path / "gold.json").write_text('{"reports": [], "attributions": []}', encoding="utf-8")
    written(tmp_path, name="notes.db")

    done = CliRunner(env=environment()).invoke(app, command)

    assert done.exit_code == 2, done.output
    assert done.stderr
    assert "tide%20table" not in done.output + done.stderr
    assert "tide table" not in done.output + done.stderr
