"""Two spellings of one name, told by an office: "Mayor Ilse Vandeput-Roy" and, in translated copy, "Mayor Ilze Vandeput-Rua".

Letters alone cannot tell spellings so far apart from two names. But where two reports of one event give one office to
names that are nearly alike, and no report names both, it is one person: the evidence of the letters, added up over
given and family name, need only be that of a name and not that of a usual change. So it is where given names are one
and the reports share other names, whatever event they are of. Where only the noun is one ("director
of Halden Ferries" and, in translated copy, "director of the company Halden"), the letters have to tell more.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.descriptions import is_same_office, office_nouns
from onrecord.lexicon.given_names import is_womans_name
from onrecord.link.names.near_names import is_initial, keep_company, why_spelled
from onrecord.text.person_names import given_form
from onrecord.text.spellings import spelling_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Chain

_TOGETHER: Final = 22.0
"""Evidence of the letters of given and family name, in natural logarithms, from which two of one office are one."""
_BY_NOUN: Final = 26.0
"""The same, where offices share no more than their noun."""
_EITHER: Final = 4.0
"""The least that either of the two must have."""
_ONE: Final = frozenset({"mayor", "governor", "manager"})
"""Offices that a translator may give a woman's ending."""
_MANY: Final = 12
"""Holders of one office in one event from which it is a calling, and nobody is told by it."""


def join_in_office(sets: ChainSets, bearers: Iterable[Chain]) -> None:
    """Join persons of one office in one event whose names are nearly alike, each with the only one who fits.

    Args:
        sets: the chains, equal names already joined.
        bearers: one chain of each person so far, with a given name.
    """
    blocks: dict[tuple[str, str, str], dict[str, Chain]] = defaultdict(dict)
    for bearer in bearers:
        for chain in sets.members(bearer.id):
            names = sets.person_name(chain).given
            if not names:
                # A person said that a family name alone is of the same.
                continue
            given = given_form(names[0])
            for noun in sorted({noun for role in chain.roles for noun in _nouns(role)}):
                blocks[sets.event(chain.report_id), "", noun].setdefault(sets.root(chain.id), chain)
                blocks["", given, noun].setdefault(sets.root(chain.id), chain)
    for _, block in sorted(blocks.items(), key=lambda item: item[0]):
        if 1 < len(block) <= _MANY:
            _join_block(sets, [block[root] for root in sorted(block)])


def _nouns(role: str) -> set[str]:
    """Return the nouns by which the holder of an office may be called, a woman's word being one with a man's."""
    nouns = office_nouns(role)
    return {noun.removesuffix("ess") if noun.removesuffix("ess") in _ONE else noun for noun in nouns}


def _join_block(sets: ChainSets, holders: list[Chain]) -> None:
    fits: dict[str, list[Chain]] = defaultdict(list)
    for first, second in combinations(holders, 2):
        if _is_one(sets, first, second):
            fits[first.id].append(second)
            fits[second.id].append(first)
    for chain in holders:
        for other in fits[chain.id]:
            if len(fits[chain.id]) == len(fits[other.id]) == 1 and sets.root(chain.id) != sets.root(other.id):
                why = f"{why_spelled(chain, other)}; one office, and {sets.tell_company(chain, other)}"
                sets.join(chain.id, other.id, why)


def _is_one(sets: ChainSets, first: Chain, second: Chain) -> bool:
    one, two = sets.person_name(first), sets.person_name(second)
    if not one.given or not two.given or one.suffix != two.suffix:
        return False
    if is_initial(sets, first) or is_initial(sets, second):
        return False
    sexes = {sex for name in (one, two) if (sex := is_womans_name(name.given[0])) is not None}
    starts = {given_form(name.given[0])[:1] for name in (one, two)}
    given, family = spelling_evidence(one.given[0], two.given[0]), spelling_evidence(one.family, two.family)
    alike = min(given, family) >= _EITHER and given + family >= _TOGETHER
    if not alike or len(sexes) > 1 or len(starts) > 1 or not keep_company(sets, first, second):
        return False
    return given + family >= _BY_NOUN or _hold_one_office(sets, first, second)


def _hold_one_office(sets: ChainSets, first: Chain, second: Chain) -> bool:
    """Tell whether two persons are given one office, by any report that names them."""
    ours, theirs = (
        sorted({role for chain in sets.members(one.id) for role in chain.roles}) for one in (first, second)
    )
    return any(
        is_same_office(role, other, near=True) or is_same_office(other, role, near=True)
        for role in ours
        for other in theirs
    )
