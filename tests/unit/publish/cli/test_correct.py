from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from onrecord.pipeline import build
from onrecord.publish.cli.app import app
from onrecord.record import check, find_corrections, open_record
from support.cheap import cheap_reading, write_notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture(autouse=True)
def cheap() -> Iterator[None]:
    with cheap_reading():
        yield


@pytest.fixture
def record(tmp_path: Path) -> Path:
    write_notes(tmp_path / "notes", 4, seed=1)
    build([tmp_path / "notes"], tmp_path / "a.db", jobs=1).close()
    return tmp_path / "a.db"


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(app, [str(word) for word in words])
    return result.exit_code, result.output


def first_attribution(record: Path) -> str:
    with open_record(record) as opened:
        return opened.attributions()[0].id


def test_a_person_says_who_spoke_and_takes_it_back(record: Path) -> None:
    wanted = first_attribution(record)
    code, out = run("correct", record, "speaker", wanted, "Lou Hart", "--by", "lh", "--note", "see below")
    assert code == 0
    (said,) = find_corrections(record)
    assert out.startswith(f"{said.id}  speaker: kept")
    assert "→ Lou Hart  │ " in out
    assert "New since last time" not in out
    assert check(record) == ()
    with open_record(record) as opened:
        found = next(one for one in opened.attributions() if one.id == wanted)
        assert found.judgement.rule == "person.speaker"
        assert "Lou Hart" in {one.name for one in opened.speakers()}
    assert run("correct", record, "undo", said.id)[0] == 0
    with open_record(record) as opened:
        assert "Lou Hart" not in {one.name for one in opened.speakers()}


def test_what_is_wrongly_said_is_told_and_changes_nothing(record: Path) -> None:
    for words in (["accept"], ["accept", "a00"], [], ["same-name", "Velik"]):
        code, out = run("correct", record, *words)
        assert code == 2, out
    assert find_corrections(record) == ()


def test_names_that_nobody_bears_are_refused(record: Path) -> None:
    code, out = run("correct", record, "same-name", "Qq Xx", "Zz Yy")
    assert (code, "nobody in this record is named 'Qq Xx'" in out) == (2, True)
    assert find_corrections(record) == ()


def test_what_others_said_is_taken_in_line_by_line(record: Path) -> None:
    run("correct", record, "not-speech", first_attribution(record))
    lines = run("corrections", record, "--export")[1]
    path = record.parent / "said.jsonl"
    path.write_text(lines + "nonsense\n", encoding="utf-8")
    other = record.parent / "b.db"
    build([record.parent / "notes"], other, jobs=1).close()
    code, out = run("correct", other, "--from", path)
    assert code == 3
    assert "said.jsonl#2 is no correction" in out
    assert "1 correction(s) kept, and laid over the record\n1 line(s) left out: each is told above\n" in out
    assert find_corrections(other) == find_corrections(record)
    assert run("correct", other, "--from", record.parent / "gone.jsonl")[0] == 2
    assert json.loads(lines)["kind"] == "not-speech"


def test_a_file_taken_in_again_is_said_to_be_known_and_one_of_no_correction_is_refused(record: Path) -> None:
    run("correct", record, "not-speech", first_attribution(record))
    path = record.parent / "said.jsonl"
    path.write_text(run("corrections", record, "--export")[1], encoding="utf-8")
    code, out = run("correct", record, "--from", path)
    assert (code, "1 correction(s) kept, 1 of them known already, and laid over the record" in out) == (
        0,
        True,
    )
    path.write_text("nonsense\n", encoding="utf-8")
    code, out = run("correct", record, "--from", path)
    assert (code, "no line of it is a correction; the record is as it was" in out) == (2, True)


def test_an_unknown_kind_is_one_sentence_that_names_the_kinds(record: Path) -> None:
    code, out = run("correct", record, "nope")
    assert code == 2
    assert out.startswith("onrecord: 'nope' is no kind of correction; say one of accept, not-speech, ")
    assert out.count("\n") == 1


def test_what_contradicts_an_earlier_word_names_it(record: Path) -> None:
    run("correct", record, "copy", "R1", "R2", "--by", "lh")
    with open_record(record) as opened:
        first, second = (anchor.report_id for anchor in find_corrections(record)[0].anchors)
        assert {first, second} <= {one.id for one in opened.reports()}
    code, out = run("correct", record, "copy", second, first)
    assert code == 0
    assert (
        f"{find_corrections(record)[0].id}  copy: said before by lh, holds no longer: the last word stands"
        in out
    )


def test_an_empty_name_is_refused(record: Path) -> None:
    before = record.read_bytes()
    code, told = run("correct", record, "speaker", first_attribution(record), " ")
    assert code != 0
    assert "is empty" in told
    assert record.read_bytes() == before
