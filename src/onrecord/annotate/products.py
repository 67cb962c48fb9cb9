"""Products of matrices for the language pipeline: those of ONNX Runtime in place of the ones it brings.

Two thirds of what the pipeline does are products, and BLIS, which it brings, knows no newer processors: on those ONNX
Runtime is three times as quick. The sums differ in the last digits, as they do between two processors; the words,
heads and names do not. One thread, so that the same report gives the same numbers in any number of processes.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, Any, Final

from onrecord.annotate.graphs import model as write_model
from onrecord.annotate.graphs import node, start_session

if TYPE_CHECKING:
    from onrecord.annotate.graphs import Floats, Session

_ANY: Final = {"x": ("m", "k"), "w": ("k", "n"), "y": ("m", "n")}


class Products:
    """The operation that thinc calls `gemm`."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def __call__(
        self,
        x: Floats,
        y: Floats,
        out: Floats | None = None,
        trans1: bool = False,  # noqa: FBT001, FBT002 - as thinc calls it
        trans2: bool = False,  # noqa: FBT001, FBT002 - as thinc calls it
    ) -> Floats:
        """Return `x` times `y`, each turned over first where asked, written into `out` where there is one."""
        fed = {"x": x.T if trans1 else x, "w": y.T if trans2 else y}
        product = self._session.run(["y"], fed)[0]
        if out is None:
            return product
        out[...] = product
        return out


def quicken(pipeline: Any) -> None:
    """Let all models of a loaded spaCy `pipeline` multiply by ONNX Runtime. Other pipelines stay as they are."""
    operations: Any = importlib.import_module("thinc.api").NumpyOps()
    operations.gemm = load_products()
    for _, component in pipeline.components:
        model: Any = getattr(component, "model", None)
        if hasattr(model, "walk"):
            for layer in model.walk():
                layer.ops = operations


@cache
def load_products() -> Products:
    """Load what multiplies, once per process."""
    graph = write_model(
        [node("MatMul", ["x", "w"], ["y"])], [], {name: _ANY[name] for name in "xw"}, {"y": _ANY["y"]}
    )
    return Products(start_session(graph))
