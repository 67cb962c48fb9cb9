"""Who spoke: each speaker's statements in order of time, and the table of who said something at which event."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.annotation import Kind
from onrecord.publish.page.citations import LONGEST, Citation, citations
from onrecord.publish.page.pieces import cut_text
from onrecord.publish.page.statements import carried_words, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.statement import Entity, Event, Statement
    from onrecord.publish.page.pile import Pile

UNKNOWN_ANCHOR = "unknown-speaker"
KINDS = {
    Kind.PERSON: "person",
    Kind.BODY: "body",
    Kind.GROUP: "group",
    Kind.PLACE: "place",
    Kind.UNKNOWN: "kind not known",
}
WIDEST_TABLE = 24
"""A table of more events than this cannot be read; the speakers' own lists tell the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement in a speaker's list; `text` is its base wording, its first words where it is long; `credit` stands before it."""

    statement: Statement
    number: str
    credit: str
    text: str
    when: str
    carried: str
    language: str | None
    direction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a speaker said at one event, or (event None) at none in particular."""

    anchor: str
    event: Event | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaker:
    """One speaker with every statement; `entity` None gathers the words of unknown speakers."""

    anchor: str
    entity: Entity | None
    kind: str
    roles: tuple[tuple[str, tuple[Citation, ...]], ...]
    occasions: tuple[Occasion, ...]

    @property
    def statements(self) -> int:
        """How many statements the speaker made."""
        return sum(len(occasion.said) for occasion in self.occasions)


def speakers(pile: Pile) -> tuple[Speaker, ...]:
    """Return all speakers, those with most statements first; unknown speakers come last."""
    by_entity: dict[str | None, list[Statement]] = defaultdict(list)
    for statement in sorted(pile.statements, key=pile.when):
        for entity_id in statement.speaker_ids or (None,):
            by_entity[entity_id].append(statement)
    found = [
        Speaker(
            anchor=entity.id,
            entity=entity,
            kind=KINDS[entity.kind],
            roles=tuple((role.title, citations(pile, role.evidence)) for role in entity.roles),
            occasions=_occasions(pile, entity.id, by_entity[entity.id]),
        )
        for entity in pile.contents.linked.entities
        if by_entity[entity.id]
    ]
    found.sort(key=lambda one: (-one.statements, one.entity.name if one.entity else "", one.anchor))
    if by_entity[None]:
        found.append(
            Speaker(
                anchor=UNKNOWN_ANCHOR,
                entity=None,
                kind="no source could be told",
                roles=(),
                occasions=_occasions(pile, UNKNOWN_ANCHOR, by_entity[None]),
            )
        )
    return tuple(found)


def _occasions(pile: Pile, anchor: str, statements: Sequence[Statement]) -> tuple[Occasion, ...]:
    by_event: dict[str | None, list[Said]] = defaultdict(list)
    for statement in statements:
        by_event[statement.event_id].append(_said(pile, statement))
    return tuple(
        Occasion(
            anchor=occasion_anchor(anchor, event_id),
            event=pile.events_by_id.get(event_id or ""),
            said=tuple(said),
        )
        for event_id, said in by_event.items()
    )


def occasion_anchor(speaker_anchor: str, event_id: str | None) -> str:
    """Return the id under which the page lists what a speaker said at an event."""
    return f"{speaker_anchor}-{event_id or 'no-event'}"


def _said(pile: Pile, statement: Statement) -> Said:
    base = wording(pile, statement.variants[0], statement.variants[0].text)
    text = cut_text(base.runs, LONGEST)
    return Said(
        statement=statement,
        number=pile.numbers[statement.id],
        credit=base.credit,
        text=text,
        when=pile.said_words(statement),
        carried=carried_words(statement),
        language=base.language,
        direction=base.direction,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """What one speaker said at one event: how many statements, and where they are listed."""

    anchor: str
    statements: int
    independent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """Speakers by events. `rows` pair a speaker with a cell, or None, for each of `events`."""

    events: tuple[Event | None, ...]
    rows: tuple[tuple[Speaker, tuple[Cell | None, ...]], ...]


def who_said_what(pile: Pile, everyone: Sequence[Speaker]) -> Table | None:
    """Return the table of speakers by events, or None when it would be too wide to read."""
    events: list[Event | None] = list(pile.events)
    talking = [speaker for speaker in everyone if speaker.occasions]
    if any(occasion.event is None for speaker in talking for occasion in speaker.occasions):
        events.append(None)
    if not talking or len(events) > WIDEST_TABLE:
        return None
    return Table(
        events=tuple(events),
        rows=tuple((speaker, tuple(_cell(speaker, event) for event in events)) for speaker in talking),
    )


def _cell(speaker: Speaker, event: Event | None) -> Cell | None:
    for occasion in speaker.occasions:
        if occasion.event is event:
            return Cell(
                anchor=occasion.anchor,
                statements=len(occasion.said),
                independent=max(said.statement.corroboration.lineages for said in occasion.said),
            )
    return None
