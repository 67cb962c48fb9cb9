"""Learn what changes between two spellings of one name: python training/spellings.py --data DIR --out FILE.

DIR holds names/latin-spellings.dev.jsonl.gz: spellings of one name in Latin letters, a line each. What is written holds
letters and weights, no name. The method is that of Ristad and Yianilos, "Learning String-Edit Distance" (IEEE PAMI 20(5),
1998): a memoryless transducer that writes both spellings at once, its chances found by expectation maximisation; here
a step writes up to two letters on either side (k/ch, x/ks, -/h). A step's weight is how much likelier it is in two
spellings of one name than in two names that have nothing to do with each other: log p(u, v) - log p(u) - log p(v).
"""

import argparse
import gzip
import hashlib
import json
import math
from collections import Counter, defaultdict
from itertools import combinations, product
from pathlib import Path

from onrecord.text.distance import spelling_similarity
from onrecord.text.spellings import EDGES, NOTHING, bare_letters

ROUNDS = 6
LIKE_ENOUGH = 0.5
"""Pairs less alike than this are names of one person rather than spellings of one name (a stage name, a translation)."""
ONE_LONGER, BOTH_LONGER = 2.0, 3.0
"""Counts taken off steps of two letters on one side or on both, so that only those that recur are kept."""
SMOOTHING = 0.02
STEPS = [(left, right) for left, right in product(range(3), repeat=2) if left or right]

Steps = dict[tuple[str, str], float]


def read_groups(path: Path) -> dict[str, list[str]]:
    """Return the spellings of each name that are spellings of no other."""
    owners: dict[str, set[str]] = defaultdict(set)
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in map(json.loads, lines):
            for spelling in row["variants"]:
                owners[spelling].add(row["canonical"])
    groups: dict[str, list[str]] = defaultdict(list)
    for spelling in sorted(owners):
        if len(owners[spelling]) == 1:
            groups[min(owners[spelling])].append(spelling)
    return groups


def training_pairs(groups: dict[str, list[str]]) -> list[tuple[str, str, float]]:
    """Return the pairs that are alike enough; those of a name with many spellings weigh less each."""
    pairs: list[tuple[str, str, float]] = []
    for _, group in sorted(groups.items()):
        for first, second in combinations(group, 2):
            left, right = bare_letters(first), bare_letters(second)
            if left and right and spelling_similarity(left, right) >= LIKE_ENOUGH:
                pairs.append((EDGES[0] + left + EDGES[1], EDGES[0] + right + EDGES[1], 2 / len(group)))
    return pairs


def first_guess(letters: str) -> Steps:
    """Return chances to start from: mostly nothing changes."""
    units = ["", *letters]
    chances = dict.fromkeys(product(units, repeat=2), 1e-4)
    chances |= {(letter, letter): 0.02 for letter in letters}
    del chances["", ""]
    return chances


def chance(chances: Steps, left: str, right: str, *, first_round: bool) -> float:
    """Return the chance of a step; in the first round longer ones are tried too. Edges are written only with edges."""
    if any((edge in left) != (edge in right) for edge in EDGES):
        return 0.0
    longer = (len(left) > 1) + (len(right) > 1)
    return chances.get((left, right), (0.0, 1e-6, 1e-8)[longer] if first_round else 0.0)


def expect(pairs: list[tuple[str, str, float]], chances: Steps, *, first_round: bool) -> Steps:
    """Return how often each step is taken over all pairs, as these chances expect."""
    counts: Counter[tuple[str, str]] = Counter()
    for first, second, weight in pairs:
        rows, columns = len(first) + 1, len(second) + 1
        steps = [
            (i, j, i + di, j + dj, first[i : i + di], second[j : j + dj], p)
            for i in range(rows)
            for j in range(columns)
            for di, dj in STEPS
            if i + di < rows and j + dj < columns
            if (p := chance(chances, first[i : i + di], second[j : j + dj], first_round=first_round)) > 0
        ]
        ahead = [[0.0] * columns for _ in range(rows)]
        behind = [[0.0] * columns for _ in range(rows)]
        ahead[0][0] = behind[-1][-1] = 1.0
        for i, j, k, m, _, _, p in steps:
            ahead[k][m] += ahead[i][j] * p
        for i, j, k, m, _, _, p in reversed(steps):
            behind[i][j] += behind[k][m] * p
        total = behind[0][0]
        if total <= 0:
            continue
        for i, j, k, m, left, right, p in steps:
            share = weight * ahead[i][j] * p * behind[k][m] / total
            counts[left, right] += share
            counts[right, left] += share
    return counts


def maximise(counts: Steps, letters: str) -> Steps:
    """Return the chances that fit the counts best, less what is rare."""
    kept: Steps = {}
    for (left, right), count in counts.items():
        longer = (len(left) > 1) + (len(right) > 1)
        count -= (0.0, ONE_LONGER, BOTH_LONGER)[longer]
        if count > 0:
            kept[left, right] = count
    for step in first_guess(letters):
        kept[step] = kept.get(step, 0.0) + SMOOTHING
    total = sum(kept.values())
    return {step: count / total for step, count in kept.items()}


def learn(groups: dict[str, list[str]]) -> Steps:
    """Return the weight of every step, one side at least as early in the alphabet as the other."""
    letters = "abcdefghijklmnopqrstuvwxyz"
    pairs = training_pairs(groups)
    chances = first_guess(letters)
    for edge in EDGES:
        chances[edge, edge] = 0.02
    for number in range(ROUNDS):
        counts = expect(pairs, chances, first_round=number == 0)
        chances = maximise(counts, letters)
    used = Counter("".join(bare_letters(spelling) for group in groups.values() for spelling in group))
    # An edge is certain in either case, and so tells nothing.
    alone = {letter: math.log(used[letter] / sum(used.values())) for letter in letters} | dict.fromkeys(EDGES, 0.0)
    sure = {edge: math.log(chances[edge, edge]) for edge in EDGES}
    weights: Steps = {}
    for (left, right), p in chances.items():
        if p > 0 and left <= right and (left, right) not in {(edge, edge) for edge in EDGES}:
            weight = math.log(p) - sum(alone[letter] for letter in left + right)
            # Where an edge is written along with a letter, it need not be written by itself.
            weight -= sum(sure[edge] for edge in EDGES if edge in left and edge in right)
            weights[left, right] = round(weight, 2)
    return weights


def write(weights: Steps, path: Path, *, digest: str) -> None:
    """Write the weights, one a line, the likeliest first; an empty side is written as a low line."""
    head = [
        "# How much likelier a step is in two spellings of one name than in two names: natural logarithm, then both sides.",
        f"# Learned by training/spellings.py from pairs of spellings (digest {digest}); ^ and $ are the edges of a name.",
    ]
    rows = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    lines = [f"{weight} {left or NOTHING} {right or NOTHING}" for (left, right), weight in rows]
    path.write_text("\n".join([*head, *lines]) + "\n", encoding="utf-8")


def main() -> None:
    """Learn and write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--fold", type=int, help="leave out the names of this fifth, to score them with what is learned")
    chosen = parser.parse_args()
    source = chosen.data / "names" / "latin-spellings.dev.jsonl.gz"
    groups = read_groups(source)
    if chosen.fold is not None:
        groups = {name: group for name, group in groups.items() if fifth(name) != chosen.fold}
    write(learn(groups), chosen.out, digest=hashlib.sha256(source.read_bytes()).hexdigest()[:16])


def fifth(name: str) -> int:
    """Return the fifth (0 to 4) that a name falls into, by its letters alone."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % 5


if __name__ == "__main__":
    main()
