"""What is kept of the search for copies as bytes, and back: a value for each wording, one for all pairs."""

from __future__ import annotations

import json
import zlib
from typing import TYPE_CHECKING, Any

from onrecord.link.copies.kept import NUMBER, KeptCopies, KeptWording
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.link.copies.kept import Shared

_SIZE = 4
"""Bytes that tell how many follow."""


def encode_wording(found: KeptWording) -> bytes:
    """Return a wording as bytes."""
    told = [[*stretch, count] for stretch, count in zip(found.stretches, found.counts, strict=True)]
    head = json.dumps(told, separators=(",", ":")).encode()
    return len(head).to_bytes(_SIZE) + head + found.numbers


def decode_wording(value: bytes) -> KeptWording:
    """Return the wording that these bytes hold.

    Raises:
        ValueError: when they hold none; TypeError as well.
    """
    size = _SIZE + int.from_bytes(value[:_SIZE])
    told = json.loads(value[_SIZE:size])
    numbers = value[size:]
    counts = tuple([count for _, _, _, count in told])
    if sum(counts) * NUMBER.itemsize != len(numbers):
        raise ValueError("a wording has other words than it tells")
    return KeptWording(tuple([(start, end, kind) for start, end, kind, _ in told]), counts, numbers)


def encode_compared(found: KeptCopies) -> bytes:
    """Return what is stock and what came of all pairs as bytes; wordings have values of their own."""
    ids = sorted({key for pair in found.compared for key in pair} | found.stock.keys())
    places = {key: place for place, key in enumerate(ids)}
    told = [
        ids,
        {key: mask.hex() for key, mask in sorted(found.stock.items())},
        [
            [places[first], places[second], *_values_of(shared)]
            for (first, second), shared in sorted(found.compared.items(), key=lambda item: item[0])
        ],
    ]
    return zlib.compress(json.dumps(told, separators=(",", ":")).encode(), 1)


def decode_compared(value: bytes, wordings: Mapping[str, KeptWording]) -> KeptCopies:
    """Return what was kept.

    Args:
        value: as of `encode_compared`.
        wordings: by report id.

    Raises:
        ValueError: when the bytes do not hold that; TypeError, IndexError and zlib.error as well.
    """
    ids, stock, told = json.loads(zlib.decompress(value))
    if not wordings.keys() >= set(ids):
        raise ValueError("a pair is of a report that has no wording")
    return KeptCopies(
        wordings=wordings,
        stock={key: bytes.fromhex(mask) for key, mask in stock.items()},
        compared={
            (ids[first], ids[second]): _shared_of(share, passages) for first, second, share, passages in told
        },
    )


def _values_of(shared: Shared | None) -> tuple[Any, ...]:
    if shared is None:
        return None, ()
    passages, share = shared
    return share, [(*here, *there) for here, there in passages]


def _shared_of(share: float | None, passages: Sequence[tuple[int, int, int, int]]) -> Shared | None:
    if share is None:
        return None
    return tuple([(Span(a, b), Span(c, d)) for a, b, c, d in passages]), share
