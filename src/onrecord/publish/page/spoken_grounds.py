"""Why words are somebody's, and why attributions are one statement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.model.annotation import Kind
from onrecord.model.statement import Relation
from onrecord.publish.page.counting import counting_words
from onrecord.publish.page.dated_grounds import date_ground
from onrecord.publish.page.grounds import (
    NEAREST,
    TITLE,
    Candidate,
    Ground,
    Place,
    named_report,
    place_of,
    telling_words,
)
from onrecord.publish.page.pieces import cut_text, quoted_runs, text_of
from onrecord.publish.page.statements import first_of
from onrecord.publish.page.wording import MANNERS, RELATIONS, UNKNOWN_SPEAKER, count, level_words

if TYPE_CHECKING:
    from onrecord.model.annotation import Chain, Mention
    from onrecord.model.attribution import Attribution
    from onrecord.model.span import Span
    from onrecord.model.statement import Statement
    from onrecord.publish.page.pile import Pile

LONGEST = 120
"""Characters of the words by which an attribution or a statement is named."""
WITHIN = 1500
"""Characters before the words in which whoever is named could be meant."""


def attribution_ground(pile: Pile, attribution: Attribution) -> Ground:
    """Tell by which rule and words an attribution was read, who is meant by its source, and who else could be."""
    entity_by_chain = pile.contents.linked.entity_by_chain()
    entities = list(
        dict.fromkeys(entity_by_chain[one] for one in attribution.speakers if one in entity_by_chain)
    )
    speakers = pile.speaker_words(entities)
    judgement = attribution.judgement
    places = _places(pile, attribution)
    because = [
        f"Manner: {MANNERS[attribution.manner]}.",
        f"Level: {level_words(judgement)}.",
        _tell_source(pile, attribution, speakers),
    ]
    return Ground(
        id=attribution.id,
        kind="attribution",
        what=_told(pile, attribution, speakers),
        rule=judgement.rule,
        because=tuple(because),
        places=places,
        candidates=_others(pile, attribution),
    )


def _told(pile: Pile, attribution: Attribution, speakers: str, longest: int = LONGEST) -> str:
    """Return who said what, with the words that credit what is no direct speech: denied words must not read as an assertion."""
    text = pile.readings_by_id[attribution.report_id].report.text
    runs = quoted_runs(text_of(attribution, text), attribution, text)
    credit = pile.credit_words(attribution)
    return f"{speakers}{f' — {credit}' if credit else ''}: {' '.join(cut_text(runs, longest).split())}"


def _places(pile: Pile, attribution: Attribution) -> tuple[Place, ...]:
    parts: list[tuple[str, Span]] = [("content", span) for span in attribution.content]
    parts += [("quoted", span) for span in attribution.quoted]
    if attribution.cue:
        parts.append(("cue", attribution.cue))
    if attribution.source:
        parts.append(("source", attribution.source))
    known = {span for _, span in parts}
    parts += [("because", span) for span in attribution.judgement.because if span not in known]
    parts += [("named here", span) for span in _namings(pile, attribution) if span not in known]
    found = (place_of(pile, attribution.report_id, span, part) for part, span in parts)
    return tuple(place for place in found if place)


def _chains(pile: Pile, attribution: Attribution) -> tuple[Chain, ...]:
    return pile.readings_by_id[attribution.report_id].chains


def _namings(pile: Pile, attribution: Attribution) -> list[Span]:
    """Return where the report names each speaker: the nearest full naming at or before the source."""
    at = (attribution.source or attribution.content[0]).start
    found: list[Span] = []
    for chain in _chains(pile, attribution):
        named = [mention.span for mention in chain.mentions if mention.name]
        if chain.id in attribution.speakers and named:
            before = [span for span in named if span.start <= at]
            found.append(max(before) if before else min(named))
    return sorted(found)


def _tell_source(pile: Pile, attribution: Attribution, speakers: str) -> str:
    text = pile.readings_by_id[attribution.report_id].report.text
    if attribution.source is None:
        if speakers == UNKNOWN_SPEAKER:
            return "No source phrase: nothing says whose words these are."
        return f"No source phrase; the words are those of {speakers}."
    source = attribution.source.of(text)
    if not attribution.speakers:
        return f"“{source}” names nobody for sure, so the speaker is unknown."
    if speakers == UNKNOWN_SPEAKER:
        return f"“{source}” only describes whoever speaks, so the speaker is unknown."
    return f"“{source}” stands for {speakers}."


def _others(pile: Pile, attribution: Attribution) -> tuple[Candidate, ...]:
    """Return who else is named before the words, nearest first: whoever could be meant by a pronoun or a description."""
    at = (attribution.source or attribution.content[0]).start
    entity_by_chain = pile.contents.linked.entity_by_chain()
    taken = {entity_by_chain.get(one, one) for one in attribution.speakers}
    own = max((span.start for span in _namings(pile, attribution) if span.start <= at), default=None)
    nearest: dict[str, tuple[int, Chain, Mention]] = {}
    for chain in _chains(pile, attribution):
        who = entity_by_chain.get(chain.id, chain.id)
        if chain.kind is not Kind.PERSON or chain.name is None or who in taken:
            continue
        before = [one for one in chain.mentions if one.name and at - WITHIN <= one.span.start < at]
        if before and (who not in nearest or before[-1].span.start > nearest[who][0]):
            last = max(before, key=lambda one: one.span)
            nearest[who] = (last.span.start, chain, last)
    found: list[Candidate] = []
    for start, chain, mention in sorted(nearest.values(), key=lambda one: -one[0])[:NEAREST]:
        place = place_of(pile, attribution.report_id, mention.span, "named")
        found.append(
            Candidate(
                what=chain.name or "",
                why_not=_why_not(attribution, start, own, at),
                places=(place,) if place else (),
            )
        )
    return tuple(found)


def _why_not(attribution: Attribution, start: int, own: int | None, at: int) -> str:
    away = f"named {count(at - start, 'character')} before the source"
    if any(start in span for span in attribution.content):
        return f"{away}, inside the words themselves"
    if not attribution.speakers:
        return f"{away}; nothing says that the source means this name"
    if own is None:
        return f"{away}; the speaker is told by the source itself"
    if own == at:
        return f"{away}; the source itself names somebody else"
    if start > own:
        return (
            f"{away}, nearer than the speaker's own name; rule {attribution.judgement.rule} takes the speaker"
        )
    return f"{away}, farther back than the speaker's own name"


def statement_ground(pile: Pile, statement: Statement) -> Ground:
    """Tell why attributions are one statement, and which others of the same speaker and event were kept apart."""
    base = statement.variants[0]
    carried = statement.corroboration
    counted = (
        f"{count(len(pile.members(statement)), 'attribution')} in {count(len(statement.variants), 'wording')}"
    )
    because = [
        f"{counted}; {count(carried.reports, 'report')}, {count(carried.lineages, 'independent lineage')}."
    ]
    because += counting_words(pile, statement, lambda report: named_report(pile, report.id))
    because += [
        f"{RELATIONS[variant.relation].capitalize()}: {_shared(base.text, variant.text)}. {variant.summary}"
        for variant in statement.variants[1:]
    ]
    places: list[Place] = []
    for variant in statement.variants:
        for member in pile.members_of(variant):
            part = "base" if variant.relation is Relation.BASE else variant.relation.value
            found = (place_of(pile, member.report_id, span, part) for span in member.content)
            places += [place for place in found if place]
    reports = [member.report_id for member in pile.members_of(base)]
    return Ground(
        id=statement.id,
        kind="statement",
        what=_told(pile, first_of(pile, base), pile.speaker_words(statement.speaker_ids)),
        rule="statement.alone" if len(pile.members(statement)) == 1 else "statement.one-speaker-one-occasion",
        because=tuple(because),
        places=tuple(places),
        candidates=_nearest_statements(pile, statement),
        parts=(date_ground(pile, statement.id, "said", statement.said, reports),),
    )


def _shared(first: str, second: str) -> str:
    one, other = telling_words(first), telling_words(second)
    return f"{len(one & other)} telling words in common, of {len(one)} and {len(other)}"


def _nearest_statements(pile: Pile, statement: Statement) -> tuple[Candidate, ...]:
    """Return the statements of the same speakers that have most words in common with this one."""
    words = telling_words(statement.variants[0].text)
    speakers = set(statement.speaker_ids)
    alike: list[tuple[int, str, Statement]] = []
    for other in pile.statements:
        if other.id != statement.id and (
            speakers & set(other.speaker_ids) or (not speakers and not other.speaker_ids)
        ):
            shared = len(words & telling_words(other.variants[0].text))
            if shared:
                alike.append((-shared, other.id, other))
    found: list[Candidate] = []
    for _, _, other in sorted(alike, key=lambda one: one[:2])[:NEAREST]:
        same = "the same event" if other.event_id == statement.event_id else "another event"
        first = first_of(pile, other.variants[0])
        place = place_of(pile, first.report_id, first.content[0], "base")
        found.append(
            Candidate(
                what=f"{_told(pile, first, pile.speaker_words(other.speaker_ids), TITLE)} ({other.id})",
                why_not=f"{same}; {_shared(statement.variants[0].text, other.variants[0].text)}; not near enough to be one",
                places=(place,) if place else (),
            )
        )
    return tuple(found)
