"""Cases of divergences, two invented reports each: how many are found, and how many of those found are any.

Run by `python -m eval.divergences DATA`; the cases are those of tests/golden/divergences, half of them harmless differences. The
40 cases of the file later.txt were written, in two lots, when the rules before them were settled, and are counted apart. At first
sight they gave precision .74 (17 of 23) and recall .85 (17 of 20); what they showed has been mended since. The 20 cases of
unseen.txt were written after that, and nothing was mended for them.
"""

import sys
from collections.abc import Iterable
from pathlib import Path

from eval.outcome import Outcome, digest_of
from support.divergent import DivergentCase, read_divergent_cases, score_case

CASES = Path(__file__).resolve().parents[1] / "golden" / "divergences"
LATER, UNSEEN = "later", "unseen"


def score_cases(cases: Iterable[DivergentCase]) -> tuple[dict[str, float], frozenset[str]]:
    """Return precision, recall and F1 over all divergences of the cases, and the names of those read rightly."""
    scored = {case.name: score_case(case) for case in cases}
    hits, expected, others = (sum(counts) for counts in zip(*scored.values(), strict=True))
    precision, recall = hits / max(1, hits + others), hits / max(1, expected)
    figures = {
        "precision": round(precision, 3),
        "recall": round(recall, 3),
        "f1": round(2 * precision * recall / max(1e-9, precision + recall), 3),
    }
    right = frozenset(name for name, (hit, wanted, other) in scored.items() if hit == wanted and not other)
    return figures, right


def measure_divergences(data: Path) -> Outcome | None:
    """Score the cases; they need no data."""
    del data
    cases = read_divergent_cases(CASES.glob("*.txt"))
    batches = {
        "divergences": [case for case in cases if not case.name.startswith((LATER, UNSEEN))],
        "divergences_later": [case for case in cases if case.name.startswith(LATER)],
        "divergences_unseen": [case for case in cases if case.name.startswith(UNSEEN)],
    }
    figures: dict[str, float] = {}
    right: frozenset[str] = frozenset()
    for name, batch in batches.items():
        if batch:
            found, rightly = score_cases(batch)
            figures |= {f"{name}_{figure}": value for figure, value in found.items()}
            right |= rightly
    return Outcome(figures=figures, digest=digest_of(CASES.glob("*.txt")), right=right)


if __name__ == "__main__":
    outcome = measure_divergences(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
    for case in read_divergent_cases(CASES.glob("*.txt")):
        if outcome and case.name not in outcome.right:
            print("wrong", case.name, *score_case(case))
