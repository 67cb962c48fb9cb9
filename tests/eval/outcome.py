"""What one evaluation found: figures, the cases it got right, and a digest of the data it saw."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The figures of one set. `right` names the cases read rightly, so that gains and losses can be told."""

    figures: Mapping[str, float]
    digest: str
    right: frozenset[str] = field(default_factory=frozenset[str])


def digest_of(paths: Iterable[Path]) -> str:
    """Return a digest of the bytes of `paths`, so that a floor is known to hold for this data only."""
    hashed = hashlib.sha256()
    for path in sorted(paths):
        hashed.update(path.read_bytes())
        hashed.update(b"\0")
    return hashed.hexdigest()[:16]
