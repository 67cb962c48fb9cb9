from __future__ import annotations

import os
import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from onrecord.errors import RecordError
from onrecord.model.contents import Contents
from onrecord.model.moment import Evidence
from onrecord.model.span import Span
from onrecord.model.statement import Linked
from onrecord.record import check, open_record, write
from onrecord.record.contents import writing
from onrecord.record.stores.file import APPLICATION_ID, VERSION
from support.contents import ferry_contents
from support.records import written

if TYPE_CHECKING:
    from support.stores import Places

TESTS = Path(__file__).resolve().parents[3]


def pragma(path: Path, name: str) -> object:
    with closing(sqlite3.connect(path)) as connection:
        return connection.execute(f"PRAGMA {name}").fetchone()[0]


def files_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_record_is_one_file_that_says_what_it_is(tmp_path: Path) -> None:
    path = written(tmp_path)

    assert files_in(tmp_path) == ["ferry.db"]
    assert pragma(path, "application_id") == APPLICATION_ID
    assert pragma(path, "user_version") == VERSION
    assert pragma(path, "integrity_check") == "ok"


def test_the_same_contents_give_the_same_bytes(tmp_path: Path) -> None:
    one, other = written(tmp_path, name="one.db"), written(tmp_path, name="another name.db")

    assert one.read_bytes() == other.read_bytes()


def test_another_process_gives_the_same_bytes(tmp_path: Path) -> None:
    script = "import sys; from support.records import *; written(Path(sys.argv[1]), name=sys.argv[2])"
    script = f"from pathlib import Path; {script}"
    for seed in ("1", "2", "3"):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TESTS)}
        command = [sys.executable, "-c", script, str(tmp_path), f"{seed}.db"]
        subprocess.run(command, env=environment, check=True)

    assert len({path.read_bytes() for path in tmp_path.iterdir()}) == 1


def test_writing_again_replaces_the_record(places: Places, tmp_path: Path) -> None:
    path = written(places)
    write(path, replace(ferry_contents(), problems=()))

    with open_record(path) as record:
        assert record.contents().problems == ()
    assert set(files_in(tmp_path)) <= {"ferry.db"}


def test_an_empty_pile_is_a_record_too(places: Places) -> None:
    empty = Contents(
        made_with=ferry_contents().made_with, captures=(), readings=(), linked=Linked(), problems=()
    )

    with open_record(written(places, empty)) as record:
        assert record.contents() == empty


def test_a_file_that_is_no_record_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("do not lose me")

    with pytest.raises(RecordError, match=r"notes\.txt: not an onrecord record.*choose another name"):
        write(path, ferry_contents())
    assert path.read_text() == "do not lose me"
    assert files_in(tmp_path) == ["notes.txt"]


def test_another_program_s_database_is_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE notes (words)")

    with pytest.raises(RecordError, match="not an onrecord record"):
        write(path, ferry_contents())


def test_a_span_outside_its_report_is_refused_and_the_old_record_stays(places: Places) -> None:
    path = written(places)
    contents = ferry_contents()
    event = contents.linked.events[0]
    outside = Evidence(report_id=event.report_ids[0], span=Span(5, 100_000))
    linked = replace(contents.linked, events=(replace(event, evidence=(outside,)),))

    with pytest.raises(RecordError, match=r"event e\w+ evidence cites \[5, 100000\).*only \d+ characters"):
        write(path, replace(contents, linked=linked))
    assert check(path) == ()
    with open_record(path) as record:
        assert record.contents() == contents


def test_a_citation_of_a_report_that_is_not_there_is_refused(tmp_path: Path) -> None:
    contents = ferry_contents()
    event = contents.linked.events[0]
    lost = Evidence(report_id="r0", span=Span(0, 1))
    linked = replace(contents.linked, events=(replace(event, evidence=(lost,)),))

    with pytest.raises(RecordError, match="cites report r0, which is not in this record"):
        written(tmp_path, replace(contents, linked=linked))


def test_a_member_that_is_not_there_is_refused_by_name(places: Places) -> None:
    contents = ferry_contents()
    story = replace(contents.linked.stories[0], event_ids=("e00",))

    with pytest.raises(RecordError, match="of story_events names e00, not among the events"):
        written(places, replace(contents, linked=replace(contents.linked, stories=(story,))))


def test_two_things_of_one_id_are_refused_by_that_id(places: Places) -> None:
    contents = ferry_contents()
    event = contents.linked.events[0]

    with pytest.raises(RecordError, match=f"two of the events share one id: {event.id}"):
        written(places, replace(contents, linked=replace(contents.linked, events=(event, event))))


def test_two_moments_of_one_thing_are_refused(places: Places) -> None:
    contents = ferry_contents()
    reading = contents.readings[0]
    again = replace(contents, readings=(*contents.readings, replace(reading, attributions=(), chains=())))

    with pytest.raises(RecordError, match="share one id"):
        written(places, again)


class PowerCut(Exception):  # noqa: N818 - what happened, not an error of ours
    """Stands for a process that ends at a given step."""


@pytest.mark.parametrize("step", ["send", "make_indexes", "refuse_dangling"])
def test_whatever_step_it_dies_at_the_old_record_stays_whole(
    step: str, places: Places, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(places)

    def die(*_: object) -> None:
        raise PowerCut

    monkeypatch.setattr(writing, step, die)
    with pytest.raises(PowerCut):
        write(path, replace(ferry_contents(), problems=()))
    monkeypatch.undo()

    assert check(path) == ()
    with open_record(path) as record:
        assert record.contents() == ferry_contents()
    assert set(files_in(tmp_path)) <= {"ferry.db"}


def test_a_killed_process_leaves_no_half_record_in_place(tmp_path: Path) -> None:
    path = written(tmp_path)
    before = path.read_bytes()
    child = os.fork()
    if child == 0:  # pragma: no cover - the child dies on purpose
        writing.make_indexes = lambda _: os._exit(9)  # type: ignore[assignment, attr-defined]  # pyright: ignore[reportPrivateImportUsage]
        write(path, ferry_contents())
        os._exit(0)
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 9
    assert path.read_bytes() == before
    left, lock = (name for name in files_in(tmp_path) if name != "ferry.db")
    assert lock == ".ferry.db.lock"
    assert left.startswith(".ferry.db.")
    assert left.endswith(".part")


def test_a_link_to_a_record_stays_a_link(tmp_path: Path) -> None:
    path = written(tmp_path)
    link = tmp_path / "latest.db"
    link.symlink_to(path)

    write(link, replace(ferry_contents(), problems=()))

    assert link.is_symlink()
    with open_record(path) as record:
        assert record.contents().problems == ()


def test_a_record_is_readable_as_any_new_file_is(tmp_path: Path) -> None:
    plain = tmp_path / "plain"
    plain.touch()

    assert stat.S_IMODE(written(tmp_path).stat().st_mode) == stat.S_IMODE(plain.stat().st_mode)
