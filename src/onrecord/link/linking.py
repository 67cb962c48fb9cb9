"""The order of linking: copies, events, entities, days, stories, statements, divergences."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from onrecord.link.copies.copies import find_more_copies
from onrecord.link.copies.lineages import group_lineages
from onrecord.link.copies.moulds import are_of_one_mould
from onrecord.link.dates.dates import merge_days, resolve_event
from onrecord.link.dates.known_facts import KnownFacts
from onrecord.link.divergences.divergences import find_between_reports, find_divergences
from onrecord.link.events.events import join_groups, name_event
from onrecord.link.events.grouping import EventGroups, add_reports
from onrecord.link.events.outline import outline
from onrecord.link.events.stories import group_events
from onrecord.link.keeping.kept import (
    NOTHING_KEPT,
    EventKept,
    Kept,
    fits,
    name_said,
    restore_said,
    tell_speakers,
)
from onrecord.link.names.entities import resolve_entities
from onrecord.link.names.wished import add_wished_copies, name_wished_origins, regroup
from onrecord.link.statements.builder import StatementBuilder
from onrecord.link.statements.statements import group_event, join_copied
from onrecord.link.statements.variants import relate_variants
from onrecord.model.annotation import Kind
from onrecord.model.correction import Wishes
from onrecord.model.meaning import Remembers
from onrecord.model.statement import Linked

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from onrecord.link.copies.copies import Copy
    from onrecord.link.events.outline import Outline
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.fact import Fact
    from onrecord.model.meaning import Meanings
    from onrecord.model.report import Report
    from onrecord.model.statement import Statement, Variant
    from onrecord.settings import Settings

NO_WISHES: Final = Wishes()
NOTHING_TOLD: Final[Mapping[tuple[str, ...], tuple[Variant, ...]]] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What was found when a pile was linked before.

    `told` are variants of statements by the sorted ids of their members, none of which has changed since: they depend on
    their members alone. `kept` is the rest; `changed` are those of its reports in which something else is read now, or that
    are gone.
    """

    told: Mapping[tuple[str, ...], tuple[Variant, ...]] = field(
        default_factory=dict[tuple[str, ...], "tuple[Variant, ...]"]
    )
    kept: Kept = NOTHING_KEPT
    changed: frozenset[str] = frozenset()


NOTHING_KNOWN: Final = Known()


def link(
    readings: Iterable[Reading],
    settings: Settings,
    facts: Iterable[Fact] = (),
    meanings: Meanings | None = None,
    *,
    wishes: Wishes = NO_WISHES,
    told: Mapping[tuple[str, ...], tuple[Variant, ...]] = NOTHING_TOLD,
) -> Linked:
    """Link the readings of a pile, in whatever order they come.

    Days may rest on `facts` from outside; without `meanings`, statements are told by words and numbers alone. What persons
    wish outweighs what is found; `told` is as in `Known`.
    """
    return link_more(readings, settings, facts, meanings, wishes=wishes, known=Known(told=told))[0]


def link_more(
    readings: Iterable[Reading],
    settings: Settings,
    facts: Iterable[Fact] = (),
    meanings: Meanings | None = None,
    *,
    wishes: Wishes = NO_WISHES,
    known: Known = NOTHING_KNOWN,
) -> tuple[Linked, Kept]:
    """Link the readings of a pile, some of which were linked before, and return what the next time may use besides.

    What `known` holds has to come from the same settings, facts and meanings. The result is that of `link`: entities
    and stories are found anew over the whole pile, copies where a report or its stock words are others; of an event with the same readings days and divergences stand, and
    statements where its attributions have the same speakers as before.
    """
    pile = tuple(sorted(readings, key=lambda reading: reading.report.id))
    reports = {reading.report.id: reading.report for reading in pile}
    readings_of = {reading.report.id: reading for reading in pile}
    kept = known.kept.without(known.changed)
    found_copies, kept_copies = find_more_copies(pile, kept.copies)
    grouped = _group_again(kept.grouped, pile, known.changed)
    outlines = grouped.near.outlines
    copies = add_wished_copies(_leave_out_moulds(found_copies, reports, outlines), wishes)
    groups = join_groups(grouped, [copy.pair for copy in copies if copy.is_whole], wishes.copies)
    entities = resolve_entities(
        pile, groups, apart=(*settings.apart, *wishes.other_names), same=wishes.same_names
    )
    entity_of = {chain: entity.id for entity in entities for chain in entity.chain_ids}
    named = {
        chain: entity.id
        for entity in entities
        if entity.kind in {Kind.PERSON, Kind.BODY}
        for chain in entity.chain_ids
    }
    means = _Means(KnownFacts(facts), settings.years, meanings, known.kept.find_meant())
    found = {
        group: _tell_event([readings_of[key] for key in group], kept.events.get(group), entity_of, means)
        for group in groups
    }
    days = merge_days(one.days for one in found.values())
    events = tuple(
        name_event([reports[key] for key in group], outlines, days.events.get(group[0])) for group in groups
    )
    texts = {key: report.text for key, report in reports.items()}
    languages = {key: report.language for key, report in reports.items()}
    said = [
        group
        for members, one in found.items()
        for group in restore_said(one.said, [readings_of[key] for key in members])
    ]
    build = StatementBuilder(
        readings_of,
        entity_of,
        {key: event for event in events for key in event.report_ids},
        copies,
        days.reports,
    )
    statements = [
        build.statement(
            members,
            known.told.get(_key(members)) or relate_variants(members, texts, meanings, languages),
        )
        for members in regroup(join_copied(said, texts, copies, named=named), wishes, texts)
    ]
    linked = Linked(
        entities=entities,
        events=events,
        stories=group_events(events, outlines),
        lineages=name_wished_origins(group_lineages(pile, copies), wishes),
        statements=tuple(
            sorted((_dated(one, wishes) for one in statements), key=lambda statement: statement.id)
        ),
        divergences=find_divergences(
            events,
            readings_of,
            statements=statements,
            entities=entities,
            between={group: one.between for group, one in found.items()},
        ),
        report_dates=days.reports,
        problems=days.problems,
    )
    return linked, Kept(copies=kept_copies, grouped=grouped, events=found)


def _leave_out_moulds(
    copies: Iterable[Copy], reports: Mapping[str, Report], outlines: Mapping[str, Outline]
) -> tuple[Copy, ...]:
    """Return the copies but for texts that were poured into one mould."""
    return tuple(
        copy
        for copy in copies
        if not are_of_one_mould(
            copy,
            reports[copy.first].text,
            reports[copy.second].text,
            (outlines[copy.first], outlines[copy.second]),
        )
    )


def _group_again(known: EventGroups, pile: Iterable[Reading], changed: Collection[str]) -> EventGroups:
    """Return the reports of a pile in groups: those that are known with others among them, if all of these are as they were."""
    before = known.near.outlines
    outlines = {
        key: outline(reading) if key in changed or key not in before else before[key]
        for reading in pile
        for key in (reading.report.id,)
    }
    return add_reports(known if fits(known, outlines) else EventGroups(), outlines)


@dataclass(frozen=True, slots=True)
class _Means:
    """What an event is told with: facts from outside, years that reports are of, meanings, and what these were before."""

    facts: KnownFacts
    years: tuple[int, int]
    meanings: Meanings | None
    meant: Mapping[str, bytes]

    def remembering(self, asked: dict[str, bytes]) -> Meanings | None:
        """Return the meanings, which put into `asked` what they work out of texts, if they can."""
        if isinstance(self.meanings, Remembers):
            return self.meanings.remembering(self.meant, asked)
        return self.meanings


def _tell_event(
    members: Sequence[Reading],
    known: EventKept | None,
    entity_of: Mapping[str, str],
    means: _Means,
) -> EventKept:
    """Return what is told of an event; what was told before stands where it rests on the same."""
    speakers = tell_speakers(members, entity_of)
    if known is not None and known.speakers == speakers:
        return known
    meant: dict[str, bytes] = {}
    said = name_said(group_event(members, entity_of, means.remembering(meant)))
    if known is not None:
        return replace(known, speakers=speakers, said=said, meant=meant)
    ids = tuple(member.report.id for member in members)
    return EventKept(
        days=resolve_event(members, means.facts, means.years),
        between=find_between_reports(ids, {member.report.id: member.report for member in members}),
        speakers=speakers,
        said=said,
        meant=meant,
    )


def _key(members: Iterable[Attribution]) -> tuple[str, ...]:
    return tuple(sorted(member.id for member in members))


def _dated(statement: Statement, wishes: Wishes) -> Statement:
    """Return a statement with the day that a person gives for words of it."""
    members = sorted(key for variant in statement.variants for key in variant.attribution_ids)
    given = next((wishes.said[key] for key in members if key in wishes.said), None)
    return replace(statement, said=given) if given else statement
