"""What rows a list shall hold, as conditions of SQL: one place for every filter of every list.

Conditions are on the ids of statements or of reports, so that each list can take them as a query within its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import func, select

from onrecord.errors import UnknownIdError
from onrecord.model.attribution import Level
from onrecord.record.outline.resolve import refusal, resolve_id
from onrecord.record.rows import schema
from onrecord.record.rows.fetch import among, rows_among
from onrecord.record.rows.wanted import named_so, owners_within, read_entity_names, read_outlet_names

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from sqlalchemy import ColumnElement, Connection, Select

    from onrecord.model.listing import Asked
    from onrecord.record.rows.wanted import Names

    Once = Callable[[str, Callable[[], Names]], Names]

_ID = re.compile(r"[a-z][0-9a-f]{20}\Z")
TABLES = {
    "s": schema.statements,
    "r": schema.reports,
    "p": schema.entities,
    "e": schema.events,
    "l": schema.lineages,
}
_SUREST_FIRST = tuple(Level)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, in terms of the record: names resolved to ids. None asks for any; an empty tuple is fitted by nothing."""

    asked: Asked
    entity_ids: tuple[str, ...] | None
    outlet_ids: tuple[str, ...] | None
    event_ids: tuple[str, ...] | None

    @property
    def of_attributions(self) -> bool:
        """Whether anything is asked of single attributions."""
        asked = self.asked
        named = (self.entity_ids, self.outlet_ids, asked.manner, asked.level)
        return any(one is not None for one in named)

    @property
    def of_carried(self) -> bool:
        """Whether anything is asked of statements that carry no words, days or events of their own."""
        return self.of_attributions or self.asked.unknown or self.asked.independent > 0

    def of_statements_alone(self) -> Question:
        """Return the question without events and days, which may be those of other things than statements."""
        return replace(self.without_days(), event_ids=None)

    def without_days(self) -> Question:
        """Return the question without days."""
        return replace(self, asked=replace(self.asked, since=None, until=None))


def question_of(connection: Connection, asked: Asked, *, once: Once | None = None) -> Question:
    """Resolve the names and older ids of `asked`; `once` remembers the names of the record.

    Raises:
        RecordError: when there is no such event or story.
    """
    remembering = once or _anew
    entity_ids = None
    if asked.speaker is not None and not asked.unknown:
        entity_ids = _entity_ids(connection, asked.speaker, remembering)
    outlet_ids = None
    if asked.outlet is not None:
        names = remembering("names of outlets", lambda: read_outlet_names(connection))
        outlet_ids = tuple(named_so(names, asked.outlet))
    return Question(asked, entity_ids, outlet_ids, _event_ids(connection, asked))


def _anew(question: str, find: Callable[[], Names]) -> Names:
    del question
    return find()


def _entity_ids(connection: Connection, speaker: str, once: Once) -> tuple[str, ...]:
    if speaker.startswith("p") and _ID.match(speaker):
        try:
            return (resolve_id(connection, speaker),)
        except UnknownIdError:
            return ()
    return tuple(named_so(once("names of entities", lambda: read_entity_names(connection)), speaker))


def _event_ids(connection: Connection, asked: Asked) -> tuple[str, ...] | None:
    event = None if asked.event is None else own_id(connection, "e", asked.event)
    if asked.story is None:
        return None if event is None else (event,)
    member = schema.story_events.c
    query = select(member.event_id).where(member.story_id == own_id(connection, "t", asked.story))
    events = tuple(connection.scalars(query.order_by(member.place)))
    return events if event is None else tuple(one for one in events if one == event)


def own_id(connection: Connection, letter: str, wanted: str) -> str:
    """Return today's id of what has, or had, the id `wanted`, which must be of the kind of `letter`.

    Raises:
        RecordError: when it is of another kind, or nothing has it.
    """
    if not wanted.startswith(letter):
        raise refusal(letter, wanted)
    return resolve_id(connection, wanted)


def find_todays(connection: Connection, letter: str, wanted: Sequence[str]) -> tuple[str, ...]:
    """Return today's ids of what has, or had, these ids, each once, in their order.

    Raises:
        RecordError: when one is of another kind, or nothing has it.
    """
    known = {row[0] for row in rows_among(connection, _todays_query(letter), wanted)}
    return tuple(dict.fromkeys(one if one in known else own_id(connection, letter, one) for one in wanted))


@cache
def _todays_query(letter: str) -> Select[Any]:
    own = TABLES[letter].c.id
    return select(own).where(among(own))


def fitting_attributions(question: Question, column: ColumnElement[Any]) -> Select[Any]:
    """Return a query for `column` of the attributions (joined with their statements' members) that fit."""
    attribution, member = schema.attributions.c, schema.variant_attributions.c
    joined = schema.attributions.join(schema.variant_attributions, member.attribution_id == attribution.id)
    return select(column).select_from(joined).where(*_of_attributions(question))


def _of_attributions(question: Question) -> list[ColumnElement[bool]]:
    asked, attribution = question.asked, schema.attributions.c
    conditions: list[ColumnElement[bool]] = []
    speaker, chain = schema.attribution_speakers.c, schema.entity_chains.c
    credited = select(speaker.attribution_id).join(schema.entity_chains, chain.chain_id == speaker.chain_id)
    if question.entity_ids is not None:
        conditions.append(attribution.id.in_(credited.where(chain.entity_id.in_(question.entity_ids))))
    if question.outlet_ids is not None:
        report = schema.reports.c
        published = select(report.id).where(report.outlet_id.in_(question.outlet_ids))
        conditions.append(attribution.report_id.in_(published))
    if asked.manner is not None:
        conditions.append(attribution.manner == asked.manner.value)
    if asked.level is not None:
        sure = _SUREST_FIRST[: _SUREST_FIRST.index(asked.level) + 1]
        conditions.append(attribution.level.in_([level.value for level in sure]))
    return conditions


def of_statements(question: Question) -> list[ColumnElement[bool]]:
    """Return what must be true of rows of `statements`, but for words and days."""
    statement = schema.statements.c
    conditions: list[ColumnElement[bool]] = []
    if question.event_ids is not None:
        conditions.append(statement.event_id.in_(question.event_ids))
    conditions += _of_themselves(question)
    if question.of_attributions:
        members = fitting_attributions(question, schema.variant_attributions.c.statement_id)
        conditions.append(statement.id.in_(members))
    return conditions


def _of_themselves(question: Question) -> list[ColumnElement[bool]]:
    statement = schema.statements.c
    conditions: list[ColumnElement[bool]] = []
    if question.asked.independent > 0:
        conditions.append(statement.lineages >= question.asked.independent)
    if question.asked.unknown:
        # Rows of its own: who asks for speakers looks through these, too.
        speaker = schema.statement_speakers.alias().c
        conditions.append(~select(speaker.place).where(speaker.statement_id == statement.id).exists())
    return conditions


def of_days(
    question: Question, column: ColumnElement[Any], kind: str, part: str
) -> list[ColumnElement[bool]]:
    """Return what must be true of `column`, the ids of things of that kind, for their moment to lie within the days asked for."""
    asked = question.asked
    if asked.since is None and asked.until is None:
        return []
    return [column.in_(owners_within(kind, part, asked.since, asked.until))]


def of_reports(question: Question) -> list[ColumnElement[bool]]:
    """Return what must be true of rows of `reports`, but for words."""
    report, attribution = schema.reports.c, schema.attributions.c
    conditions = of_days(question, report.id, "report", "published")
    if question.outlet_ids is not None:
        conditions.append(report.outlet_id.in_(question.outlet_ids))
    if question.event_ids is not None:
        member = schema.event_reports.c
        conditions.append(
            report.id.in_(select(member.report_id).where(member.event_id.in_(question.event_ids)))
        )
    said_by = replace(question, outlet_ids=None)
    if said_by.of_carried:
        said = fitting_attributions(said_by, attribution.report_id)
        if themselves := _of_themselves(question):
            carried = select(schema.statements.c.id).where(*themselves)
            said = said.where(schema.variant_attributions.c.statement_id.in_(carried))
        conditions.append(report.id.in_(said))
    return conditions


def time_order(table: Any) -> tuple[ColumnElement[Any], ...]:
    """Return an order by the moments joined as `table`: first possible day, then last, what has none at the end."""
    moment = table.c
    day = func.coalesce(moment.earliest, moment.latest)
    return day.is_(None), day, func.coalesce(moment.latest, "9999-12-31")
