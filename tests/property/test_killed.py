"""Whenever a process that adds is killed, the record is whole, nothing acknowledged is lost, and the next run finishes it.

A dozen kills in every run of the tests; ONRECORD_KILLS=300 for as many (make torture).
"""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from onrecord.errors import RecordError
from onrecord.growing import Manner, add
from onrecord.model import ids
from onrecord.pipeline import build
from onrecord.publish.cli.export import Format, exported
from onrecord.record import check, copy_record, open_record
from onrecord.record.stores.store import store_of
from support.cheap import cheap_reading, write_notes
from support.command import environment

if TYPE_CHECKING:
    from support.stores import Places

TESTS = Path(__file__).resolve().parents[1]
KILLS = int(os.environ.get("ONRECORD_KILLS", "12"))
TAKEN_IN = re.compile(rb"onrecord: ([\d,]+) new taken in")


class Pile(NamedTuple):
    """A record of some notes, the notes to add, what it exports with them, and how many seconds adding takes."""

    record: Path
    notes: list[Path]
    exports: dict[Format, bytes]
    seconds: float


def exports(path: Path | str) -> dict[Format, bytes]:
    with open_record(path) as record:
        contents = record.contents()
    return {form: exported(contents, form) for form in Format}


def start(path: Path | str, *arguments: str | Path) -> subprocess.Popen[bytes]:
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


def held_in(path: Path | str) -> set[str]:
    """Return the ids of all that the record holds, or has waiting."""
    with store_of(path).open().connect() as connection:
        ids_ = "SELECT id FROM captures UNION SELECT capture_id FROM inbox"
        return set(connection.exec_driver_sql(ids_).scalars())


def wait_until_let_go(path: Path | str) -> None:
    """Wait until the server has noticed that whoever wrote is no more."""
    for _ in range(100):
        with suppress(RecordError), store_of(path).writing_alone():
            return
        time.sleep(0.1)


@pytest.mark.parametrize("seed", range(KILLS))
def test_a_killed_run_loses_nothing_and_the_next_one_ends_in_the_same_bytes(
    tmp_path: Path, pile: Pile, seed: int
) -> None:
    path = Path(shutil.copy(pile.record, tmp_path / "a.db"))
    kill_and_finish(path, pile, random.Random(seed))


@pytest.mark.parametrize("seed", range(KILLS // 4))
def test_a_killed_run_loses_nothing_in_a_database(team: Places, pile: Pile, seed: int) -> None:
    copy_record(pile.record, team.at())
    kill_and_finish(team.at(), pile, random.Random(seed))


def kill_and_finish(path: Path | str, pile: Pile, dice: random.Random) -> None:
    """Kill a run that adds to the record at `path`, hold the record to what was promised, and add again."""
    with start(path, *pile.notes, "--jobs", dice.choice("12")) as process:
        time.sleep(dice.uniform(0, pile.seconds))
        process.kill()
        _, said = process.communicate()

    wait_until_let_go(path)
    assert check(path) == ()
    told = TAKEN_IN.findall(said)
    promised = int(told[-1].replace(b",", b"")) if told else 0
    expected = {ids.report_id(note.read_bytes()) for note in pile.notes[:promised]}
    assert expected <= held_in(path)
    with cheap_reading():
        if dice.random() < 0.5:
            add(path, manner=Manner(jobs=1))
        add(path, pile.notes, manner=Manner(jobs=1))
    assert exports(path) == pile.exports
    assert check(path) == ()
