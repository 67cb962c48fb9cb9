"""Persons of one full name: whether the reports of a pile tell of one of them or of several.

A name alone is taken for one person until something speaks against it: "Jr." beside "Sr.", middle names that differ, ages
that no span of years explains ("Paul Denning, 24" and "Paul Denning, 71"), or trades that nobody changes between
("striker Marcus Hale", "judge Marcus Hale") in reports that share nothing else. Then those are parted, and a report
that could mean either is joined only with those whose company it keeps. A report that itself has several of one name
("Two men named John Carver", "John Carver, the bishop" beside "John Carver, the striker") is joined with none, since
which of them a mention stands for is open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeVar

from onrecord.lexicon.descriptions import read_office
from onrecord.lexicon.trades import trade_field
from onrecord.link.names.surname_clues import SurnameClues, find_trades
from onrecord.text.person_names import is_same_given

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Hashable, Mapping

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Chain
    from onrecord.text.person_names import PersonName

T = TypeVar("T", bound="Hashable")

_AGE = re.compile(r",\s(\d{1,3})$|,\s(\d{1,3})(?=,)")
_SEVERAL = re.compile(
    r"\b(?:two|three|four|both|several|different)\s(?:[a-z]+\s){0,3}?(?:are\s|were\s)?(?:named|called|by the name of)\s$",
    re.IGNORECASE,
)
"""Words before a name that several bear."""
_BEFORE = 60
"""Characters before a name in which a report says how many bear it."""
_YEARS = 30
"""Years that the reports of a pile may span: ages further apart are two people's."""


@dataclass(frozen=True, slots=True)
class _Facts:
    """What reports say of a bearer of a name that another bearer may contradict."""

    names: frozenset[PersonName]
    ages: frozenset[int]
    fields: frozenset[str]

    def with_all(self, other: _Facts) -> _Facts:
        return _Facts(self.names | other.names, self.ages | other.ages, self.fields | other.fields)

    def is_contradicted(self, other: _Facts) -> bool:
        """Tell whether two bearers cannot be one, even in one company: their names or ages differ."""
        if any(not is_same_given(one, two) for one in self.names for two in other.names):
            return True
        ages = self.ages | other.ages
        return bool(self.ages and other.ages) and max(ages) - min(ages) > _YEARS

    def is_doubtful(self, other: _Facts) -> bool:
        """Tell whether two bearers who keep no common company are hardly one."""
        return bool(self.fields and other.fields) and not self.fields & other.fields

    @property
    def tells(self) -> tuple[int, int, int]:
        """How much is known: middle names and suffixes, ages, trades."""
        marks = max((len(name.given) + bool(name.suffix) for name in self.names), default=0)
        return marks, len(self.ages), len(self.fields)


@dataclass(slots=True)
class _Bearer:
    """Chains taken for one person so far, and what is known of that person."""

    chains: list[Chain]
    facts: _Facts

    def take(self, other: _Bearer) -> None:
        self.chains += other.chains
        self.facts = self.facts.with_all(other.facts)


def part_namesakes(sets: ChainSets, chains: list[Chain], texts: Mapping[str, str]) -> list[list[Chain]]:
    """Return the chains of each bearer of a name, and keep apart those who cannot be one.

    Args:
        sets: the chains of the pile.
        chains: persons of one family name and first given name, sorted.
        texts: the text of each report id; without it no age is read.
    """
    several = [chain for chain in chains if _has_several(chain, texts.get(chain.report_id, ""))]
    for chain in several:
        sets.keep_apart(chain.id, [other.id for other in chains])
    chains = [chain for chain in chains if chain not in several]
    return [*([chain] for chain in several), *(_part(sets, chains, texts) if chains else ())]


def _has_several(chain: Chain, text: str) -> bool:
    """Tell whether a report has several persons of the name of `chain`: it says so, or gives each with a trade of their own."""
    fields: set[str] = set()
    for mention in chain.mentions:
        if mention.name != chain.name:
            continue
        if _SEVERAL.search(text, max(0, mention.span.start - _BEFORE), mention.span.start):
            return True
        _, _, role = mention.span.of(text).partition(", ")
        found = {field for head in read_office(role).heads if (field := trade_field(head))}
        if fields and found and fields.isdisjoint(found):
            return True
        fields |= found
    return False


def _part(sets: ChainSets, chains: list[Chain], texts: Mapping[str, str]) -> list[list[Chain]]:
    facts = {chain.id: _read_facts(sets, chain, texts) for chain in chains}
    if not any(
        one.is_contradicted(two) or one.is_doubtful(two)
        for one, two in combinations(dict.fromkeys(facts.values()), 2)
    ):
        return [chains]
    bearers, unclear = _join_undisputed(_with_company(sets, chains, facts, SurnameClues(texts)))
    for place, one in enumerate(bearers):
        others = [
            two
            for two in bearers[place + 1 :]
            if one.facts.is_contradicted(two.facts) or one.facts.is_doubtful(two.facts)
        ]
        sets.keep_apart(one.chains[0].id, [two.chains[0].id for two in others])
    for one in unclear:
        sets.keep_apart(one.chains[0].id, [other.chains[0].id for other in bearers])
    return [bearer.chains for bearer in (*bearers, *unclear)]


def _read_facts(sets: ChainSets, chain: Chain, texts: Mapping[str, str]) -> _Facts:
    text = texts.get(chain.report_id, "")
    ages = {
        int(found[1] or found[2])
        for mention in chain.mentions
        if (found := _AGE.search(mention.span.of(text) if text else ""))
    }
    return _Facts(frozenset({sets.person_name(chain)}), frozenset(ages), frozenset(find_trades(chain)))


def _with_company(
    sets: ChainSets, chains: list[Chain], facts: Mapping[str, _Facts], clues: SurnameClues
) -> list[_Bearer]:
    """Take those as one who keep one company, of one event or beside the same other person, unless facts forbid it.

    One event is no company for a striker and a judge whose reports share nothing but names.
    """
    bearer_of = {chain.id: _Bearer([chain], facts[chain.id]) for chain in chains}
    by_company: dict[str, list[Chain]] = defaultdict(list)
    for chain in chains:
        for companion in sorted({sets.event(chain.report_id), *sets.persons_beside(chain)}):
            by_company[companion].append(chain)
    for companion in sorted(by_company):
        unclear = find_between_two(
            {facts[chain.id] for chain in by_company[companion]}, _Facts.is_contradicted
        )
        clear = [chain for chain in by_company[companion] if facts[chain.id] not in unclear]
        for other in clear[1:]:
            ours, theirs = bearer_of[clear[0].id], bearer_of[other.id]
            if ours is theirs or ours.facts.is_contradicted(theirs.facts):
                continue
            if (
                companion == sets.event(other.report_id)
                and ours.facts.is_doubtful(theirs.facts)
                and not clues.are_alike(other.report_id, {chain.report_id for chain in ours.chains})
            ):
                continue
            if len(ours.chains) < len(theirs.chains):
                ours, theirs = theirs, ours
            ours.take(theirs)
            bearer_of |= dict.fromkeys((chain.id for chain in theirs.chains), ours)
    return list({id(bearer): bearer for bearer in bearer_of.values()}.values())


def find_between_two(known: Collection[T], are_two: Callable[[T, T], bool]) -> set[T]:
    """Return what fits two who are not one: what is told of "Jon Pell" beside "Jon A. Pell" and "Jon B. Pell".

    Args:
        known: what reports of one company tell of bearers of a name.
        are_two: tells whether two of these are of two people.
    """
    return {
        one
        for one in known
        if any(
            are_two(two, three)
            for two, three in combinations([other for other in known if not are_two(one, other)], 2)
        )
    }


def _join_undisputed(bearers: list[_Bearer]) -> tuple[list[_Bearer], list[_Bearer]]:
    """Join bearers who do not differ, those first of whom most is known; return besides those who fit several, and are none of them."""
    kept: list[_Bearer] = []
    unclear: list[_Bearer] = []
    for bearer in sorted(bearers, key=_by_knowledge):
        fitting = [
            other
            for other in kept
            if not bearer.facts.is_contradicted(other.facts) and not bearer.facts.is_doubtful(other.facts)
        ]
        if not fitting:
            kept.append(bearer)
        elif len(fitting) == 1:
            fitting[0].take(bearer)
        else:
            unclear.append(bearer)
    return kept, unclear


def _by_knowledge(bearer: _Bearer) -> tuple[int, int, int, str]:
    names, ages, fields = bearer.facts.tells
    return -names, -ages, -fields, min(chain.id for chain in bearer.chains)
