"""Chains of a pile and which of them are one: a union of sets that remembers why."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.model.annotation import Kind
from onrecord.text.person_names import read_person_name, with_hyphen
from onrecord.text.script import romanisation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.annotation import Chain
    from onrecord.text.person_names import PersonName

_COMMON = 200
_COMMON_SHARE = 0.05
"""Reports, and share of all reports, from which a name says nothing about which of them belong together."""
_ENOUGH = 2
"""Shared names that no rule asks more than."""


class ChainSets:
    """The chains of a pile, joined step by step. Chains are given sorted by report and id.

    `event_of` is the event of each report id, as far as events are known.
    """

    def __init__(self, chains: Iterable[Chain], *, event_of: Mapping[str, str] | None = None) -> None:
        self._event_of = event_of or {}
        self.chains = {chain.id: chain for chain in chains}
        self._parent = {chain_id: chain_id for chain_id in self.chains}
        self._members = {chain_id: [chain_id] for chain_id in self.chains}
        self._merges: dict[str, set[str]] = defaultdict(set)
        self._company = _company(self.chains.values())
        self._hyphened = {
            romanisation_key(words[-1])
            for chain in self.chains.values()
            if chain.name and chain.kind is Kind.PERSON and "-" in (words := chain.name.split())[-1]
        }

    def root(self, chain_id: str) -> str:
        """Return the chain that stands for the set of `chain_id`."""
        root = chain_id
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[chain_id] != root:
            self._parent[chain_id], chain_id = root, self._parent[chain_id]
        return root

    def join(self, first: str, second: str, why: str) -> None:
        """Take two chains, with all that they were joined with, as one, and keep `why`."""
        left, right = sorted((self.root(first), self.root(second)))
        if left != right:
            self._parent[right] = left
            self._members[left] += self._members.pop(right)
            self._merges[left] |= self._merges.pop(right, set())
        self._merges[left].add(why)

    def members(self, chain_id: str) -> list[Chain]:
        """Return the chains that are one with `chain_id`."""
        return [self.chains[member] for member in self._members[self.root(chain_id)]]

    def called(self, chain_id: str) -> str:
        """Return the longest name in the set, to speak of it in an explanation."""
        names = {chain.name for chain in self.members(chain_id) if chain.name}
        return max(names, key=lambda name: (len(name), name), default="unnamed")

    def person_name(self, chain: Chain) -> PersonName:
        """Return the name of `chain` taken apart, hyphenated as elsewhere in the pile ("Velik Roe", "Velik-Roe")."""
        return read_person_name(with_hyphen(chain.name or "", self._hyphened))

    def merges(self, chain_id: str) -> tuple[str, ...]:
        """Return why the chains of this set are one, sorted."""
        return tuple(sorted(self._merges.get(self.root(chain_id), ())))

    def roots(self) -> list[str]:
        """Return the chains that stand for a set each, sorted."""
        return sorted(self._members)

    def shared_names(self, chain: Chain, others: Iterable[str]) -> int:
        """Return how many telling names other than its own the report of `chain` shares with one of `others`.

        Reports of one event share what they report, which counts as two names.
        """
        mine = self._company.get(chain.report_id, frozenset()) - {name.casefold() for name in chain.names}
        event = self._event_of.get(chain.report_id)
        best = 0
        for other in others:
            same = event is not None and self._event_of.get(other) == event
            best = max(best, 2 * same + len(mine & self._company.get(other, frozenset())))
            if best >= _ENOUGH:
                break
        return best


def _company(chains: Iterable[Chain]) -> dict[str, frozenset[str]]:
    """Return the telling names of each report: those that fewer than `_COMMON` reports hold."""
    reports: dict[str, set[str]] = defaultdict(set)
    report_ids: set[str] = set()
    for chain in chains:
        report_ids.add(chain.report_id)
        for name in chain.names:
            reports[name.casefold()].add(chain.report_id)
    common = max(_COMMON, _COMMON_SHARE * len(report_ids))
    company: dict[str, set[str]] = defaultdict(set)
    for name, holders in reports.items():
        if len(holders) < common:
            for report_id in holders:
                company[report_id].add(name)
    return {report_id: frozenset(names) for report_id, names in company.items()}
