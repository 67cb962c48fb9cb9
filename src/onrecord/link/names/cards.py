"""What a joined set of chains is called: name, aliases, kind and roles with their evidence."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from onrecord.model import ids
from onrecord.model.annotation import Kind
from onrecord.model.moment import Evidence
from onrecord.model.statement import Entity, Role

if TYPE_CHECKING:
    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Chain


def read_entity(sets: ChainSets, chain_ids: list[str]) -> Entity:
    """Return the entity that the chains `chain_ids` (sorted) are."""
    chains = [sets.chains[chain_id] for chain_id in chain_ids]
    name = _fullest_name(chains)
    spellings = {spelling for chain in chains for spelling in chain.names}
    if _kind(chains) is not Kind.PERSON or not spellings:
        # A body goes by its descriptions ("the board") as by its names; a person's are roles.
        spellings |= {role for chain in chains for role in chain.roles}
    return Entity(
        id=ids.shared_id("p", chain_ids),
        name=name,
        aliases=tuple(sorted(spellings - {name})),
        kind=_kind(chains),
        roles=_roles(chains),
        chain_ids=tuple(chain_ids),
        merges=sets.merges(chain_ids[0]),
    )


def _fullest_name(chains: list[Chain]) -> str:
    """Return the full name most reports give; of a body the longest; of the nameless their description."""
    names: Counter[str] = Counter()
    for chain in chains:
        for mention in chain.mentions:
            if mention.name:
                names[mention.name] += 1
    if names:
        usual = max(names, key=lambda name: (_fullness(name), names[name], name))
        longer = [
            name for name in names if name.casefold().endswith(f" {usual.casefold()}") and not name.isupper()
        ]
        return max(longer, key=lambda name: (names[name], name), default=usual)
    phrases = Counter(role for chain in chains for role in chain.roles)
    if phrases:
        return max(phrases, key=lambda phrase: (" " in phrase, phrases[phrase], len(phrase), phrase))
    return "unnamed"


def _fullness(name: str) -> tuple[bool, bool]:
    return " " in name, not name.isupper()


def _kind(chains: list[Chain]) -> Kind:
    """Return the kind that most full names are read as, or most names where none is full; of two a person's goes first.

    A person's surname may have been taken for a body elsewhere, and so may a body's full name for a person's.
    """
    full: Counter[Kind] = Counter(
        chain.kind for chain in chains if chain.name and " " in chain.name and chain.kind is not Kind.UNKNOWN
    )
    kinds = full or Counter(chain.kind for chain in chains)
    told = kinds.total() - kinds[Kind.UNKNOWN]
    if Kind.PERSON in kinds and 2 * kinds[Kind.PERSON] >= told:
        return Kind.PERSON
    return max(sorted(kinds), key=lambda kind: (kind is not Kind.UNKNOWN, kinds[kind]))


def _roles(chains: list[Chain]) -> tuple[Role, ...]:
    evidence: dict[str, set[Evidence]] = defaultdict(set)
    for chain in chains:
        for mention in chain.mentions:
            if mention.role:
                evidence[mention.role].add(Evidence(report_id=chain.report_id, span=mention.span))
    return tuple(Role(title=title, evidence=tuple(sorted(evidence[title]))) for title in sorted(evidence))
