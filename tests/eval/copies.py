"""Copies among other reports: how many planted ones are found, how many pairs called copies are, and how fast.

Run by `python -m eval.copies DATA`, where DATA holds any of stories/{allsides,ecbplus,meantime}.dev.jsonl.gz. The pile is
theirs, with damaged copies planted by seed (`eval.damaged`); precision is over all of its pairs.
"""

import gzip
import json
import re
import sys
from dataclasses import replace
from pathlib import Path

from eval.damaged import Truth, plant
from eval.events import SETS
from eval.outcome import Outcome, digest_of
from onrecord.link.copies.copies import find_copies
from onrecord.model.attribution import Reading
from support.piles import reading_of


def read_plainly(path: Path, *, dated: bool) -> list[tuple[Reading, str]]:
    """Return the reports of a labelled set with their clusters: title, then paragraphs, as the damages are made of them."""
    found: list[tuple[Reading, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            body = line["text"].removeprefix(line["title"])
            reading = reading_of(
                line["title"],
                [part for part in re.split(r"\n+", body) if part.strip()] or [" "],
                day=line["date"] if dated else None,
            )
            report = replace(reading.report, id=f"r{line['id']}")
            found.append((replace(reading, report=report), line["cluster"]))
    return found


def read_labelled(data: Path) -> tuple[list[tuple[Reading, str]], list[Path]]:
    """Return the reports of every labelled set that is there, with their clusters, and the files read."""
    labelled: list[tuple[Reading, str]] = []
    paths: list[Path] = []
    for name, dated in SETS:
        path = data / "stories" / f"{name}.dev.jsonl.gz"
        if path.is_file():
            paths.append(path)
            for reading, cluster in read_plainly(path, dated=dated):
                own = replace(reading, report=replace(reading.report, id=f"{name}-{reading.report.id}"))
                labelled.append((own, f"{name}-{cluster}"))
    return labelled, paths


def measure_copies(data: Path) -> Outcome | None:
    """Plant damaged copies among the reports of the labelled sets and look for them; None where there is no set."""
    labelled, paths = read_labelled(data)
    if not labelled:
        return None
    damaged = plant(labelled)
    found = {copy.pair for copy in find_copies(damaged.pile)}
    truth = Truth(damaged, [reading for reading, _ in labelled])
    figures = {
        f"copies_recall_{kind}": _share(pairs, found) for kind, pairs in sorted(damaged.wanted.items())
    }
    true = sum(truth.is_copy(*pair) for pair in found)
    figures["copies_precision"] = round(true / len(found), 3) if found else 1.0
    figures["copies_called"] = float(len(found))
    return Outcome(figures=figures, digest=digest_of(paths))


def _share(wanted: tuple[tuple[str, str], ...], found: set[tuple[str, str]]) -> float:
    return round(sum(pair in found for pair in wanted) / len(wanted), 3)


if __name__ == "__main__":
    outcome = measure_copies(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
