"""The numbers in two wordings: in whatever words a promise of 900 boats is told again, the 900 stays.

Translated, cut and reported speech may share no other word with the quotation it renders. Numbers that disagree speak
against two wordings without ruling them out, since outlets round and mishear. Spelled-out numbers count as digits do.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.calendar import NUMBERS
from onrecord.text.tokens import find_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.text.tokens import Word

SHARED = 0.4
"""What is added to a likeness where all numbers of the side that has fewer are on the other side too."""

APART = 0.3
"""Share of a likeness that is lost where both sides have numbers and none in common."""

_SMALL = 10
_SMALL_WEIGHT = 0.5
"""What a number up to ten weighs against a greater one: twos and threes are everywhere."""

_TENS = {"seventy": 70, "eighty": 80, "ninety": 90}
_ARTICLES = frozenset({"a", "an"})
_WORDS = {
    word: value for word, value in NUMBERS.items() if value is not None and word not in _ARTICLES
} | _TENS

_LEAST_TENS = 20
_DIGITS = re.compile(r"[0-9]+(?:[.,][0-9]+)*")
_THOUSANDS = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")


def find_figures(text: str) -> frozenset[str]:
    """Return the numbers of a wording as digits; "one" alone is an article as often as a number, and left out.

    >>> sorted(find_figures("Twenty-five of one thousand, or 1,400 in fourteen days"))
    ['14', '1400', '25']
    """
    return frozenset(_numbers(text))


def _numbers(text: str) -> Iterator[str]:
    tens: tuple[Word, int] | None = None
    for word in find_words(text):
        value = _WORDS.get(word.key)
        if tens is not None:
            if value is not None and 0 < value < _SMALL and word.start - tens[0].end == 1:
                yield str(tens[1] + value)
                tens = None
                continue
            yield str(tens[1])
            tens = None
        if value is not None and value >= _LEAST_TENS:
            tens = (word, value)
        elif value is not None:
            if value != 1:
                yield str(value)
        else:
            yield from _digits(word.key)
    if tens is not None:
        yield str(tens[1])


def _digits(word: str) -> Iterator[str]:
    """Read what a word starts with: "12m" and "12" are one number."""
    match = _DIGITS.match(word)
    if match is None:
        return
    digits = match[0]
    if _THOUSANDS.fullmatch(digits):
        digits = digits.replace(",", "")
    yield digits.lstrip("0") or "0"


def relate_figures(likeness: float, first: frozenset[str], second: frozenset[str]) -> float:
    """Return the likeness of two wordings with their numbers taken into account.

    Args:
        likeness: what their other words give.
        first: the numbers of one wording, from `find_figures`.
        second: those of the other.

    Returns:
        The likeness as it is where one side has no number; else up to `SHARED` more, or less by the share `APART`.
    """
    if not first or not second:
        return likeness
    shared = first & second
    if not shared:
        return likeness * (1.0 - APART)
    fewer = min(_weight(first), _weight(second))
    return likeness + SHARED * _weight(shared) / max(1.0, fewer)


def _weight(numbers: frozenset[str]) -> float:
    """Add up numbers; in halves and wholes, so that the order of a set never shows."""
    return sum(_SMALL_WEIGHT if _is_small(number) else 1.0 for number in numbers)


def _is_small(number: str) -> bool:
    return len(number) <= len(str(_SMALL)) and number.isdigit() and int(number) <= _SMALL
