"""Why reports are one event, events one story, texts of one descent, and why two places diverge."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.publish.page.dated_grounds import date_ground
from onrecord.publish.page.grounds import (
    NEAREST,
    Candidate,
    Ground,
    Place,
    named_report,
    named_thing,
    place_of,
    places_of,
)
from onrecord.publish.page.wording import count, listing, moment_words, title_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.attribution import Reading
    from onrecord.model.statement import Divergence, Event, Lineage, Story
    from onrecord.publish.page.pile import Pile

_SHOWN_NAMES = 6
_FEW_NAMES = 2
"""Names that two events must share to be told as near."""

_FEATURES = {"number": "the same thing counted or measured", "date": "a day of the same happening"}


def report_ground(pile: Pile, reading: Reading) -> Ground:
    """Tell what is read of a report as a whole: its outlet, credits, day and event."""
    report = reading.report
    event = pile.event_by_report.get(report.id)
    because = [
        f"Published by {report.outlet.name}." if report.outlet else "Its outlet is not named.",
        f"{count(len(reading.attributions), 'attribution')} read.",
    ]
    because += [f"Credits {credit.outlet}." for credit in report.credits]
    because += [f"{problem.code}: {problem.message}." for problem in reading.problems]
    places = [place_of(pile, report.id, credit.span, "credit") for credit in report.credits]
    day = pile.contents.linked.report_dates.get(report.id) or report.published
    return Ground(
        id=report.id,
        kind="report",
        what=title_words(report),
        rule="report.read",
        because=tuple(because),
        places=tuple(place for place in places if place),
        parts=(
            date_ground(pile, report.id, "published", day, [report.id]),
            *((event_ground(pile, event),) if event else ()),
        ),
    )


def event_ground(pile: Pile, event: Event) -> Ground:
    """Tell what the reports of an event have in common, and which events came nearest without being it."""
    shared = _shared_names(pile, event.report_ids)
    titles = [named_report(pile, key) for key in event.report_ids]
    because = [f"{count(len(titles), 'report')}: {'; '.join(titles)}."]
    if len(titles) > 1:
        because.append(f"Named by two of them or more: {listing(sorted(shared)[:_SHOWN_NAMES]) or 'nobody'}.")
    else:
        because.append("No other report was near enough to be joined.")
    return Ground(
        id=event.id,
        kind="event",
        what=event.what,
        rule="event.one-happening" if len(titles) > 1 else "event.alone",
        because=tuple(because),
        places=places_of(pile, event.evidence),
        candidates=_nearest_events(pile, event),
        parts=(date_ground(pile, event.id, "happened", event.date, event.report_ids),),
    )


def _names_by_report(pile: Pile, report_ids: Iterable[str]) -> Mapping[str, frozenset[str]]:
    entity_by_chain = pile.contents.linked.entity_by_chain()
    return {
        key: frozenset(
            entity_by_chain[chain.id]
            for chain in pile.readings_by_id[key].chains
            if chain.name and chain.id in entity_by_chain
        )
        for key in report_ids
    }


def _shared_names(pile: Pile, report_ids: Iterable[str]) -> frozenset[str]:
    """Return the names of those whom two of the reports name."""
    found = list(_names_by_report(pile, report_ids).values())
    entities = {one for names in found for one in names if sum(one in other for other in found) > 1}
    return frozenset(pile.entities_by_id[one].name for one in entities)


def _nearest_events(pile: Pile, event: Event) -> tuple[Candidate, ...]:
    """Return the events that share most names with this one."""
    entity_by_chain = pile.contents.linked.entity_by_chain()
    own = _named(pile, event, entity_by_chain)
    near: list[tuple[int, str, Event, frozenset[str]]] = []
    for other in pile.events:
        shared = own & _named(pile, other, entity_by_chain) if other.id != event.id else frozenset[str]()
        if len(shared) >= _FEW_NAMES:
            near.append((-len(shared), other.id, other, shared))
    return tuple(
        Candidate(
            what=named_thing(other.what, other.id),
            why_not=f"{moment_words(other.date)}; shares {listing(_names(pile, shared))}, but not enough else",
            places=places_of(pile, other.evidence[:1]),
        )
        for _, _, other, shared in sorted(near, key=lambda one: one[:2])[:NEAREST]
    )


def _named(pile: Pile, event: Event, entity_by_chain: Mapping[str, str]) -> frozenset[str]:
    return frozenset(
        entity_by_chain[chain.id]
        for key in event.report_ids
        for chain in pile.readings_by_id[key].chains
        if chain.name and chain.id in entity_by_chain
    )


def _names(pile: Pile, entities: Iterable[str]) -> list[str]:
    return sorted(pile.entities_by_id[one].name for one in entities)[:_SHOWN_NAMES]


def story_ground(pile: Pile, story: Story) -> Ground:
    """Tell which names chain the events of a story, event by event in its order."""
    entity_by_chain = pile.contents.linked.entity_by_chain()
    events = [pile.events_by_id[key] for key in story.event_ids]
    because = [f"{count(len(events), 'event')} in order of time."]
    for before, event in pairwise(events):
        shared = _named(pile, before, entity_by_chain) & _named(pile, event, entity_by_chain)
        because.append(
            f"{named_thing(before.what, before.id)} and {named_thing(event.what, event.id)}"
            f" share {listing(_names(pile, shared)) or 'matter, no name'}."
        )
    return Ground(
        id=story.id,
        kind="story",
        what=story.title,
        rule="story.shared-actors" if len(events) > 1 else "story.alone",
        because=tuple(because),
        parts=tuple(event_ground(pile, event) for event in events[:NEAREST]),
    )


def lineage_ground(pile: Pile, lineage: Lineage) -> Ground:
    """Tell which passages reports share, both sides in their exact words, and what gives a direction."""
    places: list[Place] = list(places_of(pile, lineage.evidence, "credit"))
    for number, passage in enumerate(lineage.passages, 1):
        if passage.source:
            places += places_of(pile, [passage.source], f"passage {number}, from")
        places += places_of(pile, [passage.copy], f"passage {number}, to")
    because = [
        f"{count(len(lineage.report_ids), 'report')}: {'; '.join(named_report(pile, key) for key in lineage.report_ids)}.",
        f"{count(len(lineage.passages), 'shared passage')}.",
    ]
    if lineage.credit:
        because.append(f"A report credits {lineage.credit}.")
    because.append(
        f"The origin is {named_report(pile, lineage.origin)}: a credit or a date says so."
        if lineage.origin
        else "No origin is named: neither a credit nor a date gives a direction within the pile."
    )
    return Ground(
        id=lineage.id,
        kind="lineage",
        what=listing([title_words(pile.readings_by_id[key].report) for key in lineage.report_ids]),
        rule="copy.credited" if lineage.credit else "copy.shared-text",
        because=tuple(because),
        places=tuple(places),
        candidates=_beside(pile, lineage),
    )


def _beside(pile: Pile, lineage: Lineage) -> tuple[Candidate, ...]:
    """Return the other reports of the same events: they share the news, but no passage."""
    members = set(lineage.report_ids)
    events = {pile.event_by_report[key].id for key in members if key in pile.event_by_report}
    beside = [
        key for one in sorted(events) for key in pile.events_by_id[one].report_ids if key not in members
    ]
    return tuple(
        Candidate(
            what=named_report(pile, key),
            why_not="tells the same event, but shares no passage long enough and no credit",
        )
        for key in beside[:NEAREST]
    )


def divergence_ground(pile: Pile, divergence: Divergence) -> Ground:
    """Tell both sides of a divergence within their sentences; neither is chosen."""
    places: list[Place] = []
    for side in divergence.between:
        places += places_of(pile, [side], "side")
        reading = pile.readings_by_id.get(side.report_id)
        sentence = next((one for one in reading.sentences if side.span in one), None) if reading else None
        if sentence:
            place = place_of(
                pile,
                side.report_id,
                sentence.trimmed(reading.report.text) if reading else sentence,
                "sentence",
            )
            places += [place] if place else []
    slot = divergence.slot.value
    return Ground(
        id=divergence.id,
        kind="divergence",
        what=divergence.note,
        rule=f"divergence.{slot}",
        because=(
            f"Slot: {slot}; {_FEATURES.get(slot, 'the same place in two reports of one event or statement')}.",
            "Both can be wrong and neither was chosen.",
        ),
        places=tuple(places),
    )
