"""The record in one paragraph, and the figures it rests on."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.model.attribution import Level, Manner
from onrecord.model.contents import LIMITED_TO
from onrecord.publish.page.wording import count, day_words, listing

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.model.contents import Contents


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What a record holds, counted.

    `signed` are reports whose outlet is known, `copies` those that share text with an origin or one another, `related` all that
    share text, in `lineages` groups that count as one each. `pairs` are the pairs of places that tell the `divergences`.
    """

    reports: int
    outlets: int
    signed: int
    copies: int
    related: int
    lineages: int
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
    pairs: int
    problems: int


def figures_of(contents: Contents) -> Figures:
    """Count what `contents` hold."""
    from onrecord.record.summary import find_copies

    linked = contents.linked
    manners = Counter(one.manner for reading in contents.readings for one in reading.attributions)
    dates = [event.date for event in linked.events]
    days = sorted(one.earliest for one in dates if one and one.earliest and one.earliest == one.latest)
    problems = (contents.problems, linked.problems, *(reading.problems for reading in contents.readings))
    copies, sharing = find_copies(linked.lineages)
    return Figures(
        reports=len(contents.readings),
        outlets=len({reading.report.outlet.id for reading in contents.readings if reading.report.outlet}),
        signed=sum(reading.report.outlet is not None for reading in contents.readings),
        copies=len(copies),
        related=sum(sharing),
        lineages=len(sharing),
        stories=len(linked.stories),
        events=len(linked.events),
        first_day=day_words(days[0]) if days else None,
        last_day=day_words(days[-1]) if days else None,
        undated_events=sum(not (one and (one.earliest or one.latest or one.candidates)) for one in dates),
        speakers=len({speaker for statement in linked.statements for speaker in statement.speaker_ids}),
        attributions=manners.total(),
        manners={manner.value: manners[manner] for manner in Manner if manners[manner]},
        statements=len(linked.statements),
        corroborated=sum(statement.corroboration.lineages > 1 for statement in linked.statements),
        divergences=len(linked.divergences),
        pairs=len(linked.divergences),
        problems=sum(map(len, problems)),
    )


def limit_words(contents: Contents) -> str:
    """Say what is left out of contents that are limited to a level; nothing of whole ones."""
    level = contents.made_with.settings.get(LIMITED_TO)
    if level is None:
        return ""
    surer = "" if level == Level.CERTAIN else " or surer"
    return f"Only what is read as {level}{surer} stands here; the record holds more."


def paragraph(figures: Figures) -> str:
    """Tell `figures` in a few sentences.

    A report that shares text is not said to copy: a silent copy and its origin may not be told apart.
    """
    sentences = (
        _events(figures),
        _undated(figures),
        _shared(figures),
        _said(figures),
        _corroborated(figures),
    )
    return " ".join(sentence for sentence in (*sentences, _differ(figures)) if sentence)


def _differ(figures: Figures) -> str:
    if not figures.divergences:
        return ""
    pairs = f", in {count(figures.pairs, 'pair')} of places" if figures.pairs > figures.divergences else ""
    return f"Reports differ on {count(figures.divergences, 'plain fact')}{pairs}."


def _events(figures: Figures) -> str:
    outlets = f" by {count(figures.outlets, 'outlet')}" if figures.outlets else ""
    if figures.outlets and figures.signed < figures.reports:
        outlets = f", {figures.signed:,} of them by {count(figures.outlets, 'named outlet')},"
    tell = "tells" if figures.reports == 1 else "tell"
    days = ""
    if figures.first_day and figures.first_day == figures.last_day:
        days = f", one on {figures.first_day}" if figures.events > 1 else f" on {figures.first_day}"
    elif figures.first_day:
        days = f", from {figures.first_day} to {figures.last_day}"
    return f"{count(figures.reports, 'report')}{outlets} {tell} of {count(figures.events, 'event')}{days}."


def _undated(figures: Figures) -> str:
    if not figures.undated_events:
        return ""
    if figures.undated_events == figures.events:
        return "Its day is not known." if figures.events == 1 else "Their days are not known."
    return f"The day of {count(figures.undated_events, 'event')} is not known."


def _shared(figures: Figures) -> str:
    if not figures.related:
        return ""
    if figures.lineages == 1:
        return f"{figures.related:,} reports share text, in 1 lineage that counts as one."
    return f"{figures.related:,} reports share text, in {count(figures.lineages, 'lineage')} that count as one each."


def _said(figures: Figures) -> str:
    if not figures.attributions:
        return "Nobody’s words were found in them."
    manners = listing([f"{number:,} {manner}" for manner, number in figures.manners.items()])
    return (
        f"{count(figures.speakers, 'speaker')}, {count(figures.statements, 'statement')} in "
        f"{count(figures.attributions, 'attribution')}: {manners}."
    )


def _corroborated(figures: Figures) -> str:
    if not figures.statements:
        return ""
    stand = "stands" if figures.corroborated == 1 else "stand"
    return f"{count(figures.corroborated, 'statement')} {stand} in more than one independent report."
