"""What is pinned in floors.json holds: for the sample always, for the seeds where they are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from eval import run
from eval.gate import FLOORS, compare, raised, read_json
from eval.outcome import Outcome
from eval.pages import PAGES
from eval.piles import PILES, TUNED

if TYPE_CHECKING:
    from collections.abc import Callable

SHARED = Path(__file__).resolve().parents[3] / "shared"


INVENTED = ["sample", *(f"story-{story.name}" for story in TUNED)]


@pytest.mark.parametrize("name", [*INVENTED, *(f"narrow-{name}" for name in INVENTED)])
def test_the_invented_piles_are_read_as_well_as_before(name: str) -> None:
    assert_floors_hold(name)


@pytest.mark.parametrize("name", sorted(PAGES))
def test_the_invented_pages_are_read_as_well_as_before(name: str) -> None:
    assert_floors_hold(name)


@pytest.mark.shared
@pytest.mark.parametrize("name", ["seeds", "narrow-seeds"])
def test_the_seeds_are_read_as_well_as_before(name: str) -> None:
    if not (SHARED / "gold" / "seeds.json").is_file():
        pytest.skip("the five real reports are not beside this checkout")
    assert_floors_hold(name)


def assert_floors_hold(name: str) -> None:
    measures: dict[str, Callable[[Path], Outcome | None]] = {**PILES, **PAGES}
    outcome = measures[name](SHARED)
    assert outcome is not None
    verdicts = compare(name, outcome, read_json(FLOORS))
    assert any(verdict.floor is not None for verdict in verdicts), (
        f"no floor is pinned for {name}: run make eval"
    )
    assert [verdict for verdict in verdicts if not verdict.holds] == []


def test_a_floor_is_never_lowered_unsaid() -> None:
    floors = {"pile": {"digest": "d", "floors": {"f1": 0.9, "speaker_wrong": 0.0}}}
    worse = Outcome(figures={"f1": 0.8, "speaker_wrong": 1.0}, digest="d")
    with pytest.raises(ValueError, match="would lower f1, speaker_wrong"):
        raised("pile", worse, floors, allow_regression=False)
    assert raised("pile", worse, floors, allow_regression=True) == {"f1": 0.8, "speaker_wrong": 1.0}


def test_what_holds_only_by_the_tolerance_lowers_no_floor() -> None:
    floors = {"pile": {"digest": "d", "floors": {"f1": 0.938, "speaker_wrong": 2.0}}}
    nearly = Outcome(figures={"f1": 0.9374, "speaker_wrong": 1.0}, digest="d")
    assert raised("pile", nearly, floors, allow_regression=False) == {"f1": 0.938, "speaker_wrong": 1.0}


def test_a_floor_holds_for_its_own_data_only() -> None:
    floors = {"pile": {"digest": "d", "floors": {"f1": 0.9}}}
    (verdict,) = compare("pile", Outcome(figures={"f1": 0.1}, digest="other"), floors)
    assert verdict.floor is None
    assert verdict.holds


def test_floors_are_pinned_for_other_data_only_where_that_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    floors, kept = tmp_path / "floors.json", tmp_path / "outcomes.json"
    monkeypatch.setattr(run, "FLOORS", floors)
    monkeypatch.setattr(run, "OUTCOMES", kept)
    first = {name: Outcome(figures={"f1": 0.9}, digest="old") for name in ("pile", "other")}
    run.keep(first, allow_regression=False, new_data=False)
    changed = {**first, "pile": Outcome(figures={"f1": 0.4}, digest="new")}
    with pytest.raises(ValueError, match="the data of pile changed since"):
        run.keep(changed, allow_regression=True, new_data=False)
    assert read_json(floors)["pile"] == {"digest": "old", "floors": {"f1": 0.9}}
    run.keep(changed, allow_regression=False, new_data=True)
    assert read_json(floors)["pile"] == {"digest": "new", "floors": {"f1": 0.4}}
    assert 'pile: new data; its floors were {"f1": 0.9}' in capsys.readouterr().out
