"""A record of any size by seed, made without reading anything: contents as if reports of invented happenings had been read.

python -m bench.records FILE.db [--attributions 100000] [--seed 1]

Few speakers say much and most little; most statements stand in one report and some in many; one report in seven holds the
text of another; days are known, known within a month, or not known at all.
"""

import argparse
import random
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from bench.record_texts import THINGS, Page, Told, make_doing, make_filler, make_names, make_words
from onrecord import record
from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention
from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.contents import Contents, MadeWith, ModelCard
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.problem import Problem
from onrecord.model.report import Block, Capture, Outlet, Report, Zone
from onrecord.model.span import Span, map_widths
from onrecord.model.statement import (
    Change,
    Corroboration,
    Difference,
    Divergence,
    Entity,
    Event,
    Lineage,
    Linked,
    Passage,
    Relation,
    Role,
    Slot,
    Statement,
    Story,
    Variant,
)

PER_REPORT, PER_EVENT, PER_STORY = 5, 8, 4
"""Attributions of a report (in the mean), reports of an event, events of a story."""
START = date(2011, 1, 3)
ROLES = ("harbour master", "mayor", "spokeswoman", "chief engineer", "minister", "union secretary")


@dataclass(slots=True)
class Said:
    """What somebody says at an event; `carried` is filled while reports are written."""

    speaker: int | None
    words: str
    carried: list[tuple[Attribution, str]] = field(default_factory=list["tuple[Attribution, str]"])


@dataclass(slots=True)
class World:
    """Who and what there is, and the reports written so far."""

    dice: random.Random
    names: Sequence[str]
    places: Sequence[str]
    outlets: Sequence[Outlet]
    readings: list[Reading] = field(default_factory=list[Reading])
    captures: list[Capture] = field(default_factory=list[Capture])
    dates: dict[str, Moment] = field(default_factory=dict[str, Moment])
    chains: dict[int, list[Chain]] = field(default_factory=lambda: defaultdict[int, list[Chain]](list))
    events: list[Event] = field(default_factory=list[Event])
    lineages: list[Lineage] = field(default_factory=list[Lineage])
    divergences: list[Divergence] = field(default_factory=list[Divergence])
    said: list[tuple[Event, list[Said]]] = field(default_factory=list[tuple[Event, list[Said]]])


def make_contents(attributions: int, *, seed: int) -> Contents:
    """Return the contents of a record of about so many attributions; the same seed gives the same."""
    dice = random.Random(seed)
    houses = [f"The {place} {kind}" for place in make_names(dice, 20) for kind in ("Courier", "Gazette")]
    world = World(
        dice=dice,
        names=make_names(dice, max(12, attributions // 30)),
        places=make_names(dice, max(8, attributions // 500)),
        outlets=[Outlet(id=ids.outlet_id(name), name=name) for name in houses],
    )
    reports = max(2, attributions // PER_REPORT)
    for first in range(0, reports, PER_EVENT):
        _add_event(world, min(PER_EVENT, reports - first))
    entities = {number: _entity(world, number, chains) for number, chains in world.chains.items()}
    statements = [
        _statement(one, event, entities) for event, several in world.said for one in several if one.carried
    ]
    card = ModelCard(name="none", version="1", sha256="0" * 64)
    return Contents(
        made_with=MadeWith(onrecord="0.1.0", settings={}, models=(card,), years=(2000, 2030)),
        captures=tuple(sorted(world.captures, key=lambda one: one.id)),
        readings=tuple(sorted(world.readings, key=lambda one: one.report.id)),
        linked=Linked(
            entities=tuple(sorted(entities.values(), key=lambda one: one.id)),
            events=tuple(sorted(world.events, key=lambda one: one.id)),
            stories=_stories(world.events),
            lineages=tuple(sorted(world.lineages, key=lambda one: one.id)),
            statements=tuple(sorted(statements, key=lambda one: one.id)),
            divergences=tuple(world.divergences),
            report_dates=dict(sorted(world.dates.items())),
        ),
        problems=(Problem(code="ingest.empty", message="holds nothing", path="pile/empty.txt"),),
    )


def _add_event(world: World, reports: int) -> None:
    dice = world.dice
    place, thing = dice.choice(world.places), dice.choice(THINGS)
    day = START + timedelta(days=dice.randrange(4000))
    said = [Said(_speaker(world), make_words(dice, thing, place)) for _ in range(3 * PER_REPORT)]
    title = f"The {thing} of {place} {make_doing(dice)}"
    told: list[Report] = []
    for _ in range(reports):
        origin = dice.choice(told) if told and dice.random() < 1 / PER_EVENT else None
        told.append(_add_report(world, title, said, origin))
        if dice.random() < 0.9:
            world.dates[told[-1].id] = _moment(dice, day + timedelta(days=dice.randrange(3)), told[-1])
    event = Event(
        id=ids.shared_id("e", [report.id for report in told]),
        what=title,
        where=place,
        date=_moment(dice, day, told[0]) if dice.random() < 0.9 else None,
        report_ids=tuple(sorted(report.id for report in told)),
        evidence=(Evidence(report_id=told[0].id, span=Span(0, len(title))),),
    )
    world.events.append(event)
    world.said.append((event, said))
    if len(told) > 1 and dice.random() < 1 / PER_EVENT:
        one, other = sorted(Evidence(report_id=report.id, span=Span(0, 3)) for report in told[:2])
        note = "One report gives this, the other that."
        world.divergences.append(Divergence(slot=Slot.NUMBER, between=(one, other), note=note))


def _speaker(world: World) -> int | None:
    """Few say much: the chance falls with the cube of the place in the list; one in thirty is not known."""
    number = int(len(world.names) * world.dice.random() ** 3)
    return number if world.dice.random() > 1 / 30 else None


def _moment(dice: random.Random, day: date, report: Report) -> Moment:
    place = (Evidence(report_id=report.id, span=Span(0, 3)),)
    if dice.random() < 0.8:
        return Moment(earliest=day, latest=day, basis=Basis.STATED, why="the report says so", evidence=place)
    first = day.replace(day=1)
    last = first + timedelta(days=27)
    return Moment(earliest=first, latest=last, basis=Basis.RELATIVE, why="it names the month", evidence=place)


def _add_report(world: World, title: str, said: Sequence[Said], origin: Report | None) -> Report:
    """Write a report that carries some of what was said, and of another report's text if an `origin` is given."""
    dice = world.dice
    outlet = world.outlets[int(len(world.outlets) * dice.random() ** 2)] if dice.random() < 0.9 else None
    page = Page()
    page.add(title)
    page.add(f"By our own, number {dice.randrange(10**12)}.")
    told: list[tuple[Said, Told]] = []
    for number in dice.sample(range(len(said)), dice.randint(2, 2 * PER_REPORT - 2)):
        for _ in range(dice.randint(1, 3)):
            page.add(make_filler(dice, world.places))
        one = said[number]
        words = one.words if dice.random() < 0.7 else one.words.split(" and ")[0]
        name = "somebody" if one.speaker is None else world.names[one.speaker]
        told.append((one, page.tell(words, name, quoted=dice.random() < 0.6)))
    copied = None
    if origin is not None:
        words = origin.text.splitlines()[2]
        copied = Span(page.add(words), page.length)
    report = _keep(world, page.text, title, outlet)
    _read(world, report, told)
    if origin is not None and copied is not None:
        start = origin.text.index(copied.of(report.text))
        source = Evidence(report_id=origin.id, span=Span(start, start + len(copied)))
        passage = Passage(source=source, copy=Evidence(report_id=report.id, span=copied))
        both = tuple(sorted((origin.id, report.id)))
        world.lineages.append(
            Lineage(
                id=ids.shared_id("l", [report.id]),
                report_ids=both,
                origin=origin.id,
                credit=None,
                evidence=(passage.copy,),
                passages=(passage,),
            )
        )
    return report


def _keep(world: World, text: str, title: str, outlet: Outlet | None) -> Report:
    payload = text.encode()
    capture = Capture(
        id=ids.report_id(payload),
        payload=payload,
        media_type="text/plain",
        locator=f"pile/{len(world.captures)}.txt",
    )
    blocks: list[Block] = []
    start = 0
    for number, paragraph in enumerate(text.rstrip("\n").split("\n\n")):
        span = Span(start, start + len(paragraph))
        blocks.append(Block(span=span, zone=Zone.BODY if number else Zone.HEADLINE))
        start = span.end + 2
    world.captures.append(capture)
    return Report(
        id=capture.id,
        paths=(capture.locator,),
        text=text,
        offsets=map_widths(len(letter.encode()) for letter in text),
        encoding="utf-8",
        blocks=tuple(blocks),
        title=title,
        language="en",
        outlet=outlet,
    )


def _read(world: World, report: Report, told: Sequence[tuple[Said, Told]]) -> None:
    """Note who says what in `report`, as a reading of it would."""
    mentions: defaultdict[str, list[Span]] = defaultdict(list)
    for _, one in told:
        mentions[one.source.of(report.text)].append(one.source)
    chains: dict[str, Chain] = {}
    for name, spans in mentions.items():
        chains[name] = Chain(
            id=ids.chain_id(report.id, min(spans)),
            report_id=report.id,
            kind=Kind.UNKNOWN if name == "somebody" else Kind.PERSON,
            name=None if name == "somebody" else name,
            names=() if name == "somebody" else (name,),
            roles=(),
            mentions=tuple(Mention(span=span, kind=Kind.PERSON, name=name) for span in sorted(spans)),
        )
    attributions: list[Attribution] = []
    for said, one in told:
        chain = chains[one.source.of(report.text)]
        attribution = _attribution(world, report, one, () if said.speaker is None else (chain.id,))
        attributions.append(attribution)
        said.carried.append((attribution, one.content.of(report.text)))
        if said.speaker is not None and chain not in world.chains[said.speaker]:
            world.chains[said.speaker].append(chain)
    doubtful = len(world.readings) % 10 == 0
    problem = Problem(code="clean.no-title", message="has no headline", report_id=report.id)
    world.readings.append(
        Reading(
            report=report,
            chains=tuple(sorted(chains.values(), key=lambda one: one.mentions[0].span)),
            timexes=(),
            sentences=tuple(block.span for block in report.blocks),
            attributions=tuple(sorted(attributions, key=lambda one: one.content)),
            problems=(problem,) if doubtful else (),
        )
    )


def _attribution(world: World, report: Report, told: Told, speakers: tuple[str, ...]) -> Attribution:
    level = world.dice.choices(tuple(Level), weights=(6, 3, 1))[0]
    content = (told.content,)
    return Attribution(
        id=ids.attribution_id(report.id, content),
        report_id=report.id,
        content=content,
        quoted=content if told.manner is Manner.DIRECT else (),
        manner=told.manner,
        act=Act.ASSERTION,
        cue=None,
        source=told.source,
        speakers=speakers,
        judgement=Judgement(rule="made.up", because=(told.source,), level=level),
    )


def _entity(world: World, number: int, chains: Sequence[Chain]) -> Entity:
    first = chains[0]
    place = Evidence(report_id=first.report_id, span=first.mentions[0].span)
    name = world.names[number]
    return Entity(
        id=ids.shared_id("p", [chain.id for chain in chains]),
        name=name,
        aliases=(name.split()[1],),
        kind=Kind.PERSON,
        roles=(Role(title=ROLES[number % len(ROLES)], evidence=(place,)),),
        chain_ids=tuple(sorted(chain.id for chain in chains)),
        merges=tuple(f"{chain.name} is the same name." for chain in chains[1:3]),
    )


def _statement(said: Said, event: Event, entities: dict[int, Entity]) -> Statement:
    wordings: defaultdict[str, list[str]] = defaultdict(list)
    for attribution, words in said.carried:
        wordings[words].append(attribution.id)
    base, *others = sorted(wordings, key=lambda words: (-len(words), words))
    variants = [
        Variant(
            attribution_ids=tuple(sorted(wordings[base])),
            text=base,
            relation=Relation.BASE,
            differences=(),
            summary="",
        )
    ]
    for words in others:
        gone = Difference(kind=Change.DROPPED, base=Span(len(words), len(base)), variant=None)
        summary = f"Leaves out “{base[len(words) :]}”."
        variants.append(
            Variant(
                attribution_ids=tuple(sorted(wordings[words])),
                text=words,
                relation=Relation.CUT,
                differences=(gone,),
                summary=summary,
            )
        )
    carriers = {attribution.report_id for attribution, _ in said.carried}
    return Statement(
        id=ids.shared_id("s", [attribution.id for attribution, _ in said.carried]),
        speaker_ids=() if said.speaker is None else (entities[said.speaker].id,),
        event_id=event.id,
        said=event.date,
        variants=tuple(variants),
        corroboration=Corroboration(reports=len(carriers), lineages=len(carriers)),
    )


def _stories(events: Sequence[Event]) -> tuple[Story, ...]:
    stories: list[Story] = []
    for first in range(0, len(events), PER_STORY):
        chosen = events[first : first + PER_STORY]
        digits = min(report_id for event in chosen for report_id in event.report_ids)[1:]
        stories.append(
            Story(id=f"t{digits}", title=chosen[0].what, event_ids=tuple(event.id for event in chosen))
        )
    return tuple(sorted(stories, key=lambda one: one.id))


def main() -> None:
    """Write a record to the place that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("place", type=Path)
    parser.add_argument("--attributions", type=int, default=100_000)
    parser.add_argument("--seed", type=int, default=1)
    chosen = parser.parse_args()
    record.write(chosen.place, make_contents(chosen.attributions, seed=chosen.seed))


if __name__ == "__main__":
    main()
