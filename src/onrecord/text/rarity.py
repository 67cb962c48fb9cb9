"""How much a word tells: rare words tell two reports apart, common ones do not.

The weights come from a frozen table of word frequencies, never from the pile at hand: a pile that grows must
not change what its other parts look like (docs/adr/0010-grouping-is-local.md).
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from onrecord.text.stem import stem

_COMMONEST = 7
"""Bands below this hold function words and what is said in every text: they weigh nothing."""

RAREST = 13
"""The band of words that the table does not hold: names, terms, most numbers."""


@lru_cache(maxsize=1)
def _bands() -> dict[str, int]:
    bands: dict[str, int] = {}
    for line in files("onrecord.text").joinpath("rarity.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            band, *words = line.split()
            bands |= dict.fromkeys(words, int(band))
    return bands


def rarity(word: str) -> float:
    """Return the weight of a folded word, from 0.0 (function words) to 1.0 (unknown to the table).

    >>> rarity("the"), rarity("stevedore")
    (0.0, 1.0)
    """
    return max(0, _bands().get(word, RAREST) - _COMMONEST) / (RAREST - _COMMONEST)


@lru_cache(maxsize=1)
def _stem_bands() -> dict[str, int]:
    bands: dict[str, int] = {}
    for word, band in _bands().items():
        key = stem(word)
        bands[key] = min(band, bands.get(key, RAREST))
    return bands


def stem_rarity(key: str) -> float:
    """Return the rarity of the commonest word with this stem.

    >>> stem_rarity("clos") < stem_rarity("stevedor")
    True
    """
    return max(0, _stem_bands().get(key, RAREST) - _COMMONEST) / (RAREST - _COMMONEST)
