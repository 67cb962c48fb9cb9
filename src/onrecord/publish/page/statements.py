"""What was said, however worded: one base wording, then each variant with its differences and where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.publish.page.carriers import copies_by_report
from onrecord.publish.page.citations import Citation, parts_of, standing
from onrecord.publish.page.counting import counting_words
from onrecord.publish.page.ink import Inked, ink_of
from onrecord.publish.page.pieces import Piece, Run, compared, is_comparable, quoted_runs, text_of
from onrecord.publish.page.safe import direction, language_tag
from onrecord.publish.page.wording import (
    MANNERS,
    RELATIONS,
    count,
    level_words,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from onrecord.link.copies.copies import Copy
    from onrecord.model.attribution import Attribution
    from onrecord.model.report import Report
    from onrecord.model.statement import Event, Statement, Variant
    from onrecord.publish.page.pile import Pile

DIFFERENT = "Worded differently throughout."
GROUPED_FROM = 300
"""More statements than this are grouped by event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One attribution of a variant: where it stands, its manner, how sure the reading is, and by which cue it is credited."""

    attribution: Attribution
    citation: Citation
    parts: tuple[Citation, ...]
    manner: str
    level: str
    cue: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One variant. `runs` is its text with the quoted parts told apart; `pieces` compares it with the base.

    `pieces` is empty where there is nothing to compare: of the base itself, and where few words agree. `credit` are the words by
    which its report credits what is no direct speech: they stand before it, since denied words must not read as an assertion.
    """

    variant: Variant
    relation: str
    quotation: str
    credit: str
    runs: tuple[Run, ...]
    pieces: tuple[Piece, ...]
    told: str
    standings: tuple[Standing, ...]
    language: str | None
    direction: str

    @property
    def quoted(self) -> tuple[str, ...]:
        """The parts that stand between quotation marks."""
        return tuple(run.text for run in self.runs if run.quoted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One statement as the page shows it; `wordings` begins with the base."""

    statement: Statement
    number: str
    speakers: str
    when: str
    event: Event | None
    carried: str
    counting: tuple[str, ...]
    wordings: tuple[Wording, ...]
    ink: tuple[Inked, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Statements under one heading: an event, statements of no event, or (heading None) all of them."""

    heading: str | None
    event: Event | None
    entries: tuple[Entry, ...]


def statement_groups(pile: Pile) -> tuple[Group, ...]:
    """Return all statements, best corroborated first; of a large pile, event by event."""
    copies = copies_by_report(pile.contents.linked.lineages)
    entries = [entry(pile, statement, copies) for statement in pile.statements]
    if len(entries) <= GROUPED_FROM:
        return (Group(heading=None, event=None, entries=tuple(entries)),) if entries else ()
    groups = [
        Group(heading=event.what, event=event, entries=tuple(one for one in entries if one.event is event))
        for event in pile.events
    ]
    loose = tuple(one for one in entries if one.event is None)
    groups.append(Group(heading="Statements of no one event", event=None, entries=loose))
    return tuple(group for group in groups if group.entries)


def entry(
    pile: Pile,
    statement: Statement,
    copies: Mapping[str, tuple[Copy, ...]] | None = None,
    *,
    called: Callable[[Report], str] | None = None,
) -> Entry:
    """Return `statement` as the page shows it.

    Args:
        pile: the record.
        statement: what is shown.
        copies: those of the pile by report, where many statements are told.
        called: gives the name of a report; by default its outlet and its number.
    """
    base = statement.variants[0].text
    return Entry(
        statement=statement,
        number=pile.numbers[statement.id],
        speakers=pile.speaker_words(statement.speaker_ids),
        when=pile.said_words(statement),
        event=pile.events_by_id.get(statement.event_id or ""),
        carried=carried_words(statement),
        counting=counting_words(pile, statement, called),
        wordings=tuple(wording(pile, variant, base) for variant in statement.variants),
        ink=ink_of(pile, statement, copies),
    )


def wording(pile: Pile, variant: Variant, base: str) -> Wording:
    """Return `variant` as runs of quoted words and as pieces compared with the wording `base`."""
    members = pile.members_of(variant)
    first = first_of(pile, variant)
    report = pile.readings_by_id[first.report_id].report
    runs = quoted_runs(variant.text, first, report.text)
    pieces = compared(base, variant)
    readable = bool(variant.differences) and is_comparable(pieces)
    return Wording(
        variant=variant,
        relation=RELATIONS[variant.relation],
        quotation=quotation_words(runs),
        credit=pile.credit_words(first),
        runs=runs,
        pieces=pieces if readable else (),
        told=variant.summary if readable or not variant.differences else DIFFERENT,
        standings=tuple(
            Standing(
                attribution=member,
                citation=standing(pile, member),
                parts=parts_of(pile, member),
                manner=MANNERS[member.manner],
                level=level_words(member.judgement),
                cue=pile.cue_words(member),
            )
            for member in members
        ),
        language=language_tag(report.language),
        direction=direction(report.language),
    )


def first_of(pile: Pile, variant: Variant) -> Attribution:
    """Return the attribution whose own characters are the text of `variant`, or else the first that has it."""
    members = pile.members_of(variant)
    texts = {one.id: pile.readings_by_id[one.report_id].report.text for one in members}
    return next((one for one in members if text_of(one, texts[one.id]) == variant.text), members[0])


def quotation_words(runs: Sequence[Run]) -> str:
    """Say whether a wording was quoted, partly quoted or reported."""
    kinds = {run.quoted for run in runs if any(map(str.isalnum, run.text))}
    if kinds == {True}:
        return "quoted"
    return "partly quoted" if True in kinds else "reported, not quoted"


def carried_words(statement: Statement) -> str:
    """Say how many reports carry `statement`, and how many of them independently."""
    reports, lineages = statement.corroboration.reports, statement.corroboration.lineages
    if reports == 1:
        return "carried by 1 report"
    return f"carried by {count(reports, 'report')}, {lineages} independent"
