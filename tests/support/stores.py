"""Places for records in either kind of store."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

import pytest

from support.postgresql import find_programs

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("sqlite", "postgresql")
_numbers = count(1)


@dataclass
class Places:
    """Places in one kind of store, all of them new. `address` is the start of those in PostgreSQL."""

    kind: str
    folder: Path
    address: str = ""
    _given: dict[str, str] = field(default_factory=dict[str, str])

    def at(self, name: str = "ferry.db") -> Path | str:
        """Return the place of that name, always the same."""
        if self.kind == "sqlite":
            return self.folder / name
        schema = self._given.setdefault(name, f"test_{next(_numbers)}")
        return f"{self.address}&schema={schema}"

    def payload(self, digits: str) -> str:
        """Return the SQL for bytes of these hexadecimal digits."""
        return f"x'{digits}'" if self.kind == "sqlite" else rf"'\x{digits}'::bytea"


def places_of(request: pytest.FixtureRequest, folder: Path, kind: str) -> Places:
    """Return places of that kind; a test that needs PostgreSQL skips where its programs are not."""
    if kind == "sqlite":
        return Places(kind, folder)
    if find_programs() is None:
        pytest.skip("no programs of a PostgreSQL server are on this machine")
    return Places(kind, folder, request.getfixturevalue("postgresql"))
