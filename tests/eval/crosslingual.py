"""Sentences found again in another language: how often the right sentence of a document comes first.

Run by `python -m eval.crosslingual DATA`, where DATA holds statements/meantime-crosslingual.dev.jsonl.gz: pairs of
sentences, English and Spanish, Italian or Dutch. Every English sentence is compared with all sentences of its document in
the other language. A tie with another sentence counts as wrong.
"""

import gzip
import json
import sys
from collections import defaultdict
from pathlib import Path

from eval.outcome import Outcome, digest_of
from onrecord.annotate import load_meanings


def measure_crosslingual(data: Path) -> Outcome | None:
    """Rank the sentences of every document; None where the data is not there."""
    path = data / "statements" / "meantime-crosslingual.dev.jsonl.gz"
    if not path.is_file():
        return None
    documents: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if line["label"] == 1:
                documents[line["lang_b"], line["doc"]].append((line["a"], line["b"]))
    first: dict[str, list[bool]] = defaultdict(list)
    for (language, _), pairs in sorted(documents.items()):
        first[language] += rank_document(pairs)
    every = [found for language in sorted(first) for found in first[language]]
    figures = {"crosslingual_first": round(sum(every) / len(every), 3)}
    for language in sorted(first):
        figures[f"crosslingual_first_{language}"] = round(sum(first[language]) / len(first[language]), 3)
    return Outcome(figures=figures, digest=digest_of([path]))


def rank_document(pairs: list[tuple[str, str]]) -> list[bool]:
    """Tell for each first text of `pairs` whether its second comes before all other seconds."""
    count = len(pairs)
    wordings = [(first,) for first, _ in pairs] + [(second,) for _, second in pairs]
    answers = load_meanings().relate(wordings, [(a, count + b) for a in range(count) for b in range(count)])
    found: list[bool] = []
    for a, (_, wanted) in enumerate(pairs):
        row = answers[a * count : (a + 1) * count]
        rivals = [score for score, (_, other) in zip(row, pairs, strict=True) if other != wanted]
        found.append(row[a] > max(rivals, default=-101))
    return found


if __name__ == "__main__":
    outcome = measure_crosslingual(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
