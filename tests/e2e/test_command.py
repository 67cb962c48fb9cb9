"""The installed command from outside: build, show, export, check, score, build again, and every way to go wrong."""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import signal
import subprocess
import time
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from onrecord.publish.export.schema_file import read_schema
from support.command import COMMAND, SAMPLE, environment, run

VIEWS = ("summary", "events", "statements", "speakers", "timeline", "reports", "problems")


def test_the_summary_ends_a_build(tmp_path: Path) -> None:
    done = run("build", SAMPLE / "reports", "-o", tmp_path / "a.db", "--json")
    told = json.loads(done.stdout)

    assert done.returncode == 0
    assert done.stderr == b""
    assert told["reports"] == len(list((SAMPLE / "reports").glob("*.txt")))
    assert told["attributions"] == sum(told["by_manner"].values()) > 0


@pytest.mark.parametrize("view", VIEWS)
def test_each_view_shows_in_text_and_json(record: Path, view: str) -> None:
    printed = run("show", record, view)
    told = run("show", record, view, "--json")

    assert (printed.returncode, told.returncode) == (0, 0)
    assert printed.stdout.decode().strip()
    assert b"\x1b" not in printed.stdout
    assert json.loads(told.stdout) is not None
    assert printed.stderr == told.stderr == b""


def test_one_statement_shows_where_each_wording_stands(record: Path) -> None:
    statements = json.loads(run("show", record, "statements", "--json").stdout)
    shown = run("show", record, "statement", statements[0]["id"]).stdout.decode()

    assert statements[0]["id"] in shown
    assert ".txt:" in shown
    assert "characters" in shown


def test_the_json_keeps_to_its_schema_and_each_format_writes(record: Path, tmp_path: Path) -> None:
    sizes: dict[str, int] = {}
    for form in ("json", "jsonl", "csv", "html"):
        path = tmp_path / f"record.{form}"
        assert run("export", record, "--format", form, "-o", path).returncode == 0
        sizes[form] = path.stat().st_size
        assert run("export", record, "--format", form).stdout == path.read_bytes()

    assert all(sizes.values())
    value = json.loads((tmp_path / "record.json").read_bytes())
    validator = Draft202012Validator(read_schema())
    assert validator.is_valid(value)  # pyright: ignore[reportUnknownMemberType] - untyped in its stubs


def test_every_citation_of_the_sample_holds(record: Path) -> None:
    assert run("check", record).returncode == 0


def test_the_sample_is_scored_against_its_own_reading(record: Path) -> None:
    done = run("score", SAMPLE / "gold.json", record, "--json")
    figures = json.loads(done.stdout)["figures"]

    assert done.returncode == 0
    assert figures["reports_missing"] == "0"
    assert run("score", SAMPLE / "gold.json", record, "--at-least", "recall=1.1").returncode == 1


def test_building_again_gives_the_same_bytes(record: Path, tmp_path: Path) -> None:
    again = tmp_path / "again.db"
    assert run("build", SAMPLE / "reports", "-o", again, "--jobs", "1").returncode == 0
    assert again.read_bytes() == record.read_bytes()

    pages = [run("export", path, "--format", "html").stdout for path in (record, again)]
    assert pages[0] == pages[1]


def test_the_demo_says_where_its_page_lies(tmp_path: Path) -> None:
    done = run("demo", cwd=tmp_path)
    page = tmp_path / "demo" / "report.html"

    assert done.returncode == 0
    assert str(page) in done.stdout.decode()
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert str(SAMPLE) not in page.read_text(encoding="utf-8")
    assert run("check", tmp_path / "demo" / "record.db").returncode == 0


def test_a_file_that_cannot_be_read_costs_only_itself(tmp_path: Path) -> None:
    pile = tmp_path / "pile"
    pile.mkdir()
    (pile / "good.txt").write_text("“We wait,” harbour master Inga Tal said.\n", encoding="utf-8")
    (pile / "empty.txt").write_bytes(b"")
    done = run("build", pile, "-o", tmp_path / "a.db")
    problems = run("show", tmp_path / "a.db", "problems")

    assert done.returncode == 3
    assert "empty.txt" in problems.stdout.decode()


def test_reports_are_read_from_standard_input(tmp_path: Path) -> None:
    done = run("build", "-", "-o", tmp_path / "a.db", given="“We wait,” Inga Tal said.\n".encode())

    assert done.returncode == 0
    assert json.loads(run("show", tmp_path / "a.db", "--json").stdout)["reports"] == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["build", "missing.txt", "-o", "a.db"],
        ["build", ".", "-o", "a.db"],
        ["build", "good.txt", "-o", "missing/a.db"],
        ["build", "good.txt", "-o", "notes.md"],
        ["build", "good.txt", "-o", "a.db", "--model", "no_such_model"],
        ["build", "good.txt", "-o", "a.db", "--years", "2000"],
        ["build", "good.txt", "-o", "a.db", "--jobs", "0"],
        ["build"],
        ["show", "missing.db"],
        ["show", "notes.md"],
        ["show", "."],
        ["export", "missing.db", "--format", "json"],
        ["export", "notes.md", "--format", "nonsense"],
        ["check", "notes.md"],
        ["score", "notes.md", "missing.db"],
        ["score", "missing.json", "missing.db"],
        ["nonsense"],
    ],
    ids=" ".join,
)
def test_every_wrong_use_ends_in_a_sentence(tmp_path: Path, arguments: list[str]) -> None:
    (tmp_path / "notes.md").write_text("not a record\n", encoding="utf-8")
    if "good.txt" in arguments:
        (tmp_path / "good.txt").write_text("“We wait,” Inga Tal said.\n", encoding="utf-8")
    done = run(*arguments, cwd=tmp_path)

    assert done.returncode == 2
    assert done.stderr.strip()
    assert b"Traceback" not in done.stderr
    assert (tmp_path / "notes.md").read_text(encoding="utf-8") == "not a record\n"


@pytest.mark.parametrize("arguments", [["show", "statements"], ["export", "--format", "json"]], ids=" ".join)
def test_a_reader_that_stops_early_is_no_error(record: Path, arguments: list[str]) -> None:
    command, *rest = arguments
    with subprocess.Popen(
        [COMMAND, command, record, *rest], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.read(1)
        process.stdout.close()
        errors = process.stderr.read()
        process.wait(timeout=60)

    assert process.returncode == 0
    assert errors == b""


def test_a_full_disk_is_told_in_one_sentence(record: Path) -> None:
    if not Path("/dev/full").is_char_device():
        pytest.skip("no /dev/full on this machine")
    for arguments in (("show", record), ("export", record, "--format", "json")):
        with Path("/dev/full").open("wb") as full:
            done = subprocess.run(
                [COMMAND, *arguments], stdout=full, stderr=subprocess.PIPE, check=False, timeout=60
            )

        assert done.returncode == 2
        assert done.stderr.decode() == (
            "onrecord: the disk is full; make room, or choose another place with -o.\n"
        )


def test_an_interrupt_ends_with_130_and_leaves_no_file(tmp_path: Path) -> None:
    with subprocess.Popen(
        [COMMAND, "build", SAMPLE / "reports", "-o", tmp_path / "a.db"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        time.sleep(1.0)
        os.killpg(process.pid, signal.SIGINT)
        _, errors = process.communicate(timeout=60)

    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert not (tmp_path / "a.db").exists()


def test_a_terminal_gets_colour_and_its_own_width_unless_it_refuses(record: Path) -> None:

    def shown(**changed: str) -> bytes:
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [COMMAND, "show", record, "speakers"],
            stdout=theirs,
            stderr=theirs,
            env=environment(TERM="xterm", COLUMNS="40", **changed),
        ) as process:
            os.close(theirs)
            output = b""
            while True:
                try:
                    piece = os.read(ours, 65536)
                except OSError:
                    break
                output += piece
            process.wait(timeout=60)
        os.close(ours)
        return output

    assert b"\x1b[" in shown()
    without = shown(NO_COLOR="1")
    assert b"\x1b[3" not in without
    lines = re.sub(r"\x1b\[[0-9;]*m", "", without.decode()).split("\r\n")
    assert max(map(len, lines)) <= 40


def test_the_help_answers_at_once() -> None:
    seconds: list[float] = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        assert run("--help").returncode == 0
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)

    # Processor time, so that a busy machine does not count; `make bench` measures the wall's.
    assert min(seconds) < 0.3
