"""Small piles for the link stage: readings made from a headline, paragraphs and who said what."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from onrecord.model import ids
from onrecord.model.annotation import Chain, Kind, Mention, TimeKind, Timex
from onrecord.model.attribution import Act, Attribution, Judgement, Level, Manner, Reading
from onrecord.model.moment import Basis, Moment
from onrecord.model.report import Block, Credit, Outlet, Report, Zone
from onrecord.model.span import OffsetMap, Run, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(r"\b(?:" + "|".join(_WEEKDAYS) + r")\b", re.IGNORECASE)

Speech = tuple[str, str, Manner]
"""Who said it, the exact words as they stand in the report, and the manner."""


def reading_of(
    headline: str,
    paragraphs: Sequence[str],
    *,
    speeches: Iterable[Speech] = (),
    day: str | None = None,
    outlet: str | None = None,
    credit: str | None = None,
) -> Reading:
    """Return a reading whose report prints a headline (unless empty) and paragraphs."""
    parts = [*([headline] if headline else []), *paragraphs]
    text = "\n\n".join(parts)
    report_id = ids.report_id(text.encode())
    blocks: list[Block] = []
    start = 0
    for part in parts:
        zone = Zone.HEADLINE if headline and not blocks else Zone.BODY
        blocks.append(Block(span=Span(start, start + len(part)), zone=zone))
        start += len(part) + 2
    chains: dict[str, Chain] = {}
    attributions = tuple(_attribution(text, report_id, speech, chains) for speech in speeches)
    report = Report(
        id=report_id,
        paths=(f"{report_id}.txt",),
        text=text,
        offsets=OffsetMap((Run(0, 0, 1),)),
        encoding="utf-8",
        blocks=tuple(blocks),
        title=headline or None,
        outlet=Outlet(id=ids.outlet_id(outlet), name=outlet) if outlet else None,
        credits=(Credit(outlet=credit, span=find(text, credit)),) if credit else (),
        published=_given(day) if day else None,
    )
    timexes = tuple(
        Timex(span=Span(*match.span()), kind=TimeKind.WEEKDAY, weekday=_WEEKDAYS.index(match[0].lower()))
        for match in _WEEKDAY.finditer(text)
    )
    return Reading(
        report=report,
        chains=tuple(chains.values()),
        timexes=timexes,
        sentences=tuple(block.span for block in blocks),
        attributions=tuple(sorted(attributions, key=lambda attribution: attribution.content)),
    )


def find(text: str, words: str) -> Span:
    """Return where `words` first stand in `text`."""
    start = text.index(words)
    return Span(start, start + len(words))


def _given(day: str) -> Moment:
    known = date.fromisoformat(day)
    return Moment(earliest=known, latest=known, basis=Basis.GIVEN, why="the input gives it")


def _attribution(text: str, report_id: str, speech: Speech, chains: dict[str, Chain]) -> Attribution:
    name, words, manner = speech
    span = find(text, words)
    speakers: tuple[str, ...] = ()
    if name:
        mention = find(text, name) if name in text else Span(0, 1)
        chain = Chain(
            id="c" + ids.digest(report_id, name),
            report_id=report_id,
            kind=Kind.PERSON,
            name=name,
            names=(name,),
            roles=(),
            mentions=(Mention(span=mention, kind=Kind.PERSON, name=name),),
        )
        chains[name] = chain
        speakers = (chain.id,)
    return Attribution(
        id=ids.attribution_id(report_id, (span,)),
        report_id=report_id,
        content=(span,),
        quoted=(span,) if manner is Manner.DIRECT else (),
        manner=manner,
        act=Act.ASSERTION,
        cue=None,
        source=None,
        speakers=speakers,
        judgement=Judgement(rule="test", because=(), level=Level.CERTAIN),
    )
