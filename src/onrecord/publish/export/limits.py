"""A record without what is less sure than a level: what every output that is limited to one shows.

Attributions below the level go, and what rested on them is told anew of those that are left: wordings and their
differences, speakers, counts of reports, days, contradictions. Reports, events, stories and lineages rest on the reports'
own text and stay. What keeps all its attributions stays as it was recorded, and ids are those of the whole record.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from onrecord.link.dates.entry_stamps import find_day_of_writing, find_entry_day, find_stamps
from onrecord.link.dates.said import resolve_said
from onrecord.link.dates.told_between import say_by_reports, settle_day
from onrecord.link.divergences.divergences import find_between_wordings, leave_repeated
from onrecord.link.statements.corroboration import corroborate
from onrecord.link.statements.variants import find_closest, relate_variants
from onrecord.model.attribution import Level
from onrecord.model.contents import LIMITED_TO
from onrecord.pipeline import used_facts
from onrecord.publish.page.carriers import copies_by_report

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.copies.copies import Copy
    from onrecord.model.attribution import Attribution, Reading
    from onrecord.model.contents import Contents
    from onrecord.model.moment import Moment
    from onrecord.model.report import Report
    from onrecord.model.statement import Divergence, Event, Linked, Statement, Variant

_SUREST_FIRST = tuple(Level)


def at_least(contents: Contents, level: Level) -> Contents:
    """Return `contents` with only the attributions at `level` or surer, and with what rests on them.

    At `Level.POSSIBLE` these are all: the contents themselves are returned.
    """
    if level is Level.POSSIBLE:
        return contents
    wanted = frozenset(_SUREST_FIRST[: _SUREST_FIRST.index(level) + 1])
    readings = tuple(
        replace(
            reading,
            attributions=tuple(one for one in reading.attributions if one.judgement.level in wanted),
        )
        for reading in contents.readings
    )
    linked = _limited(contents, readings)
    made_with = replace(
        contents.made_with,
        settings={**contents.made_with.settings, LIMITED_TO: level.value},
        facts=used_facts(linked, contents.made_with.facts),
    )
    return replace(contents, made_with=made_with, readings=readings, linked=linked)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pile:
    """What a statement is told anew from: `whole` are all attributions by id, `left` the ids of those that stay."""

    linked: Linked
    readings: Mapping[str, Reading]
    reports: Mapping[str, Report]
    texts: Mapping[str, str]
    whole: Mapping[str, Attribution]
    left: frozenset[str]
    entity_of: Mapping[str, str]
    event_of: Mapping[str, Event]
    copies_of: Mapping[str, tuple[Copy, ...]]

    def members(self, ids: Iterable[str]) -> list[Attribution]:
        """Return the attributions with these ids, in their order."""
        return [self.whole[one] for one in ids]

    def closest(self, ids: Iterable[str]) -> Attribution:
        """Return which of these attributions gives the wording of all."""
        return find_closest(self.members(ids), self.texts)


def _limited(contents: Contents, readings: Sequence[Reading]) -> Linked:
    linked = contents.linked
    reports = {reading.report.id: reading.report for reading in readings}
    pile = _Pile(
        linked=linked,
        readings={reading.report.id: reading for reading in readings},
        reports=reports,
        texts={report_id: report.text for report_id, report in reports.items()},
        whole={one.id: one for reading in contents.readings for one in reading.attributions},
        left=frozenset(one.id for reading in readings for one in reading.attributions),
        entity_of=linked.entity_by_chain(),
        event_of={report_id: event for event in linked.events for report_id in event.report_ids},
        copies_of=copies_by_report(linked.lineages),
    )
    told = (_told_anew(statement, pile) for statement in linked.statements)
    statements = tuple(statement for statement in told if statement is not None)
    speaking = {speaker for statement in statements for speaker in statement.speaker_ids}
    return replace(
        linked,
        entities=tuple(entity for entity in linked.entities if entity.id in speaking),
        statements=statements,
        divergences=_divergences(statements, pile),
    )


def _told_anew(statement: Statement, pile: _Pile) -> Statement | None:
    """Return `statement` as those of its attributions that are left tell it; None where none is."""
    ids = [one for variant in statement.variants for one in variant.attribution_ids]
    left = [one for one in ids if one in pile.left]
    if len(left) == len(ids) or not left:
        return statement if left else None
    members = pile.members(left)
    base = pile.closest(left)
    same_base = base == pile.closest(ids)
    event = pile.event_of.get(base.report_id)
    speakers = {pile.entity_of[chain] for one in members for chain in one.speakers if chain in pile.entity_of}
    told = replace(
        statement,
        speaker_ids=tuple(sorted(speakers)),
        variants=_variants(statement, members, pile, same_base=same_base),
        corroboration=corroborate(members, pile.reports, pile.copies_of),
    )
    if same_base:
        return told
    wording = frozenset(told.variants[0].attribution_ids)
    others = (_said_by(one, pile) for one in members if one.id in wording and one.id != base.id)
    said = settle_day(_said_by(base, pile), others)
    said = say_by_reports(said, [_written_at(one, pile) for one in members])
    return replace(told, event_id=event.id if event else None, said=said)


def _said_by(member: Attribution, pile: _Pile) -> Moment | None:
    event = pile.event_of.get(member.report_id)
    written = _written_at(member, pile)
    return resolve_said(
        pile.readings[member.report_id], member, event.date if event else None, written=written
    )


def _written_at(member: Attribution, pile: _Pile) -> Moment | None:
    stamps = find_stamps(pile.readings[member.report_id])
    found = find_entry_day(stamps, member.content[0].start)
    published = pile.linked.report_dates.get(member.report_id)
    return found or find_day_of_writing(pile.readings[member.report_id], published)


def _variants(
    statement: Statement, members: Sequence[Attribution], pile: _Pile, *, same_base: bool
) -> tuple[Variant, ...]:
    """Relate the wordings that are left; a comparison of two that both are left is kept as it was recorded."""
    recorded = {pile.closest(variant.attribution_ids).id: variant for variant in statement.variants}
    variants: list[Variant] = []
    languages = {one: report.language for one, report in pile.reports.items()}
    for variant in relate_variants(members, pile.texts, languages=languages):
        before = recorded.get(pile.closest(variant.attribution_ids).id) if same_base else None
        variants.append(replace(before, attribution_ids=variant.attribution_ids) if before else variant)
    return tuple(variants)


def _divergences(statements: Sequence[Statement], pile: _Pile) -> tuple[Divergence, ...]:
    """Keep what the reports' own text tells, and seek contradictions between the wordings that are left.

    Of "There was no offer", said surely, and "There was an offer", only possibly said, no contradiction is left.
    """
    between_wordings = set(find_between_wordings(pile.linked.statements, pile.whole, pile.reports))
    kept = {one for one in pile.linked.divergences if one not in between_wordings}
    kept.update(find_between_wordings(statements, pile.whole, pile.reports))
    return tuple(leave_repeated(kept))
