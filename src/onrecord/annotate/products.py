"""Products of matrices for the language pipeline: those of ONNX Runtime in place of the ones it brings.

Two thirds of what the pipeline does are products, and BLIS, which it brings, knows no newer processors: on those ONNX
Runtime is three times as quick. The sums differ in the last digits, as they do between two processors; the words,
heads and names do not. One thread, so that the same report gives the same numbers in any number of processes.
"""

from __future__ import annotations

import importlib
from functools import cache
from typing import TYPE_CHECKING, Any, Final, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]

_GRAPH: Final = (
    b'\x08\t:[\n\x11\n\x01x\n\x01w\x12\x01y"\x06MatMul\x12\x01gZ\x15\n\x01x\x12\x10\n\x0e\x08\x01\x12\n'
    b"\n\x03\x12\x01m\n\x03\x12\x01kZ\x15\n\x01w\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01k\n\x03\x12\x01n"
    b"b\x15\n\x01y\x12\x10\n\x0e\x08\x01\x12\n\n\x03\x12\x01m\n\x03\x12\x01nB\x04\n\x00\x10\x12"
)
"""An ONNX model (IR 9, opset 18) of one operator: y (m, n) = x (m, k) times w (k, n), all float32."""


class _Session(Protocol):
    """What is used of ONNX Runtime, which comes without types."""

    def run(self, wanted: list[str], fed: Mapping[str, Floats], /) -> list[Floats]:
        """Return the outputs named `wanted` for the inputs `fed`."""
        ...


class Products:
    """The operation that thinc calls `gemm`."""

    def __init__(self, session: _Session) -> None:
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
    import onnxruntime  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]

    runtime: Any = onnxruntime
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    session: _Session = runtime.InferenceSession(_GRAPH, options, providers=["CPUExecutionProvider"])
    return Products(session)
