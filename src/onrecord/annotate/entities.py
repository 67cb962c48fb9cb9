"""Which names the language pipeline's own recogniser sees, read from its network without its slow search.

spaCy asks of every word which of 74 moves are allowed, one by one, and each answer takes and drops the interpreter's
lock: two thirds of the recogniser's time. The rule here gives the same answers at once. Outside a name the scores of
a word depend on that word alone, so those of all words are one product; only inside the few names of several words
are states read one after another. The moves are those of BILUO tagging: a name begins, goes on, ends, or is one word.

The scheme is that of Lample et al. 2016 ("Neural Architectures for Named Entity Recognition", their transitions
simplified), as spaCy 3 has it.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Any, Final

import numpy as np

from onrecord.annotate.encoder import Encoder, has_plain_layers

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import numpy.typing as npt
    from spacy.tokens import Doc

    Floats = npt.NDArray[np.float32]
    Flags = npt.NDArray[np.bool_]

_FEATURES: Final = 3
"""What a state looks at: its word, the first word of the open name, the word before in it."""


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of several texts, one after another, and where no name can be; three sequences of one length.

    `is_blank`: white space, where no name starts; `is_cut`: the last before another sentence or text.
    """

    cached: Floats
    is_blank: Flags
    is_cut: Flags


class EntityReader:
    """The recogniser of a pipeline, with its weights."""

    def __init__(self, recogniser: Any) -> None:
        """Take the weights of `recogniser`, of which `has_plain_form` is true."""
        vectors, lower, upper = recogniser.model.layers
        self._encoder = Encoder(vectors.layers[0])
        self._narrow: Any = vectors.layers[-1]
        self._lower: Any = lower
        self._upper: Any = upper
        moves = [
            str(recogniser.moves.get_class_name(number)).partition("-")
            for number in range(recogniser.moves.n_moves)
        ]
        self._kinds = [kind for kind, _, _ in moves]
        self._labels = [label for _, _, label in moves]
        self._out = self._kinds.index("O")
        self._begin = np.asarray([kind == "B" for kind in self._kinds])
        self._unit = np.asarray([kind == "U" for kind in self._kinds])
        self._enclosed = np.asarray([kind in {"I", "L"} or not name for kind, _, name in moves])
        self._enclosed[self._out] = False
        self._bias: Floats = lower.get_param("b")
        weights, bias = upper.get_param("W"), upper.get_param("b")
        within = {label: [self._move("I", label), self._move("L", label)] for label in self._labels if label}
        self._within: dict[str, tuple[Floats, Floats]] = {
            label: (weights[both], bias[both]) for label, both in within.items()
        }

    def labels_of(self, docs: Sequence[Doc]) -> list[list[str]]:
        """Return for each word of each of `docs` the kind of name that it belongs to, or ""."""
        filled = [doc for doc in docs if len(doc)]
        if not filled:
            return [[] for _ in docs]
        words = self._words(filled)
        found = [""] * len(words.is_cut)
        for start, end, label in self._names(words):
            found[start:end] = [label] * (end - start)
        at = 0
        split: list[list[str]] = []
        for doc in docs:
            split.append(found[at : at + len(doc)])
            at += len(doc)
        return split

    def _words(self, docs: Sequence[Doc]) -> _Words:
        rows = [doc.to_array(["SENT_START", "IS_SPACE"]).astype(np.int64) for doc in docs]
        for row in rows:
            row[0, 0] = 1
        table = np.concatenate(rows)
        starts = np.append(table[1:, 0] == 1, True)
        vectors = self._narrow.predict(np.concatenate(self._encoder.vectors_of(docs)))
        return _Words(self._lower.predict(vectors), table[:, 1] == 1, starts)

    def _names(self, words: _Words) -> Iterator[tuple[int, int, str]]:
        """Yield first word, end and kind of every name."""
        resume = 0
        moves = self._outside(words)
        for at in np.flatnonzero(moves != self._out).tolist():
            if at < resume:
                continue
            move = int(moves[at])
            label = self._labels[move]
            resume = at + 1 if self._kinds[move] == "U" else self._end(words, at, label)
            yield at, resume, label

    def _outside(self, words: _Words) -> npt.NDArray[np.intp]:
        """Return the best move at every word, were it outside any name."""
        padding = words.cached[0]
        states = self._hidden(words.cached[1:, 0] + padding[1] + padding[2])
        scores = self._upper.predict(states)
        scores[:, self._enclosed] = -np.inf
        scores[np.ix_(words.is_blank, self._unit | self._begin)] = -np.inf
        scores[np.ix_(words.is_cut, self._begin)] = -np.inf
        best: npt.NDArray[np.intp] = scores.argmax(1)
        return best

    def _end(self, words: _Words, start: int, label: str) -> int:
        """Return the end of the name that begins at `start`."""
        weights, bias = self._within[label]
        cached, first = words.cached, words.cached[start + 1, 1]
        at = start + 1
        while not words.is_cut[at]:
            state = cached[at + 1, 0] + first + cached[at, 2]
            goes_on, ends = (weights * self._hidden(state)).sum(1) + bias
            if goes_on < ends:
                break
            at += 1
        return at + 1

    def _hidden(self, summed: Floats) -> Floats:
        """Return the states (..., hidden) for sums of features (..., hidden, pieces)."""
        pieces = summed + self._bias
        hidden: Floats = reduce(np.maximum, (pieces[..., piece] for piece in range(pieces.shape[-1])))
        return hidden

    def _move(self, kind: str, label: str) -> int:
        both = list(zip(self._kinds, self._labels, strict=True))
        return both.index((kind, label))


def has_plain_form(recogniser: Any) -> bool:
    """Tell whether a spaCy component is a greedy recogniser of the kind that `EntityReader` reads."""
    model = getattr(recogniser, "model", None)
    if getattr(model, "name", "") != "parser_model" or not hasattr(recogniser, "move_names"):
        return False
    attributes: Any = getattr(model, "attrs", {})
    layers: Any = getattr(model, "layers", ())
    vectors, lower = layers[:2]
    return bool(
        recogniser.cfg.get("beam_width") == 1
        and attributes["has_upper"]
        and not attributes["unseen_classes"]
        and lower.get_dim("nF") == _FEATURES
        and lower.get_dim("nP") > 1
        and [layer.name for layer in vectors.layers[1:]] == ["list2array", "linear"]
        and has_plain_layers(vectors.layers[0])
    )
