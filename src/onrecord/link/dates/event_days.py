"""The day of one event: the days that all clues of its reports leave open together.

Weekdays, days of the month, stated days and datelines give the days; what bounds the day of writing (years, anniversaries,
offices that people held) strikes those out that cannot be. Bounds never make a day of their own: alone they leave an interval.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final, TypeVar

from onrecord.link.dates.day_bounds import choose_telling, is_within, meet_all
from onrecord.link.dates.day_words import WEEKDAY_NAMES, conflict, say_day, say_why
from onrecord.link.dates.own_days import calendar_day_of
from onrecord.model.moment import Basis, Moment
from onrecord.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from onrecord.link.dates.day_bounds import Bound, Stretch
    from onrecord.link.dates.day_clues import DayClues
    from onrecord.model.moment import Evidence

T = TypeVar("T")

NEWS_AGES = 7
"""Days that news may be old when a report of it is published."""
_BEFORE_DATELINE = (0, 1, 2, 3)
"""Days that a weekday told under a dateline may lie before it: nearer, and a wrong year would fit too often."""
_PLACES = 8
"""Places shown as evidence of one day."""


_DATELINE_AGES: Final = timedelta(days=60)
"""Up to which days before another report's day a dateline with no year is of that year, or of the end of the year before."""


class EventDays:
    """The clues of one event's reports, and the days that they leave open.

    `clues` and `published` are those of the same reports, in the same order; `bounds` those of all of them.
    """

    def __init__(
        self,
        clues: Sequence[DayClues],
        published: Sequence[Moment | None],
        bounds: Sequence[Bound],
        *,
        years: tuple[int, int],
    ) -> None:
        self._clues = clues
        self._years = years
        self._all_bounds = bounds
        told = [moment.earliest for moment in published if moment and moment.earliest] + [
            clue.published for clue in clues if clue.published
        ]
        self._days = [
            min((day for day in (moment and moment.earliest, clue.published) if day), default=None)
            for clue, moment in zip(clues, published, strict=True)
        ]
        self.published = min(told) if told else None
        self._bounds = (_back(self.published, NEWS_AGES), self.published) if self.published else None
        self._near = {
            day - timedelta(days=clue.near)
            for clue, moment in zip(clues, published, strict=True)
            if clue.near is not None and (day := known_day(moment) or clue.published) and day > date.min
        }
        self._given = any(moment and moment.basis is Basis.GIVEN for moment in published)
        self._bound_evidence = choose_places(
            evidence for clue in clues for evidence in clue.published_evidence
        )
        self.problems: list[Problem] = []

    def solve(self) -> Moment | None:
        """Return the event's day as far as the clues tell; what contradicts is added to `problems`."""
        moment = self._by_clues()
        if self.published is not None or not self._all_bounds:
            return moment
        if moment is None:
            return None if self.problems else self._by_bounds()
        return self._narrowed(moment)

    def _by_clues(self) -> Moment | None:
        weekday, weekday_evidence = self._agreed(
            lambda clue: clue.weekday, lambda clue: clue.weekday_evidence
        )
        day, evidence = self._agreed(lambda clue: clue.day, lambda clue: clue.day_evidence)
        month_day, month_evidence = self._agreed(lambda clue: clue.month_day, lambda clue: clue.day_evidence)
        if day is not None:
            return self._stated(day, evidence, weekday, weekday_evidence)
        if month_day is None and self._bounds is None:
            return self._by_dateline(weekday, weekday_evidence)
        if month_day is None:
            return self._by_weekday(weekday, weekday_evidence)
        candidates = [
            found for found in self._placed(month_day) if weekday is None or found.weekday() == weekday
        ]
        used = month_evidence + (weekday_evidence if weekday is not None else ())
        if not candidates:
            self._conflict(say_day(weekday, month_day))
            return None
        why = say_why(weekday, month_day, candidates, years=self._years, bounded=self._bounds is not None)
        return days_moment(candidates, _basis(used, bounded=self._bounds is not None), why, used)

    def _narrowed(self, moment: Moment) -> Moment | None:
        """Return `moment` with the days struck out on which no report of it can have been written."""
        days = moment.candidates or ((moment.earliest,) if moment.earliest else ())
        plain = tuple(bound for bound in self._all_bounds if not bound.facts)
        outside = tuple(bound for bound in self._all_bounds if bound.facts)
        if not _kept(days, plain):
            self._conflict(f"{moment.why}; but {', and '.join(bound.why for bound in choose_telling(plain))}")
            return None
        kept = _kept(days, self._all_bounds)
        if not kept:
            self._fact_conflict(outside)
            kept, outside = _kept(days, plain), ()
        telling = _fewest(choose_telling((*plain, *outside)), days, kept)
        if not telling:
            return moment
        return days_moment(
            kept,
            Basis.CORROBORATED,
            "; ".join((moment.why, *(bound.why for bound in telling))),
            choose_places((*moment.evidence, *(place for bound in telling for place in bound.evidence))),
            facts=tuple(sorted({fact for bound in telling for fact in bound.facts})),
        )

    def _by_bounds(self) -> Moment | None:
        """Return the interval that the bounds leave where nothing tells a day."""
        if not meet_all(self._all_bounds):
            self._fact_conflict([bound for bound in self._all_bounds if bound.facts])
        return bounds_moment(self._all_bounds)

    def _conflict(self, told: str) -> None:
        self.problems.append(conflict(self._clues[0].report_id, told))

    def _fact_conflict(self, bounds: Sequence[Bound]) -> None:
        told = "; ".join(bound.why for bound in choose_telling(bounds))
        self.problems.append(
            Problem(
                code="link.fact-conflict",
                message=f"facts and reports cannot all be right ({told}); the facts are left aside",
                report_id=self._clues[0].report_id,
            )
        )

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
        return value, choose_places(
            place for clue in self._clues if told(clue) == value for place in places(clue)
        )

    def _placed(self, month_day: tuple[int, int]) -> list[date]:
        days = [calendar_day_of(year, month_day) for year in range(self._years[0], self._years[1] + 1)]
        if self._bounds:
            days = [calendar_day_of(year, month_day) for year in (self._bounds[0].year, self._bounds[1].year)]
        return sorted({day for day in days if day and self._within(day)})

    def _within(self, day: date) -> bool:
        return self._bounds is None or self._bounds[0] <= day <= self._bounds[1]

    def _stated(
        self,
        day: date,
        evidence: tuple[Evidence, ...],
        weekday: int | None,
        weekday_evidence: tuple[Evidence, ...],
    ) -> Moment | None:
        if not self._within(day) or (weekday is not None and day.weekday() != weekday):
            self._conflict(f"{day.isoformat()} and {say_day(weekday, None)}")
            return None
        used = evidence + (weekday_evidence if weekday is not None else ())
        return days_moment([day], _basis(used, bounded=False), "the day is stated with its year", used)

    def _by_dateline(self, weekday: int | None, evidence: tuple[Evidence, ...]) -> Moment | None:
        """Return the days that a dateline with no year ("HALDEN, March 4") leaves: that day or one of the three before."""
        written, places = self._agreed(lambda clue: clue.written, lambda clue: clue.published_evidence)
        if written is None:
            return None
        days = {
            day - timedelta(days=lag)
            for day in self._placed(written)
            for lag in ((0,) if weekday is None else _BEFORE_DATELINE)
            if weekday is None or (day - timedelta(days=lag)).weekday() == weekday
        }
        if not days:
            return None
        used = tuple(sorted({*places, *(evidence if weekday is not None else ())}))
        told = say_day(weekday, None) if weekday is not None else "a day"
        why = f"{told} told under the dateline {say_day(None, written)}"
        return days_moment(sorted(days), _basis(used, bounded=False), why, used)

    def _by_weekday(self, weekday: int | None, evidence: tuple[Evidence, ...]) -> Moment | None:
        """Return the last such weekday before the day of publishing, where that is known.

        "The board voted yesterday … Velik said on Friday": what the first sentences tell goes before a later weekday.
        """
        if self._bounds is None:
            return None
        is_led = any(weekday in clue.lead_weekdays for clue in self._clues)
        if not is_led and (near := self._by_near()):
            return near
        if weekday is None:
            return self._untold()
        latest = self._told_by(weekday) or self._bounds[1]
        why = f"the last {WEEKDAY_NAMES[weekday]} before, or on, the day of publishing"
        written = self._written_before(self._bounds[1])
        if written is None and len(several := self._count_by_each(weekday)) > 1:
            why = f"{WEEKDAY_NAMES[weekday]} is told in reports of two weeks"
            return days_moment(
                several, Basis.RELATIVE, why, tuple(sorted({*evidence, *self._bound_evidence}))
            )
        if written is not None:
            latest = written
            why = f"the last {WEEKDAY_NAMES[weekday]} before, or on, the day of a dateline, in the year of a report of known day"
        day = _last(latest, weekday)
        if day is None or (written is None and not self._within(day)):
            return self._untold()
        return days_moment([day], Basis.RELATIVE, why, tuple(sorted({*evidence, *self._bound_evidence})))

    def _untold(self) -> Moment | None:
        """Return the week up to the first report of known day, or on to the last day that one of them tells by a weekday."""
        if self._bounds is None:
            return None
        weekdays = {clue.weekday for clue in self._clues if clue.weekday is not None}
        latest = max([self._bounds[1], *(day for one in weekdays for day in self._count_by_each(one))])
        later = latest > self._bounds[1]
        told = "reports of known days tell more than one day" if later else "published on a known day"
        return Moment(
            earliest=self._bounds[0],
            latest=latest,
            basis=Basis.GIVEN if self._given else Basis.DATELINE,
            why=f"{told}; when {'' if later else 'in the week before '}it happened is not told",
            evidence=self._bound_evidence,
        )

    def _told_by(self, weekday: int) -> date | None:
        """Return the day of the first report that tells the weekday: it counts from there, and from no other's day."""
        days = [
            day
            for clue, day in zip(self._clues, self._days, strict=True)
            if clue.weekday == weekday and day is not None
        ]
        return min(days, default=None)

    def _count_by_each(self, weekday: int) -> list[date]:
        """Return the days that the weekday is where each report of known day that tells it counts from its own, sorted."""
        days = {
            _last(day, weekday)
            for clue, day in zip(self._clues, self._days, strict=True)
            if clue.weekday == weekday and day is not None
        }
        return sorted(day for day in days if day is not None)

    def _written_before(self, published: date) -> date | None:
        """Return the day of a dateline with no year, where all that tell one agree and it stands shortly before `published`.

        "HALDEN, March 6 — … said on Wednesday" is of that week, though another report of the event is of 16 March.
        """
        told = {clue.written for clue in self._clues if clue.written is not None}
        if len(told) != 1:
            return None
        (written,) = told
        days = [calendar_day_of(year, written) for year in (published.year - 1, published.year)]
        near = [day for day in days if day and timedelta(0) <= published - day <= _DATELINE_AGES]
        return near[0] if len(near) == 1 else None

    def _by_near(self) -> Moment | None:
        """Return the day that "voted yesterday" and the like tell of reports of known day, where they agree."""
        if len(self._near) != 1 or not self._within(min(self._near)):
            return None
        why = "told as today or yesterday in a report of known day"
        return days_moment(sorted(self._near), Basis.RELATIVE, why, self._bound_evidence)


def _kept(days: Sequence[date], bounds: Sequence[Bound]) -> tuple[date, ...]:
    left: Sequence[Stretch] = meet_all(bounds)
    return tuple(day for day in days if is_within(day, left, late=NEWS_AGES))


def _fewest(bounds: Sequence[Bound], days: Sequence[date], kept: Sequence[date]) -> tuple[Bound, ...]:
    """Return as few of `bounds`, those without facts first, as strike out of `days` all but `kept`."""
    chosen: list[Bound] = []
    left = tuple(days)
    rest = list(bounds)
    while len(left) > len(kept):
        best = min(rest, key=lambda bound: (bool(bound.facts), len(_kept(left, [bound])), bound.why))
        rest.remove(best)
        less = _kept(left, [best])
        if len(less) < len(left):
            chosen.append(best)
            left = less
        if not rest:
            break
    return tuple(chosen)


def bounds_moment(bounds: Sequence[Bound]) -> Moment | None:
    """Return the interval that bounds alone leave; those with facts are left aside where not all can be right."""
    chosen = choose_telling(bounds)
    if not meet_all(chosen):
        chosen = choose_telling([bound for bound in bounds if not bound.facts])
    left = meet_all(chosen)
    if not chosen or not left:
        return None
    earliest, latest = left[0][0], left[-1][1]
    return Moment(
        earliest=earliest if earliest > date.min else None,
        latest=latest if latest < date.max else None,
        basis=Basis.CORROBORATED if any(bound.facts for bound in chosen) else Basis.RELATIVE,
        why="; ".join(bound.why for bound in chosen),
        evidence=choose_places(place for bound in chosen for place in bound.evidence),
        facts=tuple(sorted({fact for bound in chosen for fact in bound.facts})),
    )


def known_day(moment: Moment | None) -> date | None:
    """Return the day of a moment that is one day, else None."""
    return moment.earliest if moment and moment.earliest == moment.latest else None


def _last(day: date, weekday: int) -> date | None:
    """Return the last such weekday before, or on, a day; None where no day there is comes so early."""
    back = (day.weekday() - weekday) % NEWS_AGES
    return day - timedelta(days=back) if back <= (day - date.min).days else None


def _back(day: date, days: int) -> date:
    return day - timedelta(days=min(days, (day - date.min).days))


def choose_places(places: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Choose the places that are shown: of as many reports as may be, at most eight.

    Each report of an event, and each statement, repeats them: all places of all reports would grow with the square of
    the event.
    """
    rank: Counter[str] = Counter()
    ranked: list[tuple[int, Evidence]] = []
    for place in sorted(set(places)):
        ranked.append((rank[place.report_id], place))
        rank[place.report_id] += 1
    return tuple(sorted(place for _, place in sorted(ranked)[:_PLACES]))


def days_moment(
    days: Sequence[date],
    basis: Basis,
    why: str,
    evidence: tuple[Evidence, ...],
    *,
    facts: tuple[str, ...] = (),
) -> Moment:
    """Return the moment that is one of `days`, which are sorted."""
    return Moment(
        earliest=days[0],
        latest=days[-1],
        candidates=tuple(days) if len(days) > 1 else None,
        basis=basis,
        why=why,
        evidence=evidence,
        facts=facts,
    )


def _basis(evidence: tuple[Evidence, ...], *, bounded: bool) -> Basis:
    if len({place.report_id for place in evidence}) > 1:
        return Basis.CORROBORATED
    return Basis.RELATIVE if bounded else Basis.STATED
