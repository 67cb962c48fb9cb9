from functools import cache
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from onrecord.annotate import encoder
from onrecord.annotate.encoder import Encoder, has_plain_layers
from onrecord.settings import Settings

TEXTS = (
    "Ana Velik told the Port Authority of Lindmark on Tuesday that 4,000 crates had been lost.",
    "Brankov",
    "\n\n We ain't leaving: you'd better pay $2.4 million, “Quill” said \t twice",
)


@cache
def pipeline() -> Any:
    """Return the pipeline as it comes."""
    return import_module(Settings().model).load()


def networks() -> list[Any]:
    """Return the two networks of the pipeline that read words among their neighbours."""
    return [pipeline().get_pipe("tok2vec").model, pipeline().get_pipe("ner").model.layers[0].layers[0]]


def docs(texts: tuple[str, ...] = TEXTS) -> list[Any]:
    """Return the words of `texts`."""
    return [pipeline().make_doc(text) for text in texts]


@pytest.mark.parametrize("number", [0, 1])
def test_the_same_numbers_as_the_network_itself(number: int) -> None:
    network = networks()[number]
    for ours, theirs in zip(Encoder(network).vectors_of(docs()), network.predict(docs()), strict=True):
        assert ours.shape == theirs.shape
        assert np.abs(ours - theirs).max() < 1e-4


def test_what_was_read_before_changes_no_bit() -> None:
    fresh, used = Encoder(networks()[0]), Encoder(networks()[0])
    used.vectors_of(docs(tuple(f"{number} boats wait" for number in range(50))))
    used.vectors_of(docs(TEXTS[::-1]))
    for one, other in zip(fresh.vectors_of(docs()), used.vectors_of(docs()), strict=True):
        assert np.array_equal(one, other)


def test_a_full_memory_starts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = Encoder(networks()[0]).vectors_of(docs())
    monkeypatch.setattr(encoder, "REMEMBERED", 3)
    short = Encoder(networks()[0])
    short.vectors_of(docs(TEXTS[1:]))
    for one, other in zip(short.vectors_of(docs()), whole, strict=True):
        assert np.array_equal(one, other)


def test_no_text_has_no_numbers() -> None:
    assert Encoder(networks()[0]).vectors_of([]) == []


def test_only_a_network_of_that_form_is_known() -> None:
    assert all(map(has_plain_layers, networks()))
    assert not has_plain_layers(pipeline().get_pipe("ner").model)
    assert not has_plain_layers(pipeline().get_pipe("tagger").model)
    assert not has_plain_layers(None)
