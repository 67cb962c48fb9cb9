"""Whole piles against a hand-made reading: the seeds where they are, and the sample."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from eval.outcome import Outcome, digest_of
from onrecord.pipeline import read_pile
from onrecord.publish.export import record_as_json
from onrecord.publish.export.scoring import score
from onrecord.settings import Settings
from support.stories import write_story

ROOT = Path(__file__).resolve().parents[2]
STORIES = ROOT / "tests" / "golden" / "stories"
SAMPLE = ROOT / "src" / "onrecord" / "sample"


def measure_pile(reports: Path, gold_path: Path) -> Outcome:
    """Build the pile in `reports` and score it against the reading in `gold_path`."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    record = record_as_json(read_pile([str(reports)], settings=Settings()))
    scores = score(gold, record)
    figures: dict[str, float] = {}
    for name, value in scores.figures.items():
        if "/" in value:
            right, wanted = value.split("/")
            figures[f"{name}_share"] = float(right) / float(wanted) if float(wanted) else 1.0
        else:
            figures[name] = float(value)
    faults = {"missed", "wrong_speaker", "unknown_speaker"}
    wrong = {case.words[0] for case in scores.cases if case.kind in faults}
    wanted_ids = {gold_case["id"] for gold_case in gold["attributions"] if gold_case["required"]}
    return Outcome(
        figures=figures,
        digest=digest_of([gold_path, *reports.glob("*.txt")]),
        right=frozenset(wanted_ids - wrong),
    )


def measure_seeds(data: Path) -> Outcome | None:
    """Score the five real reports, where they are."""
    gold_path = data / "gold" / "seeds.json"
    return measure_pile(data / "seeds", gold_path) if gold_path.is_file() else None


def measure_sample(data: Path) -> Outcome | None:
    """Score the sample pile, which is always there."""
    del data
    return measure_pile(SAMPLE / "reports", SAMPLE / "gold.json")


def measure_story(story: Path, data: Path) -> Outcome:
    """Score one of the invented stories."""
    del data
    with TemporaryDirectory() as folder:
        gold_path = write_story(story, Path(folder))
        return measure_pile(Path(folder) / "reports", gold_path)


TUNED = sorted(path.parent for path in STORIES.glob("*/story.json") if path.parent.name != "harbour")
"""Stories that rules may be mended on; harbour is the sample."""
APART = sorted(path.parent for path in (STORIES.parent / "apart").glob("*/story.json"))
"""Stories that no rule or threshold was ever chosen on, nor may be: read their figures, not their reports."""

PILES: dict[str, Callable[[Path], Outcome | None]] = {
    "seeds": measure_seeds,
    "sample": measure_sample,
    **{f"story-{story.name}": partial(measure_story, story) for story in TUNED},
    **{f"apart-{story.name}": partial(measure_story, story) for story in APART},
}
