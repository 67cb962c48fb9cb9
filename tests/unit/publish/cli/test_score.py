import json
import math
from pathlib import Path

import pytest
import typer
from typer.testing import CliRunner

from onrecord.errors import ScoreError
from onrecord.publish.cli.app import app
from onrecord.publish.cli.score import bounds_of, missed_bounds, number_of, read_reading
from onrecord.record import write
from support.contents import ferry_contents


def test_bounds_are_names_with_numbers() -> None:
    assert bounds_of(["recall=0.9", "found=3"]) == {"recall": 0.9, "found": 3.0}


@pytest.mark.parametrize("option", ["recall", "recall=", "recall=much", "=0.9=1"])
def test_a_bound_of_another_form_is_refused(option: str) -> None:
    with pytest.raises(typer.BadParameter, match="NAME=VALUE"):
        bounds_of([option])


def test_figures_that_miss_their_bounds_are_told() -> None:
    figures = {"recall": "0.500", "extra": "4", "dates_right": "1/2"}

    assert missed_bounds(figures, {"recall": 0.9, "dates_right": 0.5}, {"extra": 3}) == [
        "recall is 0.500, below 0.9",
        "extra is 4, above 3",
    ]
    with pytest.raises(typer.BadParameter, match="no figure 'remembered'"):
        missed_bounds(figures, {"remembered": 1}, {})


def test_a_figure_of_parts_is_a_share() -> None:
    assert number_of("2/2") == 1.0
    assert number_of("0/0") == math.inf


@pytest.mark.parametrize("payload", [b"not json", b"[1]", b"\xff\xfe", b"[" * 100_000])
def test_what_is_no_reading_is_refused_in_a_sentence(payload: bytes, tmp_path: Path) -> None:
    path = tmp_path / "gold.json"
    path.write_bytes(payload)
    with pytest.raises(ScoreError, match=r"gold\.json"):
        read_reading(path)


def test_a_record_is_scored_and_a_missed_bound_exits_1(tmp_path: Path) -> None:
    contents = ferry_contents()
    write(tmp_path / "ferry.db", contents)
    report = next(one.report for one in contents.readings if one.report.external_id)
    reading = {
        "attributions": [
            {
                "id": "1",
                "report": report.external_id,
                "content": [list(span) for span in contents_of(report.text)],
                "manner": "direct",
                "speaker": "Ana Velik",
                "required": True,
            }
        ]
    }
    (tmp_path / "gold.json").write_text(json.dumps(reading), encoding="utf-8")
    arguments = ["score", str(tmp_path / "gold.json"), str(tmp_path / "ferry.db")]
    plain = CliRunner().invoke(app, [*arguments, "-v"])
    told = CliRunner().invoke(app, [*arguments, "--json", "-v"])
    missed = CliRunner().invoke(app, [*arguments, "--at-least", "precision=0.9"])

    assert (plain.exit_code, told.exit_code, missed.exit_code) == (0, 0, 1)
    assert "recall 1.000" in plain.stdout
    assert json.loads(told.stdout)["cases"]
    assert "precision is 0.333, below 0.9" in missed.stderr


def contents_of(text: str) -> list[tuple[int, int]]:
    start = text.index("We will not raise the fares,")
    return [(start, start + len("We will not raise the fares,"))]
