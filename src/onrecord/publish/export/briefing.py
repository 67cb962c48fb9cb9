"""From a record to a brief: which statements, in which order, with which notes."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.publish.export.brief import Brief, Differing, Fact, Item, Section
from onrecord.publish.export.chosen import Part, chosen_events, chosen_statements
from onrecord.publish.export.notes import Notebook
from onrecord.publish.export.references import NO_DATE, NO_TITLE, date_words, published
from onrecord.publish.export.told import tell_wording
from onrecord.publish.page.counting import counting_words
from onrecord.publish.page.divergences import SLOTS
from onrecord.publish.page.pile import pile_of
from onrecord.publish.page.speakers import KINDS
from onrecord.publish.page.statements import carried_words, wording
from onrecord.publish.page.summary import limit_words
from onrecord.publish.page.wording import BASES, UNKNOWN_OUTLET, count, outlet_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.contents import Contents
    from onrecord.model.moment import Moment
    from onrecord.model.span import Span
    from onrecord.model.statement import Divergence, Event, Statement
    from onrecord.publish.export.chosen import Chosen
    from onrecord.publish.export.notes import Note
    from onrecord.publish.page.pile import Pile

# The program's own sentences set words off by marks; in a brief these are kept for what reports quote.
_MARKS = dict.fromkeys(map(ord, "“”"))
SAID = "What was said"
NO_EVENT = "At no one event"


def brief_of(contents: Contents, choice: Chosen) -> Brief:
    """Return the brief of what `choice` is of; the same contents give the same brief."""
    pile = pile_of(contents)
    notebook = Notebook(pile)
    wanted = {one.id for one in chosen_statements(contents, choice)}
    statements = [one for one in pile.statements if one.id in wanted]
    facts = _facts(pile, choice, notebook)
    sections = _sections(pile, statements, choice, notebook)
    differing = tuple(_differing(pile, one, notebook) for one in _divergences(pile, statements, choice))
    notes = notebook.all()
    return Brief(
        kind=choice.part.value,
        title=_title(pile, statements, choice),
        lead=_lead(pile, statements),
        limit=limit_words(contents),
        facts=facts,
        sections=sections,
        differing=differing,
        reports=_reports(pile, notes),
        notes=notes,
        made_with=f"onrecord {contents.made_with.onrecord}",
    )


def _title(pile: Pile, statements: Sequence[Statement], choice: Chosen) -> str:
    match choice.part:
        case Part.EVENT:
            return pile.events_by_id[choice.id].what
        case Part.SPEAKER:
            return pile.entities_by_id[choice.id].name
        case Part.STATEMENT:
            return f"What {pile.speaker_words(statements[0].speaker_ids)} said"
        case Part.STORY:
            return next(story.title for story in pile.contents.linked.stories if story.id == choice.id)
        case Part.RECORD if choice.among is not None:
            return SAID
        case Part.RECORD:
            stories = sorted(
                pile.contents.linked.stories, key=lambda story: (-len(story.event_ids), story.id)
            )
            return stories[0].title if stories else "What was said"


def _lead(pile: Pile, statements: Sequence[Statement]) -> str:
    speakers = {speaker for statement in statements for speaker in statement.speaker_ids}
    carrying = {member.report_id for statement in statements for member in pile.members(statement)}
    outlets = {outlet_words(pile.readings_by_id[one].report) for one in carrying} - {UNKNOWN_OUTLET}
    several = sum(statement.corroboration.lineages > 1 for statement in statements)
    unknown = sum(not statement.speaker_ids for statement in statements)
    told = (
        f"{count(len(statements), 'statement')} by {count(len(speakers), 'named speaker')}, "
        f"in {count(len(carrying), 'report')} of {count(len(outlets), 'named outlet')}."
    )
    if unknown:
        told += f" Of {unknown:,} the speaker is not known."
    if not statements:
        return told
    stands = "stands" if several == 1 else "stand"
    return f"{told} {several:,} {stands} in more than one independent source."


def _facts(pile: Pile, choice: Chosen, notebook: Notebook) -> tuple[Fact, ...]:
    """Tell of a speaker who it is and of an event when it was; of anything else the sections tell."""
    if choice.part is Part.EVENT:
        return _event_facts(pile.events_by_id[choice.id], notebook)
    if choice.part is not Part.SPEAKER:
        return ()
    entity = pile.entities_by_id[choice.id]
    facts = [Fact("Kind", KINDS[entity.kind])]
    if entity.aliases:
        facts.append(Fact("Also named", "; ".join(entity.aliases)))
    facts.extend(
        Fact("Described as", role.title, notebook.of_evidence(role.evidence[:1])) for role in entity.roles
    )
    return tuple(facts)


def _sections(
    pile: Pile, statements: Sequence[Statement], choice: Chosen, notebook: Notebook
) -> tuple[Section, ...]:
    happened = chosen_events(pile.contents, choice)
    is_event = choice.part is Part.EVENT
    by_event: dict[str | None, list[Statement]] = defaultdict(list)
    for one in statements:
        by_event[one.event_id if one.event_id in pile.events_by_id else None].append(one)
    met = {choice.id} if choice.part is Part.SPEAKER else set[str]()
    found: list[Section] = []
    for event in (*pile.events, None):
        event_id = event.id if event else None
        own = by_event[event_id]
        if own or (event and event_id in happened):
            # The event of a brief of one event is told of at its head.
            facts = _event_facts(event, notebook) if event and not is_event else ()
            heading = event.what if event else NO_EVENT
            if choice.part is Part.SPEAKER:
                own = sorted(own, key=pile.when)
            items = tuple(_item(pile, one, notebook, met, alone=choice.id) for one in own)
            found.append(Section(heading=SAID if is_event else heading, facts=facts, items=items))
    return tuple(found)


def _event_facts(event: Event, notebook: Notebook) -> tuple[Fact, ...]:
    moment = event.date
    day = date_words(moment)
    if moment is None or day == NO_DATE:
        facts = [Fact("Day", day)]
    else:
        notes = notebook.of_evidence(moment.evidence)
        facts = [Fact("Day", f"{day} ({BASES[moment.basis]}: {moment.why.translate(_MARKS)})", notes)]
    if event.where:
        facts.append(Fact("Place", event.where))
    return tuple(facts)


def _item(pile: Pile, statement: Statement, notebook: Notebook, met: set[str], *, alone: str) -> Item:
    described = _described(pile, statement, notebook, met)
    base = statement.variants[0].text
    return Item(
        # A brief of one speaker need not name that speaker again and again.
        speaker="" if statement.speaker_ids == (alone,) else pile.speaker_words(statement.speaker_ids),
        described=described,
        when=_when(pile, statement),
        wordings=tuple(
            tell_wording(base, wording(pile, variant, base), notebook) for variant in statement.variants
        ),
        carried=carried_words(statement),
        counting=counting_words(pile, statement),
    )


def _described(pile: Pile, statement: Statement, notebook: Notebook, met: set[str]) -> tuple[Fact, ...]:
    """Return what most reports call a lone speaker, where the brief comes to them first."""
    if len(statement.speaker_ids) != 1 or statement.speaker_ids[0] in met:
        return ()
    met.update(statement.speaker_ids)
    roles = pile.entities_by_id[statement.speaker_ids[0]].roles
    if not roles:
        return ()
    role = max(roles, key=lambda one: len(one.evidence))
    return (Fact("", role.title, notebook.of_evidence(role.evidence[:1])),)


def _when(pile: Pile, statement: Statement) -> str:
    """Return when it was said, where that is known and is not the day of its event."""
    event = pile.events_by_id.get(statement.event_id or "")
    own, around = statement.said, event.date if event else None
    return "" if own is None or _days(own) == _days(around) else date_words(own)


def _days(moment: Moment | None) -> object:
    return moment and (moment.earliest, moment.latest, moment.candidates)


def _divergences(pile: Pile, statements: Sequence[Statement], choice: Chosen) -> tuple[Divergence, ...]:
    """Of the record all; of events those between their reports; else those that stand in the words themselves."""
    every = [
        one
        for one in pile.contents.linked.divergences
        if all(place.report_id in pile.readings_by_id for place in one.between)
    ]
    if choice.is_whole:
        return tuple(every)
    events = chosen_events(pile.contents, choice)
    reports = {report_id for one in pile.events if one.id in events for report_id in one.report_ids}
    spoken: dict[str, list[Span]] = defaultdict(list)
    for member in (member for one in statements for member in pile.members(one)):
        spoken[member.report_id] += member.content
    return tuple(
        one
        for one in every
        if all(place.report_id in reports for place in one.between)
        or any(span.overlaps(place.span) for place in one.between for span in spoken.get(place.report_id, ()))
    )


def _differing(pile: Pile, divergence: Divergence, notebook: Notebook) -> Differing:
    sides: list[Fact] = []
    for place in divergence.between:
        report = pile.readings_by_id[place.report_id].report
        sides.append(Fact(outlet_words(report), place.span.of(report.text), notebook.of_evidence((place,))))
    return Differing(slot=SLOTS[divergence.slot], sides=tuple(sides))


def _reports(pile: Pile, notes: Sequence[Note]) -> tuple[Fact, ...]:
    cited = {note.report_id for note in notes}
    facts: list[Fact] = []
    for reading in pile.reports:
        report = reading.report
        if report.id in cited:
            words = f"{report.title or NO_TITLE}, {date_words(published(pile.contents, report))}"
            facts.append(Fact(f"{pile.numbers[report.id]} {outlet_words(report)}", words))
    return tuple(facts)
