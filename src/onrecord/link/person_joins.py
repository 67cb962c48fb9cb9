"""Which persons of different reports are one, by their names.

Full names meet under the key of the family name. Given names that are spelled alike ("Dmytro", "Dmitro") are one;
short forms, initials and near spellings are one only when a single person of that family name fits and the reports
share other names. A bare surname goes to the only full name with that key in the pile that keeps its company.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from onrecord.model.annotation import Kind
from onrecord.text.distance import edit_distance
from onrecord.text.person_names import is_same_given

if TYPE_CHECKING:
    from onrecord.link.chain_sets import ChainSets
    from onrecord.model.annotation import Chain

_MANY = 300
"""Given names under one family name from which near ones are not sought: it is too common to be sure."""
_NEAR_FAMILY = 7
"""Letters of a family name's key from which one differing inside may be a spelling, given names being equal."""


def join_full_names(sets: ChainSets) -> None:
    """Join the chains of persons whose full names are spellings of one name."""
    by_key: dict[tuple[str, str], list[Chain]] = defaultdict(list)
    for chain in sets.chains.values():
        name = sets.person_name(chain)
        if chain.kind is Kind.PERSON and name.given:
            by_key[name.family_key, name.given_keys[0]].append(chain)
    for chains in by_key.values():
        for chain in chains[1:]:
            if is_same_given(sets.person_name(chains[0]), sets.person_name(chain)):
                sets.join(chains[0].id, chain.id, _why_spelled(chains[0], chain))
    _join_near_given(sets, by_key)
    _join_near_family(sets, by_key)


def _join_near_given(sets: ChainSets, by_key: dict[tuple[str, str], list[Chain]]) -> None:
    """Join "A. Velik", "Tom" with "Thomas" and near spellings, where just one person of that family name fits."""
    families: dict[str, list[Chain]] = defaultdict(list)
    for (family, _), chains in sorted(by_key.items(), key=lambda item: item[0]):
        families[family].append(chains[0])
    for chains in families.values():
        if len(chains) > _MANY:
            continue
        initials = [chain for chain in chains if len(sets.person_name(chain).given[0].strip(".")) == 1]
        spelled = [chain for chain in chains if chain not in initials]
        _join_fitting(sets, spelled, spelled)
        _join_fitting(sets, initials, spelled)


def _join_fitting(sets: ChainSets, chains: list[Chain], others: list[Chain]) -> None:
    """Join each of `chains` with those of `others` whose given names fit, unless these do not fit each other.

    "A. Velik" beside Ana and Anton Velik could be either: it is joined with neither.
    """
    fitting = [
        [other for other in others if other is not chain and _is_same_name(sets, chain, other)]
        for chain in chains
    ]
    clear = {
        chain.id: all(
            sets.root(one.id) == sets.root(other.id) or _is_same_name(sets, one, other)
            for one, other in combinations(fits, 2)
        )
        for chain, fits in zip(chains, fitting, strict=True)
    }
    for chain, fits in zip(chains, fitting, strict=True):
        for other in fits:
            if (
                not clear[chain.id]
                or not clear.get(other.id, True)
                or sets.root(chain.id) == sets.root(other.id)
            ):
                continue
            if _keep_company(sets, chain, other):
                sets.join(chain.id, other.id, _why_spelled(chain, other))


def _is_same_name(sets: ChainSets, one: Chain, other: Chain) -> bool:
    return is_same_given(sets.person_name(one), sets.person_name(other))


def _join_near_family(sets: ChainSets, by_key: dict[tuple[str, str], list[Chain]]) -> None:
    """Join family names that differ in one letter inside, where the given names are one and the reports meet."""
    blocks: dict[tuple[str, str], list[Chain]] = defaultdict(list)
    for (family, given), chains in sorted(by_key.items(), key=lambda item: item[0]):
        if len(family) >= _NEAR_FAMILY:
            blocks[given, family[:2]].append(chains[0])
    for chains in blocks.values():
        for place, chain in enumerate(chains):
            family = sets.person_name(chain).family_key
            for other in chains[place + 1 :]:
                near = sets.person_name(other).family_key
                if edit_distance(family, near, at_most=1) <= 1 and _keep_company(sets, chain, other):
                    sets.join(chain.id, other.id, _why_spelled(chain, other))


def _keep_company(sets: ChainSets, first: Chain, second: Chain) -> bool:
    """Tell whether reports of the two sets share at least two other names."""
    ours = sets.members(first.id)
    theirs = {chain.report_id for chain in sets.members(second.id)}
    if any(chain.report_id in theirs for chain in ours):
        return False
    return any(sets.shared_names(chain, theirs) > 1 for chain in ours)


def join_surnames(sets: ChainSets) -> None:
    """Join each bare surname to the one full name of the pile that it can stand for.

    Where several full names share the surname, only one whose reports share names with this report can be meant.
    A bare surname that the tagger took for a body or a place is a person's when the full name is known.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    own: dict[tuple[str, str], set[str]] = defaultdict(set)
    bare: list[Chain] = []
    for chain in sets.chains.values():
        name = sets.person_name(chain)
        if chain.kind is Kind.PERSON and name.given:
            for key in {name.family_key, name.last_key}:
                holders[key].add(sets.root(chain.id))
                own[chain.report_id, key].add(chain.id)
        elif chain.name and " " not in name.family and not _is_acronym(chain.name):
            bare.append(chain)
    # Where each holder is named in full; a surname joined on the way says nothing of where it belongs.
    reports_of = {
        root: frozenset(member.report_id for member in sets.members(root))
        for roots in holders.values()
        for root in roots
    }
    loose: dict[str, list[Chain]] = defaultdict(list)
    for chain in bare:
        key = sets.person_name(chain).family_key
        own_full = own.get((chain.report_id, key))
        # The report names people of that surname and yet keeps this mention apart: it is ambiguous there.
        holder = None if own_full else _holder(sets, chain, holders.get(key, set()), reports_of)
        if holder:
            why = f"only one {chain.name} in the pile fits: {sets.called(holder)}"
            sets.join(chain.id, holder, why)
        elif chain.kind is Kind.PERSON and key not in holders:
            loose[key].append(chain)
    _join_loose(sets, loose)


def _holder(
    sets: ChainSets, chain: Chain, roots: set[str], reports_of: dict[str, frozenset[str]]
) -> str | None:
    """Return the one full name of that surname that keeps the company of `chain`."""
    shared = {root: sets.shared_names(chain, reports_of[root]) for root in sorted(roots)}
    fitting = [root for root, names in shared.items() if names > 0]
    if len(shared) == 1 and chain.kind is Kind.PERSON and fitting:
        return fitting[0]
    close = [root for root in fitting if shared[root] > 1]
    return close[0] if len(close) == 1 == len(fitting) else None


def _join_loose(sets: ChainSets, loose: dict[str, list[Chain]]) -> None:
    """Join bare surnames that no report gives in full, report to report where they share other names."""
    for chains in loose.values():
        for before, chain in pairwise(chains):
            if sets.shared_names(chain, {before.report_id}) > 1:
                why = f"{before.name} and {chain.name} are one name, and their reports share other names"
                sets.join(before.id, chain.id, why)


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) > 1


def _why_spelled(first: Chain, second: Chain) -> str:
    left, right = sorted((first.name or "", second.name or ""))
    if left == right:
        return f"the same full name: {left}"
    return f"spellings of one name: {left}, {right}"
