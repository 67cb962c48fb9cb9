import math
from pathlib import Path

import pytest
import typer

from onrecord.errors import ScoreError
from onrecord.publish.cli.score import bounds_of, missed_bounds, number_of, read_reading


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
