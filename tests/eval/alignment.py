"""Words of two translations of one sentence, linked: F1 of the links against those made by hand.

Run by `python -m eval.alignment DATA`, where DATA holds statements/mtref-aligned.dev.jsonl.gz. The network that links words
was fitted on the lines that the set itself marks as "train"; the figure is for all others.
"""

import gzip
import json
import sys
from pathlib import Path

from eval.outcome import Outcome, digest_of
from onrecord.annotate import load_meanings
from onrecord.text.align import align


def measure_alignment(data: Path) -> Outcome | None:
    """Link the words of every pair; None where the data is not there."""
    path = data / "statements" / "mtref-aligned.dev.jsonl.gz"
    if not path.is_file():
        return None
    link = load_meanings().link_words
    right = given = wanted = broken = 0
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(json.loads, lines):
            if line["split"] == "train":
                continue
            links = link(line["a"].split(), line["b"].split()) or frozenset()
            gold = {tuple(map(int, pair.split("-"))) for pair in line["align"].split()}
            right, given, wanted = right + len(links & gold), given + len(links), wanted + len(gold)
            pieces = align(line["a"], line["b"], link)
            broken += "".join(piece.left.of(line["a"]) for piece in pieces) != line["a"]
            broken += "".join(piece.right.of(line["b"]) for piece in pieces) != line["b"]
    figures = {
        "alignment_precision": round(right / max(1, given), 3),
        "alignment_recall": round(right / max(1, wanted), 3),
        "alignment_f1": round(2 * right / max(1, given + wanted), 3),
        "alignment_texts_not_rebuilt": float(broken),
    }
    return Outcome(figures=figures, digest=digest_of([path]))


if __name__ == "__main__":
    outcome = measure_alignment(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
