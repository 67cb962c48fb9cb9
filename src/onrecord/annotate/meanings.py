"""What texts mean, for the link stage: near or far, and which word renders which.

Loaded when first asked, since many a small pile never asks. Answers are whole hundredths, so that the last digits, in which
processors differ, decide nothing but ties at a rounding edge.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

import numpy as np

from onrecord.annotate.vectors import CARD, find_files, load_encoder
from onrecord.annotate.word_links import find_links
from onrecord.model.ids import digest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.annotate.vectors import Floats, WordVectors
    from onrecord.model.contents import ModelCard
    from onrecord.model.meaning import Meanings, WordLinks

_MOST_WORDS = 120
"""Words of a wording that are linked one by one; the table of pairs grows with their square."""

_OUTWEIGHED = 6
"""Wordings that must be there until half of their mean is taken off: a few tell little of what all share."""

_REMEMBERED = 4096
"""Vectors kept: a wording is compared with several others, one after another."""

_KEPT = np.dtype("<f4")

_WORDINGS_REMEMBERED = 16
"""Wordings whose words are kept: a base is set against one variant after another."""


class EncodedMeanings:
    """`Meanings` by sentence vectors and the network over them.

    Vectors are taken from those that are `known`, and put into `asked`, both as of `remembering`; where no such is given,
    those of one question are found together.
    """

    def __init__(
        self, known: Mapping[str, bytes] | None = None, asked: dict[str, bytes] | None = None
    ) -> None:
        self._known = known or {}
        self._asked = asked

    @property
    def card(self) -> ModelCard:
        """The model behind it, as it is named in the record."""
        return CARD

    def prepare(self) -> None:
        """Load the model, so that the first question need not wait for it.

        Raises:
            ModelError: when its files are missing or not the ones the program was tested with.
        """
        load_encoder()

    def relate(
        self, wordings: Sequence[tuple[str, ...]], pairs: Sequence[tuple[int, int]]
    ) -> tuple[int, ...]:
        """Return how near the wordings of each pair are in meaning, in hundredths.

        It is the mean of two cosines, each the highest between a whole or part of one wording and one of the other:
        of the vectors, and of what is left of them without the mean of all wordings, which share their subject.
        """
        if not pairs:
            return ()
        found = self._find_all(dict.fromkeys(text for texts in wordings for text in texts))
        vectors = [np.stack([found[text] for text in texts]) for texts in wordings]
        mean = np.mean([rows[0] for rows in vectors], axis=0) * (len(vectors) / (len(vectors) + _OUTWEIGHED))
        centred = [_unit(rows - mean) for rows in vectors]
        return tuple(
            round(
                50 * float((vectors[a] @ vectors[b].T).max()) + 50 * float((centred[a] @ centred[b].T).max())
            )
            for a, b in pairs
        )

    def remembering(self, known: Mapping[str, bytes], asked: dict[str, bytes]) -> Meanings:
        """Return the same that takes vectors from what is `known`, and puts into `asked` those that answers rested on.

        A vector is kept under a digest of its text.
        """
        return EncodedMeanings(known, asked)

    def _find_all(self, texts: Iterable[str]) -> Mapping[str, Floats]:
        if self._asked is None:
            together = list(texts)
            return dict(zip(together, load_encoder().encode_together(together), strict=True))
        return {text: self._find(text, self._asked) for text in texts}

    def _find(self, text: str, asked: dict[str, bytes]) -> Floats:
        name = digest(text)
        value = asked.get(name) or self._known.get(name) or _vector(text).astype(_KEPT).tobytes()
        asked[name] = value
        return np.frombuffer(value, _KEPT)

    def link_words(self, left: Sequence[str], right: Sequence[str]) -> WordLinks | None:
        """Return which words of two wordings render each other; None where they are too long to be told.

        >>> from onrecord.annotate import load_meanings
        >>> sorted(load_meanings().link_words(["the", "quay", "is", "shut"], ["the", "pier", "is", "closed"]))
        [(0, 0), (1, 1), (2, 2), (3, 3)]
        """
        if max(len(left), len(right)) > _MOST_WORDS:
            return None
        words = [word.lower() for word in left], [word.lower() for word in right]
        if not all(words):
            return frozenset()
        return find_links(*words, (_word_vectors(tuple(words[0])), _word_vectors(tuple(words[1]))))


def _unit(rows: Floats) -> Floats:
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6), np.float32)


@lru_cache(maxsize=_REMEMBERED)
def _vector(text: str) -> Floats:
    return load_encoder().encode(text)


@lru_cache(maxsize=_WORDINGS_REMEMBERED)
def _word_vectors(words: tuple[str, ...]) -> WordVectors:
    return load_encoder().encode_words(words)


@cache
def load_meanings() -> Meanings:
    """Return what relates texts by what they mean; its model is read when it is first asked.

    Raises:
        ModelError: when the package that holds the model is not installed.
    """
    find_files()
    return EncodedMeanings()
