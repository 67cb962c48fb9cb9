import os
from collections.abc import Callable
from pathlib import Path

import pytest

from onrecord import clean, reading
from onrecord.model.contents import Contents
from onrecord.model.problem import Problem
from onrecord.model.report import Capture, Report
from onrecord.pipeline import read_pile
from onrecord.reading import Outcome, tell_unread
from onrecord.settings import Settings

READ_REPORT = clean.read_report


def write_reports(folder: Path, count: int) -> None:
    for number in range(count):
        text = f"“The ferry made {number} trips,” Harbour Master Ana Velik said on Monday.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def read(folder: Path, *, jobs: int = 1) -> Contents:
    return read_pile([str(folder)], settings=Settings(), jobs=jobs)


def fail_on(number: int, *, how: str) -> Callable[[Capture], tuple[Report | None, tuple[Problem, ...]]]:
    def read_report(capture: Capture) -> tuple[Report | None, tuple[Problem, ...]]:
        if f"made {number} trips".encode() in capture.payload:
            if how == "raise":
                raise LookupError("a rule tripped")
            os._exit(9)
        return READ_REPORT(capture)

    return read_report


def test_a_fault_on_one_report_is_a_problem_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reports(tmp_path, 3)
    monkeypatch.setattr(clean, "read_report", fail_on(1, how="raise"))
    contents = read(tmp_path)
    assert len(contents.readings) == 2
    assert [(problem.code, problem.path) for problem in contents.problems] == [
        ("read.failed", str(tmp_path / "1.txt"))
    ]


def test_a_killed_process_costs_only_the_report_it_died_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_reports(tmp_path, 20)
    monkeypatch.setattr(clean, "read_report", fail_on(7, how="die"))
    monkeypatch.setattr(reading, "BATCH", 4)
    contents = read(tmp_path, jobs=2)
    assert len(contents.readings) == 19
    assert [(problem.code, problem.path) for problem in contents.problems] == [
        ("read.killed", str(tmp_path / "7.txt"))
    ]


def test_a_worker_ends_with_the_process_that_started_it() -> None:
    worker = os.fork()
    if worker == 0:
        reading.end_with(os.getpid())  # no process is its own parent: the owner is gone
        os._exit(3)
    _, status = os.waitpid(worker, 0)
    assert os.waitstatus_to_exitcode(status) == 1


def test_a_capture_that_gave_no_report_is_told_of_at_each_of_its_places() -> None:
    capture = Capture(id="r1", payload=b" ", media_type="text/plain", locator="a.txt")
    empty = Problem(code="clean.no-text", message="a.txt holds no text", report_id="r1", path="a.txt")

    told = tell_unread(capture, ("a.txt", "b.txt"), Outcome(None, (empty,)))

    assert [(one.path, one.message, one.report_id) for one in told] == [
        ("a.txt", "a.txt holds no text", None),
        ("b.txt", "b.txt holds no text", None),
    ]
