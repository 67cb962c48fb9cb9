"""What the form of a search was given, and what that asks of the record."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from onrecord.errors import RecordError
from onrecord.model.found import Part
from onrecord.model.listing import Asked, Order
from onrecord.publish.api.parameters import FILTERS
from onrecord.publish.room.visit import PAGE, shortened

if TYPE_CHECKING:
    from onrecord.publish.room.visit import Visit

LONGEST = 400
"""Characters of a question that are looked at."""
LABELS = {
    "speaker": "Speaker",
    "unknown": "Only words of unknown speakers",
    "outlet": "Outlet",
    "since": "Said on or after",
    "until": "Said on or before",
    "manner": "Manner",
    "level": "At least",
    "event": "Event",
    "story": "Story",
    "independent": "Independent sources, at least",
}
"""What the form calls each filter."""
_CHOICES = {"by": "Order", "part": "Look in"}
_LETTERS = {"event": "e", "story": "t"}
_BOXES = {"1": "true", "on": "true", "0": "false"}
"""What a box of a form that is ticked, or not, sends."""
_FILTERS = {one.name: one for one in FILTERS}


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
    complaints = list(visit.left_out("q", "by", "part", *LABELS))
    values = {name: _read(visit, name, complaints) for name in LABELS}
    by = _choice(visit, "by", tuple(Order), complaints)
    part = _choice(visit, "part", tuple(Part), complaints)
    words = visit.asked("q")
    if len(words) > LONGEST:
        complaints.append(f"Only the first {LONGEST} characters of the words are looked for.")
    if values["since"] and values["until"] and values["until"] < values["since"]:
        complaints.append(
            f"No day is both on or after {values['since']} and on or before {values['until']}: nothing can fit."
        )
    given = {name: value for name, value in values.items() if value is not None}
    order = Order(by or Order.RELEVANCE)
    asked = Asked(words=words[:LONGEST], order=order, first=visit.first, most=PAGE, **given)
    filters = Filters(
        q=words[:LONGEST],
        unknown=asked.unknown,
        by="" if order is Order.RELEVANCE else by,
        part=part,
        complaints=tuple(complaints),
        # What was left out is not set in the form: sent again, it would be complained of again.
        **{name: visit.asked(name) if name in given else "" for name in LABELS if name != "unknown"},
    )
    return filters, replace(asked, event=filters.event or None, story=filters.story or None)


def _read(visit: Visit, name: str, complaints: list[str]) -> Any:
    """Return the value of a filter, as the API reads it; None where none is given, or what is given cannot be used."""
    given = visit.asked(name)
    if not given:
        return None
    if name in _LETTERS:
        return _known(visit, name, given, complaints)
    try:
        return _FILTERS[name].read(_BOXES.get(given, given) if name == "unknown" else given)
    except ValueError as error:
        complaints.append(f"“{shortened(given)}” was left out: “{LABELS[name]}” {error}.")
        return None


def _known(visit: Visit, name: str, given: str, complaints: list[str]) -> str | None:
    try:
        if given.startswith(_LETTERS[name]):
            return visit.record.resolve(given)
    except RecordError:
        pass
    complaints.append(f"This record has no {name} {shortened(given)}: it was left out.")
    return None


def _choice(visit: Visit, name: str, among: tuple[str, ...], complaints: list[str]) -> str:
    given = visit.asked(name)
    if not given or given in among:
        return given
    complaints.append(f"“{shortened(given)}” was left out: “{_CHOICES[name]}” is one of {', '.join(among)}.")
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
