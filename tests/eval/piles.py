"""Whole piles against a hand-made reading: the seeds where they are, and the sample."""

import json
from collections.abc import Callable, Sequence
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


def measure_pile(reports: Path, gold_path: Path, *, wide: bool = True) -> Outcome:
    """Build the pile in `reports` and score it against the reading in `gold_path`; `wide` as in the settings."""
    gold = json.loads(gold_path.read_text(encoding="utf-8"))
    record = record_as_json(read_pile([str(reports)], settings=Settings(wide=wide)))
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


def measure_seeds(data: Path, *, wide: bool = True) -> Outcome | None:
    """Score the five real reports, where they are."""
    gold_path = data / "gold" / "seeds.json"
    return measure_pile(data / "seeds", gold_path, wide=wide) if gold_path.is_file() else None


def measure_sample(data: Path, *, wide: bool = True) -> Outcome | None:
    """Score the sample pile, which is always there."""
    del data
    return measure_pile(SAMPLE / "reports", SAMPLE / "gold.json", wide=wide)


def measure_story(story: Path, data: Path, *, wide: bool = True) -> Outcome:
    """Score one of the invented stories."""
    del data
    with TemporaryDirectory() as folder:
        gold_path = write_story(story, Path(folder))
        return measure_pile(Path(folder) / "reports", gold_path, wide=wide)


def measure_together(stories: Sequence[Path], data: Path) -> Outcome:
    """Add up what was found in several stories, and give the shares of the sums."""
    outcomes = [measure_story(story, data) for story in stories]
    total = {
        name: sum(outcome.figures[name] for outcome in outcomes)
        for name in ("attributions_required", "found", "extra", "speaker_unknown", "speaker_wrong")
    }
    found, required = total["found"], total["attributions_required"]
    right = found - total["speaker_unknown"] - total["speaker_wrong"]
    given = found + total["extra"] + required
    return Outcome(
        figures={
            **total,
            "f1": 2 * found / given,
            "end_to_end_f1": 2 * right / given,
            "speaker_right_share": right / found,
            "speaker_wrong_share": total["speaker_wrong"] / found,
        },
        digest=" ".join(outcome.digest for outcome in outcomes),
    )


TUNED = sorted(path.parent for path in STORIES.glob("*/story.json") if path.parent.name != "harbour")
"""Stories that rules may be mended on; harbour is the sample."""
APART = sorted(path.parent for path in (STORIES.parent / "apart").glob("*/story.json"))
"""Stories that no rule or threshold was ever chosen on, nor may be: read their figures, not their reports."""

_MEASURES: dict[str, Callable[..., Outcome | None]] = {
    "seeds": measure_seeds,
    "sample": measure_sample,
    **{f"story-{story.name}": partial(measure_story, story) for story in TUNED},
}

PILES: dict[str, Callable[[Path], Outcome | None]] = {
    **_MEASURES,
    **{f"narrow-{name}": partial(measure, wide=False) for name, measure in _MEASURES.items()},
    **{f"apart-{story.name}": partial(measure_story, story) for story in APART},
    "apart-together": partial(measure_together, APART),
}
"""Piles by name; `narrow-` ones are read without what is held of things only named."""
