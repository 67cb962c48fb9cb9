"""Words less their endings, so that "ministers" compares as "minister"."""

from __future__ import annotations

from functools import lru_cache

_SHORTEST_STEM = 4


@lru_cache(maxsize=1 << 16)
def stem(word: str) -> str:
    """Return a word less its possessive, plural or verb ending, roughly.

    >>> stem("ministers"), stem("closed"), stem("tolliver's")
    ('minister', 'clos', 'tolliver')
    """
    word = word.removesuffix("'s").removesuffix("'")
    for ending in ("ing", "ed", "es", "s", "e"):
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM and not word.endswith("ss"):
            return word[: -len(ending)]
    return word
