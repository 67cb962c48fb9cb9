"""When it was, from every report that tells: the days that all clues of one event leave open.

One report says "this Friday", another "March 4": together they leave a Friday 4 March, and within the years of the
settings that is four days. A weekday alone leaves the day unknown. Nothing is taken from the clock, the file or
guesswork, and clues that contradict each other leave the day unknown and a problem behind.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, TypeVar

from onrecord.link.day_clues import DayClues, read_day_clues
from onrecord.model.moment import Basis, Moment
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from onrecord.model.attribution import Reading
    from onrecord.model.fact import Fact
    from onrecord.model.moment import Evidence

T = TypeVar("T")

_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTH_WORDS = "January February March April May June July August September October November December"
_MONTHS = tuple(_MONTH_WORDS.split())
_TOO_MANY = 70
"""Days left open from which nothing is known: an interval of a week is fine, a day of each month is not."""
_NEWS_AGES = 7
"""Days that news may be old when a report of it is published."""
_PLACES = 8
"""Places shown as evidence of one day."""


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
    """Return the days of reports and of events, and the problems met; arguments as for `resolve_dates`."""
    del facts
    by_id = {reading.report.id: reading for reading in readings}
    reports: dict[str, Moment] = {}
    events: dict[str, Moment] = {}
    problems: list[Problem] = []
    for group in sorted(sorted(group) for group in groups):
        members = [by_id[report_id] for report_id in group if report_id in by_id]
        clues = [read_day_clues(member) for member in members]
        event = _Pool(clues, [member.report.published for member in members], years).solve(problems)
        if event is not None and group:
            events[group[0]] = event
        for member, clue in zip(members, clues, strict=True):
            moment = member.report.published or _written(clue, event)
            if moment is not None:
                reports[member.report.id] = moment
    return Days(reports=reports, events=events, problems=tuple(problems))


class _Pool:
    """The clues of one event's reports, and the days that they leave open."""

    def __init__(self, clues: list[DayClues], published: list[Moment | None], years: tuple[int, int]) -> None:
        self._clues = clues
        self._years = years
        told = [moment.earliest for moment in published if moment and moment.earliest] + [
            clue.published for clue in clues if clue.published
        ]
        self._bounds = (min(told) - timedelta(days=_NEWS_AGES), min(told)) if told else None
        self._near = {
            day - timedelta(days=clue.near)
            for clue, moment in zip(clues, published, strict=True)
            if clue.near is not None and (day := _known(moment) or clue.published) and day > date.min
        }
        self._given = any(moment and moment.basis is Basis.GIVEN for moment in published)
        self._bound_evidence = _shown(evidence for clue in clues for evidence in clue.published_evidence)

    def solve(self, problems: list[Problem]) -> Moment | None:
        """Return the event's day as far as the clues tell, and add what contradicts to `problems`."""
        weekday, weekday_evidence = self._agreed(
            lambda clue: clue.weekday, lambda clue: clue.weekday_evidence
        )
        day, evidence = self._agreed(lambda clue: clue.day, lambda clue: clue.day_evidence)
        month_day, month_evidence = self._agreed(lambda clue: clue.month_day, lambda clue: clue.day_evidence)
        if day is not None:
            return self._stated(day, evidence, weekday, weekday_evidence, problems)
        if month_day is None and self._bounds is None:
            return self._by_dateline(weekday, weekday_evidence)
        if month_day is None:
            return self._by_weekday(weekday, weekday_evidence)
        candidates = [
            found for found in self._placed(month_day) if weekday is None or found.weekday() == weekday
        ]
        used = month_evidence + (weekday_evidence if weekday is not None else ())
        if not candidates:
            problems.append(_conflict(self._clues[0].report_id, _words(weekday, month_day)))
            return None
        why = _why(weekday, month_day, candidates, years=self._years, bounded=self._bounds is not None)
        return _moment(candidates, _basis(used, bounded=self._bounds is not None), why, used)

    def _agreed(
        self, told: Callable[[DayClues], T | None], places: Callable[[DayClues], tuple[Evidence, ...]]
    ) -> tuple[T | None, tuple[Evidence, ...]]:
        """Return what more than half of the reports that tell anything tell, and where."""
        counts = Counter(value for clue in self._clues if (value := told(clue)) is not None)
        if not counts:
            return None, ()
        value, votes = counts.most_common(1)[0]
        if votes * 2 <= counts.total():
            return None, ()
        return value, _shown(place for clue in self._clues if told(clue) == value for place in places(clue))

    def _placed(self, month_day: tuple[int, int]) -> list[date]:
        days = [_day(year, month_day) for year in range(self._years[0], self._years[1] + 1)]
        if self._bounds:
            days = [_day(year, month_day) for year in (self._bounds[0].year, self._bounds[1].year)]
        return sorted({day for day in days if day and self._within(day)})

    def _within(self, day: date) -> bool:
        return self._bounds is None or self._bounds[0] <= day <= self._bounds[1]

    def _stated(
        self,
        day: date,
        evidence: tuple[Evidence, ...],
        weekday: int | None,
        weekday_evidence: tuple[Evidence, ...],
        problems: list[Problem],
    ) -> Moment | None:
        if not self._within(day) or (weekday is not None and day.weekday() != weekday):
            problems.append(
                _conflict(self._clues[0].report_id, f"{day.isoformat()} and {_words(weekday, None)}")
            )
            return None
        used = evidence + (weekday_evidence if weekday is not None else ())
        return _moment([day], _basis(used, bounded=False), "the day is stated with its year", used)

    def _by_dateline(self, weekday: int | None, evidence: tuple[Evidence, ...]) -> Moment | None:
        """Return the days that a dateline with no year ("HALDEN, March 4") leaves: that day or the one before."""
        written, places = self._agreed(lambda clue: clue.written, lambda clue: clue.published_evidence)
        if written is None:
            return None
        days = {
            day - timedelta(days=lag)
            for day in self._placed(written)
            for lag in ((0,) if weekday is None else (0, 1))
            if weekday is None or (day - timedelta(days=lag)).weekday() == weekday
        }
        if not days:
            return None
        used = tuple(sorted({*places, *(evidence if weekday is not None else ())}))
        told = _words(weekday, None) if weekday is not None else "a day"
        why = f"{told} told under the dateline {_words(None, written)}"
        return _moment(sorted(days), _basis(used, bounded=False), why, used)

    def _by_weekday(self, weekday: int | None, evidence: tuple[Evidence, ...]) -> Moment | None:
        """Return the last such weekday before the day of publishing, where that is known."""
        if self._bounds is None:
            return None
        if weekday is None and (near := self._by_near()):
            return near
        if weekday is None:
            why = "published on a known day; when in the week before it happened is not told"
            basis = Basis.GIVEN if self._given else Basis.DATELINE
            return Moment(
                earliest=self._bounds[0],
                latest=self._bounds[1],
                basis=basis,
                why=why,
                evidence=self._bound_evidence,
            )
        latest = self._bounds[1]
        day = latest - timedelta(days=(latest.weekday() - weekday) % 7)
        why = f"the last {_WEEKDAYS[weekday]} before, or on, the day of publishing"
        return _moment([day], Basis.RELATIVE, why, tuple(sorted({*evidence, *self._bound_evidence})))

    def _by_near(self) -> Moment | None:
        """Return the day that "voted yesterday" and the like tell of reports of known day, where they agree."""
        if len(self._near) != 1 or not self._within(min(self._near)):
            return None
        why = "told as today or yesterday in a report of known day"
        return _moment(sorted(self._near), Basis.RELATIVE, why, self._bound_evidence)


def _known(moment: Moment | None) -> date | None:
    return moment.earliest if moment and moment.earliest == moment.latest else None


def _written(clue: DayClues, event: Moment | None) -> Moment | None:
    """Return the day a report was written, from a line of its own or from the day of its news."""
    if clue.published is not None:
        return _moment(
            [clue.published], Basis.DATELINE, "a line of its own gives the day", clue.published_evidence
        )
    if event is None:
        return None
    known = event.earliest is not None and event.earliest == event.latest
    days = event.candidates or ((event.earliest,) if event.earliest and known else ())
    written = sorted(
        {day + timedelta(days=lag) for day in days for lag in clue.lag if (day.year, lag) < (9999, 1)}
    )
    told: dict[tuple[int, ...], str] = {(0,): "written that day", (1,): "written the day after"}
    when = told.get(clue.lag, "written that day or the next")
    written = _dateline_days(clue, written)
    if not written or len(written) > _TOO_MANY:
        return None
    return _moment(written, event.basis, f"{event.why}; {when}", event.evidence)


def _dateline_days(clue: DayClues, days: Sequence[date]) -> list[date]:
    """Return, of the days a report may have been written, those that its dateline names."""
    return [day for day in days if clue.written in {None, (day.month, day.day)}]


def _day(year: int, month_day: tuple[int, int]) -> date | None:
    try:
        return date(year, *month_day)
    except ValueError:
        return None


def _shown(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Choose the places that are shown: of as many reports as may be, at most `_PLACES`.

    Each report of an event, and each statement, repeats them: all places of all reports would grow with the square of
    the event.
    """
    rank: Counter[str] = Counter()
    ranked: list[tuple[int, Evidence]] = []
    for place in sorted(set(places)):
        ranked.append((rank[place.report_id], place))
        rank[place.report_id] += 1
    return tuple(sorted(place for _, place in sorted(ranked)[:_PLACES]))


def _moment(days: Sequence[date], basis: Basis, why: str, evidence: tuple[Evidence, ...]) -> Moment:
    return Moment(
        earliest=days[0],
        latest=days[-1],
        candidates=tuple(days) if len(days) > 1 else None,
        basis=basis,
        why=why,
        evidence=evidence,
    )


def _basis(evidence: tuple[Evidence, ...], *, bounded: bool) -> Basis:
    if len({place.report_id for place in evidence}) > 1:
        return Basis.CORROBORATED
    return Basis.RELATIVE if bounded else Basis.STATED


def _words(weekday: int | None, month_day: tuple[int, int] | None) -> str:
    """Say "a Friday, 4 March"."""
    day = f"{month_day[1]} {_MONTHS[month_day[0] - 1]}" if month_day else ""
    name = f"a {_WEEKDAYS[weekday]}" if weekday is not None else ""
    return ", ".join(part for part in (name, day) if part) or "another day"


def _why(
    weekday: int | None,
    month_day: tuple[int, int],
    days: Sequence[date],
    *,
    years: tuple[int, int],
    bounded: bool,
) -> str:
    told = _words(weekday, month_day)
    if bounded:
        return f"{told}: the one in the week before publishing"
    if weekday is None:
        return f"{told}; no report names the year or the weekday"
    listed = [str(day.year) for day in days]
    which = " or ".join([", ".join(listed[:-1]), listed[-1]] if len(listed) > 1 else listed)
    return f"{told}: within {years[0]}-{years[1]} only in {which}"


def _conflict(report_id: str, told: str) -> Problem:
    return Problem(
        code="link.date-conflict",
        message=f"reports of one event tell days that cannot be one ({told}); its day is left unknown",
        report_id=report_id,
    )
