"""Runs of n words as numbers, for finding copied text without comparing every text with every other.

Hashes are SHA-256-free but fixed: the same words give the same number on every machine and in every process.
"""

from __future__ import annotations

import zlib
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

SHINGLE_WORDS = 5
"""Five words in a row seldom recur by chance; three often do."""

_MODULUS = (1 << 61) - 1
_FACTOR = 1_000_003_579


@lru_cache(maxsize=1 << 16)
def _word_number(word: str) -> int:
    payload = word.encode("utf-8", "surrogatepass")
    return (zlib.crc32(payload) << 29) ^ zlib.adler32(payload) ^ len(payload)


def find_shingles(words: Sequence[str], *, size: int = SHINGLE_WORDS) -> list[int]:
    """Return one number for each run of `size` consecutive words; the run starting at i stands at index i.

    >>> first, second = find_shingles("a ship came in".split(), size=3)
    >>> second == find_shingles("came in".split() and "ship came in".split(), size=3)[0]
    True
    """
    if len(words) < size:
        return []
    numbers = [_word_number(word) for word in words]
    leading = pow(_FACTOR, size, _MODULUS)
    value = 0
    shingles: list[int] = []
    for index, number in enumerate(numbers):
        value = (value * _FACTOR + number) % _MODULUS
        if index >= size:
            value = (value - numbers[index - size] * leading) % _MODULUS
        if index >= size - 1:
            shingles.append(value)
    return shingles
