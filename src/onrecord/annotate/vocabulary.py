"""Texts cut into the pieces that the sentence encoder knows: a reader of SentencePiece models, and their cutting.

The package that holds the model brings a tokenizer of its own, which takes most of a second to get ready; this one reads
the same file in a third of that. Of all ways to cut a word into known pieces it takes the one whose pieces are likeliest
together (unigram model, Kudo 2018, https://arxiv.org/abs/1804.10959; file format:
https://github.com/google/sentencepiece/blob/master/src/sentencepiece_model.proto).
"""

from __future__ import annotations

import struct
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_PIECES, _TEXT, _SCORE = 0x0A, 0x0A, 0x15
"""Tags of the file: a piece; its text, and the logarithm of how likely it is."""

_START_OF_WORD: Final = "▁"
UNKNOWN: Final = 0
_UNLIKELIER = 10.0
"""How much less likely than any piece a character is that no piece holds."""


class Vocabulary:
    """The pieces of a model and how likely each is."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._ids = {piece: index for index, piece in enumerate(pieces)}
        self._scores = scores
        self._longest = max(map(len, pieces))
        self._unknown = min(scores) - _UNLIKELIER
        self._cut: dict[str, tuple[int, ...]] = {}

    def cut(self, text: str) -> list[int]:
        """Return the pieces of a text by index; what no piece holds is `UNKNOWN`."""
        cut: list[int] = []
        for word in unicodedata.normalize("NFKC", text).split():
            known = self._cut.get(word)
            if known is None:
                known = self._cut[word] = self._cut_word(_START_OF_WORD + word)
            cut += known
        return cut

    def _cut_word(self, word: str) -> tuple[int, ...]:
        """Find the likeliest pieces from left to right; ties go to the longer last piece."""
        best = [0.0] + [float("-inf")] * len(word)
        last: list[tuple[int, int]] = [(0, UNKNOWN)] * (len(word) + 1)
        for start in range(len(word)):
            single = False
            for end in range(start + 1, min(start + self._longest, len(word)) + 1):
                piece = self._ids.get(word[start:end])
                if piece is None:
                    continue
                single = single or end == start + 1
                score = best[start] + self._scores[piece]
                if score > best[end]:
                    best[end], last[end] = score, (start, piece)
            if not single and best[start] + self._unknown > best[start + 1]:
                best[start + 1], last[start + 1] = best[start] + self._unknown, (start, UNKNOWN)
        pieces: list[int] = []
        end = len(word)
        while end:
            end, piece = last[end]
            pieces.append(piece)
        return tuple(reversed(pieces))


def read_vocabulary(content: bytes) -> Vocabulary:
    """Read the pieces at the start of a SentencePiece model."""
    pieces: list[str] = []
    scores: list[float] = []
    place = 0
    while place < len(content) and content[place] == _PIECES:
        size, place = _read_size(content, place + 1)
        end = place + size
        score = 0.0
        while place < end:
            tag = content[place]
            if tag == _TEXT:
                length, place = _read_size(content, place + 1)
                pieces.append(content[place : place + length].decode())
                place += length
            elif tag == _SCORE:
                score = struct.unpack_from("<f", content, place + 1)[0]
                place += 5
            else:
                _, place = _read_size(content, place + 1)
        scores.append(score)
    return Vocabulary(pieces, scores)


def _read_size(content: bytes, place: int) -> tuple[int, int]:
    """Read a whole number of seven bits a byte, and where it ends."""
    value = shift = 0
    while True:
        byte = content[place]
        place += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < 0x80:  # noqa: PLR2004 - the last byte of a number
            return value, place
