"""What all reports of a pile share: entities, events, lineages, statements and where they diverge."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.model.ids import divergence_id

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.annotation import Kind
    from onrecord.model.moment import Evidence, Moment
    from onrecord.model.problem import Problem
    from onrecord.model.span import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """An office or description that reports give to an entity."""

    title: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, body or group that speaks: chains of several reports resolved to one.

    `merges` explains in a sentence each why chains were taken as one.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    kind: Kind
    roles: tuple[Role, ...]
    chain_ids: tuple[str, ...]
    merges: tuple[str, ...] = ()


class Relation(StrEnum):
    """How a variant's wording stands to the base of its statement."""

    BASE = "base"
    VERBATIM = "verbatim"
    CUT = "cut"
    EXTENDED = "extended"
    TRANSLATION = "translation"
    PARAPHRASE = "paraphrase"


class Change(StrEnum):
    """What a difference does to the base wording."""

    REPLACED = "replaced"
    ADDED = "added"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One readable difference: ranges of the base's and of the variant's `text` (None where one has nothing)."""

    kind: Change
    base: Span | None
    variant: Span | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Variant:
    """One wording of a statement. `text` joins the content's ranges by one space."""

    attribution_ids: tuple[str, ...]
    text: str
    relation: Relation
    differences: tuple[Difference, ...]
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Corroboration:
    """How many reports, and how many independent lineages, carry a statement."""

    reports: int
    lineages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What was said on one occasion, however worded. The first variant is the base."""

    id: str
    speaker_ids: tuple[str, ...]
    event_id: str | None
    said: Moment | None
    variants: tuple[Variant, ...]
    corroboration: Corroboration


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One happening and the reports whose news it is."""

    id: str
    what: str
    where: str | None
    date: Moment | None
    report_ids: tuple[str, ...]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """Events chained by shared actors and matter, in order of time where it is known."""

    id: str
    title: str
    event_ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Copied text: `source` stands in the origin (None when the origin is not in the pile), `copy` in the copy."""

    source: Evidence | None
    copy: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Lineage:
    """Two or more reports (or one and a credited origin outside the pile) that descend from one text.

    `origin` is None unless evidence gives a direction; `credit` is the acknowledged outlet.
    """

    id: str
    report_ids: tuple[str, ...]
    origin: str | None
    credit: str | None
    evidence: tuple[Evidence, ...]
    passages: tuple[Passage, ...]


class Slot(StrEnum):
    """What kind of plain fact two reports give differently."""

    NUMBER = "number"
    DATE = "date"
    PLACE = "place"
    NAME = "name"
    BODY = "body"
    NEGATION = "negation"
    MODALITY = "modality"


@dataclass(frozen=True, slots=True, kw_only=True)
class Divergence:
    """Two reports of one event or statement give one slot different fillers. No side is taken."""

    slot: Slot
    between: tuple[Evidence, Evidence]
    note: str

    @property
    def id(self) -> str:
        """The id, from the slot and the two places."""
        return divergence_id(self.slot.value, ((place.report_id, place.span) for place in self.between))


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """All that the link stage found over a pile. Every sequence is sorted by id or by place."""

    entities: tuple[Entity, ...] = ()
    events: tuple[Event, ...] = ()
    stories: tuple[Story, ...] = ()
    lineages: tuple[Lineage, ...] = ()
    statements: tuple[Statement, ...] = ()
    divergences: tuple[Divergence, ...] = ()
    problems: tuple[Problem, ...] = ()
    report_dates: Mapping[str, Moment] = field(default_factory=dict[str, "Moment"])
    """The day each report was published, by report id; absent: unknown."""

    def entity_by_chain(self) -> dict[str, str]:
        """Return the entity id of every chain id."""
        return {chain_id: entity.id for entity in self.entities for chain_id in entity.chain_ids}
