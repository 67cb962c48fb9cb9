"""Records to be searched, of reports that are told in a line: who said what, where and when, at which event of which story."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.model import ids
from onrecord.model.annotation import Kind
from onrecord.model.attribution import Manner
from onrecord.model.contents import Contents, MadeWith
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.report import Capture
from onrecord.model.span import map_widths
from onrecord.model.statement import (
    Corroboration,
    Entity,
    Event,
    Linked,
    Relation,
    Statement,
    Story,
    Variant,
)
from onrecord.record import open_record, write
from support.piles import reading_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.model.attribution import Attribution, Reading
    from onrecord.record import Record
    from support.stores import Places


def opened(places: Places, *said: Said, name: str = "searched.db") -> Record:
    """Write a record of these reports and open it."""
    write(places.at(name), searched(*said))
    return open_record(places.at(name))


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One report with one thing said in it. What has the same `statement` is one statement, in different wordings or not."""

    words: str
    speaker: str = "Ana Velik"
    aliases: tuple[str, ...] = ()
    outlet: str | None = "The Orrin Courier"
    title: str = "News of the day"
    day: str | None = None
    manner: Manner = Manner.DIRECT
    statement: str = ""
    event: str = "The ferry"
    story: str = "The island"
    lineages: int = 0


def searched(*said: Said) -> Contents:
    """Return the contents of a record of these reports."""
    told = [(one, _with_ids(_read(one, number))) for number, one in enumerate(said)]
    told.sort(key=lambda pair: pair[1].report.id)
    told.sort(key=lambda pair: pair[1].report.id)
    events = _events(told)
    entities = _entities(told)
    linked = Linked(
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.id)),
        events=tuple(sorted(events.values(), key=lambda event: event.id)),
        stories=_stories(said, events),
        statements=_statements(told, events, entities),
        report_dates={reading.report.id: _day(one.day) for one, reading in told if one.day},
    )
    return Contents(
        made_with=MadeWith(onrecord="0.1.0", settings={}, models=(), years=(2000, 2030)),
        captures=tuple(_captured(reading) for _, reading in told),
        readings=tuple(reading for _, reading in told),
        linked=linked,
    )


def _read(one: Said, number: int) -> Reading:
    named = f", said {one.speaker}." if one.speaker else "."
    reading = reading_of(
        one.title,
        [f"Report {number}.", f"“{one.words}”{named}"],
        speeches=[(one.speaker, one.words, one.manner)],
        outlet=one.outlet,
    )
    widths = (len(letter.encode("utf-8", "surrogatepass")) for letter in reading.report.text)
    return replace(reading, report=replace(reading.report, language="en", offsets=map_widths(widths)))


def _with_ids(reading: Reading) -> Reading:
    """Return the reading with the ids that a record checks: of chains, from their mentions."""
    ids_of = {chain.id: ids.chain_id(reading.report.id, chain.mentions[0].span) for chain in reading.chains}
    return replace(
        reading,
        chains=tuple(replace(chain, id=ids_of[chain.id]) for chain in reading.chains),
        attributions=tuple(
            replace(one, speakers=tuple(ids_of[speaker] for speaker in one.speakers))
            for one in reading.attributions
        ),
    )


def _captured(reading: Reading) -> Capture:
    report = reading.report
    payload = report.text.encode("utf-8", "surrogatepass")
    return Capture(id=report.id, payload=payload, media_type="text/plain", locator=report.paths[0])


def _day(day: str) -> Moment:
    known = date.fromisoformat(day)
    return Moment(earliest=known, latest=known, basis=Basis.STATED, why="the report says so")


def _grouped(
    told: Sequence[tuple[Said, Reading]], key: Callable[[Said], str]
) -> dict[str, list[tuple[Said, Reading]]]:
    groups: defaultdict[str, list[tuple[Said, Reading]]] = defaultdict(list)
    for one, reading in told:
        groups[key(one)].append((one, reading))
    return dict(groups)


def _events(told: Sequence[tuple[Said, Reading]]) -> dict[str, Event]:
    events: dict[str, Event] = {}
    for what, group in _grouped(told, lambda one: one.event).items():
        report_ids = tuple(sorted(reading.report.id for _, reading in group))
        first = next(reading.report for _, reading in group if reading.report.id == report_ids[0])
        events[what] = Event(
            id=ids.shared_id("e", report_ids),
            what=what,
            where=None,
            date=None,
            report_ids=report_ids,
            evidence=(Evidence(report_id=first.id, span=first.blocks[0].span),),
        )
    return events


def _stories(said: Sequence[Said], events: dict[str, Event]) -> tuple[Story, ...]:
    stories: list[Story] = []
    for title in dict.fromkeys(one.story for one in said):
        named = dict.fromkeys(one.event for one in said if one.story == title)
        own = [events[what] for what in named]
        members = [report_id for event in own for report_id in event.report_ids]
        event_ids = tuple(event.id for event in own)
        stories.append(Story(id=ids.shared_id("t", members), title=title, event_ids=event_ids))
    return tuple(sorted(stories, key=lambda story: story.id))


def _entities(told: Sequence[tuple[Said, Reading]]) -> dict[str, Entity]:
    entities: dict[str, Entity] = {}
    for name, group in _grouped(told, lambda one: one.speaker).items():
        if not name:
            continue
        chain_ids = tuple(sorted(chain.id for _, reading in group for chain in reading.chains))
        entities[name] = Entity(
            id=ids.shared_id("p", chain_ids),
            name=name,
            aliases=tuple(sorted({alias for one, _ in group for alias in one.aliases})),
            kind=Kind.PERSON,
            roles=(),
            chain_ids=chain_ids,
        )
    return entities


def _statements(
    told: Sequence[tuple[Said, Reading]], events: dict[str, Event], entities: dict[str, Entity]
) -> tuple[Statement, ...]:
    statements: list[Statement] = []
    for group in _grouped(told, lambda one: one.statement or f"{one.speaker}: {one.words}").values():
        attributions = [reading.attributions[0] for _, reading in group]
        speakers = sorted({entities[one.speaker].id for one, _ in group if one.speaker})
        days = sorted(one.day for one, _ in group if one.day)
        statements.append(
            Statement(
                id=ids.shared_id("s", [attribution.id for attribution in attributions]),
                speaker_ids=tuple(speakers),
                event_id=events[group[0][0].event].id,
                said=_day(days[0]) if days else None,
                variants=_variants(group),
                corroboration=Corroboration(
                    reports=len(group), lineages=max(len(group), *(one.lineages for one, _ in group))
                ),
            )
        )
    return tuple(sorted(statements, key=lambda statement: statement.id))


def _variants(group: Sequence[tuple[Said, Reading]]) -> tuple[Variant, ...]:
    by_text: defaultdict[str, list[Attribution]] = defaultdict(list)
    for one, reading in sorted(group, key=lambda pair: -len(pair[0].words)):
        by_text[one.words].append(reading.attributions[0])
    return tuple(
        Variant(
            attribution_ids=tuple(sorted(attribution.id for attribution in attributions)),
            text=text,
            relation=Relation.BASE if number == 0 else Relation.PARAPHRASE,
            differences=(),
            summary="",
        )
        for number, (text, attributions) in enumerate(by_text.items())
    )
