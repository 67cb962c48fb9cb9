"""Who said what as a small trained model sees it: a second witness beside the rules.

The only module that knows ONNX Runtime and the tokenizers library; both are imported when a tagger is loaded, not
before. Reach for `load_tagger` once per process and hand the tagger to `annotate`. What the model was trained on, its
figures and known failures stand in docs/models/attribution-tagger-4.md.

One thread, one window at a time: the same report gives the same numbers in any pile and any number of processes.
"""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Protocol, cast

import numpy as np

from onrecord.annotate.tagger_decode import decode
from onrecord.annotate.tagger_links import LinkBias
from onrecord.annotate.tagger_pieces import read_pieces
from onrecord.annotate.tagger_windows import Window, find_windows
from onrecord.errors import ModelError
from onrecord.model.contents import ModelCard

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    import numpy.typing as npt
    from tokenizers import Tokenizer

    from onrecord.annotate.tagger_windows import Floats
    from onrecord.model.annotation import TaggedSpeech
    from onrecord.model.report import Report

NAME: Final = "attribution-tagger"
VERSION: Final = "4"
WEIGHTS: Final = Path(__file__).parent / "weights"
PINNED: Final = {
    "attribution-tagger-4.onnx": "36d9f2539b526c91167db1a03383b67034f7f7df334eb21de3ef207a1c5fc437",
    "attribution-tagger-4.tokenizer.json": "45ee99b07c51e986ceb291f33adbe91f8402f443310c6d239ea645aae38a796c",
}
"""Digests of the files that hold the model."""
_OPENS, _CLOSES = 101, 102
"""The pieces [CLS] and [SEP] around every window."""


class _Session(Protocol):
    """What is used of ONNX Runtime, which comes without types."""

    def run(self, wanted: list[str], fed: Mapping[str, npt.NDArray[np.int64]], /) -> tuple[Floats, Floats]:
        """Return the outputs named `wanted` for the inputs `fed`."""
        ...


class Tagger(Protocol):
    """What finds attributions in a report's running text."""

    @property
    def card(self) -> ModelCard:
        """The model behind the tagger, as it is named in the record."""
        ...

    def find_triples(self, report: Report) -> tuple[TaggedSpeech, ...]:
        """Return content, cue and source of what is said in the spoken blocks of `report`, in text order."""
        ...


class OnnxTagger:
    """A `Tagger` on the weights that come with the package."""

    def __init__(self, session: _Session, bias: LinkBias, tokenizer: Tokenizer, card: ModelCard) -> None:
        self._session = session
        self._bias = bias
        self._tokenizer = tokenizer
        self._card = card

    def __reduce__(self) -> tuple[Callable[[], Tagger], tuple[()]]:  # type: ignore[explicit-override]
        """Load anew in a process that was not forked: a session cannot be sent."""
        return load_tagger, ()

    @property
    def card(self) -> ModelCard:
        """The model behind the tagger, as it is named in the record."""
        return self._card

    def find_triples(self, report: Report) -> tuple[TaggedSpeech, ...]:
        """Return content, cue and source of what is said in the spoken blocks of `report`, in text order."""
        pieces = read_pieces(report, self._tokenizer)
        windows: list[Window] = []
        for start, end in find_windows(pieces):
            fed = {
                "ids": np.asarray([_OPENS, *pieces.ids[start:end], _CLOSES], np.int64),
                "features": np.asarray([0, *pieces.features[start:end], 0], np.int64),
            }
            tags, links = self._session.run(["tags", "links"], fed)
            windows.append(Window(start, end, tags, links))
        return decode(report.text, pieces, windows, self._bias)


@cache
def load_tagger() -> Tagger:
    """Load the tagger that comes with the package.

    Raises:
        ModelError: when its files are missing or not the ones the program was tested with.
    """
    from tokenizers import Tokenizer

    weights, vocabulary = (_checked(name) for name in PINNED)
    session, bias = _ready(weights)
    card = ModelCard(name=NAME, version=VERSION, sha256=PINNED[f"{NAME}-{VERSION}.onnx"])
    return OnnxTagger(session, bias, Tokenizer.from_str(vocabulary.decode()), card)


def _ready(weights: bytes) -> tuple[_Session, LinkBias]:
    """Return the model ready to run on one thread, and what it learned of distances."""
    import onnxruntime  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]

    runtime: Any = onnxruntime
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session = runtime.InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    learned = cast("Mapping[str, str]", session.get_modelmeta().custom_metadata_map)
    bias = LinkBias(*(np.asarray(json.loads(learned[name]), np.float32) for name in ("distance", "gap")))
    return cast("_Session", session), bias


def _checked(name: str) -> bytes:
    """Return the bytes of one of the model's files."""
    try:
        content = (WEIGHTS / name).read_bytes()
    except OSError as error:
        raise ModelError(f"{name} is missing from the installed package: install onrecord again") from error
    if hashlib.sha256(content).hexdigest() != PINNED[name]:
        raise ModelError(f"{name} is not the one onrecord was tested with: install onrecord again")
    return content
