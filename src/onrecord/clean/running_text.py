"""Which words of a page are its running text, by trafilatura's reckoning: a witness, never the one who decides alone.

Its text is only compared with, so that nothing depends on how it mends, joins or normalises what it extracts.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from typing import Final

LARGEST: Final = 2_000_000
"""Characters of a page that are looked at; a longer one is judged by its elements alone."""
_WORD: Final = re.compile(r"\w+")
_LONG_TAG: Final = re.compile(r"<[a-zA-Z][^<>]{10000,}")
_MOST_ATTRIBUTES: Final = 1000
"""Attributes of an element: libxml2 compares each with all others."""
_LONG: Final = 5
"""Words from which a line is recognised wherever it stands; a shorter one must be a line of its own there too."""

_ENOUGH: Final = 5000
"""Characters by which a paragraph is recognised, however long it is."""


@dataclass(frozen=True, slots=True)
class RunningText:
    """The words found, folded: every five that follow one another, and the lines."""

    fives: frozenset[tuple[str, ...]]
    lines: frozenset[str]

    def holds(self, text: str) -> bool:
        """Tell whether the words of `text` are among them, one after another."""
        words = _fold(text[:_ENOUGH])
        if len(words) < _LONG:
            return " ".join(words) in self.lines
        return all(five in self.fives for five in _fives(words))


NONE_FOUND: Final = RunningText(frozenset(), frozenset())


def find_running_text(source: str) -> RunningText:
    """Return the running text of a page; empty where none is found, or where the page is more than it can take."""
    if len(source) > LARGEST or any(
        tag.group().count("=") > _MOST_ATTRIBUTES for tag in _LONG_TAG.finditer(source)
    ):
        return NONE_FOUND
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    from trafilatura import extract

    try:
        found = extract(source, include_comments=False, include_tables=True, favor_recall=True) or ""
    except (ValueError, TypeError, AttributeError, RecursionError, MemoryError, AssertionError):
        # It fails on pages nobody foresaw; the elements of the page still tell.
        found = ""
    lines = [_fold(line) for line in found.splitlines()]
    words = [word for line in lines for word in line]
    return RunningText(frozenset(_fives(words)), frozenset(" ".join(line) for line in lines))


def _fives(words: list[str]) -> list[tuple[str, ...]]:
    return list(zip(*(words[start:] for start in range(_LONG)), strict=False))


def _fold(text: str) -> list[str]:
    return _WORD.findall(text.casefold())
