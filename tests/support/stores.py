"""Places for records in either kind of store."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import TYPE_CHECKING

import pytest

from onrecord.record.stores.file import VERSION
from onrecord.record.stores.postgresql_shape import find_misshapen
from onrecord.record.stores.store import store_of
from support.postgresql import find_programs

if TYPE_CHECKING:
    from pathlib import Path

KINDS = ("sqlite", "postgresql")
_numbers = count(1)
_written_before: list[str] = []
"""Schemas with a record of an earlier test."""


@dataclass
class Places:
    """Places in one kind of store, all of them new. `address` is the start of those in PostgreSQL."""

    kind: str
    folder: Path
    address: str = ""
    _given: dict[str, str] = field(default_factory=dict[str, str])
    _written: set[str] = field(default_factory=set[str])

    def at(self, name: str = "ferry.db") -> Path | str:
        """Return the place of that name, always the same."""
        if self.kind == "sqlite":
            return self.folder / name
        schema = self._given.setdefault(name, f"test_{next(_numbers)}")
        return f"{self.address}&schema={schema}"

    def written_over(self, name: str) -> Path | str:
        """Return the place of that name, for a record that replaces whatever stands there: one of an earlier test may."""
        if self.kind == "postgresql" and name not in self._given and _written_before:
            self._given[name] = _written_before.pop()
            self._written.add(name)
        elif name not in self._given:
            self._written.add(name)
        return self.at(name)

    def give_back(self) -> None:
        """Let later tests write over what this one wrote, where its tables are as they were made.

        Making the tables of a record takes the server longer than anything else, and each of them is a file.
        """
        for name in sorted(self._written & self._given.keys()):
            store = store_of(self.at(name))
            if store.version() != VERSION:
                continue
            with store.open().connect() as connection:
                if not list(find_misshapen(connection)):
                    _written_before.append(self._given[name])

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
