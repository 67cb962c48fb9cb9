"""The terms and phrases of reports as arrays, and how many reports of a neighbourhood have each of one of them.

Terms and phrases are numbered. Numbers decide nothing but where in an array something stands.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import numpy.typing as npt

    from onrecord.link.events.outline import Outline

    Numbers = npt.NDArray[np.int64]
    Weights = npt.NDArray[np.float64]

KINDS = 3
"""Words, names and numbers are compared apart."""


@dataclass(frozen=True, slots=True, eq=False)
class ReportArrays:
    """One report as arrays, with numbers that one `HeldTerms` gave.

    `terms` are those of the outline in its order, and `kinds` the places among them of words, of names and of numbers; `cells`
    are the terms of each kind, one kind after another, each a number of its own, and `sizes` how many of each kind there are.
    `phrases` are numbers of phrases, rising; `function_words` has a bit for each.
    """

    outline: Outline
    terms: Numbers
    kinds: tuple[Numbers, Numbers, Numbers]
    cells: Numbers
    sizes: tuple[int, int, int]
    phrases: Numbers
    function_words: int


class _Numbers(dict[str, int]):
    """Numbers for terms, each given when it is first asked for."""

    def __missing__(self, term: str) -> int:
        self[term] = number = len(self)
        return number


class HeldTerms:
    """The terms and phrases of some reports by number."""

    def __init__(self, outlines: Iterable[Outline]) -> None:
        several = list(outlines)
        self._numbers = _Numbers()
        self._bits: dict[str, int] = {}
        values = [np.array(tuple(found.phrase_set), np.int64) for found in several]
        self.phrases: Numbers
        self.phrases, phrases = np.unique(
            np.concatenate([*values, np.empty(0, np.int64)]), return_inverse=True
        )
        ends = np.cumsum([len(one) for one in values], dtype=np.int64).tolist()
        self._reports: Mapping[str, ReportArrays] = {
            found.report_id: self._read(found, np.sort(phrases[end - len(own) : end]))
            for found, own, end in zip(several, values, ends, strict=True)
        }
        # A place for each number, 0 but while something is counted; and a weight for each cell, 0.0 but while some are set together.
        self._places: Numbers = np.zeros(max(len(self._numbers), len(self.phrases)), np.int64)
        self._weights: Weights = np.zeros(KINDS * len(self._numbers))

    def __getitem__(self, report_id: str) -> ReportArrays:
        return self._reports[report_id]

    def _read(self, found: Outline, phrases: Numbers) -> ReportArrays:
        terms: Numbers = np.array(list(map(self._numbers.__getitem__, found.terms)), np.int64)
        numeral = np.array([term[:1] == "#" for term in found.terms], np.bool_)
        named = np.array(list(map(found.names.__contains__, found.terms)), np.bool_)
        kinds = np.nonzero(~numeral)[0], np.nonzero(named)[0], np.nonzero(numeral)[0]
        cells = np.concatenate([KINDS * terms[kind] + place for place, kind in enumerate(kinds)])
        bits = self._bits
        function_words = sum([1 << bits.setdefault(word, len(bits)) for word in found.function_words])
        sizes = len(kinds[0]), len(kinds[1]), len(kinds[2])
        return ReportArrays(found, terms, kinds, cells, sizes, phrases, function_words)

    def count(self, found: ReportArrays, near: Sequence[ReportArrays]) -> Numbers:
        """Return how many of `near` have each term of `found`, in the order of its terms."""
        return self._count(found.terms, [one.terms for one in near])

    def count_phrases(self, found: ReportArrays, near: Sequence[ReportArrays]) -> Numbers:
        """Return how many of `near` have each phrase of `found`, in the order of its phrases."""
        return self._count(found.phrases, [one.phrases for one in near])

    def _count(self, own: Numbers, several: Sequence[Numbers]) -> Numbers:
        places = self._places
        places[own] = np.arange(1, len(own) + 1)
        hits = places.take(np.concatenate([own[:0], *several]))
        places[own] = 0
        return np.bincount(hits, minlength=len(own) + 1)[1:]

    def multiply(self, own: tuple[Numbers, Weights], others: tuple[Numbers, Weights]) -> Weights:
        """Return the weight of each of other cells times its weight among one's own, all different; 0.0 where it is not among them."""
        cells, weights = own
        spread = self._weights
        spread[cells] = weights
        products = spread.take(others[0])
        spread[cells] = 0.0
        products *= others[1]
        return products
