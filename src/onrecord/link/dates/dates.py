"""When it was, from every report that tells: the day of each event, and the day each report of it was written.

One report says "this Friday", another "March 4": together they leave a Friday 4 March, and within the years of the
settings that is four days; that somebody in them was mayor until 2011 may leave one. A weekday alone leaves the day unknown.
Nothing is taken from the clock, the file or guesswork, and clues that contradict each other leave the day unknown and a
problem behind.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING

from onrecord.link.dates.day_clues import read_day_clues
from onrecord.link.dates.event_days import NEWS_AGES, EventDays, bounds_moment, days_moment, known_day
from onrecord.link.dates.fact_bounds import find_fact_bounds
from onrecord.link.dates.known_facts import KnownFacts
from onrecord.link.dates.office_clues import find_named
from onrecord.link.dates.year_clues import find_founding_bounds, find_year_bounds
from onrecord.model.moment import Basis, Moment

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.dates.day_clues import DayClues
    from onrecord.model.attribution import Reading
    from onrecord.model.fact import Fact
    from onrecord.model.problem import Problem

_TOO_MANY = 70
"""Days left open from which nothing is known: an interval of a week is fine, a day of each month is not."""
_LAGS = (0, 1, 2, 3)
"""Days between news and report that its own words leave open: in 96 of 100 reports that name a weekday in their lead."""
_SOON = (0, 1)
"""The same where another report of the event was written on its day."""
_WEEK = tuple(range(NEWS_AGES + 1))
"""The same of a report that states the day of its news with the year."""
_ONE_YEAR = 31
"""Days between the first and the last that are open, up to which they are of one year's event."""
_NEAR = tuple(range(-NEWS_AGES, NEWS_AGES + 1))
"""The same of a report that tells no day itself: it is only of the same event."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Days:
    """The days of a pile's reports and events, and what stood in the way of more.

    `events` are by the least report id of the event. Absent: unknown.
    """

    reports: Mapping[str, Moment] = field(default_factory=dict[str, Moment])
    events: Mapping[str, Moment] = field(default_factory=dict[str, Moment])
    problems: tuple[Problem, ...] = ()


def resolve_dates(
    readings: Iterable[Reading], groups: Iterable[Sequence[str]], *, years: tuple[int, int]
) -> Mapping[str, Moment]:
    """Return the day each report was written, by report id; reports of unknown day are absent.

    Args:
        readings: all readings of the pile.
        groups: report ids of each event.
        years: first and last year in which a day may lie when no report names the year.
    """
    return resolve_days(readings, groups, years=years).reports


def resolve_days(
    readings: Iterable[Reading],
    groups: Iterable[Sequence[str]],
    *,
    years: tuple[int, int],
    facts: Iterable[Fact] = (),
) -> Days:
    """Return the days of reports and of events, and the problems met; arguments as for `resolve_dates`.

    `facts` from outside only ever narrow what the reports leave open.
    """
    known = KnownFacts(facts)
    by_id = {reading.report.id: reading for reading in readings}
    found = [
        resolve_event([by_id[report_id] for report_id in sorted(group) if report_id in by_id], known, years)
        for group in sorted(sorted(group) for group in groups)
    ]
    return merge_days(found)


def merge_days(found: Iterable[Days]) -> Days:
    """Return the days of several events as those of one pile."""
    reports: dict[str, Moment] = {}
    events: dict[str, Moment] = {}
    problems: list[Problem] = []
    for days in found:
        reports.update(days.reports)
        events.update(days.events)
        problems += days.problems
    return Days(reports=reports, events=events, problems=tuple(problems))


def resolve_event(members: Sequence[Reading], known: KnownFacts, years: tuple[int, int]) -> Days:
    """Return the days of one event and of its reports, which depend on nothing else.

    Args:
        members: its readings, sorted by report id.
        known: facts from outside.
        years: as for `resolve_dates`.
    """
    if not members:
        return Days()
    clues = [read_day_clues(member) for member in members]
    named = [find_named(member, known) for member in members] if known else []
    looked_back = [find_year_bounds(member) for member in members]
    bounds = (
        *(bound for some in looked_back for bound in some),
        *find_founding_bounds(members),
        *find_fact_bounds(named, known),
    )
    days = EventDays(clues, [member.report.published for member in members], bounds, years=years)
    event = days.solve()
    soon = any(clue.lag == (0,) for clue in clues)
    reports: dict[str, Moment] = {}
    for place, (member, clue) in enumerate(zip(members, clues, strict=True)):
        moment = member.report.published or _written(clue, event, days.published, soon=soon)
        if moment is None and days.published is None and not days.problems:
            moment = bounds_moment((*looked_back[place], *find_fact_bounds(named[place : place + 1], known)))
        if moment is not None:
            reports[member.report.id] = moment
    return Days(
        reports=reports,
        events={members[0].report.id: event} if event is not None else {},
        problems=tuple(days.problems),
    )


def _written(clue: DayClues, event: Moment | None, published: date | None, *, soon: bool) -> Moment | None:
    """Return the day a report was written, from a line of its own or from the day of its news.

    `published` is the first known day on which any report of the event was published.
    """
    if clue.published is not None:
        return days_moment(
            [clue.published], Basis.DATELINE, "a line of its own gives the day", clue.published_evidence
        )
    if event is None:
        return None
    known = known_day(event)
    days = event.candidates or ((known,) if known else ())
    if not days:
        return _around(event, published)
    if clue.weekday is not None and all(day.weekday() != clue.weekday for day in days):
        # What it dates by another weekday is another matter, or another occasion.
        return None
    lags = _lags(clue, known, published, soon=soon)
    if published is None and not _shares_day(clue, event):
        return None
    found = {moved for day in days for lag in lags if (moved := _moved(day, lag))}
    written = _dateline_days(clue, sorted(found))
    if not written or len(written) > _TOO_MANY:
        return None
    return days_moment(
        written,
        event.basis,
        f"{event.why}; {_TOLD.get(lags, _SOON_AFTER)}",
        event.evidence,
        facts=event.facts,
    )


_TOLD = {(0,): "written that day", (1,): "written the day after", _NEAR: "written within a week of it"}
_SOON_AFTER = "written that day or soon after"


def _shares_day(clue: DayClues, event: Moment) -> bool:
    """Tell whether a report itself tells of the day of an event of which no report came with a day.

    What it says nothing of cannot date it; and a weekday alone is that of another week as soon, where one other report
    tells the day.
    """
    tellers = {place.report_id for place in event.evidence}
    if clue.report_id in tellers or clue.lag or clue.month_day or clue.written or clue.day:
        return True
    return clue.weekday is not None and len(tellers) > 1


def _lags(clue: DayClues, known: date | None, published: date | None, *, soon: bool) -> tuple[int, ...]:
    """Return the days that may lie between the event and the writing; below zero, what is said to be one event was two."""
    if clue.lag:
        return clue.lag
    if (clue.weekday, clue.month_day, clue.written) == (None, None, None):
        return _NEAR
    if clue.written is not None:
        return (-1, *_LAGS, _LAGS[-1] + 1)
    if clue.day is not None:
        # Who names the year may write of last week.
        return _WEEK
    if published is not None and known is not None:
        # Another report of the event came out later than is usual: so may this one.
        return tuple(range(max(_LAGS[-1], (published - known).days) + 1))
    return _SOON if soon else _LAGS


def _around(event: Moment, published: date | None) -> Moment | None:
    """Return when a report was written whose event has no known day: within a week of another report's day."""
    reach = timedelta(days=NEWS_AGES)
    if published is None or published - date.min < reach or date.max - published < reach:
        return None
    return Moment(
        earliest=published - reach,
        latest=published + reach,
        basis=Basis.RELATIVE,
        why="another report of the same event is of a known day; within a week of it",
        evidence=event.evidence,
        facts=event.facts,
    )


def _dateline_days(clue: DayClues, days: Sequence[date]) -> list[date]:
    """Return, of the days a report may have been written, those by its dateline: agencies date a day ahead, or late.

    Where its first sentences name the weekday of the dateline ("HALDEN, March 4 –", "on Friday"), it is that day, if
    the year is known.
    """
    if clue.written is None:
        return list(days)
    own = [
        day for day in days if (day.month, day.day) == clue.written and day.weekday() in clue.lead_weekdays
    ]
    if len(own) == 1 and (days[-1] - days[0]).days <= _ONE_YEAR:
        return own
    near = (-1, 0, 1)
    return [
        day
        for day in days
        if any((moved := _moved(day, by)) and (moved.month, moved.day) == clue.written for by in near)
    ]


def _moved(day: date, by: int) -> date | None:
    inside = 0 < day.toordinal() + by <= date.max.toordinal()
    return date.fromordinal(day.toordinal() + by) if inside else None
