"""Versions of one sentence told from its neighbours in the text: pair precision and recall of the statement links.

Run by `python -m eval.statements DATA`, where DATA holds statements/wmt21-versions.dev.jsonl.gz. Three outlets each
print about half of a text's sentences, every outlet in a version of its own.
"""

import gzip
import json
import random
import sys
from collections import defaultdict
from itertools import combinations
from pathlib import Path
from typing import Any

from eval.outcome import Outcome, digest_of
from onrecord.annotate import load_meanings
from onrecord.link.statements.statements import group_attributions
from onrecord.model.attribution import Manner, Reading
from support.piles import reading_of

_TEXTS, _SENTENCES, _OUTLETS = 200, 14, 3


def read_piles(path: Path) -> list[tuple[list[Reading], dict[str, int]]]:
    """Return small piles, each with the number of the sentence that every attribution renders."""
    texts: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            texts[line["set"], line["src_lang"], str(line["doc"] or line["i"] // 15)].append(line)
    return [_pile(texts[key], random.Random(str(key))) for key in sorted(texts)[:_TEXTS]]


def _pile(lines: list[dict[str, Any]], rng: random.Random) -> tuple[list[Reading], dict[str, int]]:
    printed: list[list[tuple[str, int]]] = [[] for _ in range(_OUTLETS)]
    for number, line in enumerate(lines[:_SENTENCES]):
        versions: dict[str, str] = line["versions"]
        chosen = sorted(set(versions.values()))
        rng.shuffle(chosen)
        for outlet, version in zip(printed, chosen, strict=False):
            if rng.random() < 1 / 2:
                outlet.append((f"{version} ", number))
    readings: list[Reading] = []
    rendered: dict[str, int] = {}
    for outlet in printed:
        spoken = [("Dorran", words, Manner.DIRECT) for words, _ in outlet]
        readings.append(reading_of("", [words for words, _ in outlet] or [" "], speeches=spoken))
        by_words = dict(outlet)
        for attribution in readings[-1].attributions:
            words = attribution.content[0].of(readings[-1].report.text)
            rendered[attribution.id] = by_words[words]
    return readings, rendered


def measure_statements(data: Path) -> Outcome | None:
    """Score the links of all piles; None where the data is not there."""
    path = data / "statements" / "wmt21-versions.dev.jsonl.gz"
    if not path.is_file():
        return None
    meanings = load_meanings()
    right = given = wanted = 0
    for readings, rendered in read_piles(path):
        ordered = sorted(
            {reading.report.id: reading for reading in readings}.values(), key=lambda r: r.report.id
        )
        groups = group_attributions(
            ordered,
            entity_of={chain.id: "p1" for reading in ordered for chain in reading.chains},
            event_of={reading.report.id: "e1" for reading in ordered},
            copies=(),
            meanings=meanings,
        )
        joined = {pair for group in groups for pair in combinations(sorted({a.id for a in group}), 2)}
        same = {(a, b) for a, b in combinations(sorted(rendered), 2) if rendered[a] == rendered[b]}
        right, given, wanted = right + len(joined & same), given + len(joined), wanted + len(same)
    precision, recall = right / max(1, given), right / max(1, wanted)
    figures = {
        "versions_precision": round(precision, 3),
        "versions_recall": round(recall, 3),
        "versions_f1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
    }
    return Outcome(figures=figures, digest=digest_of([path]))


if __name__ == "__main__":
    outcome = measure_statements(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
