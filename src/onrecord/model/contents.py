"""Everything one record holds, as values: what is written to a file and read back from it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.attribution import Reading
    from onrecord.model.correction import Correction
    from onrecord.model.fact import Fact
    from onrecord.model.problem import Problem
    from onrecord.model.report import Capture
    from onrecord.model.statement import Linked


LIMITED_TO = "level"
"""Under this name the settings of limited contents hold their level, so that no reader takes them for the whole."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ModelCard:
    """A language model that a record was made with."""

    name: str
    version: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeWith:
    """What a record was made with: the program, its settings and models; never a clock or a machine.

    `facts` are those that a day of the record rests on, by id; `given` all those that its user handed in, used or not:
    a report added later may need them.
    """

    onrecord: str
    settings: Mapping[str, str]
    models: tuple[ModelCard, ...]
    years: tuple[int, int]
    facts: tuple[Fact, ...] = ()
    given: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """A whole record. `readings` and `captures` are sorted by report id; each report has one capture.

    `problems` are those of places that gave no report; a report's own problems stand in its reading. `corrections` are what
    persons said, oldest first; the readings are as they would have them. `kept` is what linking may use again when more reports
    come, bytes by name: no part of what the record says, and empty where it is not asked for.
    """

    made_with: MadeWith
    captures: tuple[Capture, ...]
    readings: tuple[Reading, ...]
    linked: Linked
    problems: tuple[Problem, ...] = ()
    corrections: tuple[Correction, ...] = ()
    kept: Mapping[str, bytes] = field(default_factory=dict[str, bytes], compare=False, repr=False)
