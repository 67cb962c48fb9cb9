"""What a person says is otherwise than the program found: kept apart from it, and replayed over every build.

A correction holds to a report's content and to exact words of it, never to a row or a group, so it outlives a rebuild, a
change of the program and a copy of the file; where those words are gone it is an orphan, and is never moved to others.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from onrecord.model.ids import digest

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from onrecord.model.moment import Moment
    from onrecord.model.span import Span


RULE_OF_PERSONS: Final = "person."
"""Starts the rule of each judgement that rests on a person's word."""


class CorrectionKind(StrEnum):
    """What is said to be otherwise."""

    ACCEPT = "accept"
    """The attribution is right as it stands."""
    NOT_SPEECH = "not-speech"
    """These words are nobody's speech."""
    SPEAKER = "speaker"
    """The words are those of the names given; of nobody known, where none is."""
    SAME_NAME = "same-name"
    """Two names are one person or body."""
    OTHER_NAME = "other-name"
    """Two names are two."""
    SAME_STATEMENT = "same-statement"
    """Two attributions render one statement."""
    OTHER_STATEMENT = "other-statement"
    """They render two."""
    DATE = "date"
    """A report was published, or words were said, on this day or within these days."""
    COPY = "copy"
    """The first report is a copy of the second."""
    UNDO = "undo"
    """An earlier correction holds no longer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """Exact words of a report, or with no spans the whole report.

    `spans` are half-open code points of its text, sorted; `exact` are the characters of each.
    """

    report_id: str
    spans: tuple[Span, ...] = ()
    exact: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if len(self.spans) != len(self.exact):
            raise ValueError(f"{len(self.spans)} spans, but the words of {len(self.exact)}")

    def as_members(self) -> dict[str, object]:
        """Return the anchor as JSON has it, in files and in a record: report, content and exact words."""
        content = [[span.start, span.end] for span in self.spans]
        return {"report": self.report_id, "content": content, "exact": list(self.exact)}

    def holds(self, text: str) -> bool:
        """Tell whether the words stand in `text` at their place."""
        return all(
            span.end <= len(text) and span.of(text) == words
            for span, words in zip(self.spans, self.exact, strict=True)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing that one person (`by`) said; `note` is why.

    `names` are the speakers, or the two names; `days` the first and last day, both inclusive; `undoes` the id of the
    correction that is taken back.
    """

    kind: CorrectionKind
    anchors: tuple[Anchor, ...] = ()
    names: tuple[str, ...] = ()
    days: tuple[date, date] | None = None
    undoes: str | None = None
    by: str | None = None
    note: str | None = None

    @property
    def id(self) -> str:
        """The id, from all that it says."""
        parts = [self.kind.value, *(day.isoformat() for day in self.days or ()), *self.names]
        for anchor in self.anchors:
            parts += [anchor.report_id, *(f"{span.start}-{span.end}" for span in anchor.spans), *anchor.exact]
        return "k" + digest(*parts, self.undoes or "", self.by or "", self.note or "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Orphan:
    """A correction that holds to nothing in the pile, and why."""

    correction: Correction
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What corrections ask of the link stage; names as they are given, attributions and reports by id.

    `said` gives the day of the statement that holds an attribution. Of a pair of `copies` the first report is the copy.
    """

    same_names: tuple[tuple[str, str], ...] = ()
    other_names: tuple[tuple[str, str], ...] = ()
    same_statements: tuple[tuple[str, str], ...] = ()
    other_statements: tuple[tuple[str, str], ...] = ()
    said: Mapping[str, Moment] = field(default_factory=dict[str, "Moment"])
    copies: tuple[tuple[str, str], ...] = ()
