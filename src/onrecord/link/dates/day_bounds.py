"""Within which days something must lie: stretches of days with what tells them, met and narrowed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.moment import Evidence

Stretch = tuple[date, date]
"""A first and a last day, both included."""

ALWAYS: tuple[Stretch, ...] = ((date.min, date.max),)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The days on which a report may have been written, as one clue tells, sorted and apart; and why.

    `facts` are ids of facts from outside; without any the reports' own words tell it.
    """

    stretches: tuple[Stretch, ...]
    why: str
    evidence: tuple[Evidence, ...] = ()
    facts: tuple[str, ...] = ()


def meet(first: Sequence[Stretch], second: Sequence[Stretch]) -> tuple[Stretch, ...]:
    """Return the days that lie in both; each of the two sorted, in time that grows with their product."""
    met = (
        (max(a_start, b_start), min(a_end, b_end)) for a_start, a_end in first for b_start, b_end in second
    )
    return tuple(sorted((start, end) for start, end in met if start <= end))


def meet_all(bounds: Iterable[Bound]) -> tuple[Stretch, ...]:
    """Return the days that no bound excludes."""
    left = ALWAYS
    for bound in bounds:
        left = meet(left, bound.stretches)
    return left


def is_within(day: date, stretches: Sequence[Stretch], *, late: int = 0) -> bool:
    """Tell whether `day`, or one of the `late` days after it, lies in a stretch."""
    last = day + timedelta(days=min(late, (date.max - day).days))
    return any(start <= last and day <= end for start, end in stretches)


def choose_telling(bounds: Sequence[Bound]) -> tuple[Bound, ...]:
    """Choose, of `bounds`, as few as leave the same days open, the most telling first.

    Those without facts are taken first: facts only ever narrow what the reports leave open.
    """
    chosen: list[Bound] = []
    left = ALWAYS
    for wanted in ([bound for bound in bounds if not bound.facts], list(bounds)):
        target = meet(left, meet_all(wanted))
        while wanted and left != target:
            best = min(wanted, key=lambda bound: (count_days(meet(left, bound.stretches)), bound.why))
            chosen.append(best)
            left = meet(left, best.stretches)
            wanted.remove(best)
    return tuple(chosen)


def count_days(stretches: Iterable[Stretch]) -> int:
    """Return how many days the stretches hold."""
    return sum((end - start).days + 1 for start, end in stretches)
