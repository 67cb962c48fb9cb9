"""Full names that are nearly one: "A. Velik", "Tom" for "Thomas", "Tymarchuk" beside "Timartschuk".

Letters alone join nobody here: the reports must keep one company, of one event or with two other names in common, and no
report may name both. Names are compared within small blocks only: those of one family name and initial, and those of one
given name in one event or with one start.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.text.person_names import given_form, is_same_family, is_same_given
from onrecord.text.script import romanisation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Chain

_MANY = 60
"""Bearers in one block beyond which each is compared with this many that follow only."""


def join_near_given(sets: ChainSets, bearers: Iterable[Chain]) -> None:
    """Join persons of one family name whose given names can be one: spelled out and short, or an initial.

    "A. Velik" beside Ana and Anton Velik could be either, and is joined with neither.

    Args:
        sets: the chains, equal names already joined.
        bearers: one chain of each person so far.
    """
    blocks: dict[tuple[str, str], list[Chain]] = defaultdict(list)
    for chain in bearers:
        name = sets.person_name(chain)
        for term in sorted({given_form(name.given[0]), name.given[0][:1].casefold()}):
            blocks[name.family_key, term].append(chain)
    initials: list[tuple[Chain, list[Chain]]] = []
    spelled: list[tuple[Chain, list[Chain]]] = []
    for _, block in sorted(blocks.items(), key=lambda item: item[0]):
        for chain, fits in _fitting(sets, block):
            (initials if is_initial(sets, chain) else spelled).append((chain, fits))
    _join_clear(
        sets, [(chain, [one for one in fits if not is_initial(sets, one)]) for chain, fits in spelled]
    )
    _join_clear(
        sets, [(chain, [one for one in fits if not is_initial(sets, one)]) for chain, fits in initials]
    )


def is_initial(sets: ChainSets, chain: Chain) -> bool:
    """Tell whether the first given name of `chain` is a letter."""
    return len(sets.person_name(chain).given[0].strip(".")) == 1


def _fitting(sets: ChainSets, block: Sequence[Chain]) -> Iterator[tuple[Chain, list[Chain]]]:
    """Yield each person of a block with the others who could be one with it and keep its company."""
    fits: dict[str, list[Chain]] = {chain.id: [] for chain in block}
    for place, chain in enumerate(block):
        for other in block[place + 1 : place + 1 + _MANY]:
            if _is_same_name(sets, chain, other) and keep_company(sets, chain, other):
                fits[chain.id].append(other)
                fits[other.id].append(chain)
    for chain in block:
        if fits[chain.id]:
            yield chain, fits[chain.id]


def _join_clear(sets: ChainSets, fitting: Sequence[tuple[Chain, list[Chain]]]) -> None:
    """Join each person with those who fit, unless these do not fit each other."""
    clear = {
        chain.id: all(
            sets.root(one.id) == sets.root(other.id) or _is_same_name(sets, one, other)
            for one, other in combinations(fits, 2)
        )
        for chain, fits in fitting
    }
    for chain, fits in fitting:
        for other in fits:
            if not clear[chain.id] or not clear.get(other.id, True):
                continue
            if sets.root(chain.id) != sets.root(other.id) and keep_company(sets, chain, other):
                sets.join(
                    chain.id, other.id, f"{why_spelled(chain, other)}; {sets.tell_company(chain, other)}"
                )


def _is_same_name(sets: ChainSets, one: Chain, other: Chain) -> bool:
    return is_same_given(sets.person_name(one), sets.person_name(other))


def join_near_family(sets: ChainSets, bearers: Iterable[Chain]) -> None:
    """Join persons of one given name whose family names are spellings of one: "Qadduri" and "Gadduri".

    Args:
        sets: the chains, equal names already joined.
        bearers: one chain of each person so far.
    """
    blocks: dict[tuple[str, str], list[Chain]] = defaultdict(list)
    for chain in bearers:
        name = sets.person_name(chain)
        events = {sets.event(member.report_id) for member in sets.members(chain.id)}
        for term in sorted({name.family_key[:2], *events}):
            blocks[given_form(name.given[0]), term].append(chain)
    for _, block in sorted(blocks.items(), key=lambda item: item[0]):
        for place, chain in enumerate(block):
            for other in block[place + 1 : place + 1 + _MANY]:
                if (
                    sets.root(chain.id) != sets.root(other.id)
                    and is_same_family(sets.person_name(chain), sets.person_name(other))
                    and keep_company(sets, chain, other)
                ):
                    sets.join(
                        chain.id, other.id, f"{why_spelled(chain, other)}; {sets.tell_company(chain, other)}"
                    )


def join_parts(sets: ChainSets, bearers: Iterable[Chain]) -> None:
    """Join a name that leaves off the first or the last words of another: "Ana Velik" beside "Ana Velik Roe".

    Args:
        sets: the chains, equal names already joined.
        bearers: one chain of each person so far.
    """
    blocks: dict[tuple[str, ...], list[Chain]] = defaultdict(list)
    shorter: list[tuple[tuple[str, ...], Chain]] = []
    for chain in [member for bearer in bearers for member in sets.members(bearer.id)]:
        name = sets.person_name(chain)
        words = (*name.given_keys, *map(romanisation_key, name.family.split()))
        if len(words) > 1:
            shorter.append((words, chain))
        for size in range(2, len(words)):
            for part in sorted({words[:size], words[-size:]}):
                blocks[part].append(chain)
    for words, chain in shorter:
        fits = [
            one
            for one in blocks.get(words, ())
            if sets.root(one.id) != sets.root(chain.id)
            and sets.person_name(one).suffix == sets.person_name(chain).suffix
            and keep_company(sets, chain, one)
        ]
        if len({sets.root(one.id) for one in fits}) == 1:
            why = f"one name is part of the other: {chain.name}, {fits[0].name}"
            sets.join(chain.id, fits[0].id, f"{why}; {sets.tell_company(chain, fits[0])}")


def keep_company(sets: ChainSets, first: Chain, second: Chain) -> bool:
    """Tell whether reports of the two sets share at least two other names, and none holds both."""
    if not sets.reports(first.id).isdisjoint(sets.reports(second.id)):
        return False
    few, many = sorted((first, second), key=lambda chain: sets.size(chain.id))
    reports = sets.reports(many.id)
    return any(sets.shared_names(chain, reports) > 1 for chain in sets.members(few.id))


def why_spelled(first: Chain, second: Chain) -> str:
    """Return the explanation of a join of two names by their letters."""
    left, right = sorted((first.name or "", second.name or ""))
    if left == right:
        return f"the same full name: {left}"
    return f"spellings of one name: {left}, {right}"
