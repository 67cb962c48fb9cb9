from importlib import import_module
from typing import Any

import numpy as np

from onrecord.annotate.products import Products, load_products, quicken
from onrecord.settings import Settings

X = np.asarray([[1, 2, 3], [4, 5, 6]], np.float32)
Y = np.asarray([[1, 0], [2, 1], [0, 3]], np.float32)


def test_a_product_is_that_of_numpy() -> None:
    product = load_products()
    assert np.array_equal(product(X, Y), X @ Y)
    assert np.array_equal(product(X, X, trans2=True), X @ X.T)
    assert np.array_equal(product(X, X, trans1=True), X.T @ X)


def test_a_product_is_written_where_it_is_wanted() -> None:
    into = np.zeros((3, 2), np.float32)
    assert load_products()(X, Y, out=into[1:]).base is into
    assert np.array_equal(into[1:], X @ Y)
    assert not into[0].any()


def test_nothing_times_something_is_nothing() -> None:
    assert load_products()(X[:0], Y).shape == (0, 2)


def test_every_model_of_a_pipeline_multiplies_so() -> None:
    pipeline: Any = import_module(Settings().model).load()
    quicken(pipeline)
    models = [pipeline.get_pipe(name).model for name in ("tok2vec", "tagger", "parser", "ner")]
    assert all(isinstance(layer.ops.gemm, Products) for model in models for layer in model.walk())
