from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from onrecord.growing import Manner, correct
from onrecord.model.correction import Anchor, Correction, CorrectionKind
from onrecord.model.span import Span
from onrecord.pipeline import build
from onrecord.publish.cli.app import app
from onrecord.record import open_record
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
    with open_record(tmp_path / "a.db") as opened:
        report = opened.reports()[0]
        one = opened.attributions()[0]
        text = {each.id: each.text for each in opened.reports()}[one.report_id]
    anchor = Anchor(report_id=one.report_id, spans=one.content, exact=tuple(s.of(text) for s in one.content))
    gone = Anchor(report_id="r00", spans=(Span(0, 4),), exact=("Ahoy",))
    names = Correction(kind=CorrectionKind.OTHER_NAME, names=("Ana Velik", "Pell"), by="lh", note="not she")
    said = (
        Correction(kind=CorrectionKind.ACCEPT, anchors=(anchor,)),
        Correction(kind=CorrectionKind.NOT_SPEECH, anchors=(gone,)),
        names,
        Correction(kind=CorrectionKind.UNDO, undoes=names.id),
    )
    assert report.text
    correct(tmp_path / "a.db", said, manner=Manner(jobs=1))
    return tmp_path / "a.db"


def out(*words: str | Path) -> str:
    result = CliRunner().invoke(app, [str(word) for word in words])
    assert result.exit_code == 0
    return result.stdout


def test_what_was_said_is_listed_with_what_became_of_it(record: Path) -> None:
    listed = out("corrections", record)
    assert listed.count("accept") == 1
    assert "holds to nothing in this record" in listed
    assert "taken back, or said otherwise later" in listed
    assert "lh: not she" in listed


def test_how_often_the_program_was_wrong_is_counted(record: Path) -> None:
    told = out("corrections", record, "--summary")
    assert told.startswith("2 of ")
    assert "1 of them were wrong (50 %)" in told
    assert "0  one that were two" in told


def test_a_record_of_which_nobody_said_anything_has_none(tmp_path: Path) -> None:
    write_notes(tmp_path / "notes", 1, seed=1)
    build([tmp_path / "notes"], tmp_path / "b.db", jobs=1).close()
    assert out("corrections", tmp_path / "b.db") == ""
    assert out("corrections", tmp_path / "b.db", "--summary").startswith("0 of ")
