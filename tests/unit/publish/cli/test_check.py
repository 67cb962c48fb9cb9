import json
from pathlib import Path

from typer.testing import CliRunner

from onrecord.pipeline import build
from onrecord.publish.cli.app import app
from onrecord.record import write
from support.cheap import cheap_reading, write_notes
from support.contents import ferry_contents
from support.records import tampered


def test_a_sound_record_is_said_to_be_sound(tmp_path: Path) -> None:
    record = tmp_path / "ferry.db"
    write(record, ferry_contents())
    result = CliRunner().invoke(app, ["check", str(record)])
    told = CliRunner().invoke(app, ["check", str(record), "--json"])

    assert result.exit_code == 0
    assert "every citation stands" in result.output
    assert json.loads(told.stdout) == []


def test_a_record_that_was_tampered_with_exits_1_and_says_where(tmp_path: Path) -> None:
    record = tmp_path / "ferry.db"
    write(record, ferry_contents())
    payload = record.read_bytes()
    record.write_bytes(payload.replace(b"12 boats were waiting", b"13 boats were waiting"))
    result = CliRunner().invoke(app, ["check", str(record)])

    assert result.exit_code == 1
    assert "check." in result.output


def test_what_is_no_record_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "notes.db"
    other.write_text("not a record", encoding="utf-8")

    assert CliRunner().invoke(app, ["check", str(other)]).exit_code == 2


def test_a_record_is_repaired_and_what_was_done_is_told(tmp_path: Path) -> None:
    with cheap_reading():
        build(write_notes(tmp_path / "notes", 4, seed=1), tmp_path / "a.db", jobs=1).close()
        off = tampered(tmp_path / "a.db", "UPDATE events SET what = upper(what)")
        result = CliRunner().invoke(app, ["check", str(off), "--repair"])
        again = CliRunner().invoke(app, ["check", str(off), "--repair", "--json"])

    assert result.exit_code == 0
    assert "was off: check.seal" in result.output
    assert "4 reports were linked again" in result.output
    assert json.loads(again.stdout) == {"found": [], "done": [], "left": []}
