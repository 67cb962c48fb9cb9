"""The gate: floors that are raised and never lowered, and what was gained and lost by case.

Floors stand in floors.json with the digest of the data they hold for. Other data (``--data DIR``) is scored with the same
settings, and no floor is applied to it. Figures whose name ends in one of FEWER are better when smaller: their floor is a
ceiling.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from eval.outcome import Outcome

FLOORS = Path(__file__).with_name("floors.json")
OUTCOMES = Path(__file__).with_name("outcomes.json")
FEWER = (
    "speaker_wrong",
    "speaker_unknown",
    "not_same_joined",
    "furniture_read_as_speech",
    "reports_missing",
    "texts_not_rebuilt",
    "extra",
    "_false",
)
PINNED = (
    "f1", "end_to_end_f1", "speaker_wrong", "manner_accuracy_on_found", "statement_pair_f1", "not_same_joined",
    "event_pair_f1", "dates_right_share", "furniture_read_as_speech", "e2e_f", "relaxed_f", "token+source_f",
    "events_bcubed_ecbplus", "events_bcubed_allsides", "events_bcubed_meantime", "versions_f1",
    "versions_bcubed", "versions_bcubed_by_words", "crosslingual_first", "alignment_f1", "alignment_texts_not_rebuilt",
    "name_search_500_spelled_at_5", "name_search_500_typed_at_5", "name_search_500_false",
    "name_search_5000_spelled_at_5", "name_search_5000_typed_at_5", "name_search_5000_false",
    "names_reference_f1", "names_reference_precision", "names_all_f1", "names_near_f1",
    "copies_recall_cut", "copies_recall_edited", "copies_recall_inside", "copies_recall_credited",
    "copies_precision",
    "pages_f1", "pages_quotations_kept", "pages_headline_right", "pages_captions_told", "pages_metadata_right", "pages_lines_to_bytes",
    "divergences_precision", "divergences_recall", "divergences_later_precision", "divergences_later_recall",
    "divergences_unseen_precision", "divergences_unseen_recall",
    "dates_cases", "dates_narrow", "dates_narrow_right", "dates_answered", "dates_answered_right",
    "dates_given_one_answered", "dates_given_one_answered_right", "dates_alone_answered_right", "dates_alone_narrow_right",
)  # fmt: skip
"""Figures that get a floor: precision may be traded for recall, their F1 may not fall."""
UNPINNED = ("apart-",)
"""Sets without floors: what nobody tunes on must not become a target."""
TOLERANCE = 1e-3
"""Figures are printed, and pinned, to three places."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One figure against its floor; `floor` is None where none is pinned for this data."""

    name: str
    value: float
    floor: float | None

    @property
    def holds(self) -> bool:
        """Whether the figure is at least as good as its floor."""
        if self.floor is None:
            return True
        if self.name.endswith(FEWER):
            return self.value <= self.floor + TOLERANCE
        return self.value >= self.floor - TOLERANCE

    @property
    def best(self) -> float:
        """The better of figure and floor, to three places: what holds only by the tolerance lowers no floor."""
        value = round(self.value, 3)
        if self.floor is None:
            return value
        return min(value, self.floor) if self.name.endswith(FEWER) else max(value, self.floor)


def read_json(path: Path) -> dict[str, Any]:
    """Return the object in `path`, or an empty one where there is no such file yet."""
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


def compare(name: str, outcome: Outcome, floors: Mapping[str, Any]) -> list[Verdict]:
    """Set every figure of `outcome` beside its floor."""
    pinned: Mapping[str, Any] = floors.get(name, {})
    known: Mapping[str, float] = pinned.get("floors", {}) if pinned.get("digest") == outcome.digest else {}
    return [Verdict(figure, value, known.get(figure)) for figure, value in outcome.figures.items()]


def changes(name: str, outcome: Outcome, outcomes: Mapping[str, Any]) -> tuple[list[str], list[str]]:
    """Return the cases gained and lost since the outcomes were last kept for this data."""
    kept: Mapping[str, Any] = outcomes.get(name, {})
    if kept.get("digest") != outcome.digest:
        return [], []
    before = set(kept["right"])
    return sorted(outcome.right - before), sorted(before - outcome.right)


def of_other_data(outcomes: Mapping[str, Outcome], floors: Mapping[str, Any]) -> list[str]:
    """Return the sets whose floors are pinned for other data than was measured: those floors were not held to."""
    return sorted(
        name
        for name, outcome in outcomes.items()
        if name in floors and floors[name].get("digest") != outcome.digest
    )


def raised(
    name: str, outcome: Outcome, floors: Mapping[str, Any], *, allow_regression: bool
) -> dict[str, float]:
    """Return the floors of one set raised to `outcome`.

    Raises:
        ValueError: when a floor would be lowered and that is not allowed.
    """
    verdicts = compare(name, outcome, floors)
    lower = [verdict.name for verdict in verdicts if not verdict.holds]
    if lower and not allow_regression:
        raise ValueError(
            f"{name}: would lower {', '.join(lower)}; mend it, or say --allow-regression and why"
        )
    return {
        verdict.name: round(verdict.value, 3) if allow_regression else verdict.best
        for verdict in verdicts
        if verdict.name in PINNED
    }
