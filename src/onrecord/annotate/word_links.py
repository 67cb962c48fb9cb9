"""Which word of one wording renders which word of another: a small trained network over the table of all pairs.

Every pair of words is described by `describe_pairs`: the same word, the same stem, shared letters, likeness of vectors,
place in the sentence. Four layers of convolution look at each pair among its neighbours, so that "set a limit" against
"specified a timeline" is found by what stands around it. What it was trained on stands in docs/models/word-links-1.md.

The idea of aligning by likeness of words in their sentences is that of SimAlign (Jalili Sabet et al. 2020,
https://arxiv.org/abs/2004.08728); the network on top of it is our own.
"""

from __future__ import annotations

import hashlib
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np

from onrecord.errors import ModelError
from onrecord.text.stem import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    import numpy.typing as npt

    from onrecord.annotate.vectors import Floats, WordVectors

NAME: Final = "word-links-1.npz"
WEIGHTS: Final = Path(__file__).parent / "weights"
PINNED: Final = "156d9f6d4d362bb3e6757eb8d912b0497b56680d57c76a679e6a36447a1d4c61"
"""Digest of the file that holds the network."""

_LINKED = 0.4055
"""The network's answer from which two words are linked: odds of three to two."""

_SHARPNESS = 8.0
_GRAMS = (2, 3)

_FUNCTION_WORDS = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "to",
        "at",
        "by",
        "for",
        "with",
        "from",
        "and",
        "or",
        "but",
        "that",
        "which",
        "who",
        "whom",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "can",
        "could",
        "may",
        "might",
        "shall",
        "should",
        "must",
        "it",
        "its",
        "they",
        "them",
        "their",
        "he",
        "him",
        "his",
        "she",
        "her",
        "we",
        "us",
        "our",
        "i",
        "you",
        "your",
        "this",
        "these",
        "those",
        "as",
        "not",
        "no",
        "n't",
        "'s",
        ",",
        ".",
        ";",
        ":",
        '"',
        "'",
        "(",
        ")",
        "-",
        "--",
        "?",
        "!",
    ]
)


def find_links(
    left: Sequence[str], right: Sequence[str], vectors: tuple[WordVectors, WordVectors]
) -> frozenset[tuple[int, int]]:
    """Return the pairs of words that render each other.

    Args:
        left: the words of one wording in lower case; marks count as words.
        right: those of the other.
        vectors: of the words of both.
    """
    if not left or not right:
        return frozenset()
    answers = _answer(load_layers(), describe_pairs(left, right, vectors))
    return frozenset((int(a), int(b)) for a, b in np.argwhere(answers > _LINKED))


def describe_pairs(
    left: Sequence[str], right: Sequence[str], vectors: tuple[WordVectors, WordVectors]
) -> Floats:
    """Return twenty numbers for each pair of words, as an array of shape (20, words left, words right)."""
    shape = (len(left), len(right))
    same = _table(left, right, lambda word: word)
    recurring = np.maximum(same.sum(1, keepdims=True), same.sum(0, keepdims=True))
    sides = [
        np.broadcast_to(column, shape)
        for tell in (_is_function_word, _is_mark)
        for column in (_column(left, tell)[:, None], _column(right, tell)[None])
    ]
    places = (np.arange(shape[0]) / shape[0])[:, None] - (np.arange(shape[1]) / shape[1])[None]
    described = [
        same,
        same / np.maximum(recurring, 1),
        _table(left, right, stem),
        _shared_letters(left, right),
        *sides,
        places,
        np.abs(places),
        np.ones(shape),
    ]
    first, second = vectors
    for a, b in ((first.alone, second.alone), (first.weighed, second.weighed), (first.inside, second.inside)):
        alike = a @ b.T
        sharp = np.exp(_SHARPNESS * (alike - alike.max()))
        described += [alike, sharp / sharp.sum(1, keepdims=True), sharp / sharp.sum(0, keepdims=True)]
    return np.stack(described).astype(np.float32)


def _table(left: Sequence[str], right: Sequence[str], key: Callable[[str], str]) -> npt.NDArray[np.float64]:
    numbers: dict[str, int] = {}
    rows, columns = ([numbers.setdefault(key(word), len(numbers)) for word in side] for side in (left, right))
    return np.equal.outer(rows, columns).astype(np.float64)


def _column(words: Sequence[str], tell: Callable[[str], bool]) -> npt.NDArray[np.float64]:
    return np.array([float(tell(word)) for word in words])


def _is_function_word(word: str) -> bool:
    return word in _FUNCTION_WORDS


def _is_mark(word: str) -> bool:
    return not any(character.isalnum() or character == "_" for character in word)


def _shared_letters(left: Sequence[str], right: Sequence[str]) -> npt.NDArray[np.float64]:
    """Return how many runs of two and three letters two words share (Dice)."""
    runs = [[_runs(word) for word in side] for side in (left, right)]
    numbers = {run: number for number, run in enumerate(sorted(frozenset[str]().union(*runs[0], *runs[1])))}
    rows, columns = (_mark_held(side, numbers) for side in runs)
    sizes = rows.sum(1)[:, None] + columns.sum(1)[None]
    return np.asarray(2 * (rows @ columns.T) / sizes, np.float64)


def _mark_held(words: Sequence[frozenset[str]], numbers: Mapping[str, int]) -> npt.NDArray[np.float64]:
    """Return which runs each word holds, as an array of shape (words, runs) of ones and zeros."""
    held = np.zeros((len(words), len(numbers)))
    for row, word in enumerate(words):
        held[row, [numbers[run] for run in word]] = 1.0
    return held


def _runs(word: str) -> frozenset[str]:
    padded = f" {word} "
    return frozenset(
        padded[start : start + size] for size in _GRAMS for start in range(len(padded) - size + 1)
    )


def _answer(layers: Mapping[str, Floats], pairs: Floats) -> Floats:
    """Return the network's answer for each pair, shape (words left, words right); above 0.0 it says linked."""
    seen = _rectify(_convolve(layers, "a", pairs))
    near = _rectify(_convolve(layers, "b", seen))
    best = (near.max(1, keepdims=True) + near.max(2, keepdims=True)) / 2
    near = near + _rectify(_convolve(layers, "c", np.concatenate([near, best - near])))
    near = near + _rectify(_convolve(layers, "d", near))
    answers: Floats = _convolve(layers, "e", near)[0]
    return answers


def _convolve(layers: Mapping[str, Floats], name: str, table: Floats) -> Floats:
    """Return the table with every cell replaced by a weighing of the cells around it."""
    weights = layers[f"{name}.weight"]
    size = weights.shape[2]
    reach = size // 2
    rows, columns = table.shape[1:]
    padded = np.pad(table, ((0, 0), (reach, reach), (reach, reach)))
    total = np.zeros((len(weights), rows * columns), np.float32)
    for row in range(size):
        for column in range(size):
            shifted = padded[:, row : row + rows, column : column + columns].reshape(len(table), -1)
            total += weights[:, :, row, column] @ shifted
    total += layers[f"{name}.bias"][:, None]
    return total.reshape(len(weights), rows, columns)


def _rectify(values: Floats) -> Floats:
    return np.asarray(np.maximum(values, np.float32(0)), np.float32)


@cache
def load_layers() -> Mapping[str, Floats]:
    """Load the network's weights and biases, by layer.

    Raises:
        ModelError: when its file is missing or not the one the program was tested with.
    """
    try:
        content = (WEIGHTS / NAME).read_bytes()
    except OSError as error:
        raise ModelError(f"{NAME} is missing from the installed package: install onrecord again") from error
    if hashlib.sha256(content).hexdigest() != PINNED:
        raise ModelError(f"{NAME} is not the one onrecord was tested with: install onrecord again")
    with np.load(BytesIO(content), allow_pickle=False) as stored:
        return {name: stored[name] for name in stored.files}
