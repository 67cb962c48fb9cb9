"""The tools that list: what words find, and events."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Final

from onrecord.errors import RecordError
from onrecord.model.attribution import Level, Manner
from onrecord.model.listing import LARGEST_PLACE, Asked, Order
from onrecord.publish.assistant.answers import (
    Citation,
    EventFound,
    EventsAnswer,
    LookedFor,
    ReportFound,
    SearchAnswer,
    SpeakerFound,
)
from onrecord.publish.assistant.telling import Sources, day_of, hit_of, thing_of

if TYPE_CHECKING:
    from onrecord.model.found import ReportHit, SpeakerHit
    from onrecord.record import Record

MOST: Final = 20
"""Things of one kind that one answer tells."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Filters as an assistant gives them: text that may be anything. None asks for any."""

    words: str = ""
    speaker: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    manner: str | None = None
    level: str | None = None
    event: str | None = None
    story: str | None = None
    independent: int = 0
    order: str = "relevance"
    first: int = 0
    most: int = 10

    def asked(self) -> Asked:
        """Return the question.

        Raises:
            RecordError: when a day, a number or a word of a list is none; the sentence says which and what there is.
        """
        return Asked(
            words=self.words,
            speaker=self.speaker or None,
            outlet=self.outlet or None,
            since=_day("since", self.since),
            until=_day("until", self.until),
            manner=Manner(_one_of("manner", self.manner, list(Manner))) if self.manner else None,
            level=Level(_one_of("level", self.level, list(Level))) if self.level else None,
            event=self.event or None,
            story=self.story or None,
            independent=_number("independent", self.independent, 0, LARGEST_PLACE),
            order=Order(_one_of("order", self.order, list(Order))),
            first=_number("first", self.first, 0, LARGEST_PLACE),
            most=_number("most", self.most, 1, MOST),
        )


def _day(name: str, day: str | None) -> date | None:
    if not day:
        return None
    try:
        return date.fromisoformat(day)
    except ValueError as error:
        raise RecordError(f"{name} is a day such as 2021-03-04, not {day!r}") from error


def _one_of(name: str, given: str, known: list[str]) -> str:
    if given not in known:
        raise RecordError(f"{name} is one of {', '.join(known)}, not {given!r}")
    return given


def _number(name: str, given: int, least: int, most: int) -> int:
    if not least <= given <= most:
        raise RecordError(f"{name} is from {least} to {most}, not {given}")
    return given


def search(record: Record, wish: Wish) -> SearchAnswer:
    """Find words in statements, reports and names of speakers.

    Raises:
        RecordError: when a filter cannot be understood, or names no event or story of the record.
    """
    found = record.find(wish.asked())
    sources = Sources.of(record.slice(statement_ids=[hit.id for hit in found.statements.rows]))
    return SearchAnswer(
        looked_for=[LookedFor(text=one.text, held_by=one.held_by) for one in found.sought],
        statements=[hit_of(hit, sources) for hit in found.statements.rows],
        statements_total=found.statements.total,
        statements_more=found.statements.more,
        reports=[_report(hit) for hit in found.reports.rows],
        reports_total=found.reports.total,
        reports_more=found.reports.more,
        speakers=[speaker_of(hit) for hit in found.speakers.rows],
        did_you_mean=[one.text for one in found.suggestions],
        first=wish.first,
    )


def _report(hit: ReportHit) -> ReportFound:
    published = day_of(hit.published)
    outlet = hit.outlet.name if hit.outlet else None
    return ReportFound(
        id=hit.id,
        outlet=outlet,
        title=hit.title,
        published=published,
        event=thing_of(hit.event) if hit.event else None,
        citations=[
            Citation(
                cite=f"{hit.id}#c={one.span.start}-{one.span.end}",
                report_id=hit.id,
                outlet=outlet,
                title=hit.title,
                published=published,
                start=one.span.start,
                end=one.span.end,
                exact=one.text,
                cut=False,
            )
            for one in hit.excerpts
        ],
        other_places=hit.others,
    )


def speaker_of(hit: SpeakerHit) -> SpeakerFound:
    """Return a speaker who was found by a name."""
    return SpeakerFound(
        id=hit.id,
        name=hit.called,
        named_here=hit.name,
        likeness=hit.likeness.value,
        statements=hit.statements,
    )


def events(record: Record, wish: Wish) -> EventsAnswer:
    """List events.

    Raises:
        RecordError: when a filter cannot be understood, or names no event or story of the record.
    """
    listed = record.list_events(wish.asked())
    sources = Sources.of(record.slice(event_ids=[row.id for row in listed.rows]))
    return EventsAnswer(
        events=[
            EventFound(
                id=row.id,
                what=row.what,
                day=day_of(row.date),
                story=thing_of(row.story) if row.story else None,
                reports=row.reports,
                independent=row.independent,
                statements=row.statements,
                citation=sources.cite(row.place) if row.place else None,
            )
            for row in listed.rows
        ],
        total=listed.total,
        first=listed.first,
    )
