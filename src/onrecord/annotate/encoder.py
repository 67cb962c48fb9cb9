"""The language pipeline's network that reads words among their neighbours (`tok2vec`), in fewer steps.

What the network makes of a word alone follows from the word; it is worked out once and kept from report to report. What
it makes of the word among its neighbours, four layers that each look one word to either side, is one graph for ONNX
Runtime: between their products, spaCy's layers go over the numbers a dozen times.

The sums differ from spaCy's in the last digits, as they do between two processors. A word's own numbers are worked out
in blocks of one size, so that they do not depend on which words came with it, nor on what was read before.

The network is that of spaCy 3 (`spacy.HashEmbedCNN.v2`, https://spacy.io/api/architectures#HashEmbedCNN).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

import numpy as np

from onrecord.annotate.graphs import model as write_model
from onrecord.annotate.graphs import node, start_session, weights

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy.typing as npt
    from spacy.tokens import Doc

    from onrecord.annotate.graphs import Floats, Session

REMEMBERED: Final = 30_000
"""Words whose own numbers are kept, some 400 bytes each; then the memory starts anew."""

_BLOCK: Final = 32
"""Words worked out at once."""
_EPSILON: Final = 1e-8
"""What spaCy's layers add to a variance."""
_EMBED: Final = ("extract_features", "list2ragged")
_HASHED: Final = ("ints-getitem", "hashembed")
_MIXED: Final = ("maxout", "layernorm", "dropout")
_LAYER: Final = ("expand_window", *_MIXED)


class Encoder:
    """A `tok2vec` network with its weights."""

    def __init__(self, network: Any) -> None:
        """Take the weights of `network`, of which `has_plain_layers` is true."""
        layers = _leaves(network)
        self._columns: list[int | str] = list(layers[0].attrs["columns"])
        self._hashed = [layer for layer in layers if layer.name == "hashembed"]
        maxouts, norms = ([layer for layer in layers if layer.name == name] for name in _MIXED[:2])
        self._width: int = norms[0].get_dim("nO")
        self._alone: Session = start_session(_mixing_graph(maxouts[0], norms[0]))
        self._among: Session = start_session(_layers_graph(maxouts[1:], norms[1:]))
        self._pad = len(maxouts) - 1
        self._rows: dict[bytes, int] = {}
        self._words: Floats = np.zeros((_BLOCK, self._width), np.float32)

    def vectors_of(self, docs: Sequence[Doc]) -> list[Floats]:
        """Return for each of `docs` the numbers of its words, an array of shape (words, width)."""
        if not docs:
            return []
        lengths = [len(doc) for doc in docs]
        # Blank rows keep the texts apart: as many as there are layers, each of which looks one row further.
        total = sum(lengths) + self._pad * (len(docs) + 1)
        starts: list[int] = []
        at = self._pad
        for length in lengths:
            starts.append(at)
            at += length + self._pad
        alone = self._words_of(docs)
        spread = np.zeros((total, self._width), np.float32)
        taken = 0
        for start, length in zip(starts, lengths, strict=True):
            spread[start : start + length] = alone[taken : taken + length]
            taken += length
        among = self._among.run(["y"], {"x": spread})[0]
        return [among[start : start + length] for start, length in zip(starts, lengths, strict=True)]

    def _words_of(self, docs: Sequence[Doc]) -> Floats:
        """Return what the network makes of each word alone, an array of shape (words, width)."""
        size = len(self._columns)
        table = np.concatenate(
            [doc.to_array(self._columns).reshape(-1, size) for doc in docs], dtype=np.uint64, casting="unsafe"
        )
        keys: list[bytes] = table.view(f"V{table.itemsize * size}").ravel().tolist()
        new = [
            number
            for key, number in {key: number for number, key in enumerate(keys)}.items()
            if key not in self._rows
        ]
        if new:
            if len(self._rows) + len(new) > REMEMBERED:
                self._rows.clear()
                new = list({key: number for number, key in enumerate(keys)}.values())
            self._learn([keys[number] for number in new], table[new])
        return self._words[[self._rows[key] for key in keys]]

    def _learn(self, keys: Sequence[bytes], table: npt.NDArray[np.uint64]) -> None:
        """Work out and keep the numbers of new words, of which `table` holds the features."""
        first = len(self._rows)
        needed = first + len(keys)
        if needed > len(self._words):
            kept = self._words
            self._words = np.zeros((max(needed, 2 * len(kept)), self._width), np.float32)
            self._words[: len(kept)] = kept
        features = np.zeros((-(-len(keys) // _BLOCK) * _BLOCK, len(self._hashed) * self._width), np.float32)
        features[: len(keys)] = np.hstack(
            [
                layer.predict(np.ascontiguousarray(table[:, column]))
                for column, layer in enumerate(self._hashed)
            ]
        )
        for start in range(0, len(keys), _BLOCK):
            mixed = self._alone.run(["y"], {"x": features[start : start + _BLOCK]})[0]
            end = min(start + _BLOCK, len(keys))
            self._words[first + start : first + end] = mixed[: end - start]
        self._rows.update(zip(keys, range(first, needed), strict=True))


def has_plain_layers(network: Any) -> bool:
    """Tell whether a network is of the form that `Encoder` knows."""
    if not hasattr(network, "walk"):
        return False
    layers = _leaves(network)
    names = [layer.name for layer in layers]
    hashed = names.count("hashembed")
    depth = names.count("expand_window")
    if names != [*_EMBED, *_HASHED * hashed, *_MIXED, "ragged2list", *_LAYER * depth]:
        return False
    residual = [layer for layer in network.walk() if layer.name == f"residual({'>>'.join(_LAYER)})"]
    columns = [layer.attrs["column"] for layer in layers if layer.name == "hashembed"]
    norms = [layer for layer in layers if layer.name == "layernorm"]
    return (
        len(residual) == depth > 0
        and columns == list(range(len(layers[0].attrs["columns"])))
        and all(layer.attrs["window_size"] == 1 for layer in layers if layer.name == "expand_window")
        and len({layer.get_dim("nO") for layer in norms}) == 1
    )


def _leaves(network: Any) -> list[Any]:
    """Return the layers of a network that hold no others, in the order in which they read."""
    return [layer for layer in network.walk(order="dfs_pre") if not layer.layers]


def _mixing_graph(maxout: Any, norm: Any) -> bytes:
    """Return the graph of one layer that mixes what is known of a word alone."""
    nodes, held = _mixing("x", "y", maxout, norm)
    inputs, outputs = maxout.get_dim("nI"), maxout.get_dim("nO")
    return write_model(nodes, held, {"x": (_BLOCK, inputs)}, {"y": (_BLOCK, outputs)})


def _layers_graph(maxouts: Sequence[Any], norms: Sequence[Any]) -> bytes:
    """Return the graph of layers that each look at a word and one to either side, and add what they make of them."""
    width: int = maxouts[0].get_dim("nO")
    nodes: list[bytes] = []
    held = [weights("blank", np.zeros((1, width), np.float32))]
    held += [
        weights(name, np.asarray([number], np.int64))
        for name, number in (("first", 0), ("second", 1), ("last", -1), ("end", (1 << 31) - 1), ("rows", 0))
    ]
    read = "x"
    for number, (maxout, norm) in enumerate(zip(maxouts, norms, strict=True)):
        made = "y" if number == len(maxouts) - 1 else f"read{number}"
        window, mixed = f"window{number}", f"mixed{number}"
        nodes += [
            node("Slice", [read, "first", "last", "rows"], [f"head{number}"]),
            node("Slice", [read, "second", "end", "rows"], [f"tail{number}"]),
            node("Concat", ["blank", f"head{number}"], [f"before{number}"], axis=0),
            node("Concat", [f"tail{number}", "blank"], [f"behind{number}"], axis=0),
            node("Concat", [f"before{number}", read, f"behind{number}"], [window], axis=1),
        ]
        steps, its_weights = _mixing(window, mixed, maxout, norm)
        nodes += [*steps, node("Add", [mixed, read], [made])]
        held += its_weights
        read = made
    shape = ("n", width)
    return write_model(nodes, held, {"x": shape}, {"y": shape})


def _mixing(read: str, made: str, maxout: Any, norm: Any) -> tuple[list[bytes], list[bytes]]:
    """Return the steps of a product, the greatest of its pieces and their levelling, and the weights of these."""
    matrix, bias = (np.asarray(maxout.get_param(name)) for name in ("W", "b"))
    pieces: int = maxout.get_dim("nP")
    names = [f"{made}.piece{piece}" for piece in range(pieces)]
    nodes = [
        node("Gemm", [read, f"{made}.W", f"{made}.b"], [f"{made}.product"]),
        node("Split", [f"{made}.product"], names, axis=1, num_outputs=pieces),
        node("Max", names, [f"{made}.max"]),
        node(
            "LayerNormalization", [f"{made}.max", f"{made}.G", f"{made}.B"], [made], axis=-1, epsilon=_EPSILON
        ),
    ]
    held = [
        weights(f"{made}.W", np.concatenate([matrix[:, piece].T for piece in range(pieces)], 1)),
        weights(f"{made}.b", np.concatenate([bias[:, piece] for piece in range(pieces)])),
        weights(f"{made}.G", np.asarray(norm.get_param("G"))),
        weights(f"{made}.B", np.asarray(norm.get_param("b"))),
    ]
    return nodes, held
