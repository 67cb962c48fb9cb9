"""What facts from outside tell of the day of an event: its reports call people by offices that they held for a time.

That somebody is called by an office is never older than the first term. That it is no younger than the last is believed only of
whoever acts in the news, and of nobody whose successor is named: "President" stays with those who were it.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.link.dates.day_bounds import Bound
from onrecord.link.dates.day_words import say_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.dates.day_bounds import Stretch
    from onrecord.link.dates.known_facts import KnownFacts, Office
    from onrecord.link.dates.office_clues import Called, Named
    from onrecord.model.fact import Fact

_SHOWN = 4
"""Places shown of one bound."""


def find_fact_bounds(named: Sequence[Named], known: KnownFacts) -> tuple[Bound, ...]:
    """Return within which days reports of one event were written, as `known` tells of what they name."""
    whole = {subject for one in named for subject in one.whole}
    holders: defaultdict[Office, defaultdict[str, list[Called]]] = defaultdict(lambda: defaultdict(list))
    for one in named:
        for called in one.called:
            if called.sure or called.subject in whole:
                holders[called.office][called.subject].append(called)
    bounds = [
        bound
        for office in sorted(holders, key=lambda office: (office.relation, office.object))
        for bound in _bounds_of_office(office, holders[office], known)
    ]
    return (*bounds, *_bounds_of_beginnings(named, known))


def _bounds_of_office(
    office: Office, holders: Mapping[str, Sequence[Called]], known: KnownFacts
) -> Iterable[Bound]:
    terms = {
        subject: sorted(known.terms(subject)[office], key=lambda fact: fact.first or date.min)
        for subject in sorted(holders)
    }
    present = {subject for subject in terms if not all(called.former for called in holders[subject])}
    latest = max((_began(terms[subject]) for subject in present), default=date.min)
    for subject, facts in terms.items():
        called = holders[subject]
        former = [one for one in called if one.former]
        if former:
            yield from _bound_of_former(subject, office, facts, former)
            continue
        acts = any(one.acts for one in called) and _began(facts) == latest
        stretches = _terms_of(facts) if acts else ((_began(facts), date.max),)
        if stretches == ((date.min, date.max),):
            continue
        when = (
            " and ".join(_term_words(fact) for fact in facts)
            if acts
            else f"not before {say_date(_began(facts))}"
        )
        yield _bound(stretches, f"{subject} was {_said(office)} {when}", called, facts)


def _said(office: Office) -> str:
    return f"{office.relation} of {office.object}" if office.object else office.relation


def _began(facts: Sequence[Fact]) -> date:
    return facts[0].first or date.min


def _terms_of(facts: Sequence[Fact]) -> tuple[Stretch, ...]:
    return tuple((fact.first or date.min, fact.last or date.max) for fact in facts)


def _bound_of_former(
    subject: str, office: Office, facts: Sequence[Fact], called: Sequence[Called]
) -> Iterable[Bound]:
    """Yield the days after a term and outside every other, where the end of the first is known."""
    ends = [fact.last or date.max for fact in facts]
    gaps = [
        (last, after.first)
        for last, after in zip(ends, facts[1:], strict=False)
        if after.first and last < after.first
    ]
    if ends[-1] < date.max:
        gaps.append((ends[-1], date.max))
    if gaps and all(before <= after for before, after in pairwise(ends)):
        when = " and ".join(_term_words(fact) for fact in facts)
        why = f"{subject}, former {_said(office)}, was it {when}"
        yield _bound(tuple(gaps), why, called, facts)


def _bounds_of_beginnings(named: Sequence[Named], known: KnownFacts) -> Iterable[Bound]:
    first: dict[str, tuple[Bound, date]] = {}
    for one in named:
        for subject, place, ids in one.began:
            facts = [fact for fact in known.beginnings(subject) if fact.first]
            if facts and subject not in first:
                day = min(fact.first for fact in facts if fact.first)
                bound = Bound(
                    stretches=((day, date.max),),
                    why=f"{subject} began on {say_date(day)}",
                    evidence=(place,),
                    facts=tuple(sorted({*ids, *(fact.id for fact in facts)})),
                )
                first[subject] = (bound, day)
    return [bound for bound, _ in (first[subject] for subject in sorted(first))]


def _term_words(fact: Fact) -> str:
    """Say "from 1 October 2014 to 1 October 2024"."""
    parts = [
        f"from {say_date(fact.first)}" if fact.first else "",
        f"to {say_date(fact.last)}" if fact.last else "",
    ]
    return " ".join(part for part in parts if part)


def _bound(
    stretches: tuple[Stretch, ...], why: str, called: Sequence[Called], facts: Sequence[Fact]
) -> Bound:
    ids = {fact.id for fact in facts} | {fact for one in called for fact in one.facts}
    places = tuple(sorted({one.place for one in called}))[:_SHOWN]
    return Bound(stretches=stretches, why=why, evidence=places, facts=tuple(sorted(ids)))
