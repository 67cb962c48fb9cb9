"""A long report in parts, none of which makes too large a page."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.publish.page.marked import Paragraph

LARGEST = 40_000
"""Characters of text in one part."""


def cut_into_parts(paragraphs: Iterable[Paragraph]) -> list[list[Paragraph]]:
    """Lay paragraphs into parts of at most `LARGEST` characters; one that is longer alone is cut between its segments."""
    parts: list[list[Paragraph]] = [[]]
    size = 0
    for paragraph in paragraphs:
        for piece in _pieces(paragraph):
            length = _length(piece)
            if parts[-1] and size + length > LARGEST:
                parts.append([])
                size = 0
            parts[-1].append(piece)
            size += length
    return parts


def _length(paragraph: Paragraph) -> int:
    return sum(len(segment.text) for segment in paragraph.segments)


def _pieces(paragraph: Paragraph) -> Iterable[Paragraph]:
    if _length(paragraph) <= LARGEST:
        return [paragraph]
    pieces: list[Paragraph] = []
    size = LARGEST
    for segment in paragraph.segments:
        for start in range(0, max(1, len(segment.text)), LARGEST):
            text = segment.text[start : start + LARGEST]
            is_first, is_last = start == 0, start + LARGEST >= len(segment.text)
            one = replace(
                segment,
                text=text,
                opens=segment.opens if is_first else (),
                places=segment.places if is_first else (),
                closes=segment.closes if is_last else (),
            )
            if size + len(text) > LARGEST:
                pieces.append(replace(paragraph, segments=()))
                size = 0
            pieces[-1] = replace(pieces[-1], segments=(*pieces[-1].segments, one))
            size += len(text)
    return pieces


def part_with(parts: Sequence[Sequence[Paragraph]], asked: int | None, *, opened: bool) -> int:
    """Return the number of the part to show, from 1: the one asked for, else where the report is opened, else the first."""
    if asked and 1 <= asked <= len(parts):
        return asked
    if not opened:
        return 1
    holding = (
        number
        for number, part in enumerate(parts, 1)
        if any(segment.at for paragraph in part for segment in paragraph.segments)
    )
    return next(holding, 1)
