"""Search: statements that fit words and filters, and reports and speakers that fit the words."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.errors import RecordError
from onrecord.model.attribution import Level, Manner
from onrecord.model.found import Part
from onrecord.model.listing import LARGEST_PLACE, Asked, Order
from onrecord.publish.room.links import Addresses
from onrecord.publish.room.paging import paging
from onrecord.publish.room.reports import titles_of
from onrecord.publish.room.rows import marked_runs, shown_hits, shown_statements
from onrecord.publish.room.visit import PAGE, Shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.found import ReportHit, Sought, SpeakerHit, Suggestion
    from onrecord.publish.room.rows import Run, StatementShown
    from onrecord.publish.room.visit import Visit

LONGEST = 400
"""Characters of a question that are looked at."""
BESIDE = 5
"""Reports and speakers that are shown beside the statements found."""


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
    complaints: tuple[str, ...]

    @property
    def narrows(self) -> bool:
        """Whether any filter beside the words is set."""
        return any(
            (self.speaker, self.outlet, self.since, self.until, self.manner, self.level, self.event)
        ) or any((self.story, self.independent, self.unknown))


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Words of a report around what was found, and where they stand."""

    runs: tuple[Run, ...]
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFound:
    """A report that holds what was looked for."""

    hit: ReportHit
    runs: tuple[Run, ...]
    excerpts: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SpeakerFound:
    """Somebody who is named as was typed, or nearly so."""

    hit: SpeakerHit
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a page of the search shows; `loose` says that its statements have some of the words only."""

    statements: list[StatementShown]
    total: int
    more: bool = False
    loose: bool = False
    speakers: tuple[SpeakerFound, ...] = ()
    reports: tuple[ReportFound, ...] = ()
    reports_total: int = 0
    suggestions: tuple[Suggestion, ...] = ()
    sought: tuple[Sought, ...] = ()


def show_search(visit: Visit) -> Shown:
    """Show what fits the words and filters asked for; with none of them, every statement."""
    filters, asked = read_filters(visit)
    words = asked.words.strip()
    found = _find(visit, asked) if words else _list(visit, asked)
    no_word = bool(words) and not found.sought
    return Shown(
        template="search.html.j2",
        title=f"Search: {filters.q}" if filters.q else "Statements",
        values={
            "searched": filters.q,
            "filters": filters,
            "found": found,
            "no_word": no_word,
            "paging": paging(visit, found.total),
            "manners": [one.value for one in Manner],
            "levels": [one.value for one in Level],
            "again": visit.again,
            "names": _names(visit, filters),
        },
    )


def _list(visit: Visit, asked: Asked) -> Found:
    listed = visit.record.list_statements(asked)
    return Found(statements=shown_statements(listed.rows), total=listed.total)


def _find(visit: Visit, asked: Asked) -> Found:
    """Find statements, and on the first page the speakers and reports that fit the words too."""
    found = visit.record.find(asked, parts=(Part.STATEMENTS,))
    loose = bool(found.sought) and not found.statements.total
    if loose:
        found = visit.record.find(asked, parts=(Part.STATEMENTS,), loose=True)
    first = asked.first == 0
    parts = (Part.REPORTS, Part.SPEAKERS)
    beside = visit.record.find(replace(asked, most=BESIDE), parts=parts) if first else found
    return Found(
        statements=shown_hits(found.statements.rows),
        total=found.statements.total,
        more=found.statements.more,
        loose=loose and bool(found.statements.total),
        speakers=tuple(
            SpeakerFound(hit=hit, runs=marked_runs(hit.name, (), hit.marks)) for hit in beside.speakers.rows
        ),
        reports=_reports_found(visit, beside.reports.rows),
        reports_total=beside.reports.total,
        suggestions=found.suggestions,
        sought=found.sought,
    )


def _reports_found(visit: Visit, hits: Sequence[ReportHit]) -> tuple[ReportFound, ...]:
    names = titles_of(visit.record, [hit.id for hit in hits])
    return tuple(_report_found(hit, names.get(hit.id, hit.id)) for hit in hits)


def _report_found(hit: ReportHit, title: str) -> ReportFound:
    to = Addresses()
    return ReportFound(
        hit=hit,
        runs=marked_runs(to.title(hit.outlet.name if hit.outlet else None, title)),
        excerpts=tuple(
            Passage(
                runs=marked_runs(one.text, (), one.marks),
                href=to.spans(hit.id, [mark.shifted(one.span.start) for mark in one.marks] or [one.span]),
            )
            for one in hit.excerpts
        ),
    )


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


def _names(visit: Visit, filters: Filters) -> dict[str, str]:
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
