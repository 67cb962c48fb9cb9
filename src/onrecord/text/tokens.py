"""Words of a text and where they stand.

A word is a run of letters and digits, with apostrophes between letters and points or commas between digits:
one word each are ``harbour``, ``1,100.5`` and ``doesn't``. Marks are never words.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from onrecord.text.normalise import fold_word

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[0-9]+(?:[.,][0-9]+)+|[^\W_][^\W_\u0300-\u036f]*(?:[\u0300-\u036f'’](?=[^\W_])[^\W_]*)*")

_CONTRACTED = re.compile(r"(?<=[a-z])(n['’]t|['’](?:re|ve|ll|m))$", re.IGNORECASE)
_FULL_FORM = {"n't": "not", "'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
_STEM_FORM = {"ca": "can", "wo": "will", "sha": "shall"}


class Word(NamedTuple):
    """A word: its compare-key and its half-open range of code points."""

    key: str
    start: int
    end: int


def find_words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """Find the words of ``text[start:end]``; offsets count from the start of `text`.

    >>> [word.key for word in find_words("“Whoever loads 1,200 tonnes,” she said.")]
    ['whoever', 'loads', '1,200', 'tonnes', 'she', 'said']
    """
    for match in _WORD.finditer(text, start, len(text) if end is None else end):
        yield Word(fold_word(match[0]), match.start(), match.end())


def find_written(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """Return the words of ``text[start:end]`` as they are written: those of `find_words`, without their places.

    >>> find_written("“Whoever loads,” she said.")
    ['Whoever', 'loads', 'she', 'said']
    """
    return _WORD.findall(text, start, len(text) if end is None else end)


def find_word_spans(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Return where the words of ``text[start:end]`` stand, as half-open ranges of code points, without their keys.

    >>> find_word_spans("“Whoever loads,” she said.")
    [(1, 8), (9, 14), (17, 20), (21, 25)]
    """
    return [match.span() for match in _WORD.finditer(text, start, len(text) if end is None else end)]


def find_word_parts(text: str) -> Iterator[Word]:
    """Find the words of `text` with contractions taken apart, so that "doesn't" compares as "does not".

    >>> [word.key for word in find_word_parts("We won’t")]
    ['we', 'will', 'not']
    """
    for match in _WORD.finditer(text):
        ending = _CONTRACTED.search(match[0]) if "'" in match[0] or "’" in match[0] else None
        if ending is None:
            yield Word(fold_word(match[0]), match.start(), match.end())
            continue
        middle = match.start() + ending.start()
        stem = fold_word(text[match.start() : middle])
        yield Word(_STEM_FORM.get(stem, stem), match.start(), middle)
        yield Word(_FULL_FORM[fold_word(ending[0])], middle, match.end())
