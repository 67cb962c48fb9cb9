"""Speakers: all who speak, and one with every statement in order of time and what is new in each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.model.listing import Asked, Order
from onrecord.publish.page.citations import citations
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.speakers import KINDS
from onrecord.publish.page.wording import UNKNOWN_SPEAKER, count, moment_words
from onrecord.publish.room.filters import LONGEST
from onrecord.publish.room.links import UNKNOWN
from onrecord.publish.room.paging import paging
from onrecord.publish.room.rows import StatementShown, shown_statements
from onrecord.publish.room.seen import saw_names
from onrecord.publish.room.selection import selection
from onrecord.publish.room.since import Since, find_since
from onrecord.publish.room.visit import PAGE, Shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model.listing import Named, SpeakerRow
    from onrecord.publish.room.visit import Visit

LOOKED_BACK = 100
"""Statements before the page that are looked at for the last time on the same matter."""
ROLES = 8
"""Roles that a page shows, each with its first place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One statement of a speaker, and what is new in it."""

    shown: StatementShown
    since: Since | None
    since_when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What a speaker said at one event, or (None) at none in particular."""

    event: Named | None
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerShown:
    """A speaker of the list."""

    row: SpeakerRow
    kind: str


def show_speakers(visit: Visit) -> Shown:
    """Show who speaks, those who say most first."""
    words = visit.asked("q")[:LONGEST]
    asked = Asked(words=words, order=Order.SOURCES, first=visit.first, most=PAGE)
    listed = visit.record.list_speakers(asked)
    return Shown(
        template="speakers_list.html.j2",
        title="Speakers",
        same=selection("speakers", asked),
        notes=visit.left_out("q"),
        values={
            "speakers": [SpeakerShown(row=row, kind=KINDS[row.kind]) for row in listed.rows],
            "named": words,
            "paging": paging(visit, listed.total),
            "unknown": visit.record.list_statements(Asked(unknown=True, most=1)).total,
        },
    )


def show_speaker(visit: Visit) -> Shown:
    """Show the speaker that the address names, or those that nobody knows."""
    if visit.parts["id"] == UNKNOWN:
        return _show_unknown(visit)
    entity_id = visit.wanted("p")
    pile = pile_of(visit.record.slice(speaker_ids=(entity_id,)))
    entity = pile.entities_by_id[entity_id]
    occasions, total = _occasions(visit, Asked(speaker=entity_id, order=Order.TIME))
    return Shown(
        template="speaker.html.j2",
        title=entity.name,
        values={
            "entity": entity,
            "seen": saw_names(entity),
            "was": visit.asked("was"),
            "kind": KINDS[entity.kind],
            "roles": [(role.title, citations(pile, role.evidence[:1])) for role in entity.roles[:ROLES]],
            "more_roles": max(0, len(entity.roles) - ROLES),
            "occasions": occasions,
            "counted": count(total, "statement"),
            "paging": paging(visit, total),
            "alone": False,
        },
    )


def _show_unknown(visit: Visit) -> Shown:
    asked = Asked(unknown=True, order=Order.TIME)
    occasions, total = _occasions(visit, asked)
    return Shown(
        template="speaker.html.j2",
        title="Unknown speakers",
        same=selection("statements", replace(asked, first=visit.first, most=PAGE)),
        values={
            "entity": None,
            "was": "",
            "kind": UNKNOWN_SPEAKER,
            "roles": (),
            "more_roles": 0,
            "occasions": occasions,
            "counted": count(total, "statement"),
            "paging": paging(visit, total),
            "alone": True,
        },
    )


def _occasions(visit: Visit, asked: Asked) -> tuple[list[Occasion], int]:
    """Return the statements of a page of a speaker's list, event by event as they follow in time, and how many there are."""
    first = max(0, visit.first - LOOKED_BACK)
    listed = visit.record.list_statements(replace(asked, first=first, most=visit.first - first + PAGE))
    since = {} if asked.unknown else find_since(listed.rows)
    said = [
        Said(shown=shown, since=since.get(shown.row.id), since_when=_when(since.get(shown.row.id)))
        for shown in shown_statements(listed.rows[visit.first - first :])
    ]
    return _by_event(said, {row.id: row.event for row in listed.rows}), listed.total


def _when(since: Since | None) -> str:
    return moment_words(since.before.said) if since else ""


def _by_event(said: Sequence[Said], events: Mapping[str, Named | None]) -> list[Occasion]:
    occasions: list[Occasion] = []
    for one in said:
        event = events[one.shown.row.id]
        if occasions and occasions[-1].event == event:
            occasions[-1] = Occasion(event=event, said=(*occasions[-1].said, one))
        else:
            occasions.append(Occasion(event=event, said=(one,)))
    return occasions
