import numpy as np
import pytest

from onrecord.annotate.graphs import model, node, start_session, weights

X = np.asarray([[1, 2], [3, 4], [5, 6]], np.float32)


def test_a_graph_does_its_steps_with_its_weights() -> None:
    held = [
        weights("w", np.asarray([[1, 0, 2], [0, 1, 2]], np.float32)),
        weights("b", np.full(3, 7, np.float32)),
    ]
    nodes = [node("Gemm", ["x", "w", "b"], ["p"]), node("Split", ["p"], ["l", "y"], axis=1, num_outputs=2)]
    content = model(nodes, held, {"x": ("n", 2)}, {"y": ("n", "k")})
    assert start_session(content).run(["y"], {"x": X})[0].tolist() == [[13], [21], [29]]


def test_a_step_takes_whole_numbers_below_nothing_and_fractions() -> None:
    ones = weights("o", np.ones(2, np.float32))
    levelled = node("LayerNormalization", ["x", "o"], ["y"], axis=-1, epsilon=0.25)
    session = start_session(model([levelled], [ones], {"x": ("n", 2)}, {"y": ("n", 2)}))
    assert session.run(["y"], {"x": X[:1]})[0].tolist() == [pytest.approx([-(0.5**0.5), 0.5**0.5])]


def test_lists_of_whole_numbers_say_which_rows() -> None:
    held = [weights(name, np.asarray([number], np.int64)) for name, number in (("from", 1), ("to", 300))]
    held.append(weights("axis", np.asarray([0], np.int64)))
    steps = [node("Slice", ["x", "from", "to", "axis"], ["y"])]
    session = start_session(model(steps, held, {"x": ("n", 2)}, {"y": ("m", 2)}))
    assert session.run(["y"], {"x": X})[0].tolist() == X[1:].tolist()
