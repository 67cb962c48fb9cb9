"""One report's word that somebody said something."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.annotation import Annotations, Chain, Timex
    from onrecord.model.problem import Problem
    from onrecord.model.report import Report
    from onrecord.model.span import Span


class Manner(StrEnum):
    """How a report gives somebody's words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"
    UNMARKED = "unmarked"
    CARRIED = "carried"


class Act(StrEnum):
    """What somebody did with the words."""

    ASSERTION = "assertion"
    REQUEST = "request"
    BELIEF = "belief"
    INTENTION = "intention"


class Level(StrEnum):
    """How sure a reading is."""

    CERTAIN = "certain"
    LIKELY = "likely"
    POSSIBLE = "possible"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """Which rule decided, on which characters of the report, and how sure it is."""

    rule: str
    because: tuple[Span, ...]
    level: Level


@dataclass(frozen=True, slots=True, kw_only=True)
class Attribution:
    """Words or thoughts that a report credits to a source by a cue, by quotation marks or by layout.

    `content` has several spans where it is discontinuous; quotation marks at its ends and a leading "that" are
    outside. `quoted` are the parts of content between quotation marks: only these may be shown as quotations.
    `speakers` are ids of chains of the same report; none means unknown.
    """

    id: str
    report_id: str
    content: tuple[Span, ...]
    quoted: tuple[Span, ...]
    manner: Manner
    act: Act
    cue: Span | None
    source: Span | None
    speakers: tuple[str, ...]
    judgement: Judgement

    def __post_init__(self) -> None:
        if not self.content:
            raise ValueError(f"attribution {self.id} has no content")


@dataclass(frozen=True, slots=True, kw_only=True)
class Attributed:
    """What the attribute stage found in one report.

    `chains` are those of the annotations, extended by the phrases that turned out to be sources: a role with
    no name ("the harbour master"), a group ("residents"), a pronoun resolved to the chain it continues.
    """

    attributions: tuple[Attribution, ...]
    chains: tuple[Chain, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One report and all that was read in it, without the parse: what the link stage sees."""

    report: Report
    chains: tuple[Chain, ...]
    timexes: tuple[Timex, ...]
    sentences: tuple[Span, ...]
    attributions: tuple[Attribution, ...]
    problems: tuple[Problem, ...] = ()

    @classmethod
    def of(
        cls,
        report: Report,
        annotations: Annotations,
        attributed: Attributed,
        problems: tuple[Problem, ...],
    ) -> Reading:
        """Gather what was read in one report, leaving its tokens behind."""
        return cls(
            report=report,
            chains=attributed.chains,
            timexes=annotations.timexes,
            sentences=tuple(sentence.span for sentence in annotations.sentences),
            attributions=attributed.attributions,
            problems=problems,
        )
