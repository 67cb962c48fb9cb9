import json
import os
import stat
from pathlib import Path

import polars as pl
import pytest
from typer.testing import CliRunner

from onrecord.errors import RecordError
from onrecord.model.attribution import Level
from onrecord.publish.cli.app import app
from onrecord.publish.cli.export import Format, exported, write_whole
from onrecord.record import write
from support.contents import ferry_contents


@pytest.mark.parametrize(
    ("form", "start"),
    [
        (Format.JSON, b"{"),
        (Format.JSONL, b'{"kind"'),
        (Format.CSV, b"attribution"),
        (Format.HTML, b"<!doctype html>"),
    ],
)
def test_each_form_has_its_bytes(form: Format, start: bytes) -> None:
    payload = exported(ferry_contents(), form)

    assert payload.lstrip()[: len(start)] == start or form is Format.CSV
    assert payload == exported(ferry_contents(), form)


def test_a_file_is_written_wholly_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    write_whole(path, b"one")
    write_whole(path, b"two")

    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) & 0o400
    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]
    with pytest.raises(RecordError, match="is not there; make it first"):
        write_whole(tmp_path / "missing" / "page.html", b"")


def test_a_device_or_a_pipe_is_written_to_and_never_replaced(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    write_whole(pipe, b"through")

    assert os.read(reader, 100) == b"through"
    assert stat.S_ISFIFO(pipe.stat().st_mode)
    os.close(reader)


def test_a_link_keeps_leading_where_it_leads(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_bytes(b"old")
    (tmp_path / "link.html").symlink_to("page.html")
    write_whole(tmp_path / "link.html", b"new")

    assert (tmp_path / "link.html").is_symlink()
    assert (tmp_path / "page.html").read_bytes() == b"new"


def test_a_folder_in_the_way_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "page.html").mkdir()
    with pytest.raises(IsADirectoryError):
        write_whole(tmp_path / "page.html", b"x")

    assert [one.name for one in tmp_path.iterdir()] == ["page.html"]


def test_an_export_goes_to_standard_output_or_to_a_file(tmp_path: Path) -> None:
    record = tmp_path / "ferry.db"
    write(record, ferry_contents())
    printed = CliRunner().invoke(app, ["export", str(record), "--format", "json"])
    written = CliRunner().invoke(
        app, ["export", str(record), "--format", "json", "-o", str(tmp_path / "ferry.json")]
    )

    assert (printed.exit_code, written.exit_code) == (0, 0)
    assert json.loads(printed.stdout) == json.loads((tmp_path / "ferry.json").read_bytes())
    assert written.stdout == ""


@pytest.mark.parametrize("form", Format)
def test_each_form_can_be_limited_to_a_level_and_is_whole_unasked(tmp_path: Path, form: Format) -> None:
    record = tmp_path / "ferry.db"
    write(record, ferry_contents())

    def printed(*options: str) -> bytes:
        return CliRunner().invoke(app, ["export", str(record), "--format", form, *options]).stdout_bytes

    assert printed() == printed("--level", "possible") == exported(ferry_contents(), form)
    assert printed("--level", "certain") == exported(ferry_contents(), form, level=Level.CERTAIN)
    # What only cites reports is the same at every level.
    bibliographies = {Format.CSL, Format.BIBTEX, Format.RIS}
    assert len({printed("--level", level) for level in Level}) == (
        1 if form in bibliographies else len(Level)
    )


def test_rows_below_the_level_are_left_out() -> None:
    rows = exported(ferry_contents(), Format.CSV, level=Level.CERTAIN).decode().splitlines()

    assert len(rows) == 1 + 6
    assert not any("possible" in row or "likely" in row for row in rows)


def test_an_export_never_takes_the_place_of_a_record(tmp_path: Path) -> None:
    record = tmp_path / "ferry.db"
    write(record, ferry_contents())
    before = record.read_bytes()

    result = CliRunner().invoke(app, ["export", str(record), "--format", "json", "-o", str(record)])

    assert result.exit_code == 2
    assert record.read_bytes() == before


def test_one_part_of_a_record_can_be_taken_away(tmp_path: Path) -> None:
    record = tmp_path / "ferry.db"
    write(record, ferry_contents())

    def printed(*options: str) -> str:
        result = CliRunner().invoke(app, ["export", str(record), *options])
        assert result.exit_code == 0, result.output
        return result.stdout_bytes.decode()

    assert printed("--format", "csv", "--statement", "S1").count("\r\n") == 1 + 3
    assert printed("--format", "csv", "--speaker", "Ana Velik").count("\r\n") == 1 + 7
    assert printed("--format", "brief-md", "--event", "e1").startswith("# Ferry to run again from May\n")
    assert printed("--format", "csv", "--outlet", "Courier", "--manner", "indirect").count("\r\n") == 1 + 3
    assert printed("--format", "csv", "--since", "2021-03-05").count("\r\n") == 1
    story = ferry_contents().linked.stories[0].id
    assert printed("--format", "brief-md", "--story", story).startswith("# The Lundholm ferry\n")


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--format", "tei", "--statement", "S9"), "no such statement"),
        (("--format", "tei", "--statement", "S1", "--event", "E1"), "one part at a time"),
        (("--format", "html", "--event", "E1"), "html is of a whole record only"),
    ],
)
def test_what_cannot_be_taken_away_is_refused_in_a_sentence(
    tmp_path: Path, options: tuple[str, ...], told: str
) -> None:
    record = tmp_path / "ferry.db"
    write(record, ferry_contents())
    result = CliRunner().invoke(app, ["export", str(record), *options])

    assert result.exit_code == 2
    assert told in " ".join(result.output.replace("│", " ").split())


def test_guarded_csv_is_the_form_for_spreadsheets() -> None:
    assert exported(ferry_contents(), Format.CSV, guarded=True) == exported(ferry_contents(), Format.CSV_SAFE)


def test_a_table_and_texts_can_be_asked_for(tmp_path: Path) -> None:
    record = tmp_path / "ferry.db"
    write(record, ferry_contents())
    options = [
        "--format",
        "parquet",
        "--table",
        "reports",
        "--texts",
        "-o",
        str(tmp_path / "reports.parquet"),
    ]

    assert CliRunner().invoke(app, ["export", str(record), *options]).exit_code == 0
    assert pl.read_parquet(tmp_path / "reports.parquet")["text"].len() == 3
