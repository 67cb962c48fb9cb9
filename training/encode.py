"""Text to model input: word pieces, case and quotation-mark features, overlapping windows. Standard library only.

The package reads by onrecord.annotate.tagger_pieces and tagger_windows, which give the same input; a test compares them. All offsets are code points of the given text.
"""
from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

PAD, PARAGRAPH, CLS, SEP = 0, 1, 101, 102  # ids in the BERT vocabulary; [unused0] marks the end of a paragraph
WINDOW, OVERLAP = 256, 32
TOKENIZER = Path(__file__).parents[1] / "src/onrecord/annotate/weights/attribution-tagger-4.tokenizer.json"
KINDS = ("content", "cue", "source")
PARAGRAPH_RE = re.compile(r"[^\n\r\u2028\u2029]+")
OPENING, CLOSING, STRAIGHT = "“„«", "”»", '"'


@dataclass(frozen=True)
class Pieces:
    """A text as word pieces: ids, feature ids, (start, end) in the text, number of the paragraph."""

    ids: list[int]
    features: list[int]
    offsets: list[tuple[int, int]]
    paragraph: list[int]

    def __len__(self) -> int:
        return len(self.ids)


def inside_marks(paragraph: str, next_opens: bool) -> list[bool]:
    """For every character of one paragraph: does it stand between double quotation marks (marks included)?

    A stray mark never flips more than its own paragraph; an open one runs on to the end of the paragraph only when it
    opened the paragraph or the next paragraph opens again (a quotation of several paragraphs).
    """
    inside = [False] * len(paragraph)
    start = -1
    paragraph = paragraph.replace("''", '""')
    for i, c in enumerate(paragraph):
        if c not in "“„«”»\"":
            continue
        if c == STRAIGHT == paragraph[i - 1:i]:  # the second half of '' is no mark of its own
            if i and inside[i - 1]:
                inside[i] = True
            continue
        if c in OPENING:
            opens = True
        elif c in CLOSING:
            opens = False
        else:
            before = paragraph[i - 1] if i else " "
            after = paragraph[i + 1:i + 3].lstrip(STRAIGHT)[:1] or " "
            left, right = before.isspace() or before in "([—–-", after.isspace() or after in ".,;:!?)]—–-"
            opens = left if left != right else start < 0
        if opens:
            if start < 0:
                start = i
        elif start >= 0:
            inside[start:i + 1] = [True] * (i + 1 - start)
            start = -1
    if start >= 0 and (next_opens or not paragraph[:start].strip()):
        inside[start:] = [True] * (len(paragraph) - start)
    return inside


def case_of(piece: str) -> int:
    """0 no capital at the start, 1 a capital, 2 capitals throughout."""
    if not piece[:1].isupper():
        return 0
    return 2 if len(piece) > 1 and piece.isupper() else 1


def encode(text: str, tokenizer: Tokenizer) -> Pieces:
    """Word pieces of a text, paragraph by paragraph, each but the last followed by one paragraph piece."""
    spans = [m.span() for m in PARAGRAPH_RE.finditer(text) if m.group().strip()]
    ids: list[int] = []
    features: list[int] = []
    offsets: list[tuple[int, int]] = []
    paragraphs: list[int] = []
    encodings = tokenizer.encode_batch([text[s:e] for s, e in spans], add_special_tokens=False)
    for n, ((s, e), encoding) in enumerate(zip(spans, encodings, strict=True)):
        following = text[spans[n + 1][0]:spans[n + 1][1]].lstrip() if n + 1 < len(spans) else ""
        marks = inside_marks(text[s:e], following[:1] in tuple(OPENING + STRAIGHT))
        for i, (a, b) in zip(encoding.ids, encoding.offsets, strict=True):
            ids.append(i)
            features.append(case_of(text[s + a:s + b]) + 3 * marks[min(a, len(marks) - 1)])
            offsets.append((s + a, s + b))
            paragraphs.append(n)
        if n + 1 < len(spans):
            ids.append(PARAGRAPH)
            features.append(0)
            offsets.append((e, e))
            paragraphs.append(n)
    return Pieces(ids, features, offsets, paragraphs)


def windows(pieces: Pieces, size: int = WINDOW, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Piece ranges that cover a text, each of at most size - 2 pieces ([CLS] and [SEP] are added).

    Neighbours share at least `overlap` pieces; where a paragraph ends late in a window the cut falls there.
    """
    room, n = size - 2, len(pieces)
    found: list[tuple[int, int]] = []
    start = 0
    while start < n:
        end = min(n, start + room)
        if end < n:
            for cut in range(end, end - room // 5, -1):
                if pieces.ids[cut - 1] == PARAGRAPH:
                    end = cut
                    break
        found.append((start, end))
        if end == n:
            break
        start = max(start + 1, end - overlap)
    return found
