"""Pairs of words in Latin letters: how many spellings of one name are told from other names, by their letters alone.

Run by `python -m eval.names DATA`, where DATA holds names/latin-spellings.dev.jsonl.gz. Spellings filed under several
names are left out. The main figure, "reference", is the construction that gives back the three simple measures known for
this data: the names that have just two spellings (long lists hold stage names and translations), and for each pair five
spellings of other names drawn by seed. There edit distance reaches F1 .887 (known: .887), edit distance between keys of
romanisation .895 (.896), Jaro-Winkler from .8 on .837 (.832). A table of 161,327 groups of spellings (rigour 1.2.3) knows
.544 of all spellings, but lists .036 of those pairs in one group. "all" takes every two spellings of every name for the
right pairs. "near" takes for the wrong ones the five nearest to the first spelling (by edit distance among all spellings,
ties in the order of the alphabet; of every eighth pair): no measure comes above .6 there, since many of the nearest are
spellings of the same name filed under another alphabet's form of it. "near_sure" is what the entities of a pile go by:
fewer spellings found, far fewer neighbours taken for them.
"""

import gzip
import json
import random
import sys
from collections import defaultdict
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import numpy.typing as npt

from eval.outcome import Outcome, digest_of
from onrecord.text.distance import spelling_similarity
from onrecord.text.script import romanisation_key
from onrecord.text.spellings import is_spelling, is_sure_spelling

Pair = tuple[str, str]
Distances = npt.NDArray[np.uint8]

_TWO, _WRONG, _EVERY = 2, 5, 8
_FILE = "latin-spellings.dev.jsonl.gz"


def read_names(path: Path) -> dict[str, list[str]]:
    """Return the spellings of each name that belong to it alone, sorted."""
    owners: dict[str, set[str]] = defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            for spelling in row["variants"]:
                owners[spelling].add(row["canonical"])
    names: dict[str, list[str]] = defaultdict(list)
    for spelling, own in sorted(owners.items()):
        if len(own) == 1:
            names[min(own)].append(spelling)
    return {name: names[name] for name in sorted(names)}


def draw_others(right: Sequence[Pair], names: dict[str, list[str]]) -> list[Pair]:
    """Return five spellings of other names for the first of each pair, drawn by seed."""
    owner = {spelling: name for name, spellings in names.items() for spelling in spellings}
    spellings, rng = sorted(owner), random.Random(11)
    drawn: list[Pair] = []
    for first, _ in right:
        others = [other for other in rng.sample(spellings, 40) if owner[other] != owner[first]]
        drawn += [(first, other) for other in others[:_WRONG]]
    return drawn


def find_nearest(right: Sequence[Pair], names: dict[str, list[str]]) -> list[Pair]:
    """Return the five spellings of other names nearest to the first of each pair."""
    owner = {spelling: name for name, spellings in names.items() for spelling in spellings}
    spellings = sorted(owner)
    near: list[Pair] = []
    for first, distances in zip([pair[0] for pair in right], _distances(right, spellings), strict=True):
        order: list[int] = np.argsort(distances, kind="stable").tolist()
        ranked = [spellings[place] for place in order[: _WRONG + len(names[owner[first]])]]
        others = [other for other in ranked if owner[other] != owner[first]]
        near += [(first, other) for other in others[:_WRONG]]
    return near


def _distances(right: Sequence[Pair], spellings: Sequence[str]) -> list[Distances]:
    """Return the edit distances of the first of each pair to all spellings, row by row for all of them at once."""
    longest = max(map(len, spellings))
    letters = np.array([[ord(letter) for letter in word.ljust(longest, "\0")] for word in spellings]).T
    lengths = np.array([len(word) for word in spellings])
    found: list[Distances] = []
    for first, _ in right:
        row = [np.full(len(spellings), place, np.uint8) for place in range(longest + 1)]
        for number, letter in enumerate(first, 1):
            before, row[0] = row[0], np.full(len(spellings), number, np.uint8)
            for place in range(1, longest + 1):
                changed = before + (letters[place - 1] != ord(letter))
                before = row[place]
                row[place] = np.minimum(np.minimum(before, row[place - 1]) + 1, changed).astype(np.uint8)
        found.append(np.stack(row)[lengths, np.arange(len(spellings))])
    return found


def score_pairs(
    right: Sequence[Pair], wrong: Sequence[Pair], *, accept: Callable[[str, str], bool] = is_spelling
) -> dict[str, float]:
    """Return precision, recall and F1 of the pairs that `accept` takes for one name."""
    hits, false = (sum(accept(*pair) for pair in pairs) for pairs in (right, wrong))
    precision, recall = hits / max(1, hits + false), hits / max(1, len(right))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"f1": round(f1, 3), "precision": round(precision, 3), "recall": round(recall, 3)}


def best_f1(likeness: Callable[[str, str], float], right: Sequence[Pair], wrong: Sequence[Pair]) -> float:
    """Return the highest F1 that any threshold of another measure reaches, to compare with."""
    scored = sorted([(-likeness(*pair), 1) for pair in right] + [(-likeness(*pair), 0) for pair in wrong])
    best, hits = 0.0, 0
    for taken, (score, is_right) in enumerate(scored, 1):
        hits += is_right
        if taken == len(scored) or scored[taken][0] != score:
            best = max(best, 2 * hits / (taken + len(right)))
    return round(best, 3)


def _romanised_similarity(first: str, second: str) -> float:
    return spelling_similarity(romanisation_key(first), romanisation_key(second))


def measure_names(data: Path) -> Outcome | None:
    """Score all readings of the set; None where it is not there."""
    path = data / "names" / _FILE
    if not path.is_file():
        return None
    names = read_names(path)
    every = [pair for spellings in names.values() for pair in combinations(spellings, 2)]
    two = [(spellings[0], spellings[-1]) for spellings in names.values() if len(spellings) == _TWO]
    some = two[::_EVERY]
    drawn, near = draw_others(two, names), find_nearest(some, names)
    scores = {
        "reference": score_pairs(two, drawn),
        "all": score_pairs(every, draw_others(every, names)),
        "near": score_pairs(some, near),
        "near_sure": score_pairs(some, near, accept=is_sure_spelling),
    }
    figures = {
        f"names_{kind}_{figure}": value for kind, found in scores.items() for figure, value in found.items()
    }
    figures["names_reference_edit_distance"] = best_f1(spelling_similarity, two, drawn)
    figures["names_reference_romanised"] = best_f1(_romanised_similarity, two, drawn)
    return Outcome(figures=figures, digest=digest_of([path]))


if __name__ == "__main__":
    outcome = measure_names(Path(sys.argv[1]))
    for figure, value in outcome.figures.items() if outcome else ():
        print(figure, value)
