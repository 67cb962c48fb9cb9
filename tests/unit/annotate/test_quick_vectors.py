from __future__ import annotations

import numpy as np
import pytest

from onrecord.annotate import quick_vectors
from onrecord.annotate.quick_vectors import BRANCH, CONTEXTS, WIDTH, QuickVectors
from onrecord.annotate.vectors import load_encoder

TEXTS = ("The quay is shut.", "", "Der Kai ist geschlossen, und niemand weiß, wie lange.", "No", "The quay")


def test_each_text_is_read_without_its_neighbours() -> None:
    alone = np.stack([load_encoder().encode(text) for text in TEXTS])
    for texts, wanted in ((TEXTS, alone), (TEXTS[::-1], alone[::-1]), (TEXTS[2:3], alone[2:3])):
        assert np.allclose(np.stack(load_encoder().encode_together(texts)), wanted, atol=1e-6)


@pytest.mark.parametrize("most", [2, 5, 9])
def test_more_pieces_than_are_kept_give_the_same(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    dice = np.random.default_rng(1)
    sizes = {
        "cnn_W": (WIDTH + len(CONTEXTS) * BRANCH, 512),
        "cnn_b": (512,),
        "ln_g": (1280,),
        "ln_b": (1280,),
    }
    sizes |= {"d0": (512, 320), "d1": (320, 320), "p1": (512, 320), "d2": (320, 512), "p3": (320, 512)}
    sizes["d3"] = (512, 512)
    for width, _ in CONTEXTS:
        sizes |= {f"proj{width}": (WIDTH, BRANCH), f"w1_{width}": (width * BRANCH, BRANCH)}
        sizes[f"w2_{width}"] = (width * BRANCH, BRANCH)
        sizes |= dict.fromkeys(
            (f"{name}{width}" for name in ("proj_b", "ln_g", "ln_b", "b1_", "b2_")), (BRANCH,)
        )
    layers = {name: dice.normal(scale=0.05, size=size).astype(np.float32) for name, size in sizes.items()}
    layers["eps"] = np.asarray(1e-6, np.float32)
    table = dice.normal(size=(20, WIDTH)).astype(np.float32)
    texts = [[1, 3, 4, 2], [1, 5, 6, 7, 2], [1, 8, 3, 2]]
    wanted = QuickVectors(layers, lambda pieces: table[pieces]).encode(texts)
    monkeypatch.setattr(quick_vectors, "MOST_KEPT", most)
    quick = QuickVectors(layers, lambda pieces: table[pieces])
    for _ in range(2):
        found = [quick.encode([text])[0] for text in texts]
        assert np.allclose(np.stack(found), wanted, atol=1e-5)
