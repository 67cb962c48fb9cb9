"""The record in one paragraph, and the figures it rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.attribution import Manner
from onrecord.publish.page.wording import count, day_words, listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.contents import Contents
    from onrecord.model.statement import Lineage


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a record holds, counted. `copies` are reports that share text with an origin or with one another."""

    reports: int
    outlets: int
    copies: int
    stories: int
    events: int
    first_day: str | None
    last_day: str | None
    undated_events: int
    speakers: int
    attributions: int
    manners: Mapping[str, int]
    statements: int
    corroborated: int
    divergences: int
    problems: int


def figures_of(contents: Contents) -> Figures:
    """Count what `contents` hold."""
    linked = contents.linked
    attributions = [one for reading in contents.readings for one in reading.attributions]
    manners = Counter(one.manner for one in attributions)
    days = sorted(
        day
        for event in linked.events
        if event.date
        for day in (event.date.earliest, event.date.latest)
        if day
    )
    return Figures(
        reports=len(contents.readings),
        outlets=len({reading.report.outlet.id for reading in contents.readings if reading.report.outlet}),
        copies=len(set[str]().union(*(_copies(lineage) for lineage in linked.lineages))),
        stories=len(linked.stories),
        events=len(linked.events),
        first_day=day_words(days[0]) if days else None,
        last_day=day_words(days[-1]) if days else None,
        undated_events=sum(
            not (event.date and (event.date.earliest or event.date.latest)) for event in linked.events
        ),
        speakers=len({speaker for statement in linked.statements for speaker in statement.speaker_ids}),
        attributions=len(attributions),
        manners={manner.value: manners[manner] for manner in Manner if manners[manner]},
        statements=len(linked.statements),
        corroborated=sum(statement.corroboration.lineages > 1 for statement in linked.statements),
        divergences=len(linked.divergences),
        problems=len(contents.problems)
        + len(linked.problems)
        + sum(len(reading.problems) for reading in contents.readings),
    )


def _copies(lineage: Lineage) -> set[str]:
    """Return the reports that descend from another text; of a group with no known origin, all but one."""
    if lineage.origin or lineage.credit:
        return set(lineage.report_ids) - {lineage.origin}
    return set(sorted(lineage.report_ids)[1:])


def paragraph(figures: Figures) -> str:
    """Tell `figures` in a few sentences."""
    return " ".join(sentence for sentence in _sentences(figures) if sentence)


def _sentences(figures: Figures) -> tuple[str, ...]:
    outlets = f" by {count(figures.outlets, 'outlet')}" if figures.outlets else ""
    told = "tell" if figures.reports != 1 else "tells"
    days = ""
    if figures.first_day and figures.first_day == figures.last_day:
        days = f" of {figures.first_day}"
    elif figures.first_day:
        days = f" between {figures.first_day} and {figures.last_day}"
    copies = ""
    if figures.copies:
        shares = "shares" if figures.copies == 1 else "share"
        copies = f"{count(figures.copies, 'report')} {shares} text with another and so {'does' if figures.copies == 1 else 'do'} not count twice."
    manners = listing([f"{number} {manner}" for manner, number in figures.manners.items()])
    said = f"{count(figures.speakers, 'speaker')}, {count(figures.attributions, 'attribution')}"
    said = f"They hold {said} ({manners})." if manners else "Nobody’s words were found in them."
    one = figures.corroborated == 1
    stands = f"{count(figures.corroborated, 'statement')} of {figures.statements:,} {'stands' if one else 'stand'} in more than one independent report."
    differ = f"Reports differ on {count(figures.divergences, 'plain fact')}." if figures.divergences else ""
    return (
        f"{count(figures.reports, 'report')}{outlets} {told} of {count(figures.events, 'event')}{days}.",
        f"The day of {count(figures.undated_events, 'event')} is not known."
        if figures.undated_events
        else "",
        copies,
        said,
        stands if figures.statements else "",
        differ,
    )
