"""Compare-keys: what two wordings must share to count as the same. A report's own text is never changed."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_APOSTROPHES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "′": "'"})
_RUN_OF_MARKS = re.compile(r"[^\w']+|_+")
_EDGE_APOSTROPHE = re.compile(r"(?<!\w)'+|'+(?!\w)")


@lru_cache(maxsize=1 << 16)
def fold_word(word: str) -> str:
    """Return the compare-key of one word: compatibility forms, case and curly apostrophes ignored.

    >>> fold_word("Doesn’t")
    "doesn't"
    """
    if word.isascii():
        return word.lower()
    return unicodedata.normalize("NFKC", word).casefold().translate(_APOSTROPHES)


def normalise(text: str) -> str:
    """Return the compare-key of a wording: case, marks and white space are ignored.

    >>> normalise("“The harbour,  ladies — is CLOSED!”") == normalise("the harbour ladies is closed")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold().translate(_APOSTROPHES)
    return " ".join(_RUN_OF_MARKS.sub(" ", _EDGE_APOSTROPHE.sub(" ", folded)).split())
