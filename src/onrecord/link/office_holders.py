"""Which person a description without a name stands for, by the office that the pile gives somebody.

"The secretary general of the bloc" is whoever of the persons in the same report is called a secretary general of
something, anywhere in the pile; one that names its body or country ("NATO secretary general") may also be somebody
whom this report never names. There must be exactly one.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.lexicon.descriptions import is_same_office, is_specific, read_office
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from onrecord.link.chain_sets import ChainSets
    from onrecord.model.annotation import Chain

_MANY = 400
"""Holders of one head noun ("minister") beyond which the pile is not searched for one: too many to be sure."""


def join_descriptions(sets: ChainSets) -> None:
    """Join nameless chains of persons with the one holder of the office they describe."""
    roles: dict[str, set[str]] = defaultdict(set)
    in_report: dict[str, set[str]] = defaultdict(set)
    by_head: dict[str, set[str]] = defaultdict(set)
    nameless: list[Chain] = []
    for chain in sets.chains.values():
        if chain.kind is not Kind.PERSON:
            continue
        root = sets.root(chain.id)
        if chain.name is None:
            nameless.append(chain)
            continue
        in_report[chain.report_id].add(root)
        roles[root].update(chain.roles)
    for root, titles in roles.items():
        for title in titles:
            for head in read_office(title).heads:
                by_head[head].add(root)
    for chain in nameless:
        _join_one(sets, chain, roles, in_report, by_head)


def _join_one(
    sets: ChainSets,
    chain: Chain,
    roles: dict[str, set[str]],
    in_report: dict[str, set[str]],
    by_head: dict[str, set[str]],
) -> None:
    for description in sorted(chain.roles):
        here = _holders(description, sorted(in_report[chain.report_id]), roles)
        if len(here) == 1:
            why = f"this report names one person who is {_with_article(description)}: {sets.chains[here[0]].name}"
            sets.join(here[0], chain.id, why)
            return
        heads = sorted(read_office(description).heads)
        candidates = sorted(set.intersection(*(by_head[head] for head in heads))) if heads else []
        if here or not is_specific(description) or len(candidates) > _MANY:
            continue
        anywhere = _holders(description, candidates, roles)
        if len(anywhere) == 1:
            name = sets.chains[anywhere[0]].name
            sets.join(anywhere[0], chain.id, f"the pile knows one {description}: {name}")
            return


def _holders(description: str, roots: list[str], roles: dict[str, set[str]]) -> list[str]:
    return [root for root in roots if any(is_same_office(description, role) for role in sorted(roles[root]))]


def _with_article(description: str) -> str:
    return f"“{description}”"
