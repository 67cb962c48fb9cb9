"""Where words stand in a text that spells them with another case or with accents: ranges of its own characters.

Words are told apart as full-text indexes do (SQLite's unicode61): runs of letters, digits and private characters, with accents
behind them; whatever else stands between two words is no part of either. Accents that stand alone are those that it takes for such
(sqlite.org/src/file/ext/fts5/fts5_unicode2.c, `sqlite3Fts5UnicodeIsdiacritic`); others part words.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

_ACCENT_BITS: Final = (0x0300, 0x08029FDF), (0x0320, 0x000361F8)
_ACCENTS: Final = "".join(
    chr(first + bit) for first, bits in _ACCENT_BITS for bit in range(32) if bits >> bit & 1
)
_PRIVATE: Final = "\ue000-\uf8ff"
_LETTER: Final = rf"(?:[^\W_]|[{_PRIVATE}])"
_TOKEN: Final = re.compile(rf"{_LETTER}(?:{_LETTER}|[{_ACCENTS}])*")
_BETWEEN: Final = rf"(?:(?!{_LETTER})[^{_ACCENTS}])[{_ACCENTS}]*"
_PLAIN_TOKEN: Final = re.compile("[a-z0-9]+")
_INSIDE: Final = re.compile(_LETTER)
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
_ANY_ACCENT: Final = re.compile(f"[{_ACCENTS}]")


@lru_cache(maxsize=4096)
def _fold_letter(letter: str) -> str:
    """Return the one character that `letter` compares as: small, without its accents."""
    for folded in (unicodedata.normalize("NFD", letter)[0].casefold(), letter.lower()):
        if len(folded) == 1:
            return unicodedata.normalize("NFD", folded)[0]
    return letter


def fold_in_place(text: str) -> str:
    """Return `text` without case and accents, each of its characters in its place: ranges of the one are ranges of the other.

    >>> fold_in_place("Šimonytė, ĐOKIĆ")
    'simonyte, đokic'
    """
    return _NOT_ASCII.sub(lambda found: _fold_letter(found[0]), text).lower()


def find_tokens(text: str) -> tuple[str, ...]:
    """Return the words of `text` as they are compared.

    >>> find_tokens("No-fly zone: Café’s")
    ('no', 'fly', 'zone', 'cafe', 's')
    """
    folded = fold_in_place(text)
    if folded.isascii():
        return tuple(_PLAIN_TOKEN.findall(folded))
    return tuple(_ANY_ACCENT.sub("", one) for one in _TOKEN.findall(folded))


def find_words(text: str, wanted: Callable[[str], bool]) -> list[tuple[int, int]]:
    """Return the ranges of those words of `text`, in order, which as they are compared are `wanted`.

    >>> find_words("Café, cafes", lambda word: word == "cafe")
    [(0, 4)]
    """
    folded = fold_in_place(text)
    if _ANY_ACCENT.search(folded) is None:
        token = _PLAIN_TOKEN if folded.isascii() else _TOKEN
        return [one.span() for one in token.finditer(folded) if wanted(one[0])]
    several = [(word,) for word in dict.fromkeys(find_tokens(text)) if wanted(word)]
    return join_ranges((start, end) for start, end, _ in Marker(several).find(text))


class Marker:
    """Finds several things in texts, each one word or several that follow one another.

    Args:
        sought: for each its words, as `find_tokens` gives them.
        begins: the places in `sought` of those whose last word may go on in a text ("fer" for "ferry").
    """

    def __init__(self, sought: Sequence[Sequence[str]], begins: Iterable[int] = ()) -> None:
        open_ended = frozenset(begins)
        self._sought = tuple((tuple(words), place in open_ended) for place, words in enumerate(sought))

    def find(self, text: str, *, most: int = 200) -> list[tuple[int, int, int]]:
        """Return where `text` holds what is sought, in order, the first `most` of each.

        Returns:
            Start and end, half-open in code points of `text`, and the place in `sought`. Two may overlap.
        """
        folded = fold_in_place(text)
        accented = _ANY_ACCENT.search(folded) is not None
        found: list[tuple[int, int, int]] = []
        for place, (words, goes_on) in enumerate(self._sought):
            matches = islice(_find_whole(_pattern(words, goes_on, accented), folded), most)
            found += [(start, end, place) for start, end in matches]
        return sorted(found)


def _find_whole(pattern: re.Pattern[str], folded: str) -> Iterator[tuple[int, int]]:
    """Yield where `pattern` stands and no letter before it: asked here, since a pattern that starts with letters is found faster."""
    start = 0
    while match := pattern.search(folded, start):
        if not _is_inside(folded, match.start()):
            yield match.span()
            start = match.end()
        else:
            start = match.start() + 1


def _is_inside(folded: str, place: int) -> bool:
    """Tell whether what starts at `place` goes on a word."""
    before = place - 1
    while before >= 0 and folded[before] in _ACCENTS:
        before -= 1
    return before >= 0 and _INSIDE.match(folded, before) is not None


def join_ranges(ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return half-open ranges in order, those that overlap as one.

    >>> join_ranges([(4, 9), (0, 5), (9, 11)])
    [(0, 9), (9, 11)]
    """
    joined: list[tuple[int, int]] = []
    for start, end in sorted(ranges):
        if joined and start < joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


@lru_cache(maxsize=1024)
def _pattern(words: tuple[str, ...], goes_on: bool, accents: bool) -> re.Pattern[str]:  # noqa: FBT001 - a key
    after = f"[{_ACCENTS}]*" if accents else ""
    spelled = [after.join(map(re.escape, word)) + after for word in words]
    inside = f"(?:{_BETWEEN})+".join(spelled)
    end = f"(?:{_LETTER}{after})*" if goes_on else f"(?!{_LETTER})"
    return re.compile(inside + end)
