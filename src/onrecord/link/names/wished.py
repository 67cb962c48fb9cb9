"""What persons wish of linking (`onrecord.model.correction.Wishes`): names, statements and copies joined or parted.

A wish outweighs what the program finds, and only for what it names: of two statements that are wished apart, the second
leaves with the attributions that have its very words; all others stay.
"""

from __future__ import annotations

from dataclasses import replace
from operator import attrgetter
from typing import TYPE_CHECKING

from onrecord.link.copies.copies import Copy
from onrecord.link.copies.lineages import sorted_passages
from onrecord.link.groups.groups import group_connected, pair_key
from onrecord.link.statements.variants import text_of
from onrecord.model.statement import Passage
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.attribution import Attribution
    from onrecord.model.correction import Wishes
    from onrecord.model.statement import Lineage

    Group = tuple[Attribution, ...]


def join_wished_names(sets: ChainSets, pairs: Iterable[tuple[str, str]]) -> None:
    """Join the chains that bear one name of a pair with those that bear the other."""
    bearers: dict[str, list[str]] = {}
    wished = {name.casefold() for pair in pairs for name in pair}
    for chain in sets.chains.values() if wished else ():
        for name in sorted({name.casefold() for name in chain.names} & wished):
            bearers.setdefault(name, []).append(chain.id)
    for first, second in sorted(pairs):
        both = [*bearers.get(first.casefold(), ()), *bearers.get(second.casefold(), ())]
        for other in both[1:]:
            sets.join(both[0], other, f"a reader says that “{first}” and “{second}” are one")


def add_wished_copies(copies: Sequence[Copy], wishes: Wishes) -> tuple[Copy, ...]:
    """Return `copies` with those that a person names; what they share, if anything was found, is kept."""
    known = {copy.pair: copy for copy in copies}
    for copy, origin in wishes.copies:
        if copy == origin:
            continue
        pair = pair_key(copy, origin)
        found = known.get(pair, Copy(pair[0], pair[1], ()))
        known[pair] = replace(found, share=1.0)
    return tuple(known[pair] for pair in sorted(known))


def name_wished_origins(lineages: Iterable[Lineage], wishes: Wishes) -> tuple[Lineage, ...]:
    """Return `lineages` with the origins that persons name, where one of two is named the other's copy."""
    # Of two that are each said to be the other's copy neither is the origin.
    copied = {copy for copy, _ in wishes.copies}
    origins = sorted({origin for _, origin in wishes.copies} - copied)
    return tuple(
        _led_from(lineage, next((one for one in origins if one in lineage.report_ids), None))
        for lineage in lineages
    )


def _led_from(lineage: Lineage, origin: str | None) -> Lineage:
    """Return a lineage with this origin, if one is named: what was taken for copied into it was copied from it."""
    if origin is None:
        return lineage
    passages = (
        Passage(source=one.copy, copy=one.source) if one.source and one.copy.report_id == origin else one
        for one in lineage.passages
    )
    return replace(lineage, origin=origin, passages=sorted_passages(passages))


def regroup(groups: Iterable[Group], wishes: Wishes, texts: Mapping[str, str]) -> list[Group]:
    """Return the groups of attributions with those joined and parted that persons wish so, sorted by their first.

    Args:
        groups: what the program takes for statements.
        wishes: pairs of attribution ids.
        texts: the text of each report.
    """
    parted = list(groups)
    if not wishes.other_statements and not wishes.same_statements:
        alike = [tuple(sorted(group, key=attrgetter("id"))) for group in parted]
        return sorted(alike, key=lambda group: group[0].id)
    for first, second in wishes.other_statements:
        parted = [part for group in parted for part in _part(group, first, second, texts)]
    members = {member.id: member for group in parted for member in group}
    joined = [pair_key(group[0].id, other.id) for group in parted for other in group[1:]]
    joined += [pair_key(*pair) for pair in wishes.same_statements if members.keys() >= set(pair)]
    regrouped = [tuple(members[key] for key in sorted(group)) for group in group_connected(members, joined)]
    return sorted(regrouped, key=lambda group: group[0].id)


def _part(group: Group, first: str, second: str, texts: Mapping[str, str]) -> list[Group]:
    ids = {member.id: member for member in group}
    if first not in ids or second not in ids:
        return [group]
    words = {key: normalise(text_of(member, texts[member.report_id])) for key, member in ids.items()}
    leaving = {key for key in ids if words[key] == words[second] and key != first}
    if words[first] == words[second]:
        leaving = {second}
    return [
        tuple(member for member in group if member.id not in leaving),
        tuple(member for member in group if member.id in leaving),
    ]
