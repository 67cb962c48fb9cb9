"""Which bodies, groups and places of different reports are one, by their names.

The same name, an acronym and what it spells ("PAH", "Port Authority of Halden"), and a name with its country in
front ("Norway's …"). A body and the city it stands for are different kinds and never meet. A description with no
name ("the harbour board") is one over reports only when a word in it tells which.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.lexicon.demonyms import country_of
from onrecord.lexicon.descriptions import is_plain_description
from onrecord.model.annotation import Kind
from onrecord.text.script import fold_letters

if TYPE_CHECKING:
    from onrecord.link.chain_sets import ChainSets
    from onrecord.model.annotation import Chain

_IDLE = frozenset("of the and for in on at de la du des".split())
_SHORTEST_ACRONYM = 3


def join_bodies(sets: ChainSets) -> None:
    """Join chains of bodies, groups and places that share a name."""
    by_key: dict[tuple[Kind, str], list[Chain]] = defaultdict(list)
    for chain in sets.chains.values():
        if chain.kind is Kind.PERSON:
            continue
        key = body_key(chain.name) if chain.name else _described_key(chain)
        if key:
            by_key[chain.kind, key].append(chain)
    for (_, key), chains in by_key.items():
        for chain in chains[1:]:
            sets.join(chains[0].id, chain.id, f"the same name: {chains[0].name or key}")
    bodies = {key: chains[0] for (kind, key), chains in by_key.items() if kind is Kind.BODY}
    _join_acronyms(sets, bodies)
    _join_countries(sets, bodies)


def body_key(name: str) -> str:
    """Return the key under which spellings of a body's name meet.

    >>> body_key("The U.S. Harbor Board") == body_key("U.S. Harbour Board")
    True
    """
    words = fold_letters(name).replace("’s", "").replace("'s", "").replace(".", "").replace("-", " ").split()
    if words[:1] == ["the"]:
        words = words[1:]
    return " ".join(_SPELLINGS.get(word, word) for word in words)


_SPELLINGS = {
    "harbor": "harbour",
    "defense": "defence",
    "labor": "labour",
    "center": "centre",
    "organization": "organisation",
    "us": "america",
    "usa": "america",
    "uk": "britain",
}


def _described_key(chain: Chain) -> str | None:
    """Return a key for a description that tells which body or group is meant, or None for a plain one."""
    roles = sorted(chain.roles)
    if not roles or is_plain_description(roles[0]):
        return None
    return body_key(roles[0])


def _join_acronyms(sets: ChainSets, bodies: dict[str, Chain]) -> None:
    """Join an acronym with the one body of the pile whose initials it spells."""
    by_initials: dict[str, list[str]] = defaultdict(list)
    for key, chain in bodies.items():
        words = [word for word in key.split() if word not in _IDLE]
        if chain.name and len(words) >= _SHORTEST_ACRONYM:
            by_initials["".join(word[0] for word in words)].append(key)
    for key, chain in sorted(bodies.items()):
        owners = by_initials.get(key, [])
        if chain.name and chain.name.isupper() and len(owners) == 1 and len(key) >= _SHORTEST_ACRONYM:
            full = bodies[owners[0]]
            sets.join(
                full.id, chain.id, f"{chain.name} spells the initials of {full.name} and of no other body"
            )


def _join_countries(sets: ChainSets, bodies: dict[str, Chain]) -> None:
    """Join "Norwegian Fisheries Directorate" and "Fisheries Directorate" where no second country has one."""
    owners: dict[str, list[str]] = defaultdict(list)
    for key in bodies:
        first, _, rest = key.partition(" ")
        if rest and " " in rest and (country_of(first) or first in {"america", "britain"}):
            owners[rest].append(key)
    for rest, keys in sorted(owners.items()):
        if len(keys) == 1 and rest in bodies and bodies[rest].name and bodies[keys[0]].name:
            first, second = bodies[keys[0]], bodies[rest]
            sets.join(first.id, second.id, f"the only {second.name} with a country in the pile: {first.name}")
