"""What the form of a search was given, and what that asks of the record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.model.attribution import Level, Manner
from onrecord.model.found import Part
from onrecord.model.listing import LARGEST_PLACE, Asked, Order
from onrecord.publish.room.visit import PAGE

if TYPE_CHECKING:
    from onrecord.publish.room.visit import Visit

LONGEST = 400
"""Characters of a question that are looked at."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Filters:
    """What the form was given, as it was given, so that it shows it again; `complaints` say what could not be used."""

    q: str
    speaker: str
    outlet: str
    since: str
    until: str
    manner: str
    level: str
    event: str
    story: str
    independent: str
    unknown: bool
    by: str
    part: str
    complaints: tuple[str, ...]

    @property
    def narrows(self) -> bool:
        """Whether any filter beside the words is set."""
        return any(
            (self.speaker, self.outlet, self.since, self.until, self.manner, self.level, self.event)
        ) or any((self.story, self.independent, self.unknown))


def read_filters(visit: Visit) -> tuple[Filters, Asked]:
    """Return what the form was given, and what that asks of the record; what cannot be used is complained of and left out."""
    complaints: list[str] = []
    manner = visit.asked("manner")
    level = visit.asked("level")
    by = visit.choice("by", ("", "time", "sources"))
    independent = visit.number("independent")
    days = {name: _day(visit.asked(name), complaints) for name in ("since", "until")}
    asked = Asked(
        words=visit.asked("q")[:LONGEST],
        speaker=visit.asked("speaker") or None,
        unknown=bool(visit.asked("unknown")),
        outlet=visit.asked("outlet") or None,
        since=days["since"],
        until=days["until"],
        manner=Manner(manner) if manner in set(Manner) else None,
        level=Level(level) if level in set(Level) else None,
        independent=min(independent or 0, LARGEST_PLACE),
        order=Order(by) if by else Order.RELEVANCE,
        first=visit.first,
        most=PAGE,
    )
    event = _known(visit, "event", complaints)
    story = _known(visit, "story", complaints)
    filters = Filters(
        q=visit.asked("q")[:LONGEST],
        speaker=visit.asked("speaker"),
        outlet=visit.asked("outlet"),
        since=visit.asked("since"),
        until=visit.asked("until"),
        manner=manner,
        level=level,
        event=event,
        story=story,
        independent=visit.asked("independent"),
        unknown=asked.unknown,
        by=by,
        part=visit.choice("part", ("", *Part)),
        complaints=tuple(complaints),
    )
    return filters, replace(asked, event=event or None, story=story or None)


def _day(given: str, complaints: list[str]) -> date | None:
    if not given:
        return None
    try:
        return date.fromisoformat(given)
    except ValueError:
        complaints.append(f"“{given}” is no day such as 2024-03-15; it was left out.")
        return None


def _known(visit: Visit, name: str, complaints: list[str]) -> str:
    given = visit.asked(name)
    if not given:
        return ""
    try:
        return visit.record.resolve(given) if given[:1] == {"event": "e", "story": "t"}[name] else ""
    except RecordError:
        complaints.append(f"This record has no {name} {given}; it was left out.")
        return ""


def names_of(visit: Visit, filters: Filters) -> dict[str, str]:
    """Return what the things are called that filters name by their ids."""
    names: dict[str, str] = {}
    if filters.event:
        names[filters.event] = visit.record.list_events(Asked(event=filters.event, most=1)).rows[0].what
    if filters.story:
        names[filters.story] = visit.record.list_stories(Asked(story=filters.story, most=1)).rows[0].title
    if filters.speaker.startswith("p"):
        rows = (
            visit.record.slice(speaker_ids=(filters.speaker,)).linked.entities
            if _is_speaker(visit, filters)
            else ()
        )
        names.update({one.id: one.name for one in rows})
    return names


def _is_speaker(visit: Visit, filters: Filters) -> bool:
    try:
        return visit.record.resolve(filters.speaker).startswith("p")
    except RecordError:
        return False
