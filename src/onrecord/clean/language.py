"""Which language a text is in, told by its commonest small words and its script; None where that is not plain.

A count of stop words tells apart what a news pile mixes. It names a language only when its words are frequent and
clearly ahead of every other language's.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from onrecord.lexicon.stopwords import STOPWORDS

_WORD: Final = re.compile(r"[^\W\d_]+")
_SAMPLE: Final = 600
"""Words that are counted."""
_FEWEST: Final = 5
"""Words: below that nothing is told."""
_SHARE: Final = 8
"""At least one word in eight is one of the language's small words."""
_LEAD: Final = 1.25
"""How far the first must be ahead of the second."""

_SCRIPTS: Final = (
    ("el", re.compile(r"[\u0370-\u03ff\u1f00-\u1fff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("ka", re.compile(r"[\u10a0-\u10ff]")),
    ("hy", re.compile(r"[\u0530-\u058f]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
)
_HAN: Final = re.compile(r"[\u4e00-\u9fff]")
_OTHER: Final = re.compile(r"[\u0370-\u1fff\u3040-\ud7af]")
"""Every letter of those scripts: where none stands, none needs to be counted."""


def find_language(text: str) -> str | None:
    """Return the BCP 47 tag of the language of `text`, or None when unsure.

    >>> find_language("The quay is closed, and it will not be opened again.")
    'en'
    """
    sample = text[: _SAMPLE * 8]
    if script := _find_script(sample):
        return script
    words = [word.casefold() for word in _WORD.findall(sample)[:_SAMPLE]]
    if len(words) < _FEWEST:
        return None
    found = Counter(words)
    counts = sorted(
        ((sum(found[word] for word in found.keys() & small), tag) for tag, small in STOPWORDS.items()),
        reverse=True,
    )
    (first, tag), (second, _) = counts[0], counts[1]
    return tag if first * _SHARE >= len(words) and first >= second * _LEAD else None


def _find_script(sample: str) -> str | None:
    if not _OTHER.search(sample):
        return None
    letters = sum(letter.isalpha() for letter in sample)
    for tag, pattern in _SCRIPTS:
        if len(pattern.findall(sample)) * (5 if tag == "ja" else 2) > letters:
            return tag
    return "zh" if len(_HAN.findall(sample)) * 2 > letters else None
