"""The names that two reports of one event give to one office: "Lund police chief Tomas Rehn", "Lund police chief Karl Oden".

The office must say of what it is one, and be held by one. Two spellings of a name are one person, and so are two whom one
of the reports knows both: then it tells of a change, or of two offices.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from onrecord.lexicon.callings import is_calling, speaks_for_others
from onrecord.lexicon.descriptions import is_same_office, is_specific, read_office
from onrecord.link.divergences.fillers import diverge
from onrecord.model.annotation import Kind
from onrecord.model.moment import Evidence
from onrecord.model.statement import Slot
from onrecord.text.normalise import normalise
from onrecord.text.spellings import is_spelling

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from onrecord.model.annotation import Chain, Mention
    from onrecord.model.attribution import Reading
    from onrecord.model.statement import Divergence

_PAST = frozenset(
    {"former", "ex", "onetime", "late", "then", "outgoing", "incoming", "new", "acting", "interim"}
)
_LINKS = frozenset({"of", "the", "for", "and", "in", "at"})
_MANY = 24
"""Holders of offices that are compared in one event."""

_Holder = tuple[str, "Chain", "Mention"]


def find_holders(
    report_ids: Sequence[str], readings: Mapping[str, Reading], entity_of: Mapping[str, str]
) -> Iterator[Divergence]:
    """Find the offices to which two reports of one event give different names.

    Args:
        report_ids: the reports of the event.
        readings: by report id.
        entity_of: the entity of each chain id.
    """
    held = [holder for key in sorted(report_ids) for holder in _read_holders(readings[key])]
    reports = {key: readings[key].report for key in report_ids}
    told: set[tuple[str, frozenset[str]]] = set()
    for (role, first, a), (other, second, b) in combinations(held[:_MANY], 2):
        if first.report_id == second.report_id or entity_of.get(first.id) == entity_of.get(
            second.id, "nobody"
        ):
            continue
        pair = frozenset((first.name or "", second.name or ""))
        named = (normalise(role), pair)
        if named in told or not (is_same_office(role, other) and is_same_office(other, role)):
            continue
        if _is_one_name(first, second) or _is_known(first, readings[second.report_id]):
            continue
        if _is_known(second, readings[first.report_id]):
            continue
        told.add(named)
        places = (
            Evidence(report_id=first.report_id, span=a.span),
            Evidence(report_id=second.report_id, span=b.span),
        )
        yield diverge(Slot.NAME, places, reports)


def _read_holders(reading: Reading) -> Iterator[_Holder]:
    """Read who is named with an office that one person holds: the first place of each office and person."""
    for chain in sorted(reading.chains, key=lambda chain: chain.mentions[0].span):
        if chain.kind is not Kind.PERSON or not chain.name or " " not in chain.name:
            continue
        for mention in chain.mentions:
            if mention.role and mention.name and _is_held_by_one(mention.role):
                yield mention.role, chain, mention
                break


def _is_held_by_one(role: str) -> bool:
    """Tell "Lund police chief" and "Norwegian prime minister" from "prime minister" and "spokesman"."""
    office = read_office(role)
    written = [word for word in role.split() if word[0].isalpha()]
    named = any(word[0].isupper() for word in written) and any(
        word.islower() and word not in _LINKS for word in written
    )
    if not (is_specific(role) or named) or office.marks & _PAST:
        return False
    return not any(is_calling(head) or speaks_for_others(head) for head in office.heads)


def _is_one_name(first: Chain, second: Chain) -> bool:
    """Tell whether two names may be spellings of one, or have a family name in common."""
    a, b = (normalise(chain.name or "").split() for chain in (first, second))
    return a[-1] == b[-1] or is_spelling(a[-1], b[-1])


def _is_known(chain: Chain, reading: Reading) -> bool:
    family = normalise(chain.name or "").split()[-1]
    return any(family in normalise(name).split() for other in reading.chains for name in other.names)
