"""Whenever a process that adds is killed, the record is whole, nothing acknowledged is lost, and the next run finishes it.

A dozen kills in every run of the tests; ONRECORD_KILLS=300 for as many (make torture).
"""

from __future__ import annotations

import os
import random
import re
import shutil
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from onrecord.growing import Manner, add
from onrecord.model import ids
from onrecord.pipeline import build
from onrecord.publish.cli.export import Format, exported
from onrecord.record import check, open_record
from support.cheap import cheap_reading, write_notes
from support.command import environment

TESTS = Path(__file__).resolve().parents[1]
KILLS = int(os.environ.get("ONRECORD_KILLS", "12"))
TAKEN_IN = re.compile(rb"onrecord: ([\d,]+) new taken in")


class Pile(NamedTuple):
    """A record of some notes, the notes to add, what it exports with them, and how many seconds adding takes."""

    record: Path
    notes: list[Path]
    exports: dict[Format, bytes]
    seconds: float


def exports(path: Path) -> dict[Format, bytes]:
    with open_record(path) as record:
        contents = record.contents()
    return {form: exported(contents, form) for form in Format}


def start(path: Path, *arguments: str | Path) -> subprocess.Popen[bytes]:
    """Start adding, and return once it is about to begin."""
    command = [sys.executable, "-m", "support.cheap", "add", str(path), *map(str, arguments)]
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env=environment(
            PYTHONPATH=os.pathsep.join([str(TESTS), *filter(None, [os.environ.get("PYTHONPATH")])])
        ),
    )
    if process.stderr is None or process.stderr.readline() != b"ready\n":
        raise RuntimeError("the process that adds did not start")
    return process


@pytest.fixture(scope="module")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Pile:
    folder = tmp_path_factory.mktemp("killed")
    first, notes = write_notes(folder / "first", 20, seed=1), write_notes(folder / "notes", 60, seed=2)
    with cheap_reading():
        build(first, folder / "first.db", jobs=1).close()
    shutil.copy(folder / "first.db", folder / "whole.db")
    began = time.monotonic()
    with start(folder / "whole.db", *notes, "--jobs", "2") as process:
        _, said = process.communicate()
    assert process.returncode == 0, said.decode()
    return Pile(folder / "first.db", notes, exports(folder / "whole.db"), time.monotonic() - began)


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_run_loses_nothing_and_the_next_one_ends_in_the_same_bytes(
    tmp_path: Path, pile: Pile, seed: int
) -> None:
    dice = random.Random(seed)
    path = Path(shutil.copy(pile.record, tmp_path / "a.db"))

    with start(path, *pile.notes, "--jobs", dice.choice("12")) as process:
        time.sleep(dice.uniform(0, pile.seconds))
        process.kill()
        _, said = process.communicate()

    assert check(path) == ()
    told = TAKEN_IN.findall(said)
    promised = int(told[-1].replace(b",", b"")) if told else 0
    expected = {ids.report_id(note.read_bytes()) for note in pile.notes[:promised]}
    with closing(sqlite3.connect(path)) as connection:
        held = {
            row[0] for row in connection.execute("SELECT id FROM captures UNION SELECT capture_id FROM inbox")
        }
    assert expected <= held
    with cheap_reading():
        if dice.random() < 0.5:
            add(path, manner=Manner(jobs=1))
        add(path, pile.notes, manner=Manner(jobs=1))
    assert exports(path) == pile.exports
    assert check(path) == ()
