"""Texts cut at the places where something begins or ends: differences of a variant, quoted parts of a wording.

Cutting at every boundary lets ranges nest and overlap freely: each piece carries whatever covers it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.span import Span
from onrecord.model.statement import Change

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.attribution import Attribution
    from onrecord.model.statement import Difference, Variant


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one text. `change` is None where variant and base agree; a dropped piece shows the base's words."""

    text: str
    change: Change | None = None


@dataclass(frozen=True, slots=True)
class Run:
    """A run of a wording; `quoted` says that the report put it between quotation marks."""

    text: str
    quoted: bool


def compared(base: str, variant: Variant) -> tuple[Piece, ...]:
    """Return the text of `variant` with the words of `base` that it drops or replaces in their places.

    A replaced run gives two pieces: the base's words (dropped), then the variant's (replaced).
    """
    text = variant.text
    pieces: list[Piece] = []
    done = base_done = 0
    for difference in variant.differences:
        start, end = _place_in_variant(difference, text, done=done, base_done=base_done)
        if start > done:
            pieces.append(Piece(text[done:start]))
        base_done += start - done
        if difference.base:
            pieces.append(Piece(difference.base.of(base), Change.DROPPED))
            base_done = difference.base.end
        if end > start:
            pieces.append(Piece(text[start:end], difference.kind))
        done = end
    if text[done:]:
        pieces.append(Piece(text[done:]))
    return tuple(_spaced(pieces))


def _place_in_variant(difference: Difference, text: str, *, done: int, base_done: int) -> tuple[int, int]:
    """Return the range of `difference` in the variant; for dropped words an empty one, at a word's edge."""
    if difference.variant:
        start = max(done, difference.variant.start)
        return start, max(start, difference.variant.end)
    ahead = difference.base.start - base_done if difference.base else 0
    start = min(len(text), max(done, done + ahead))
    while done < start < len(text) and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    return start, start


def _spaced(pieces: Sequence[Piece]) -> list[Piece]:
    """Put a space between two pieces that would run together only because one of them is the base's."""
    spaced: list[Piece] = []
    for piece in pieces:
        before = spaced[-1].text[-1:] if spaced else " "
        seam = piece.change is not None or (spaced and spaced[-1].change is not None)
        if seam and before.isalnum() and piece.text[:1].isalnum():
            spaced.append(Piece(" "))
        spaced.append(piece)
    return spaced


def quoted_runs(text: str, attribution: Attribution, report_text: str) -> tuple[Run, ...]:
    """Cut the wording `text` of `attribution` into quoted and unquoted runs.

    Should `text` not be the attribution's own (a variant may stand for several), nothing counts as quoted.
    """
    if " ".join(span.of(report_text) for span in attribution.content) != text:
        return (Run(text, quoted=False),)
    quoted: list[Span] = []
    offset = 0
    for span in attribution.content:
        for part in attribution.quoted:
            start, end = max(span.start, part.start), min(span.end, part.end)
            if start < end:
                quoted.append(Span(offset + start - span.start, offset + end - span.start))
        offset += len(span) + 1
    runs: list[Run] = []
    done = 0
    for part in _joined(quoted, text):
        if part.start > done:
            runs.append(Run(text[done : part.start], quoted=False))
        runs.append(Run(part.of(text), quoted=True))
        done = part.end
    if text[done:]:
        runs.append(Run(text[done:], quoted=False))
    return tuple(runs)


def _joined(spans: Sequence[Span], text: str) -> list[Span]:
    """Join quoted spans that overlap or that only white space keeps apart: “A,” she said, “B” reads “A, B”."""
    joined: list[Span] = []
    for span in sorted(spans):
        if joined and (span.start <= joined[-1].end or not text[joined[-1].end : span.start].strip()):
            joined[-1] = Span(joined[-1].start, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
