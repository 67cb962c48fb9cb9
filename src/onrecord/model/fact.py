"""A fact from outside the pile: who held which office when, when a thing began, what else a name is written as."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

ALSO_CALLED = "also called"
"""The relation of a name to another form of it."""
BEGAN = "began"
"""The relation of a happening or a name to its first day: no report that speaks of it is older."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fact:
    """One row of a table of facts: `subject` was `relation` of `object` from `first` to `last`.

    Both days are included and None where the end is open or not told. `source` is where it can be looked up. The id comes from
    the six values alone, so that a row keeps it wherever it stands.
    """

    id: str
    subject: str
    relation: str
    object: str
    first: date | None
    last: date | None
    source: str

    def __post_init__(self) -> None:
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"a fact cannot end before it starts: {self.first} > {self.last}")
