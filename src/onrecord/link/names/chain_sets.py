"""Chains of a pile and which of them are one: a union of sets that remembers why."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Set as AbstractSet
from functools import lru_cache, partial
from typing import TYPE_CHECKING

from onrecord.model.annotation import Kind
from onrecord.text.person_names import read_person_name, with_hyphen, with_letters
from onrecord.text.script import replaced_forms, romanisation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.annotation import Chain
    from onrecord.text.person_names import PersonName

_COMMON = 200
"""Reports from which a name says nothing about which of them belong together."""
_MAYBE_PERSONS = frozenset({Kind.PERSON, Kind.UNKNOWN})
_ENOUGH = 2
"""Shared names that no rule asks more than."""


class ChainSets:
    """The chains of a pile, joined step by step. Chains are given sorted by report and id.

    `event_of` is the event of each report id, as far as events are known. `apart` are pairs of names that a reader has
    found to be two people or bodies: whatever speaks for it, no set holds both.
    """

    def __init__(
        self,
        chains: Iterable[Chain],
        *,
        event_of: Mapping[str, str] | None = None,
        apart: Iterable[tuple[str, str]] = (),
    ) -> None:
        self._event_of = event_of or {}
        self.chains = {chain.id: chain for chain in chains}
        self._parent = {chain_id: chain_id for chain_id in self.chains}
        self._members = {chain_id: [chain_id] for chain_id in self.chains}
        self._merges: dict[str, set[str]] = defaultdict(set)
        self._reports: dict[str, tuple[int, frozenset[str]]] = {}
        self._sides = _find_sides(self.chains.values(), apart)
        self._parted = 0
        self._called = {chain.id: chain.name or "" for chain in self.chains.values()}
        held = _find_holders(self.chains.values())
        self._holders = {name: frozenset(found) for name, found in held.items() if len(found) < _COMMON}
        self._usual = {
            chain.id: usual
            for chain in self.chains.values()
            if (usual := _usual_name(chain, held)) != chain.name
        }
        self._names: dict[str, set[str]] = defaultdict(set)
        for name, report_ids in self._holders.items():
            for report_id in report_ids:
                self._names[report_id].add(name)
        self._persons: dict[str, set[str]] = defaultdict(set)
        for chain in self.chains.values():
            if chain.kind is Kind.PERSON:
                full = {name.casefold() for name in chain.names if " " in name}
                self._persons[chain.report_id] |= full & self._holders.keys()
        self._in_event: dict[str, set[str]] = defaultdict(set)
        for report_id, event in self._event_of.items():
            self._in_event[event].add(report_id)
        self._taken_apart: dict[str, PersonName] = {}
        # A method of its own would hold these sets for the collector to find, millions of values with them.
        self._companions = lru_cache(maxsize=64)(partial(_count_companions, self._names, self._holders))
        self._hyphened = {
            romanisation_key(words[-1])
            for chain in self.chains.values()
            if chain.name and chain.kind is Kind.PERSON and "-" in (words := chain.name.split())[-1]
        }

        self._replaced = _find_replaced(self.chains.values())

    def root(self, chain_id: str) -> str:
        """Return the chain that stands for the set of `chain_id`."""
        root = chain_id
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[chain_id] != root:
            self._parent[chain_id], chain_id = root, self._parent[chain_id]
        return root

    def join(self, first: str, second: str, why: str) -> None:
        """Take two chains, with all that they were joined with, as one, and keep `why`; not where a reader forbids it."""
        left, right = sorted((self.root(first), self.root(second)))
        ours, theirs = self._sides.get(left, _NO_SIDES), self._sides.get(right, _NO_SIDES)
        if ours and theirs and any((pair, not side) in theirs for pair, side in ours):
            return
        if ours or theirs:
            self._sides[left] = ours | theirs
        if left != right:
            self._parent[right] = left
            self._members[left] += self._members.pop(right)
            if right in self._merges:
                self._merges[left] |= self._merges.pop(right)
            mine, other = self._called[left], self._called.pop(right)
            if mine != other:
                self._called[left] = max(mine, other, key=_length)
        self._merges[left].add(why)

    def keep_apart(self, chain_id: str, others: Iterable[str]) -> None:
        """Let no set hold a chain with one of `others` from now on, but for those that it is one with already."""
        own = self.root(chain_id)
        apart = {self.root(other) for other in others} - {own}
        self._parted += 1
        for root in (own, *sorted(apart)) if apart else ():
            self._sides[root] = self._sides.get(root, _NO_SIDES) | {(-self._parted, root != own)}

    def members(self, chain_id: str) -> list[Chain]:
        """Return the chains that are one with `chain_id`."""
        return [self.chains[member] for member in self._members[self.root(chain_id)]]

    def size(self, chain_id: str) -> int:
        """Return how many chains are one with `chain_id`, itself among them."""
        return len(self._members[self.root(chain_id)])

    def reports(self, chain_id: str) -> frozenset[str]:
        """Return the ids of the reports of the chains that are one with `chain_id`."""
        root = self.root(chain_id)
        members = self._members[root]
        size, found = self._reports.get(root, (0, _NOBODY))
        # A set only ever grows: as many as before are the same.
        if size != len(members):
            found = frozenset([self.chains[member].report_id for member in members])
            self._reports[root] = len(members), found
        return found

    def called(self, chain_id: str) -> str:
        """Return the longest name in the set, to speak of it in an explanation."""
        return self._called[self.root(chain_id)] or "unnamed"

    def person_name(self, chain: Chain) -> PersonName:
        """Return the name of `chain` taken apart, cut, hyphenated and spelled as elsewhere in the pile.

        "Velik Roe" is "Velik-Roe" where another report has that, and "Joerg" has the key of "Jörg".
        """
        name = self._usual.get(chain.id, chain.name or "")
        if name not in self._taken_apart:
            read = read_person_name(with_hyphen(name, self._hyphened))
            self._taken_apart[name] = with_letters(read, self._replaced) if self._replaced else read
        return self._taken_apart[name]

    def merges(self, chain_id: str) -> tuple[str, ...]:
        """Return why the chains of this set are one, sorted."""
        return tuple(sorted(self._merges.get(self.root(chain_id), ())))

    def roots(self) -> list[str]:
        """Return the chains that stand for a set each, sorted."""
        return sorted(self._members)

    def event(self, report_id: str) -> str:
        """Return the event of a report; of a report whose event is not known its own id."""
        return self._event_of.get(report_id, report_id)

    def persons_beside(self, chain: Chain) -> frozenset[str]:
        """Return the other full names of persons, in lower case, that the report of `chain` gives and few others do."""
        own = {name.casefold() for name in chain.names}
        return frozenset(self._persons.get(chain.report_id, set()) - own)

    def shared_names(self, chain: Chain, others: Iterable[str]) -> int:
        """Return how many telling names other than its own the report of `chain` shares with one of `others`.

        Reports of one event share what they report, which counts as two names. No rule asks more than two: what is
        beyond is not counted out.
        """
        others = others if isinstance(others, AbstractSet) else frozenset(others)
        event = self._event_of.get(chain.report_id)
        if event is not None and not self._in_event[event].isdisjoint(others):
            return _ENOUGH
        counts = self._companions(chain.report_id)
        own = [self._holders[key] for name in chain.names if (key := name.casefold()) in self._holders]
        few, many = (others, counts) if len(others) < len(counts) else (counts, others)
        best = 0
        for other in few:
            if other in many:
                best = max(best, counts[other] - sum(other in holders for holders in own))
                if best >= _ENOUGH:
                    break
        return best

    def tell_company(self, first: Chain, second: Chain) -> str:
        """Return what two sets of chains share besides their name, as a clause of an explanation."""
        theirs = {chain.report_id for chain in self.members(second.id)}
        for chain in self.members(first.id):
            if not self._in_event.get(self._event_of.get(chain.report_id, ""), _NOBODY).isdisjoint(theirs):
                return "their reports tell of one event"
        for chain in self.members(first.id):
            own = {name.casefold() for name in chain.names}
            for other in sorted(theirs):
                shared = sorted((self._names[chain.report_id] & self._names[other]) - own)
                if len(shared) >= _ENOUGH:
                    return f"their reports both name {shared[0]} and {shared[1]}"
        return "their reports share other names"


def _count_companions(
    names: Mapping[str, Iterable[str]], holders: Mapping[str, Iterable[str]], report_id: str
) -> Mapping[str, int]:
    """Return how many telling names a report shares with each other report.

    Args:
        names: those of each report, by its id.
        holders: the ids of the reports that have each name.
        report_id: of the report.
    """
    counts: Counter[str] = Counter()
    for name in names.get(report_id, ()):
        counts.update(holders[name])
    del counts[report_id]
    return counts


_NOBODY: frozenset[str] = frozenset()
_NO_SIDES: frozenset[tuple[int, bool]] = frozenset()


def _find_sides(
    chains: Iterable[Chain], apart: Iterable[tuple[str, str]]
) -> dict[str, frozenset[tuple[int, bool]]]:
    """Return which of two names that are kept apart a chain bears: the number of the pair, and whether it is the second.

    Of a chain that bears both ("Ana Velik", and "Velik" after it) the report has told who that is: the fuller name counts, for else
    it could be joined with nobody, and whoever is meant would fall apart into one for each report.
    """
    sides: dict[str, set[tuple[int, bool]]] = defaultdict(set)
    for pair, names in enumerate(apart):
        for second, name in enumerate(names):
            sides[name.casefold()].add((pair, bool(second)))
    found = {chain.id: _side_of(chain, sides) for chain in (chains if sides else ())}
    return {chain_id: sides_of for chain_id, sides_of in found.items() if sides_of}


def _side_of(chain: Chain, sides: Mapping[str, set[tuple[int, bool]]]) -> frozenset[tuple[int, bool]]:
    own: dict[int, bool] = {}
    for name in sorted(chain.names, key=_length):
        own.update(sorted(sides.get(name.casefold(), ())))
    return frozenset(own.items())


def _length(name: str) -> tuple[int, str]:
    return len(name), name


def _find_holders(chains: Iterable[Chain]) -> dict[str, set[str]]:
    """Return the reports that hold each name, in lower case."""
    reports: dict[str, set[str]] = defaultdict(set)
    for chain in chains:
        for name in chain.names:
            reports[name.casefold()].add(chain.report_id)
    return reports


def _find_replaced(chains: Iterable[Chain]) -> dict[str, str]:
    """Return the keys of name parts with letters that are replaced at times, by what is written then: "joerg" for "Jörg"."""
    found: dict[str, str] = {}
    for chain in chains:
        name = chain.name or ""
        if chain.kind in _MAYBE_PERSONS and not name.isascii():
            person = read_person_name(name)
            for part in {*person.given, person.family, *person.family.split()[-1:]}:
                key = romanisation_key(part)
                for form in replaced_forms(part):
                    found[form] = min(key, found.get(form, key))
    return found


def _usual_name(chain: Chain, held: Mapping[str, set[str]]) -> str:
    """Return the name by which other reports know whom `chain` names.

    A heading in capitals runs words into a name ("Ana Velik Resigns"): where the report has the name alone as well, and
    other reports have only that, it is the name.
    """
    name = chain.name or ""
    words, holders = f" {name.casefold()} ", len(held.get(name.casefold(), ()))
    known = [
        part
        for part in chain.names
        if " " in part and f" {part.casefold()} " in words and len(held[part.casefold()]) > holders
    ]
    return max(known, key=_length, default=name)
