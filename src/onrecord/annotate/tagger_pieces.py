"""A report as the tagger's input: word pieces, and for each its case and whether it stands in quotation marks.

Training and reading share this module, so that both see the same input. Only the zones in which somebody may speak
are read, one after another, so that a photograph's caption does not stand between a quotation and its speaker.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.model.report import SPOKEN_ZONES
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tokenizers import Tokenizer

    from onrecord.model.report import Report

BREAK: Final = 1
"""The piece between two paragraphs: [unused0] of the vocabulary."""
QUOTED: Final = 3
"""Added to the case of a piece that stands between quotation marks."""
_OPENING: Final = "“„«"
_CLOSING: Final = "”»"
_STRAIGHT: Final = '"'
_HALVES: Final = dict.fromkeys(range(0xD800, 0xE000), "x")
"""Halves of characters, which the tokenizer refuses."""
_BEFORE_OPENING: Final = "([—–-"
_AFTER_CLOSING: Final = ".,;:!?)]—–-"


@dataclass(frozen=True, slots=True)
class Pieces:
    """Word pieces of one report, in text order: four sequences of one length.

    `ids` are those of the vocabulary, `features` case (0 none, 1 a capital, 2 capitals throughout) plus `QUOTED`,
    `spans` code points of the report (empty for a paragraph's break), `paragraphs` counts the blocks read.
    """

    ids: tuple[int, ...]
    features: tuple[int, ...]
    spans: tuple[Span, ...]
    paragraphs: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.ids)


def read_pieces(report: Report, tokenizer: Tokenizer) -> Pieces:
    """Return the word pieces of the spoken blocks of `report`, each block but the last followed by a break."""
    spans = [
        block.span
        for block in report.blocks
        if block.zone in SPOKEN_ZONES and not block.repeats and block.span.of(report.text).strip()
    ]
    return pieces_of(report.text, spans, tokenizer)


def pieces_of(text: str, paragraphs: Sequence[Span], tokenizer: Tokenizer) -> Pieces:
    """Return the word pieces of these `paragraphs` of `text`, with a break between each two."""
    ids: list[int] = []
    features: list[int] = []
    spans: list[Span] = []
    numbers: list[int] = []
    for number, span in enumerate(paragraphs):
        words = span.of(text)
        follows = paragraphs[number + 1].of(text).lstrip()[:1] if number + 1 < len(paragraphs) else ""
        quoted = find_quoted(words, goes_on=follows != "" and follows in _OPENING + _STRAIGHT)
        # One paragraph at a time: the library's batches start threads, which a forked process cannot use.
        encoding = tokenizer.encode(words.translate(_HALVES), add_special_tokens=False)
        offsets, last = encoding.offsets, len(quoted) - 1
        ids += encoding.ids
        features += [case_of(words[start:end]) + QUOTED * quoted[min(start, last)] for start, end in offsets]
        spans += [Span(span.start + start, span.start + end) for start, end in offsets]
        numbers += [number] * len(offsets)
        if number + 1 < len(paragraphs):
            ids.append(BREAK)
            features.append(0)
            spans.append(Span(span.end, span.end))
            numbers.append(number)
    return Pieces(tuple(ids), tuple(features), tuple(spans), tuple(numbers))


def case_of(piece: str) -> int:
    """Return 0 for no capital at the start, 1 for a capital, 2 for capitals throughout.

    >>> [case_of(piece) for piece in ("tide", "Tide", "TIDE", "I")]
    [0, 1, 2, 1]
    """
    if not piece[:1].isupper():
        return 0
    return 2 if len(piece) > 1 and piece.isupper() else 1


def find_quoted(paragraph: str, *, goes_on: bool) -> list[bool]:
    """Tell for every character of one paragraph whether it stands between double marks, the marks counted.

    A stray mark never flips more than its own paragraph; an open one runs on to the paragraph's end only where it
    opened the paragraph, or where the next one opens again (`goes_on`). Simpler than `quotemarks`, and kept as it was
    in training: the model has learned what these features mean.
    """
    inside = [False] * len(paragraph)
    start = -1
    paragraph = paragraph.replace("''", '""')
    for position, char in enumerate(paragraph):
        if char not in _OPENING + _CLOSING + _STRAIGHT:
            continue
        if char == _STRAIGHT and paragraph[position - 1 : position] == _STRAIGHT:
            inside[position] = inside[position - 1]  # the second half of '' is no mark of its own
        elif _opens(paragraph, position, is_open=start >= 0):
            start = position if start < 0 else start
        elif start >= 0:
            inside[start : position + 1] = [True] * (position + 1 - start)
            start = -1
    if start >= 0 and (goes_on or not paragraph[:start].strip()):
        inside[start:] = [True] * (len(paragraph) - start)
    return inside


def _opens(paragraph: str, position: int, *, is_open: bool) -> bool:
    """Tell whether the mark at `position` opens: by its shape, or for a straight one by its neighbours."""
    char = paragraph[position]
    if char != _STRAIGHT:
        return char in _OPENING
    before = paragraph[position - 1] if position else " "
    after = paragraph[position + 1 : position + 3].lstrip(_STRAIGHT)[:1] or " "
    left = before.isspace() or before in _BEFORE_OPENING
    right = after.isspace() or after in _AFTER_CLOSING
    return left if left != right else not is_open
