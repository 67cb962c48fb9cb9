"""A record without what a part of it does not concern: one statement, event, story or speaker with all that it rests on.

What is left is a record of its own: nothing in it leads to what is not there. Counts of reports and lineages, relations and
days are those of the whole record, and so are the ids; the settings say of what it is a part.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.pipeline import used_facts
from onrecord.publish.export.chosen import chosen_events, chosen_statements
from onrecord.publish.export.credited import speakers_by_attribution

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.attribution import Reading
    from onrecord.model.contents import Contents
    from onrecord.model.moment import Evidence, Moment
    from onrecord.model.problem import Problem
    from onrecord.model.span import Span
    from onrecord.model.statement import Divergence, Entity, Event, Lineage, Linked, Statement, Story
    from onrecord.publish.export.chosen import Chosen

PART_OF = "of"
"""Under this name the settings of narrowed contents say what they are of, so that no reader takes them for the whole."""


def narrowed(contents: Contents, choice: Chosen) -> Contents:
    """Return `contents` with only what `choice` is of; at the whole record the contents themselves.

    Reports are those that carry the statements, those whose news the events are, and those that share copied text with what
    they carry.
    """
    if choice.is_whole:
        return contents
    left = _left_of(contents, choice)
    linked = _narrowed_links(contents.linked, left)
    readings = tuple(
        _narrowed_reading(one, left) for one in contents.readings if one.report.id in left.reports
    )
    among = f", {len(left.statements)} statements asked for" if choice.among is not None else ""
    settings = {**contents.made_with.settings, PART_OF: f"{choice.part.value} {choice.id}".rstrip() + among}
    return replace(
        contents,
        made_with=replace(
            contents.made_with, settings=settings, facts=used_facts(linked, contents.made_with.facts)
        ),
        captures=tuple(one for one in contents.captures if one.id in left.reports),
        readings=readings,
        linked=linked,
        problems=(),
        corrections=(),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Left:
    """What stays: `spoken` are the content spans of the attributions that do, by report."""

    statements: tuple[Statement, ...]
    attributions: frozenset[str]
    reports: frozenset[str]
    lineages: tuple[Lineage, ...]
    spoken: Mapping[str, tuple[Span, ...]]
    credited: frozenset[str]
    together: Mapping[str, frozenset[str]]
    """By report the statements that stay and have fewer sources than reports."""
    whole_reports: bool

    def within(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        """Return the evidence that stands in reports that stay."""
        return tuple(one for one in evidence if one.report_id in self.reports)

    def says(self, evidence: Evidence) -> bool:
        """Tell whether `evidence` stands in words that stay."""
        return any(span.overlaps(evidence.span) for span in self.spoken.get(evidence.report_id, ()))


def _left_of(contents: Contents, choice: Chosen) -> _Left:
    statements = chosen_statements(contents, choice)
    attributions = {
        member
        for statement in statements
        for variant in statement.variants
        for member in variant.attribution_ids
    }
    spoken = {
        reading.report.id: tuple(
            span for one in reading.attributions if one.id in attributions for span in one.content
        )
        for reading in contents.readings
    }
    events = chosen_events(contents, choice)
    reports = {report_id for report_id, spans in spoken.items() if spans}
    reports.update(report for one in contents.linked.events if one.id in events for report in one.report_ids)
    left = _Left(
        statements=statements,
        attributions=frozenset(attributions),
        reports=frozenset(reports),
        lineages=(),
        spoken=spoken,
        credited=frozenset(
            speaker
            for member, speakers in speakers_by_attribution(contents).items()
            if member in attributions
            for speaker in speakers
        ),
        together=_find_together(contents, statements),
        whole_reports=bool(events),
    )
    lineages = tuple(one for one in contents.linked.lineages if _concerns(one, left))
    reports.update(report_id for lineage in lineages for report_id in lineage.report_ids)
    known = {reading.report.id for reading in contents.readings}
    return replace(left, reports=frozenset(reports & known), lineages=lineages)


def _concerns(lineage: Lineage, left: _Left) -> bool:
    """Of an event or story whatever its reports copied; else only what bears on the words or on how their sources count."""
    if left.whole_reports and left.reports.intersection(lineage.report_ids):
        return True
    places = (place for passage in lineage.passages for place in (passage.source, passage.copy) if place)
    return any(left.says(place) for place in places) or _counts_together(lineage, left)


def _find_together(contents: Contents, statements: Iterable[Statement]) -> Mapping[str, frozenset[str]]:
    report_of = {one.id: one.report_id for reading in contents.readings for one in reading.attributions}
    found: dict[str, set[str]] = {}
    for statement in statements:
        if statement.corroboration.lineages < statement.corroboration.reports:
            for variant in statement.variants:
                for member in variant.attribution_ids:
                    found.setdefault(report_of[member], set()).add(statement.id)
    return {report_id: frozenset(ids) for report_id, ids in found.items()}


def _counts_together(lineage: Lineage, left: _Left) -> bool:
    """Tell whether two reports of a lineage carry a statement of which some count as one: its words may stand beside a passage."""
    met: set[str] = set()
    for report_id in lineage.report_ids:
        carried = left.together.get(report_id, frozenset())
        if met & carried:
            return True
        met |= carried
    return False


def _narrowed_reading(reading: Reading, left: _Left) -> Reading:
    spans = left.spoken[reading.report.id]
    return replace(
        reading,
        attributions=tuple(one for one in reading.attributions if one.id in left.attributions),
        problems=tuple(one for one in reading.problems if _is_about(one, spans)),
    )


def _is_about(problem: Problem, spans: Iterable[Span]) -> bool:
    return problem.span is None or any(problem.span.overlaps(span) for span in spans)


def _narrowed_links(linked: Linked, left: _Left) -> Linked:
    speaking = {speaker for statement in left.statements for speaker in statement.speaker_ids} | left.credited
    happened = {statement.event_id for statement in left.statements}
    events = tuple(
        _narrowed_event(event, left)
        for event in linked.events
        if event.id in happened or left.reports.intersection(event.report_ids)
    )
    return replace(
        linked,
        entities=tuple(_narrowed_entity(one, left) for one in linked.entities if one.id in speaking),
        events=events,
        stories=_narrowed_stories(linked.stories, {event.id for event in events}),
        lineages=left.lineages,
        statements=tuple(replace(one, said=_narrowed_moment(one.said, left)) for one in left.statements),
        divergences=tuple(one for one in linked.divergences if _stays(one, left)),
        problems=tuple(one for one in linked.problems if one.report_id in left.reports),
        report_dates={
            report_id: _narrowed_day(moment, left)
            for report_id, moment in linked.report_dates.items()
            if report_id in left.reports
        },
    )


def _narrowed_event(event: Event, left: _Left) -> Event:
    return replace(
        event,
        date=_narrowed_moment(event.date, left),
        report_ids=tuple(one for one in event.report_ids if one in left.reports),
        evidence=left.within(event.evidence),
    )


def _narrowed_stories(stories: Iterable[Story], events: set[str]) -> tuple[Story, ...]:
    kept = (
        replace(story, event_ids=tuple(one for one in story.event_ids if one in events)) for story in stories
    )
    return tuple(story for story in kept if story.event_ids)


def _narrowed_entity(entity: Entity, left: _Left) -> Entity:
    roles = (replace(role, evidence=left.within(role.evidence)) for role in entity.roles)
    return replace(entity, roles=tuple(role for role in roles if role.evidence))


def _narrowed_moment(moment: Moment | None, left: _Left) -> Moment | None:
    return None if moment is None else _narrowed_day(moment, left)


def _narrowed_day(moment: Moment, left: _Left) -> Moment:
    return replace(moment, evidence=left.within(moment.evidence))


def _stays(divergence: Divergence, left: _Left) -> bool:
    if any(place.report_id not in left.reports for place in divergence.between):
        return False
    return left.whole_reports or any(left.says(place) for place in divergence.between)
