"""Whether two words in Latin letters are spellings of one name: Gunawan and Goenawan, Mokdad and Mekdad.

Two spellings are written down together step by step, each step up to two letters on either side (k/ch, x/ks, -/h). The
weight of a step says how much likelier it is in two spellings of one name than in two names; weights were learned from
spellings by expectation maximisation, after Ristad and Yianilos, "Learning String-Edit Distance" (IEEE PAMI 20(5),
1998), with training/spellings.py. The evidence for one name is the sum over the likeliest way to write the two.

Letters alone never tell that two people are one: callers ask for more (docs/adr/0014-names-by-learned-changes.md).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files
from typing import Final

from onrecord.text.script import fold_letters

EDGES: Final = ("^", "$")
"""What stands for the start and the end of a name."""

NOTHING: Final = "_"
"""What the table writes for an empty side of a step."""

SPELLING: Final = -1.0
"""Evidence, in natural logarithms, from which two words are taken for spellings of one name."""

_SURE: Final = 10.0
_SURE_STRAIN: Final = 0.45
"""Evidence from which a spelling is sure, and the share of it that differences may have cost."""

_LONGEST: Final = 40
_LETTERS: Final = frozenset("abcdefghijklmnopqrstuvwxyz")
_NEVER: Final = -1e9


@lru_cache(maxsize=1)
def _weights() -> dict[str, dict[str, float]]:
    weights = {edge: {edge: 0.0} for edge in EDGES}
    for line in files("onrecord.text").joinpath("spellings.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            weight, *sides = line.split()
            left, right = ("" if side == NOTHING else side for side in sides)
            weights.setdefault(left, {})[right] = weights.setdefault(right, {})[left] = float(weight)
    return weights


@lru_cache(maxsize=65536)
def bare_letters(word: str) -> str:
    """Return the letters of `word` from a to z, without case, marks and all else.

    >>> bare_letters("Šimon-Ytė")
    'simonyte'
    """
    return "".join(letter for letter in fold_letters(word[: 2 * _LONGEST]) if letter in _LETTERS)[:_LONGEST]


def is_spelling(first: str, second: str) -> bool:
    """Tell whether two words are spellings of one name, as far as letters can.

    >>> is_spelling("Gunawan", "Goenawan"), is_spelling("Gunawan", "Kurosawa")
    (True, False)
    """
    return spelling_evidence(first, second) >= SPELLING


def is_sure_spelling(
    first: str, second: str, *, evidence: float = _SURE, strain: float = _SURE_STRAIN
) -> bool:
    """Tell whether two words are one name written two usual ways: long enough, and changed in few and common places.

    Half of the nearest neighbours of a name are spellings by their letters and are names of their own; one in fifty is a
    sure one. A last letter "a" that only one has is a woman's form (Petrov, Petrova), not a spelling.

    Args:
        first: a word.
        second: another.
        evidence: the least evidence for one name, in natural logarithms.
        strain: the largest share of it that the differences may cost, compared with no difference.

    >>> is_sure_spelling("Tymarchuk", "Timartschuk"), is_sure_spelling("Johnson", "Johnston")
    (True, False)
    """
    left, right = bare_letters(first), bare_letters(second)
    if left.endswith("a") != right.endswith("a"):
        return False
    found = spelling_evidence(left, right)
    if found < evidence:
        return False
    unchanged = (spelling_evidence(left, left) + spelling_evidence(right, right)) / 2
    return unchanged - found <= strain * found


@lru_cache(maxsize=65536)
def spelling_evidence(first: str, second: str) -> float:
    """Return how far the letters speak for one name, in natural logarithms: about -30 to 60, 0 where there are none.

    Two long names that differ in a usual way have more of it than two short ones that do not differ.
    """
    left, right = bare_letters(first), bare_letters(second)
    if not left or not right:
        return 0.0
    return _weigh(f"{EDGES[0]}{left}{EDGES[1]}", f"{EDGES[0]}{right}{EDGES[1]}")


def _weigh(left: str, right: str) -> float:
    """Return the weight of the likeliest steps that write both words, edges included."""
    weights = _weights()
    rows, columns = len(left), len(right)
    best = [[_NEVER] * (columns + 1) for _ in range(rows + 1)]
    best[0][0] = 0.0
    endings = [[right[j - width : j] for width in range(min(2, j) + 1)] for j in range(columns + 1)]
    for i, own in enumerate(best):
        units = [left[i - size : i] for size in range(min(2, i) + 1)]
        steps = [(best[i - taken], weights[unit]) for taken, unit in enumerate(units) if unit in weights]
        for j, several in enumerate(endings):
            top = own[j]
            for above, weight_of in steps:
                for width, ending in enumerate(several):
                    weight = weight_of.get(ending)
                    if weight is not None and above[j - width] + weight > top:
                        top = above[j - width] + weight
            own[j] = top
    return best[rows][columns]
