"""Which cue a content belongs to and which source a cue has, by the tagger's two pointers.

A pointer gives every piece of one span a share of belief over all pieces of its window, or over "nothing". The belief
of a span in another is the mean over its pieces, read in the window that holds both the deepest.
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Final

import numpy as np

from onrecord.annotate.products import load_products

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt

    from onrecord.annotate.tagger_windows import Floats, Window

Run = tuple[int, int]
"""Pieces, half-open."""

WIDTH: Final = 64
_FARTHEST: Final = 9
_PARAGRAPHS: Final = 3
_DEEP: Final = 999


class Pointer(IntEnum):
    """The two pointers of the model."""

    TO_CUE = 0
    TO_SOURCE = 1


@dataclass(frozen=True, slots=True)
class LinkBias:
    """What the model learned of distances: `distance` (2, 19) by doubling steps, `gap` (2, 7) by paragraphs."""

    distance: Floats
    gap: Floats


@dataclass(slots=True)
class Belief:
    """How far one span points at each target, by the target's index, and at nothing."""

    to: dict[int, float] = field(default_factory=dict[int, float])
    nothing: float = 0.0


@dataclass(slots=True)
class _Depth:
    """How deep in its window the best reading so far stood."""

    to: dict[int, int] = field(default_factory=dict[int, int])
    nothing: int = -1


class Linker:
    """The beliefs of spans in one another, over all windows of a report."""

    def __init__(self, paragraphs: Sequence[int], windows: Sequence[Window], bias: LinkBias) -> None:
        self._windows = windows
        self._bias = bias
        self._paragraphs = np.asarray(paragraphs, np.int64)

    def find_beliefs(self, pointer: Pointer, runs: Sequence[Run], targets: Sequence[Run]) -> list[Belief]:
        """Return for each of `runs` its belief in `targets`; both sorted, neither overlapping itself."""
        found = [Belief() for _ in runs]
        depths = [_Depth() for _ in runs]
        for window in self._windows:
            inside = [
                (index, max(runs[index][0], window.start), min(runs[index][1], window.end))
                for index in _touching(runs, window)
            ]
            if not inside:
                continue
            asked = np.concatenate([np.arange(start, end) for _, start, end in inside])
            total = np.cumsum(self._rows(window, pointer, asked), axis=1, dtype=np.float32)
            reach = [index for index in _touching(targets, window) if _holds(window, targets[index])]
            row = 0
            for index, start, end in inside:
                mean = total[row : row + end - start].mean(0)
                row += end - start
                edge = self._depth(window, start, end) + end - start
                if edge > depths[index].nothing:
                    depths[index].nothing, found[index].nothing = edge, float(mean[0])
                for target in reach:
                    first, last = targets[target]
                    depth = self._depth(window, min(start, first), max(end, last))
                    if depth > depths[index].to.get(target, -1):
                        depths[index].to[target] = depth
                        share = mean[last - window.start] - mean[first - window.start]
                        found[index].to[target] = float(share)
        return found

    def _depth(self, window: Window, start: int, end: int) -> int:
        """Return how many pieces lie between a range and the nearer edge of its window; the text's ends are none."""
        left = start - window.start if window.start else _DEEP
        right = window.end - end if window.end < len(self._paragraphs) else _DEEP
        return min(left, right)

    def _rows(self, window: Window, pointer: Pointer, pieces: npt.NDArray[np.int64]) -> Floats:
        """Return the beliefs (len(pieces), 1 + size) of single pieces: column 0 is "nothing"."""
        own, others = 2 * pointer * WIDTH, (2 * pointer + 1) * WIDTH
        here = pieces - window.start + 1
        # Not @: it would start threads, and their number must not touch the sums.
        scores = load_products()(
            window.links[here, own:others], window.links[:, others : others + WIDTH], trans2=True
        ) / math.sqrt(WIDTH)
        size = window.end - window.start + 2
        at = np.arange(size)
        near = self._bias.distance[pointer][_steps(np.arange(-size, size))]
        scores += near[at[None] - here[:, None] + size]
        inner = self._paragraphs[window.start : window.end]
        paragraphs = np.concatenate([[0], inner - inner[0], [inner[-1] - inner[0]]])
        gaps = np.clip(paragraphs[None] - paragraphs[here][:, None], -_PARAGRAPHS, _PARAGRAPHS)
        scores += self._bias.gap[pointer][gaps + _PARAGRAPHS]
        shares = np.exp(scores - scores.max(1, keepdims=True))
        rows: Floats = (shares / shares.sum(1, keepdims=True))[:, :-1].astype(np.float32)
        return rows


def _touching(runs: Sequence[Run], window: Window) -> range:
    """Return the indices of the runs that share a piece with a window."""
    first = bisect_right(runs, window.start, key=lambda run: run[1])
    return range(first, bisect_left(runs, window.end, key=lambda run: run[0]))


def _holds(window: Window, run: Run) -> bool:
    return run[0] >= window.start and run[1] <= window.end


def _steps(distance: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
    """Return the row of the learned biases for signed distances in pieces."""
    size = np.minimum(np.floor(np.log2(np.abs(distance) + 1)), _FARTHEST).astype(np.int64)
    row: npt.NDArray[np.int64] = np.where(distance < 0, _FARTHEST - size, _FARTHEST + size)
    return row
