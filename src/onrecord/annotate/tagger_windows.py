"""The windows in which the tagger reads a report, and what it says of all its pieces together.

The model sees 256 pieces at once. Windows are cut at paragraph ends where one is near, overlap a little, and depend on
the report alone, so that the same report gives the same numbers in any pile and process.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

import numpy as np
import numpy.typing as npt

from onrecord.annotate.tagger_pieces import BREAK

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.annotate.tagger_pieces import Pieces

Floats = npt.NDArray[np.float32]

ROOM: Final = 254
"""Pieces in one window, beside the one that opens and the one that closes it."""
OVERLAP: Final = 32
TAGS: Final = 9
"""Begin, inside and end of content, of cue and of source."""
_EDGE: Final = 48


@dataclass(frozen=True, slots=True)
class Window:
    """What the model says of pieces `start` to `end` (half-open) of a report.

    `tags` are logits (2 + end - start, 9), `links` vectors (2 + end - start, 256): the first and last rows stand for
    the pieces that open and close the window.
    """

    start: int
    end: int
    tags: Floats
    links: Floats


def find_windows(pieces: Pieces, *, room: int = ROOM, overlap: int = OVERLAP) -> list[tuple[int, int]]:
    """Return half-open ranges of at most `room` pieces that cover `pieces`; neighbours share `overlap` or more."""
    found: list[tuple[int, int]] = []
    start = 0
    while start < len(pieces):
        end = min(len(pieces), start + room)
        if end < len(pieces):
            near = range(end, end - room // 5, -1)
            end = next((cut for cut in near if pieces.ids[cut - 1] == BREAK), end)
        found.append((start, end))
        if end == len(pieces):
            break
        start = max(start + 1, end - overlap)
    return found


def join_tags(count: int, windows: Sequence[Window]) -> Floats:
    """Return the chances (count, 9) of every piece; where windows overlap, the one it stands deeper in weighs more."""
    total = np.zeros((count, TAGS), np.float32)
    weight = np.zeros((count, 1), np.float32)
    for window in windows:
        size = window.end - window.start
        at = np.arange(size)
        left = at if window.start else np.full(size, size)
        right = size - 1 - at if window.end < count else np.full(size, size)
        depth = np.minimum(np.minimum(left, right) + 1, _EDGE).astype(np.float32)[:, None] ** 2
        total[window.start : window.end] += depth * chance(window.tags[1:-1])
        weight[window.start : window.end] += depth
    return (total / weight).astype(np.float32)


def chance(logits: Floats) -> Floats:
    """Return the chances that `logits` stand for."""
    return (1 / (1 + np.exp(-np.clip(logits, -30, 30)))).astype(np.float32)
