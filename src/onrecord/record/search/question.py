"""What is looked for, read from what somebody typed: words, and words between quotation marks that must follow one another.

Every text is a question. Nothing in it is syntax but pairs of quotation marks, whatever their form; one that has no partner is a
mark like any other, and so are brackets, stars, `AND` and `-`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from onrecord.model.found import Sought
from onrecord.text.marks import Marker, find_tokens

if TYPE_CHECKING:
    from collections.abc import Iterator

WORDS_AT_ONCE: Final = 64
"""Words and phrases of one question that are looked for; the rest of a longer one is left out, and counted."""
_LONGEST: Final = 400
"""Characters of one word or phrase; a longer one is cut."""
_FEWEST_TYPED: Final = 2
"""Letters of a word from which it is taken for the start of longer ones while it is typed: one letter starts too many."""

_MARKS: Final = '"“”„‟«»〝〞＂'
_PHRASE: Final = re.compile(f"[{_MARKS}]([^{_MARKS}]*)[{_MARKS}]")


@dataclass(frozen=True, slots=True)
class Question:
    """What is sought, each thing once, and how many words were left out."""

    sought: tuple[Sought, ...]
    unread: int = 0

    @property
    def marker(self) -> Marker:
        """What finds it in a text; the ranges it gives name a place in `sought`."""
        begins = [place for place, one in enumerate(self.sought) if one.begins]
        return Marker([one.words for one in self.sought], begins)


def read_question(text: str, *, typing: bool = False) -> Question:
    """Return what `text` asks for.

    Args:
        text: any characters.
        typing: whether the last word may still go on.

    >>> [one.words for one in read_question('fares "will not rise" no-fly').sought]
    [('fares',), ('will', 'not', 'rise'), ('no', 'fly')]
    """
    pieces = list(_find_pieces(_plain(text)))
    sought: dict[tuple[str, ...], Sought] = {}
    for piece in pieces[:WORDS_AT_ONCE]:
        words = find_tokens(piece)
        if words:
            sought.setdefault(words, Sought(text=piece, words=words))
    if typing and sought and pieces[:WORDS_AT_ONCE] and _is_open(text):
        last = find_tokens(pieces[:WORDS_AT_ONCE][-1])
        if last and len(last[-1]) >= _FEWEST_TYPED:
            sought[last] = replace(sought[last], begins=True)
    return Question(tuple(sought.values()), max(0, len(pieces) - WORDS_AT_ONCE))


def _plain(text: str) -> str:
    """Return `text` without what no index can hold: halves of surrogate pairs and characters that end strings."""
    return text.encode("utf-8", "replace").decode("utf-8").replace("\x00", " ")


def _find_pieces(text: str) -> Iterator[str]:
    """Yield the phrases and words of `text` in their order."""
    done = 0
    for phrase in _PHRASE.finditer(text):
        yield from _find_words(text[done : phrase.start()])
        yield from filter(None, (" ".join(phrase[1].split())[:_LONGEST],))
        done = phrase.end()
    yield from _find_words(text[done:])


def _find_words(text: str) -> Iterator[str]:
    for word in re.sub(f"[{_MARKS}]", " ", text).split():
        yield word[:_LONGEST]


def _is_open(text: str) -> bool:
    """Tell whether what was typed last is a word, neither ended by a blank nor between quotation marks."""
    return bool(text) and not text[-1].isspace() and text[-1] not in _MARKS
