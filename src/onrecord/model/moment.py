"""Time as precise as the evidence allows, and what it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from onrecord.model.span import Span


class Basis(StrEnum):
    """What a moment rests on."""

    GIVEN = "given"
    STATED = "stated"
    DATELINE = "dateline"
    RELATIVE = "relative"
    CORROBORATED = "corroborated"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Evidence:
    """Characters of a report that something rests on."""

    report_id: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A day, a set of days or an interval (both ends inclusive), never the clock's and never the file's.

    ``earliest == latest`` is a known day; ``None`` is an open end; `candidates` are the possible days when
    only some between the ends fit. `facts` are the ids of the facts from outside that it rests on beside `evidence`.
    """

    earliest: date | None
    latest: date | None
    basis: Basis
    why: str
    candidates: tuple[date, ...] | None = None
    evidence: tuple[Evidence, ...] = ()
    facts: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.earliest and self.latest and self.earliest > self.latest:
            raise ValueError(f"a moment cannot end before it starts: {self.earliest} > {self.latest}")
