"""A statement: its base wording inked by sources, the variants, the sources counted, and what stands beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.listing import Asked
from onrecord.model.statement import Relation
from onrecord.publish.page.carriers import copies_by_report, group_sources
from onrecord.publish.page.citations import citations, shortened
from onrecord.publish.page.divergences import grouped_facts
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.safe import direction, language_tag
from onrecord.publish.page.statements import entry, first_of
from onrecord.publish.page.wording import (
    RELATIONS,
    count,
    listing,
    moment_words,
    outlet_words,
    short_title_words,
)
from onrecord.publish.room.links import Addresses
from onrecord.publish.room.rows import shown_alike
from onrecord.publish.room.seen import saw_statement, saw_together, saw_words
from onrecord.publish.room.visit import Shown

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report
    from onrecord.model.statement import Statement
    from onrecord.publish.page.ink import Inked
    from onrecord.publish.page.pile import Pile
    from onrecord.publish.page.statements import Entry
    from onrecord.publish.room.rows import StatementShown
    from onrecord.publish.room.visit import Visit

CANDIDATES = 3
"""Statements that may be the same one which a person is shown."""
TITLE = 70
"""Characters of a wording that make the title of its page."""

STANDING = {
    RELATIONS[Relation.VERBATIM]: "in the same words",
    RELATIONS[Relation.PARAPHRASE]: "in other words",
}
"""How wordings stand to the base, as words of a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One report that carries a statement, and how it gives the words."""

    outlet: str
    title: str
    language: str | None
    direction: str
    when: str
    how: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Reports that count as one source, and why they do."""

    lines: tuple[Line, ...]
    together: str


def show_statement(visit: Visit) -> Shown:
    """Show the statement that the address names."""
    statement_id = visit.wanted("s")
    pile = pile_of(visit.record.slice(statement_ids=(statement_id,)))
    statement = next(one for one in pile.statements if one.id == statement_id)
    one = entry(pile, statement, called=report_name)
    moment = statement.said
    before, after = visit.record.beside(statement_id)
    groups = group_sources(pile, statement, copies_by_report(pile.contents.linked.lineages))
    others = same_perhaps(visit, statement) if visit.edit else []
    return Shown(
        template="statement.html.j2",
        title=f"{one.speakers}: {title_of(pile, statement)}",
        values={
            "one": one,
            "ink": one.ink,
            "original": Addresses().standing(first_of(pile, statement.variants[0])),
            "pile": pile,
            "was": visit.asked("was"),
            "id": statement_id,
            "crumbs": crumbs(pile, statement),
            "entities": [pile.entities_by_id[one] for one in statement.speaker_ids],
            "told": summed_up(one),
            "carried_in": carried_in(pile, statement),
            "counted": counted_words(one),
            "apart": apart_words(one, len(groups)),
            "sources": [source_of(pile, statement, group) for group in groups],
            "divergences": grouped_facts(pile, only=contradicted(pile, statement)),
            "moment": moment,
            "moment_places": citations(pile, moment.evidence) if moment else (),
            "same_perhaps": others,
            "seen": shown_words(visit, pile, statement),
            "seen_day": saw_statement(pile, statement),
            "seen_others": shown_others(visit, others),
            "before": before,
            "after": after,
        },
    )


def same_perhaps(visit: Visit, statement: Statement) -> list[StatementShown]:
    """Return the few statements of the same event that are most like one: a person may say that they are one."""
    asked = Asked(event=statement.event_id, most=CANDIDATES)
    return shown_alike(visit.record.find_like(statement.id, asked=asked)) if statement.event_id else []


def shown_words(visit: Visit, pile: Pile, statement: Statement) -> list[str]:
    """Return what the forms of the page carry of the readings that it shows; nothing where nothing can be said of them."""
    if not visit.edit:
        return []
    return [*saw_words(pile, [one.id for one in pile.members(statement)]), saw_together(statement)]


def shown_others(visit: Visit, others: Sequence[StatementShown]) -> list[str]:
    """Return the same of the statements that may be one with it."""
    ids = tuple(one.row.id for one in others)
    pile = pile_of(visit.record.slice(statement_ids=ids)) if ids else None
    return [saw_statement(pile, one) for one in pile.statements if one.id in ids] if pile else []


def contradicted(pile: Pile, statement: Statement) -> frozenset[str]:
    """Return the ids of the divergences both of whose sides stand in words of `statement`."""
    spans = [(one.report_id, span) for one in pile.members(statement) for span in one.content]
    return frozenset(
        divergence.id
        for divergence in pile.contents.linked.divergences
        if all(
            any(report_id == side.report_id and span.overlaps(side.span) for report_id, span in spans)
            for side in divergence.between
        )
    )


def title_of(pile: Pile, statement: Statement) -> str:
    """Return the beginning of a statement's base wording, behind the words that credit what is no direct speech."""
    credit = pile.credit_words(first_of(pile, statement.variants[0]))
    text = " ".join(statement.variants[0].text.split())
    short = shortened(text, TITLE)
    return f"{credit}: " * bool(credit) + (short if short == text else f"{short} …")


def crumbs(pile: Pile, statement: Statement) -> list[tuple[str, str]]:
    """Return the way from the story to a statement."""
    to = Addresses()
    event = pile.events_by_id.get(statement.event_id or "")
    stories = [
        (to.story(story.id), story.title)
        for story in pile.contents.linked.stories
        if event and event.id in story.event_ids
    ]
    return [*stories[:1], *([(to.event(event.id), event.what)] if event else [])]


def summed_up(one: Entry) -> str:
    """Say in a sentence how the wordings of a statement stand to each other."""
    others = one.wordings[1:]
    if not others:
        return ""
    kinds: dict[str, int] = {}
    for wording in others:
        kinds[wording.relation] = kinds.get(wording.relation, 0) + 1
    told = listing([f"{number} {STANDING.get(kind, kind)}" for kind, number in kinds.items()])
    return f"It is told in {len(one.wordings)} wordings. Beside this one, the fullest: {told}."


def counted_words(one: Entry) -> str:
    """Say as a heading how many sources a statement has."""
    corroboration = one.statement.corroboration
    if corroboration.reports == 1:
        return "1 report carries it"
    if corroboration.lineages == corroboration.reports:
        return f"{count(corroboration.reports, 'report')} carry it, each a source of its own"
    sources = count(corroboration.lineages, "source")
    return f"{count(corroboration.reports, 'report')} carry it and count as {sources}"


def apart_words(one: Entry, groups: int) -> str:
    """Say why a statement has more than one source; nothing where it has one, or where its reports are not all at hand."""
    corroboration = one.statement.corroboration
    if groups < 2 or groups != corroboration.lineages:  # noqa: PLR2004 - one alone is apart from nothing
        return ""
    another = "the other" if groups == 2 else "another"  # noqa: PLR2004 - of two, one is the other
    return f"The {groups} sources are counted apart: none has these words in text copied from {another} or the same beside it, and no two credit one house."


def carried_in(pile: Pile, statement: Statement) -> Callable[[Inked], str]:
    """Return what tells the names of the reports that have a run of the base wording."""
    carriers = [[member.report_id for member in pile.members_of(variant)] for variant in statement.variants]
    places = {report_id: place for place, report_id in enumerate(pile.readings_by_id)}

    def told(run: Inked) -> str:
        found = {report_id for variant in run.variants for report_id in carriers[variant]}
        ordered = sorted(found, key=places.__getitem__)
        return "; ".join(report_name(pile.readings_by_id[one].report) for one in ordered)

    return told


def report_name(report: Report) -> str:
    """Return what a report is called in passing: its outlet, if it is named, and the beginning of its title."""
    return Addresses.title(report.outlet.name if report.outlet else None, short_title_words(report))


def source_of(pile: Pile, statement: Statement, report_ids: Sequence[str]) -> Source:
    """Return reports that count together as one source of a statement."""
    members = [one for one in pile.members(statement) if one.report_id in report_ids]
    members.sort(key=pile.place)
    together = ""
    if len(report_ids) > 1:
        together = "counted together: the words stand in copied text or the same beside it, or the reports credit one house"
    return Source(lines=tuple(line_of(pile, one) for one in members), together=together)


def line_of(pile: Pile, attribution: Attribution) -> Line:
    """Return where an attribution stands, and how its report gives the words."""
    report = pile.readings_by_id[attribution.report_id].report
    date = pile.contents.linked.report_dates.get(report.id) or report.published
    how = [attribution.manner.value, attribution.judgement.level.value]
    if attribution.act.value != "assertion":
        how.append(attribution.act.value)
    return Line(
        outlet=outlet_words(report),
        title=short_title_words(report),
        language=language_tag(report.language),
        direction=direction(report.language),
        when=moment_words(date) if date else "day of publication not known",
        how="; ".join(part for part in (", ".join(how), pile.cue_words(attribution)) if part),
        href=Addresses().standing(attribution),
    )
