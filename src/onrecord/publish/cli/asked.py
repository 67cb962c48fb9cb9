"""What a user asks of a record, and the part of the record that answers it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.model.attribution import Level
from onrecord.publish.page.pile import Pile, pile_of

if TYPE_CHECKING:
    from datetime import date

    from onrecord.model.attribution import Manner, Reading
    from onrecord.model.problem import Problem
    from onrecord.model.statement import Entity, Event, Statement
    from onrecord.record import Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Filters as the user gave them; None asks for any. `level` is how far down the record itself was opened."""

    speaker: str | None = None
    outlet: str | None = None
    since: date | None = None
    until: date | None = None
    manner: Manner | None = None
    event: str | None = None
    level: Level = Level.POSSIBLE

    @property
    def narrows(self) -> bool:
        """Whether anything is asked for at all."""
        return any((self.speaker, self.outlet, self.since, self.until, self.manner, self.event))

    @property
    def leaves_out(self) -> bool:
        """Whether a filter or a level keeps anything of the record from being shown."""
        return self.narrows or self.level is not Level.POSSIBLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What fits: statements best corroborated first, everything else in reading order."""

    pile: Pile
    statements: tuple[Statement, ...]
    events: tuple[Event, ...]
    reports: tuple[Reading, ...]
    speakers: tuple[Entity, ...]
    problems: tuple[Problem, ...]
    asked: Asked
    record: Record

    def statement(self, wanted: str) -> Statement:
        """Return the statement with that number (S3), that id, today's or an older one, or the start of one.

        Raises:
            RecordError: when there is none, or when the start fits several.
        """
        by_id = {statement.id: statement for statement in self.pile.statements}
        for statement in self.pile.statements:
            if wanted.casefold() == self.pile.numbers[statement.id].casefold():
                return statement
        starting = [statement_id for statement_id in by_id if statement_id.startswith(wanted)]
        if len(starting) == 1:
            return by_id[starting[0]]
        if starting and wanted not in by_id:
            raise RecordError(f"{wanted!r} begins the ids of {len(starting)} statements; give more of the id")
        if not starting:
            self.pile.refuse_number(wanted)
        return by_id[self.record.statement(wanted).id]


def find_answer(record: Record, asked: Asked) -> Answer:
    """Find the part of `record` that fits `asked`.

    Raises:
        RecordError: when an event is asked for that the record does not hold.
    """
    pile = pile_of(record.contents())
    if asked.narrows:
        statements, attributions = _find_wanted(record, pile, asked)
    else:
        statements, attributions = pile.statements, frozenset(pile.attributions_by_id)
    speaking = {entity_id for statement in statements for entity_id in statement.speaker_ids}
    happened = {statement.event_id for statement in statements}
    telling = {pile.attributions_by_id[one].report_id for one in attributions}
    return Answer(
        pile=pile,
        statements=statements,
        events=tuple(event for event in pile.events if not asked.narrows or event.id in happened),
        reports=tuple(one for one in pile.reports if not asked.narrows or one.report.id in telling),
        speakers=tuple(
            entity for entity in pile.contents.linked.entities if not asked.narrows or entity.id in speaking
        ),
        problems=record.problems(),
        asked=asked,
        record=record,
    )


def _find_wanted(record: Record, pile: Pile, asked: Asked) -> tuple[tuple[Statement, ...], frozenset[str]]:
    event = next(
        (one.id for one in pile.events if pile.numbers[one.id].casefold() == (asked.event or "").casefold()),
        asked.event,
    )
    found = record.attributions(
        speaker=asked.speaker,
        outlet=asked.outlet,
        since=asked.since,
        until=asked.until,
        manner=asked.manner,
        event=event,
    )
    attributions = frozenset(one.id for one in found)
    wanted = {
        pile.statements_by_attribution[one].id
        for one in attributions
        if one in pile.statements_by_attribution
    }
    return tuple(one for one in pile.statements if one.id in wanted), attributions
