"""What part of a record an export is of: all of it, or one statement, event, story or speaker."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.publish.export.credited import credited
from onrecord.publish.page.pile import pile_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from onrecord.model.contents import Contents
    from onrecord.model.statement import Statement

LEAST = 2
"""Characters of an id that are taken as the start of one."""


class Part(StrEnum):
    """The parts of a record that can be exported alone."""

    RECORD = "record"
    STATEMENT = "statement"
    EVENT = "event"
    STORY = "story"
    SPEAKER = "speaker"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What an export is of, and what it is to hold.

    `id` is that of the statement, event, story or speaker; empty for the whole record. `texts` asks for the full texts of
    reports, which belong to their outlets. `table` is the table wanted of a form that holds one only. `among` are the ids of
    the only statements that are wanted, where a filter has found some; None wants any.
    """

    part: Part = Part.RECORD
    id: str = ""
    texts: bool = False
    table: str = "attributions"
    among: frozenset[str] | None = None

    @property
    def is_whole(self) -> bool:
        """Whether nothing of the record is left out."""
        return self.part is Part.RECORD and self.among is None


def find_chosen(
    contents: Contents, part: Part, wanted: str = "", *, texts: bool = False, table: str = "attributions"
) -> Chosen:
    """Return what a user means by `wanted`: an id of today or of before the pile grew, the start of one, a number or a name.

    Numbers are those of lists and pages (``S3``, ``E1``); a name is a speaker's, in any case and in any spelling that the
    record knows.

    Raises:
        RecordError: when `contents` hold nothing of the kind, or several that fit.
    """
    if part is Part.RECORD:
        return Chosen(texts=texts, table=table)
    known = tuple(_KNOWN[part](contents))
    called = wanted.strip()
    for fits in (_same, _starts):
        found = sorted({one for name, one in known if fits(name, called)})
        if len(found) > 1:
            raise RecordError(
                f"{wanted!r} fits {len(found)} of the record's {_PLURALS[part]}: {', '.join(found)}"
            )
        if found:
            return Chosen(part=part, id=found[0], texts=texts, table=table)
    raise RecordError(f"{wanted!r}: the record has no such {part.value}; `onrecord show` lists what it has")


def chosen_statements(contents: Contents, choice: Chosen) -> tuple[Statement, ...]:
    """Return the statements that `choice` is of, in the order of the record."""
    among = choice.among
    statements = tuple(one for one in contents.linked.statements if among is None or one.id in among)
    match choice.part:
        case Part.RECORD:
            return statements
        case Part.STATEMENT:
            return tuple(one for one in statements if one.id == choice.id)
        case Part.SPEAKER:
            return tuple(one for one in statements if choice.id in one.speaker_ids)
        case Part.EVENT | Part.STORY:
            events = chosen_events(contents, choice)
            return tuple(one for one in statements if one.event_id in events)


def chosen_events(contents: Contents, choice: Chosen) -> frozenset[str]:
    """Return the ids of the events that `choice` names itself: those of a story, one event, or none."""
    if choice.part is Part.EVENT:
        return frozenset({choice.id})
    if choice.part is Part.STORY:
        return frozenset(
            event_id
            for story in contents.linked.stories
            if story.id == choice.id
            for event_id in story.event_ids
        )
    return frozenset()


def _same(name: str, wanted: str) -> bool:
    return name.casefold() == wanted.casefold()


def _starts(name: str, wanted: str) -> bool:
    return len(wanted) >= LEAST and name.startswith(wanted)


def _statements(contents: Contents) -> Iterator[tuple[str, str]]:
    numbers = pile_of(contents).numbers
    for statement in contents.linked.statements:
        yield numbers[statement.id], statement.id
        for variant in statement.variants:
            yield from (("s" + member[1:], statement.id) for member in variant.attribution_ids)


def _events(contents: Contents) -> Iterator[tuple[str, str]]:
    numbers = pile_of(contents).numbers
    for event in contents.linked.events:
        yield from ((name, event.id) for name in (event.id, numbers[event.id]))
        yield from (("e" + report_id[1:], event.id) for report_id in event.report_ids)


def _stories(contents: Contents) -> Iterator[tuple[str, str]]:
    reports_of = {event.id: event.report_ids for event in contents.linked.events}
    for story in contents.linked.stories:
        yield story.id, story.id
        for event_id in story.event_ids:
            yield from (("t" + report_id[1:], story.id) for report_id in reports_of.get(event_id, ()))


def _speakers(contents: Contents) -> Iterator[tuple[str, str]]:
    for entity in credited(contents):
        yield from ((name, entity.id) for name in (entity.id, entity.name, *entity.aliases))
        yield from (("p" + chain_id[1:], entity.id) for chain_id in entity.chain_ids)


_KNOWN: Mapping[Part, Callable[[Contents], Iterator[tuple[str, str]]]] = {
    Part.STATEMENT: _statements,
    Part.EVENT: _events,
    Part.STORY: _stories,
    Part.SPEAKER: _speakers,
}
_PLURALS = {
    Part.STATEMENT: "statements",
    Part.EVENT: "events",
    Part.STORY: "stories",
    Part.SPEAKER: "speakers",
}
