"""Bare surnames that no report of the pile gives in full: which of them are one person.

Reports that share other names mean one person by one surname, unless they tell of two: "Mayor Velik" is no "police
spokesman Velik", "Mr Velik" no "Mrs Velik". Where the reports of one happening have both, a "Velik" of whom nothing is told is
neither.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from onrecord.link.names.namesakes import find_between_two
from onrecord.link.names.surname_clues import find_branches, find_trades

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.link.names.sexes import Sexes
    from onrecord.model.annotation import Chain


@dataclass(frozen=True, slots=True)
class _Told:
    """What reports tell of whoever bears a surname: titles of a woman or a man, trades, branches of public service."""

    sexes: frozenset[bool]
    trades: frozenset[str]
    branches: frozenset[str]

    def with_all(self, other: _Told) -> _Told:
        return _Told(self.sexes | other.sexes, self.trades | other.trades, self.branches | other.branches)

    def is_of_another(self, other: _Told) -> bool:
        """Tell whether no one person can be told of so."""
        return any(
            ours and theirs and ours.isdisjoint(theirs)
            for ours, theirs in (
                (self.sexes, other.sexes),
                (self.trades, other.trades),
                (self.branches, other.branches),
            )
        )


def _read_told(chain: Chain, sexes: Sexes) -> _Told:
    return _Told(
        frozenset(sexes.tell([chain])), frozenset(find_trades(chain)), frozenset(find_branches(chain))
    )


def join_loose(sets: ChainSets, loose: Mapping[str, Sequence[Chain]], sexes: Sexes) -> None:
    """Join bare surnames that no report gives in full, report to report where they share other names.

    Args:
        sets: the chains of the pile.
        loose: the chains of each surname's key, sorted.
        sexes: what titles tell.
    """
    for chains in loose.values():
        told = {chain.id: _read_told(chain, sexes) for chain in chains}
        for before, chain in pairwise(_leave_out_unclear(sets, chains, told)):
            if sets.shared_names(chain, {before.report_id}) > 1:
                ours, theirs = sets.root(before.id), sets.root(chain.id)
                mine, other = told.get(ours, told[before.id]), told.get(theirs, told[chain.id])
                if mine.is_of_another(other):
                    continue
                why = f"{before.name} and {chain.name} are one name, and their reports share other names"
                sets.join(before.id, chain.id, why)
                told[sets.root(chain.id)] = mine.with_all(other)


def _leave_out_unclear(
    sets: ChainSets, chains: Sequence[Chain], told: Mapping[str, _Told]
) -> Sequence[Chain]:
    """Return the chains of a surname but for those that fit two of one happening who are not one."""
    by_event: dict[str, set[_Told]] = defaultdict(set)
    for chain in chains:
        by_event[sets.event(chain.report_id)].add(told[chain.id])
    unclear = {
        (event, one)
        for event, found in by_event.items()
        for one in find_between_two(found, _Told.is_of_another)
    }
    return (
        [chain for chain in chains if (sets.event(chain.report_id), told[chain.id]) not in unclear]
        if unclear
        else chains
    )


def join_by_office(sets: ChainSets, chains: Iterable[Chain]) -> None:
    """Join bare surnames that several reports of one event give with one office: "President Velik" here and there.

    No full name of that surname is sure to be meant, and reports of other events may stand between them in the pile.
    """
    first_with: dict[tuple[str, str, str], Chain] = {}
    held: set[tuple[str, str, str, str]] = set()
    for chain in chains:
        event, key = sets.event(chain.report_id), sets.person_name(chain).family_key
        for role in sorted({role.casefold() for role in chain.roles}):
            first = first_with.setdefault((event, key, role), chain)
            place = (event, key, role, chain.report_id)
            # Two of one report are two: it keeps them apart.
            if place not in held and first.report_id != chain.report_id:
                why = f"reports of one event call {first.name} and {chain.name} “{role}”"
                sets.join(first.id, chain.id, why)
            held.add(place)
