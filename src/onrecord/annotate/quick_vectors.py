"""Vectors of several texts for a reader who waits: what the model makes of a piece before it looks at its neighbours is kept.

The first layer of each branch adds up what every piece of a window gives to it, which follows from the piece and its place in the window
alone. So the pieces that most texts are made of are multiplied once, and the second layer is most of what is left to do. Sums are
made in another order than in `onrecord.annotate.vectors`: the vectors are the same to the fifth digit, and nothing that is written may
rest on the others.
"""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING, Any, Final

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Whole = npt.NDArray[np.int64]

WIDTH, BRANCH = 512, 256
CONTEXTS: Final = ((2, 0), (3, 1), (5, 2))
"""Pieces that each branch sees at a time, and how many of them stand to the left."""
MOST_KEPT: Final = 1024
"""Pieces of which it is kept what they give, at 15 kB each. With one more, all are found anew."""
_GIVEN = WIDTH + len(CONTEXTS) * BRANCH
_ALL = _GIVEN + sum(width for width, _ in CONTEXTS) * BRANCH


class QuickVectors:
    """Encodes several texts together.

    Args:
        layers: of the model, by name.
        rows: gives the raw rows of pieces.
    """

    def __init__(self, layers: Mapping[str, Floats], rows: Callable[[Whole], Floats]) -> None:
        self._layers = layers
        self._rows = rows
        self._lock = Lock()
        self._slots: dict[int, int] = {}
        # The last row is what no piece gives: nothing.
        self._kept = np.zeros((MOST_KEPT + 1, _ALL), np.float32)

    def encode(self, texts: Sequence[Sequence[int]]) -> Floats:
        """Return a row of length 1.0 for each text, given in pieces, of which each has some."""
        sizes = np.asarray([len(pieces) for pieces in texts])
        ends = np.repeat(np.cumsum(sizes), sizes)
        begins = ends - np.repeat(sizes, sizes)
        pieces = np.asarray([piece for some in texts for piece in some], np.int64)
        features = self._features(pieces, begins, ends)
        sums = np.add.reduceat(features, np.cumsum(sizes) - sizes, axis=0)
        return self._vectors(np.asarray(sums, np.float32), sizes.astype(np.float32)[:, None])

    def _features(self, pieces: Whole, begins: Whole, ends: Whole) -> Floats:
        """Return the row of each piece that is summed up; of its neighbours it sees those from `begins` to before `ends`."""
        table, at = self._look_up(pieces)
        at = np.append(at, len(table) - 1)
        count, layers = len(pieces), self._layers
        features = np.empty((count, WIDTH + len(CONTEXTS) * BRANCH), np.float32)
        features[:, :WIDTH] = table[at[:-1], :WIDTH]
        padded = np.zeros((count + 1, BRANCH), np.float32)
        place, given = WIDTH, _GIVEN
        for width, left in CONTEXTS:
            near = np.arange(count)[:, None] + np.arange(-left, width - left)
            near[(near < begins[:, None]) | (near >= ends[:, None])] = count
            first = np.tile(layers[f"b1_{width}"], (count, 1))
            for offset in range(width):
                first += table[at[near[:, offset]], given : given + BRANCH]
                given += BRANCH
            np.maximum(first, 0, out=first)
            first += table[at[:-1], place : place + BRANCH]
            padded[:count] = first
            second = padded[near].reshape(count, -1) @ layers[f"w2_{width}"]
            second += layers[f"b2_{width}"]
            np.maximum(second, 0, out=second)
            np.add(second, first, out=features[:, place : place + BRANCH])
            place += BRANCH
        return _normed(features, layers["ln_g"], layers["ln_b"], float(layers["eps"]))

    def _look_up(self, pieces: Whole) -> tuple[Floats, Whole]:
        """Return a table of what pieces give, whose last row is nothing, and the row there of each of `pieces`."""
        own, places = np.unique(pieces, return_inverse=True)
        if len(own) > MOST_KEPT:
            return np.append(self._find(own), np.zeros((1, _ALL), np.float32), axis=0), places
        with self._lock:
            new = [int(piece) for piece in own if int(piece) not in self._slots]
            if len(self._slots) + len(new) > MOST_KEPT:
                # Another thread may still read what was kept.
                self._kept, self._slots = np.zeros(self._kept.shape, np.float32), {}
                new = own.tolist()
            if new:
                first = len(self._slots)
                self._kept[first : first + len(new)] = self._find(np.asarray(new, np.int64))
                self._slots.update(zip(new, range(first, first + len(new)), strict=True))
            slots = np.asarray([self._slots[int(piece)] for piece in own], np.int64)
            return self._kept, slots[places]

    def _find(self, pieces: Whole) -> Floats:
        """Return what pieces give: their raw rows, those of each branch, and for each place in its window what they add there."""
        layers, raw = self._layers, self._rows(pieces)
        found = np.empty((len(pieces), _ALL), np.float32)
        found[:, :WIDTH] = raw
        place, given = WIDTH, _GIVEN
        projected = project(raw, layers, _normed)
        found[:, WIDTH:_GIVEN] = projected
        for width, _ in CONTEXTS:
            branch = found[:, place : place + BRANCH]
            for offset in range(width):
                weights = layers[f"w1_{width}"][offset * BRANCH : (offset + 1) * BRANCH]
                found[:, given : given + BRANCH] = branch @ weights
                given += BRANCH
            place += BRANCH
        return found

    def _vectors(self, sums: Floats, counts: Floats) -> Floats:
        layers = self._layers
        mean: Floats = np.asarray(
            (sums @ layers["cnn_W"] + counts * layers["cnn_b"]) / np.sqrt(counts), np.float32
        )
        first = positive(mean @ layers["p1"] + positive(mean @ layers["d0"]) @ layers["d1"])
        last = np.tanh(first @ layers["p3"] + positive(first @ layers["d2"]) @ layers["d3"])
        return unit(last)


def project(
    raw: Floats, layers: Mapping[str, Floats], norm: Callable[[Floats, Floats, Floats, float], Floats]
) -> Floats:
    """Return what each branch makes of the raw rows of pieces, branch beside branch."""
    return norm(
        np.concatenate([raw @ layers[f"proj{width}"] + layers[f"proj_b{width}"] for width, _ in CONTEXTS], 1),
        np.concatenate([layers[f"ln_g{width}"] for width, _ in CONTEXTS]),
        np.concatenate([layers[f"ln_b{width}"] for width, _ in CONTEXTS]),
        float(layers["eps"]),
    )


def unit(rows: Floats) -> Floats:
    """Return `rows` at length 1.0; a row of nothing stays one."""
    lengths = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(lengths, 1e-6), np.float32)


def positive(values: npt.NDArray[np.floating[Any]]) -> Floats:
    """Return `values` with nothing below zero."""
    return np.asarray(np.maximum(values, np.float32(0)), np.float32)


def _normed(rows: Floats, gain: Floats, bias: Floats, least: float) -> Floats:
    """Norm `rows`, which are written over, in place."""
    rows -= rows.mean(axis=-1, keepdims=True)
    spread = np.einsum("ij,ij->i", rows, rows) / rows.shape[1]
    rows /= np.sqrt(spread + least)[:, None]
    rows *= gain
    rows += bias
    return rows
