"""The queue: what no person has looked at, the likely wrong first, each in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.listing import Asked
from onrecord.model.span import cover
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.safe import direction, language_tag
from onrecord.publish.page.wording import short_title_words
from onrecord.publish.room.links import Addresses
from onrecord.publish.room.paging import paging
from onrecord.publish.room.rows import Run
from onrecord.publish.room.seen import saw_words
from onrecord.publish.room.selection import selection
from onrecord.publish.room.visit import Shown

if TYPE_CHECKING:
    from onrecord.model.attribution import Attribution
    from onrecord.model.listing import Doubt
    from onrecord.model.report import Report
    from onrecord.publish.page.pile import Pile
    from onrecord.publish.room.visit import Visit

EACH = 20
AROUND = 180
"""Characters of the report that are shown on either side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DoubtShown:
    """One reading to look at: the words among those around them, to whom they are credited, and by which rule."""

    doubt: Doubt
    runs: tuple[Run, ...]
    speakers: str
    about: str
    rule: str
    outlet: str
    href: str
    language: str | None
    direction: str


def show_queue(visit: Visit) -> Shown:
    """Show what is best looked at first."""
    listed = visit.record.list_doubts(first=(visit.page - 1) * EACH, most=EACH)
    ids = tuple(dict.fromkeys(one.statement_id for one in listed.rows))
    pile = pile_of(visit.record.slice(statement_ids=ids)) if ids else None
    return Shown(
        template="review.html.j2",
        title="Review",
        same=selection("doubts", Asked(first=(visit.page - 1) * EACH, most=EACH)),
        values={
            "seen": saw_words(pile, [one.attribution_id for one in listed.rows]) if pile else (),
            "doubts": [shown_doubt(pile, one) for one in listed.rows] if pile else [],
            "paging": paging(visit, listed.total, each=EACH),
            "back": visit.again(said=None, of=None),
        },
    )


def shown_doubt(pile: Pile, doubt: Doubt) -> DoubtShown:
    """Return one reading as the queue shows it."""
    attribution = pile.attributions_by_id[doubt.attribution_id]
    report = pile.readings_by_id[attribution.report_id].report
    names = pile.contents.linked.entity_by_chain()
    speakers = tuple(dict.fromkeys(names[chain] for chain in attribution.speakers if chain in names))
    return DoubtShown(
        doubt=doubt,
        runs=in_context(report, attribution),
        speakers=pile.speaker_words(speakers),
        about=f"{attribution.judgement.level.value}, {attribution.manner.value}, {attribution.act.value}",
        rule=attribution.judgement.rule,
        outlet=Addresses.title(report.outlet.name if report.outlet else None, short_title_words(report)),
        href=Addresses().standing(attribution),
        language=language_tag(report.language),
        direction=direction(report.language),
    )


def in_context(report: Report, attribution: Attribution) -> tuple[Run, ...]:
    """Return the content of an attribution, marked, among the words around it in its paragraphs, cut at words."""
    text, whole = report.text, cover(attribution.content)
    blocks = [block.span for block in report.blocks if block.span.overlaps(whole)]
    around = cover([*blocks, whole])
    start, end = max(around.start, whole.start - AROUND), min(around.end, whole.end + AROUND)
    while around.start < start < whole.start and not text[start - 1].isspace():
        start += 1
    while around.end > end > whole.end and not text[end].isspace():
        end -= 1
    runs: list[Run] = [Run("… ")] if start > around.start else []
    done = start
    for span in attribution.content:
        runs += [Run(text[done : span.start]), Run(span.of(text), found=True)]
        done = span.end
    runs.append(Run(text[done:end]))
    return tuple(run for run in (*runs, Run(" …" if end < around.end else "")) if run.text)
