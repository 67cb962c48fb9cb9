"""Whatever a record holds comes back from its file, and the file holds to what it promises."""

from __future__ import annotations

import string
import tempfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention, TimeKind, Timex
from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.problem import Problem
from onrecord.model.report import Block, Credit, Outlet, Zone
from onrecord.model.span import Span
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
from onrecord.publish.export import record_as_json
from onrecord.record import check, copy_record, open_record, write
from support.contents import capture_of, ferry_contents, report_of
from support.schema import faults_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from onrecord.model.contents import Contents
    from support.stores import Places

Draw = Any
"""What Hypothesis hands to a composite strategy: it draws a value from a strategy."""

HOSTILE = "\x00\ud83d\u202e\u200b\ufeff'\"%_;“”—é\U0001f6a2\n"
LETTERS = st.sampled_from(string.ascii_letters + " .," + HOSTILE)
WORDS = st.text(LETTERS, max_size=12)
TEXTS = st.text(LETTERS, max_size=60).filter(lambda text: not text.startswith("\ufeff"))
NAMES = st.lists(WORDS, max_size=3).map(tuple)
DAYS = st.dates(date(1900, 1, 1), date(2100, 1, 1))


@st.composite
def spans_in(draw: Draw, text: str) -> Span:
    start = draw(st.integers(0, len(text)))
    return Span(start, draw(st.integers(start, len(text))))


def some(strategy: st.SearchStrategy[Any], *, least: int = 0, most: int = 3) -> st.SearchStrategy[Any]:
    return st.lists(strategy, min_size=least, max_size=most).map(tuple)


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


@st.composite
def moments(draw: Draw, evidence: st.SearchStrategy[Evidence]) -> Moment:
    first, last = draw(maybe(DAYS)), draw(maybe(DAYS))
    if first and last and first > last:
        first, last = last, first
    return Moment(
        earliest=first,
        latest=last,
        basis=draw(st.sampled_from(Basis)),
        why=draw(WORDS),
        candidates=draw(maybe(some(DAYS))),
        evidence=draw(some(evidence)),
    )


@st.composite
def chains(draw: Draw, report_id: str, text: str) -> Chain:
    mentions = draw(
        some(
            st.builds(
                Mention,
                span=spans_in(text),
                kind=st.sampled_from(Kind),
                name=maybe(WORDS),
                role=maybe(WORDS),
                pronoun=st.booleans(),
            ),
            least=1,
        )
    )
    return Chain(
        id=ids.chain_id(report_id, min(mention.span for mention in mentions)),
        report_id=report_id,
        kind=draw(st.sampled_from(Kind)),
        name=draw(maybe(WORDS)),
        names=draw(NAMES),
        roles=draw(NAMES),
        mentions=mentions,
    )


@st.composite
def attributions(draw: Draw, report_id: str, text: str, chain_ids: list[str]) -> Attribution:
    spans = spans_in(text)
    content = draw(some(spans, least=1))
    return Attribution(
        id=ids.attribution_id(report_id, content),
        report_id=report_id,
        content=content,
        quoted=draw(some(spans)),
        manner=draw(st.sampled_from(Manner)),
        act=draw(st.sampled_from(Act)),
        cue=draw(maybe(spans)),
        source=draw(maybe(spans)),
        speakers=draw(some(st.sampled_from(chain_ids))) if chain_ids else (),
        judgement=Judgement(rule=draw(WORDS), because=draw(some(spans)), level=draw(st.sampled_from(Level))),
    )


def unique(values: tuple[Any, ...]) -> tuple[Any, ...]:
    return tuple({value.id: value for value in values}.values())


@st.composite
def readings(draw: Draw, number: int) -> tuple[Any, Reading]:
    # A number at the start keeps reports apart; lone surrogates in the bytes would be damage, so not here.
    text = f"{number} " + draw(TEXTS).replace("\ud83d", "?")
    capture = capture_of(text, draw(WORDS), mark=draw(st.booleans()))
    spans = spans_in(text)
    problem = st.builds(
        Problem,
        code=st.just("clean.odd"),
        message=WORDS,
        report_id=maybe(st.just(capture.id)),
        path=maybe(WORDS),
    )
    own = Evidence(report_id=capture.id, span=draw(spans))
    report = report_of(
        capture,
        paths=draw(some(WORDS, least=1)),
        blocks=draw(some(st.builds(Block, span=spans, zone=st.sampled_from(Zone), repeats=st.booleans()))),
        credits=draw(some(st.builds(Credit, outlet=WORDS, span=spans, picture=st.booleans()))),
        external_id=draw(maybe(WORDS)),
        title=draw(maybe(WORDS)),
        language=draw(maybe(WORDS)),
        url=draw(maybe(WORDS)),
        outlet=draw(maybe(WORDS.map(lambda name: Outlet(id=ids.outlet_id(name), name=name)))),
        published=draw(maybe(moments(st.just(own)))),
        declared=draw(st.dictionaries(WORDS, WORDS, max_size=2)),
    )
    found = unique(draw(some(chains(capture.id, text))))
    numbers = maybe(st.integers(-(10**30), 10**30))
    timexes = st.builds(
        Timex,
        span=spans,
        kind=st.sampled_from(TimeKind),
        year=numbers,
        amount=numbers,
        unit=maybe(WORDS),
        direction=st.integers(-1, 1),
        deictic=st.booleans(),
    )
    reading = Reading(
        report=report,
        chains=found,
        timexes=draw(some(timexes)),
        sentences=draw(some(spans)),
        attributions=unique(draw(some(attributions(capture.id, text, [chain.id for chain in found])))),
        problems=draw(some(problem)),
    )
    return capture, reading


def parted(draw: Callable[..., Any], members: list[str], groups: int = 2) -> list[tuple[str, ...]]:
    """Part `members` into groups, none of them empty."""
    places = [draw(st.integers(0, groups - 1)) for _ in members]
    parts = [
        tuple(member for member, place in zip(members, places, strict=True) if place == number)
        for number in range(groups)
    ]
    return [part for part in parts if part]


@st.composite
def piles(draw: Draw) -> Contents:
    pairs = sorted(
        (draw(readings(number)) for number in range(draw(st.integers(0, 3)))), key=lambda pair: pair[0].id
    )
    read = tuple(reading for _, reading in pairs)
    return replace(
        ferry_contents(),
        captures=tuple(capture for capture, _ in pairs),
        readings=read,
        linked=draw(linked_over(read)) if read else Linked(),
        problems=draw(some(st.builds(Problem, code=st.just("ingest.empty"), message=WORDS, path=WORDS))),
    )


def evidence_in(reading: Reading) -> st.SearchStrategy[Evidence]:
    return st.builds(Evidence, report_id=st.just(reading.report.id), span=spans_in(reading.report.text))


@st.composite
def linked_over(draw: Draw, read: tuple[Reading, ...]) -> Linked:
    evidence = st.one_of(*(evidence_in(reading) for reading in read))
    report_ids = [reading.report.id for reading in read]
    entities = tuple(
        Entity(
            id=ids.shared_id("p", members),
            name=draw(WORDS),
            aliases=draw(NAMES),
            kind=draw(st.sampled_from(Kind)),
            roles=draw(some(st.builds(Role, title=WORDS, evidence=some(evidence)))),
            chain_ids=members,
            merges=draw(NAMES),
        )
        for members in parted(draw, [chain.id for reading in read for chain in reading.chains])
    )
    events = tuple(
        Event(
            id=ids.shared_id("e", members),
            what=draw(WORDS),
            where=draw(maybe(WORDS)),
            date=draw(maybe(moments(evidence))),
            report_ids=members,
            evidence=draw(some(evidence)),
        )
        for members in parted(draw, report_ids)
    )
    event_ids = tuple(event.id for event in events)
    passages = st.builds(Passage, source=maybe(evidence), copy=evidence)
    lineages = tuple(
        Lineage(
            id=ids.shared_id("l", members),
            report_ids=members,
            origin=draw(maybe(st.sampled_from(members))),
            credit=draw(maybe(WORDS)),
            evidence=draw(some(evidence)),
            passages=draw(some(passages)),
        )
        for members in parted(draw, report_ids)
    )
    statements = tuple(
        draw(statements_of(members, [entity.id for entity in entities], event_ids, evidence))
        for members in parted(draw, [one.id for reading in read for one in reading.attributions], 3)
    )
    return Linked(
        entities=entities,
        events=events,
        stories=(Story(id=ids.shared_id("t", event_ids), title=draw(WORDS), event_ids=event_ids),),
        lineages=lineages,
        statements=statements,
        divergences=draw(
            some(
                st.builds(
                    Divergence, slot=st.sampled_from(Slot), between=st.tuples(evidence, evidence), note=WORDS
                )
            )
        ),
        problems=draw(some(st.builds(Problem, code=st.just("link.odd"), message=WORDS))),
        report_dates=draw(st.dictionaries(st.sampled_from(report_ids), moments(evidence))),
    )


@st.composite
def statements_of(
    draw: Draw,
    members: tuple[str, ...],
    entity_ids: list[str],
    event_ids: tuple[str, ...],
    evidence: st.SearchStrategy[Evidence],
) -> Statement:
    bounds = maybe(st.tuples(st.integers(0, 9), st.integers(9, 20)).map(lambda pair: Span(*pair)))
    variants = tuple(
        Variant(
            attribution_ids=part,
            text=draw(WORDS),
            relation=draw(st.sampled_from(Relation)),
            differences=draw(
                some(st.builds(Difference, kind=st.sampled_from(Change), base=bounds, variant=bounds))
            ),
            summary=draw(WORDS),
        )
        for part in parted(draw, list(members))
    )
    return Statement(
        id=ids.shared_id("s", members),
        speaker_ids=draw(some(st.sampled_from(entity_ids))) if entity_ids else (),
        event_id=draw(maybe(st.sampled_from(event_ids))),
        said=draw(maybe(moments(evidence))),
        variants=variants,
        corroboration=Corroboration(reports=draw(st.integers(1, 9)), lineages=draw(st.integers(1, 9))),
    )


@settings(deadline=None, max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(piles(), WORDS)
def test_what_is_written_to_a_database_comes_back_is_sound_and_is_found_by_the_same_words(
    team: Places, contents: Contents, words: str
) -> None:
    place = team.at()
    write(place, contents)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "one.db"
        copy_record(place, path)
        with open_record(place) as one, open_record(path) as other:
            assert one.contents() == other.contents() == contents
            assert one.search(words) == other.search(words)
            assert one.statements(speaker=words) == other.statements(speaker=words)
        assert check(place) == check(path) == ()


@settings(deadline=None, max_examples=12)
@given(piles(), WORDS)
def test_what_is_written_comes_back_is_sound_and_gives_the_same_bytes(contents: Contents, words: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path, again = Path(folder) / "one.db", Path(folder) / "two.db"
        write(path, contents)
        with open_record(path) as record:
            restored = record.contents()
            record.search(words)
            record.statements(speaker=words)

        assert restored == contents
        assert check(path) == ()
        write(again, restored)
        assert again.read_bytes() == path.read_bytes()


@settings(deadline=None, max_examples=25)
@given(piles())
def test_every_record_that_is_linked_fits_the_published_schema(contents: Contents) -> None:
    assert faults_of(record_as_json(contents)) == []
