"""Which words of a page are its running text, by trafilatura's reckoning: a witness, never the one who decides alone.

Its text is only compared with, so that nothing depends on how it mends, joins or normalises what it extracts.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Final

LARGEST: Final = 4_000_000
"""Characters of a page that are looked at; a longer one is judged by its elements alone."""
_WORD: Final = re.compile(r"\w+")
_LONG: Final = 5
"""Words from which a line is recognised wherever it stands; a shorter one must be a line of its own there too."""


@dataclass(frozen=True, slots=True)
class RunningText:
    """The words found, folded and apart by blanks, as a whole and line by line."""

    whole: str
    lines: frozenset[str]

    def holds(self, text: str) -> bool:
        """Tell whether the words of `text` are among them, one after another."""
        words = _fold(text)
        if words.count(" ") + 1 < _LONG:
            return words in self.lines
        return f" {words} " in self.whole


def find_running_text(source: str) -> RunningText:
    """Return the running text of a page; empty where none is found, or where the page is more than it can take."""
    if len(source) > LARGEST:
        return RunningText("", frozenset())
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    from trafilatura import extract

    try:
        found = extract(source, include_comments=False, include_tables=True, favor_recall=True) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError, AssertionError):
        # It fails on pages nobody foresaw; the elements of the page still tell.
        found = ""
    lines = [_fold(line) for line in found.splitlines()]
    return RunningText(f" {' '.join(line for line in lines if line)} ", frozenset(lines))


def _fold(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))
