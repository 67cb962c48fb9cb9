"""A pile that comes in pieces is grouped as one that comes at once, whatever the pieces and their order."""

import random
from collections.abc import Mapping
from pathlib import Path

import pytest

from eval.events import read_set
from onrecord.annotate.timexes import find_timexes
from onrecord.clean import read_report
from onrecord.ingest import read_captures
from onrecord.link.events.grouping import EventGroups, add_reports
from onrecord.link.events.outline import Outline, outline
from onrecord.model.attribution import Reading
from onrecord.model.problem import Problem

ROOT = Path(__file__).resolve().parents[2]
SAMPLE = ROOT / "src" / "onrecord" / "sample" / "reports"
STORIES = ROOT.parent / "shared" / "data" / "stories"
PIECES = (1, 1, 2, 5, 20)
SOME = 80


def read_sample() -> dict[str, Outline]:
    found: dict[str, Outline] = {}
    for capture in read_captures([str(SAMPLE)]):
        report, _ = (None, ()) if isinstance(capture, Problem) else read_report(capture)
        if report is not None:
            reading = Reading(
                report=report, chains=(), timexes=find_timexes(report, ()), sentences=(), attributions=()
            )
            found[report.id] = outline(reading)
    return found


def read_labelled(name: str) -> dict[str, Outline]:
    path = STORIES / f"{name}.dev.jsonl.gz"
    if not path.is_file():
        pytest.skip(f"{path.name} is not there")
    readings = [reading for reading, _ in read_set(path, dated=name == "allsides")]
    return {reading.report.id: outline(reading) for reading in readings[:SOME]}


def grouped_in_pieces(pile: Mapping[str, Outline], seed: int) -> EventGroups:
    dice = random.Random(seed)
    ids = sorted(pile)
    dice.shuffle(ids)
    grouped = EventGroups()
    while ids:
        count = dice.choice(PIECES)
        grouped = add_reports(grouped, {key: pile[key] for key in ids[:count]})
        del ids[:count]
    return grouped


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_sample_in_pieces_is_grouped_as_at_once(seed: int) -> None:
    pile = read_sample()
    assert grouped_in_pieces(pile, seed) == add_reports(EventGroups(), pile)


@pytest.mark.parametrize("name", ["ecbplus", "allsides", "meantime"])
def test_a_labelled_set_in_pieces_is_grouped_as_at_once(name: str) -> None:
    pile = read_labelled(name)
    assert grouped_in_pieces(pile, 1) == add_reports(EventGroups(), pile)
