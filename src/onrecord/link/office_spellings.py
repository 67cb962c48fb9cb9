"""Two spellings of one name, told by an office: "Mayor Ilse Vandeput-Roy" and, in translated copy, "Mayor Ilze Vandeput-Rua".

Letters alone cannot tell spellings so far apart from two names. But where two reports of one event give one office to
names that are nearly alike, and no report names both, it is one person: the evidence of the letters, added up over
given and family name, need only be that of a name and not that of a usual change.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.descriptions import is_same_office, read_office
from onrecord.lexicon.given_names import is_womans_name
from onrecord.link.near_names import is_initial, keep_company, why_spelled
from onrecord.text.script import romanisation_key
from onrecord.text.spellings import spelling_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.link.chain_sets import ChainSets
    from onrecord.model.annotation import Chain

_TOGETHER: Final = 22.0
"""Evidence of the letters of given and family name, in natural logarithms, from which two of one office are one."""
_EITHER: Final = 4.0
"""The least that either of the two must have."""
_MANY: Final = 12
"""Holders of one office in one event from which it is a calling, and nobody is told by it."""


def join_in_office(sets: ChainSets, bearers: Iterable[Chain]) -> None:
    """Join persons of one office in one event whose names are nearly alike, each with the only one who fits.

    Args:
        sets: the chains, equal names already joined.
        bearers: one chain of each person so far, with a given name.
    """
    blocks: dict[tuple[str, str], dict[str, Chain]] = defaultdict(dict)
    for bearer in bearers:
        for chain in sets.members(bearer.id):
            for head in sorted({head for role in chain.roles for head in read_office(role).heads}):
                blocks[sets.event(chain.report_id), head].setdefault(sets.root(chain.id), chain)
    for _, block in sorted(blocks.items(), key=lambda item: item[0]):
        if 1 < len(block) <= _MANY:
            _join_block(sets, [block[root] for root in sorted(block)])


def _join_block(sets: ChainSets, holders: list[Chain]) -> None:
    fits: dict[str, list[Chain]] = defaultdict(list)
    for first, second in combinations(holders, 2):
        if _is_one(sets, first, second):
            fits[first.id].append(second)
            fits[second.id].append(first)
    for chain in holders:
        for other in fits[chain.id]:
            if len(fits[chain.id]) == len(fits[other.id]) == 1 and sets.root(chain.id) != sets.root(other.id):
                why = f"{why_spelled(chain, other)}; one office in one event"
                sets.join(chain.id, other.id, why)


def _is_one(sets: ChainSets, first: Chain, second: Chain) -> bool:
    one, two = sets.person_name(first), sets.person_name(second)
    if not one.given or not two.given or one.suffix != two.suffix:
        return False
    if is_initial(sets, first) or is_initial(sets, second):
        return False
    sexes = {sex for name in (one, two) if (sex := is_womans_name(name.given[0])) is not None}
    starts = {romanisation_key(name.given[0])[:1] for name in (one, two)}
    given, family = spelling_evidence(one.given[0], two.given[0]), spelling_evidence(one.family, two.family)
    alike = min(given, family) >= _EITHER and given + family >= _TOGETHER
    return (
        alike
        and len(sexes) < 2  # noqa: PLR2004 - a man's and a woman's
        and len(starts) == 1
        and any(is_same_office(role, other, near=True) for role in first.roles for other in second.roles)
        and keep_company(sets, first, second)
    )
