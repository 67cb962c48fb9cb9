"""Damaged copies among other reports: how many are found, and how many pairs are wrongly taken for copies.

Run by `python -m eval.copies DATA`, where DATA holds stories/ecbplus.dev.jsonl.gz. A copy is cut to a quarter, cut with
one word in seven changed, or makes up a third of another report.
"""

import random
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from eval.events import read_set
from eval.outcome import Outcome, digest_of
from onrecord.link.lineages import find_copies
from support.piles import reading_of

if TYPE_CHECKING:
    from onrecord.model.attribution import Reading

_COPIES, _FEWEST_WORDS, _CHANGED = 150, 80, 0.15


def _damage(words: list[str], other: list[str], kind: str, rng: random.Random) -> str:
    start = rng.randrange(len(words) - len(words) // 4)
    cut = words[start : start + max(40, len(words) // 4)]
    if kind == "edited":
        return " ".join(rng.choice(words) if rng.random() < _CHANGED else word for word in cut)
    if kind == "inside":
        size = min(len(cut), len(other) // 2)
        return " ".join([*other[: len(other) // 2], *cut[:size], *other[len(other) // 2 :]])
    return " ".join(cut)


def measure_copies(data: Path) -> Outcome | None:
    """Plant damaged copies among the reports of a set and look for them; None where the set is not there."""
    path = data / "stories" / "ecbplus.dev.jsonl.gz"
    if not path.is_file():
        return None
    pile = [reading for reading, _ in read_set(path, dated=True)]
    long = [reading for reading in pile if len(reading.report.text.split()) >= _FEWEST_WORDS]
    rng = random.Random(7)
    planted: dict[str, tuple[str, str]] = {}
    copies: list[Reading] = []
    for index, reading in enumerate(long[:_COPIES]):
        kind = ("cut", "edited", "inside")[index % 3]
        other = long[-1 - index].report.text.split()
        made = reading_of("", [_damage(reading.report.text.split(), other, kind, rng)])
        copy_id = f"z{index:04}"
        copies.append(replace(made, report=replace(made.report, id=copy_id)))
        planted[copy_id] = (reading.report.id, kind)
    found = {copy.pair for copy in find_copies([*pile, *copies])}
    figures: dict[str, float] = {}
    for kind in ("cut", "edited", "inside"):
        wanted = [(origin, key) for key, (origin, made) in planted.items() if made == kind]
        figures[f"copies_recall_{kind}"] = round(sum(pair in found for pair in wanted) / len(wanted), 3)
    return Outcome(figures=figures, digest=digest_of([path]))


if __name__ == "__main__":
    outcome = measure_copies(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
