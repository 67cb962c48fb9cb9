"""The tools that read one thing: a statement, a speaker, a place in a report."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from onrecord.errors import RecordError
from onrecord.lexicon.crediting import credit_words
from onrecord.model.found import Likeness, Part
from onrecord.model.listing import Asked, Order
from onrecord.model.span import Span, cover
from onrecord.publish.assistant.answers import (
    Alike,
    Carried,
    ContextAnswer,
    Marked,
    Range,
    Role,
    SpeakerAnswer,
    StatementAnswer,
    Thing,
    Wording,
)
from onrecord.publish.assistant.telling import (
    LONGEST,
    Sources,
    day_of,
    ranges_of,
    row_of,
    things_of,
)
from onrecord.publish.page.wording import listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.contents import Contents
    from onrecord.model.statement import Statement, Variant
    from onrecord.publish.assistant.searching import Wish
    from onrecord.record import Record

_WORDINGS, _CARRIERS, _ALIKE = 20, 10, 5
"""Of a statement so many wordings are told, of each so many reports that carry it, and so many statements like it."""
_ROLES: Final = 10
_NAMED: Final = 5
AROUND: Final = 2000
"""Characters that may be shown on either side of a place."""
_CREDITED: Final = 40
_SPEAKER_ID: Final = re.compile(r"p[0-9a-f]{20}")


def statement(record: Record, statement_id: str) -> StatementAnswer:
    """Tell a statement in all its wordings.

    Raises:
        RecordError: when there is none of that id.
    """
    contents = record.slice(statement_ids=[statement_id])
    own = next(one for one in contents.linked.statements if one.id == record.resolve(statement_id))
    sources = Sources.of(contents)
    attributions = {one.id: one for reading in contents.readings for one in reading.attributions}
    names = {entity.id: entity.name for entity in contents.linked.entities}
    event = next((one for one in contents.linked.events if one.id == own.event_id), None)
    return StatementAnswer(
        id=own.id,
        speakers=[Thing(id=one, name=names[one]) for one in own.speaker_ids],
        said=day_of(own.said),
        event=Thing(id=event.id, name=event.what) if event else None,
        reports=own.corroboration.reports,
        independent=own.corroboration.lineages,
        wordings=[
            _wording(number, variant, attributions, sources)
            for number, variant in enumerate(own.variants[:_WORDINGS])
        ],
        other_wordings=max(0, len(own.variants) - _WORDINGS),
        alike=_alike(record, own),
    )


def _wording(
    number: int, variant: Variant, attributions: Mapping[str, Attribution], sources: Sources
) -> Wording:
    carried = [attributions[one] for one in variant.attribution_ids]
    return Wording(
        number=number,
        relation=variant.relation.value,
        words=variant.text[:LONGEST],
        differs=variant.summary,
        carried_by=[_carried(one, sources) for one in carried[:_CARRIERS]],
        others=max(0, len(carried) - _CARRIERS),
    )


def _carried(attribution: Attribution, sources: Sources) -> Carried:
    report = sources.reports[attribution.report_id]
    return Carried(
        attribution_id=attribution.id,
        citation=sources.cite_span(report, cover(attribution.content)),
        manner=attribution.manner.value,
        credited_by=credit_words(attribution, report.text),
        level=attribution.judgement.level.value,
        quoted=ranges_of(attribution.quoted),
    )


def _alike(record: Record, own: Statement) -> list[Alike]:
    found = record.find_like(own.id, asked=Asked(most=_ALIKE))
    sources = Sources.of(record.slice(statement_ids=[one.id for one in found]))
    return [
        Alike(
            id=one.id,
            speakers=things_of(one.row.speakers),
            said=day_of(one.row.said),
            credited_by=one.row.credit,
            shared_words=list(one.words),
            citation=sources.cite(one.row.place),
        )
        for one in found
    ]


def speaker(record: Record, wanted: str, wish: Wish) -> SpeakerAnswer:
    """Tell a speaker, by id or name, and what they said, earliest first.

    Raises:
        RecordError: when nobody is named so, or several are: the sentence says who may be meant.
    """
    speaker_id = find_speaker(record, wanted)
    asked = replace(wish.asked(), speaker=speaker_id, order=Order.TIME)
    listed = record.list_statements(asked)
    contents = record.slice(speaker_ids=[speaker_id], statement_ids=[row.id for row in listed.rows])
    own = next(one for one in contents.linked.entities if one.id == speaker_id)
    sources = Sources.of(contents)
    return SpeakerAnswer(
        id=own.id,
        name=own.name,
        kind=own.kind.value,
        aliases=list(own.aliases),
        roles=[
            Role(title=role.title, citation=sources.cite(role.evidence[0]) if role.evidence else None)
            for role in own.roles[:_ROLES]
        ],
        taken_as_one=list(own.merges),
        statements=[row_of(row, sources) for row in listed.rows],
        statements_total=listed.total,
        first=listed.first,
    )


def find_speaker(record: Record, wanted: str) -> str:
    """Return the id of the one speaker who is meant; a name that is only near means nobody.

    Raises:
        RecordError: when it is nobody's, or several people's.
    """
    if _SPEAKER_ID.fullmatch(wanted):
        return record.resolve(wanted)
    hits = record.find(Asked(words=wanted), parts=[Part.SPEAKERS]).speakers.rows
    whole = [hit for hit in hits if hit.asked.split() == wanted.split()]
    for likeness in (Likeness.SAME, Likeness.SPELLED):
        fitting = [hit for hit in whole if hit.likeness is likeness]
        exact = [hit for hit in fitting if hit.name.casefold() == wanted.casefold()] or fitting
        if len(exact) == 1:
            return exact[0].id
        if exact:
            named = listing([f"{hit.called} ({hit.id})" for hit in exact[:_NAMED]])
            raise RecordError(f"{wanted!r} names {len(exact)} speakers, among them {named}; ask by id")
    if not hits:
        raise RecordError(
            f"no speaker of this record is named {wanted!r}; search finds names spelled otherwise"
        )
    near = listing([f"{hit.called} ({hit.id})" for hit in hits[:_NAMED]], "or")
    raise RecordError(f"no speaker of this record is named {wanted!r}; perhaps {near} is meant: ask by id")


def report_in_context(record: Record, report_id: str, span: Span, around: int) -> ContextAnswer:
    """Tell the characters of a place in a report and around it, and what of them is credited to somebody.

    Raises:
        RecordError: when there is no such report, or it does not reach so far.
    """
    contents = record.slice(report_ids=[report_id])
    todays = record.resolve(report_id)
    reading = next(one for one in contents.readings if one.report.id == todays)
    report = reading.report
    if span.end > len(report.text):
        raise RecordError(
            f"report {todays} has {len(report.text)} characters; there is none at {span.end - 1}"
        )
    around = max(0, min(around, AROUND))
    told = Span(span.start, min(span.end, span.start + LONGEST))
    shown = Span(max(0, told.start - around), min(len(report.text), told.end + around))
    return ContextAnswer(
        citation=Sources.of(contents).cite_span(report, span),
        before=report.text[shown.start : told.start],
        after=report.text[told.end : shown.end],
        shown=Range(start=shown.start, end=shown.end),
        length=len(report.text),
        language=report.language,
        url=report.url,
        credited=_credited(contents, reading, shown),
    )


def _credited(contents: Contents, reading: Reading, shown: Span) -> list[Marked]:
    entity_of = contents.linked.entity_by_chain()
    names = {entity.id: entity.name for entity in contents.linked.entities}
    statement_of = {
        one: own.id
        for own in contents.linked.statements
        for variant in own.variants
        for one in variant.attribution_ids
    }
    marked: list[Marked] = []
    for attribution in reading.attributions:
        if len(marked) == _CREDITED or not any(span.overlaps(shown) for span in attribution.content):
            continue
        speakers = dict.fromkeys(entity_of[chain] for chain in attribution.speakers if chain in entity_of)
        marked.append(
            Marked(
                attribution_id=attribution.id,
                statement_id=statement_of.get(attribution.id),
                speakers=[Thing(id=one, name=names[one]) for one in speakers],
                manner=attribution.manner.value,
                credited_by=credit_words(attribution, reading.report.text),
                level=attribution.judgement.level.value,
                ranges=ranges_of(attribution.content),
            )
        )
    return marked
