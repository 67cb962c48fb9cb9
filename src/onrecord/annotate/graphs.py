"""Small networks written as ONNX models, byte by byte: a writer for the few kinds of value that they need.

The package `onnx` that would write them is there only for training. The format is protobuf's: fields, each a number, a
kind and a payload (https://github.com/onnx/onnx/blob/main/onnx/onnx.proto).
"""

from __future__ import annotations

import struct
from typing import TYPE_CHECKING, Any, Final, Protocol

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import numpy.typing as npt

    Floats = npt.NDArray[np.float32]
    Array = Floats | npt.NDArray[np.int64]

_VERSIONS: Final = (9, 18)
"""Of the format and of its operators."""
_NUMBERS: Final = {"float32": 1, "int64": 7}
_FLOAT, _INT = 1, 2
_HIGH = 0x80
_SIXTY_FOUR_BITS: Final = (1 << 64) - 1


class Session(Protocol):
    """What is used of ONNX Runtime, which comes without types."""

    def run(self, wanted: list[str], fed: Mapping[str, Floats], /) -> list[Floats]:
        """Return the outputs named `wanted` for the inputs `fed`."""
        ...


def node(operator: str, inputs: Sequence[str], outputs: Sequence[str], **settings: float) -> bytes:
    """Return one step of a network: an operator, what goes in and what comes out."""
    named = b"".join(_field(1, name) for name in inputs) + b"".join(_field(2, name) for name in outputs)
    return named + _field(4, operator) + b"".join(_field(5, _setting(*item)) for item in settings.items())


def weights(name: str, values: Array) -> bytes:
    """Return the values of one matrix, vector or list of numbers of a network."""
    shape = b"".join(_field(1, size) for size in values.shape)
    content = np.ascontiguousarray(values).tobytes()
    return shape + _field(2, _NUMBERS[values.dtype.name]) + _field(8, name) + _field(9, content)


def model(
    nodes: Sequence[bytes],
    held: Sequence[bytes],
    inputs: Mapping[str, tuple[int | str, ...]],
    outputs: Mapping[str, tuple[int | str, ...]],
) -> bytes:
    """Return an ONNX model of `nodes` with the weights `held`; the shapes are of float32, a string for any size."""
    graph = b"".join(_field(1, step) for step in nodes) + _field(2, "g")
    graph += b"".join(_field(5, one) for one in held)
    graph += b"".join(_field(11, _value(*item)) for item in inputs.items())
    graph += b"".join(_field(12, _value(*item)) for item in outputs.items())
    form, operators = _VERSIONS
    return _field(1, form) + _field(7, graph) + _field(8, _field(1, "") + _field(2, operators))


def start_session(content: bytes) -> Session:
    """Return a model ready to run on one thread, so that it gives the same in any number of processes."""
    import onnxruntime  # type: ignore[import-untyped]  # pyright: ignore[reportMissingTypeStubs]

    runtime: Any = onnxruntime
    options = runtime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # it would keep some 20 MB a network, and saves no time
    session: Session = runtime.InferenceSession(content, options, providers=["CPUExecutionProvider"])
    return session


def _field(number: int, payload: bytes | str | float) -> bytes:
    """Return one field: whole numbers as such, a fraction in four bytes, all else with its length."""
    if isinstance(payload, int):
        return _whole(number << 3) + _whole(payload & _SIXTY_FOUR_BITS)
    if isinstance(payload, float):
        return _whole(number << 3 | 5) + struct.pack("<f", payload)
    content = payload.encode() if isinstance(payload, str) else payload
    return _whole(number << 3 | 2) + _whole(len(content)) + content


def _whole(number: int) -> bytes:
    """Return a number in as many bytes as it needs, seven bits each."""
    found = bytearray()
    while number >= _HIGH:
        found.append(number & (_HIGH - 1) | _HIGH)
        number >>= 7
    return bytes([*found, number])


def _setting(name: str, value: float) -> bytes:
    is_float = isinstance(value, float)
    return _field(1, name) + _field(2 if is_float else 3, value) + _field(20, _FLOAT if is_float else _INT)


def _value(name: str, shape: tuple[int | str, ...]) -> bytes:
    sizes = b"".join(_field(1, _field(1 if isinstance(size, int) else 2, size)) for size in shape)
    kind = _field(1, _NUMBERS["float32"]) + _field(2, sizes)
    return _field(1, name) + _field(2, _field(1, kind))
