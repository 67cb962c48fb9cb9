"""Words as fixed 64-bit numbers, and runs of words as one number each, in bulk.

The same word gives the same number on every machine and in every process, so that what is compared, and in which order,
never depends on one.
"""

from __future__ import annotations

import re
from hashlib import blake2b
from typing import TYPE_CHECKING

import numpy as np

from onrecord.text.normalise import fold_word

if TYPE_CHECKING:
    import numpy.typing as npt

_FACTOR = 0x9E3779B97F4A7C15


_ANY_DIGIT = re.compile(r"\d")


class WordNumbers(dict[str, int]):
    """The number of each word as it is written; its compare-key gives it, so that case and kinds of apostrophe do not count.

    The number of a word with a digit in it is odd (`is_figure`), that of any other even.

    >>> numbers = WordNumbers()
    >>> numbers["Harbour"] == numbers["harbour"] != numbers["ferry"]
    True
    """

    def __missing__(self, word: str) -> int:
        key = fold_word(word).encode("utf-8", "surrogatepass")
        digest = int.from_bytes(blake2b(key, digest_size=8).digest(), "big")
        number = digest - digest % 2 + bool(_ANY_DIGIT.search(word))
        self[word] = number
        return number


def is_figure(number: int) -> bool:
    """Tell whether the word of that number has a digit in it: 12, 1,200, 3rd.

    >>> is_figure(WordNumbers()["3rd"]), is_figure(WordNumbers()["third"])
    (True, False)
    """
    return number % 2 == 1


def number_runs(words: npt.NDArray[np.uint64], size: int) -> npt.NDArray[np.uint64]:
    """Return one number for each run of `size` consecutive words, by a polynomial modulo 2**64.

    Args:
        words: one number a word, shape (n,).
        size: words of a run, at least 1.

    Returns:
        Shape (max(0, n - size + 1),); the run that starts at word i stands at i.
    """
    count = max(0, len(words) - size + 1)
    runs = np.zeros(count, dtype=np.uint64)
    factor = np.uint64(_FACTOR)
    for offset in range(size):
        runs = runs * factor + words[offset : offset + count]
    return runs
