"""Which persons of different reports are one, by their names.

Full names meet under the key of the family name. Given names that are spelled alike ("Dmytro", "Dmitro") are one;
short forms, initials and near spellings are one only when a single person of that family name fits and the reports
share other names. A bare surname goes to the only full name with that key in the pile that keeps its company.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.lexicon.descriptions import is_same_office
from onrecord.lexicon.given_names import is_given_name
from onrecord.link.names.loose_surnames import join_by_office, join_loose
from onrecord.link.names.namesakes import part_namesakes
from onrecord.link.names.near_names import (
    join_near_family,
    join_near_given,
    join_parts,
    keep_company,
    why_spelled,
)
from onrecord.link.names.office_spellings import join_in_office
from onrecord.link.names.sexes import Sexes
from onrecord.link.names.surname_clues import SurnameClues
from onrecord.model.annotation import Kind
from onrecord.text.script import fold_letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Chain
    from onrecord.text.person_names import PersonName


_MAYBE_PERSONS = frozenset({Kind.PERSON, Kind.UNKNOWN})
"""Kinds of what may bear a person's full name: whoever speaks by a name that no tagger has read is of none known."""


def join_full_names(sets: ChainSets, texts: Mapping[str, str] | None = None) -> None:
    """Join the chains of persons whose full names are spellings of one name.

    Args:
        sets: the chains of the pile.
        texts: the text of each report id, to tell namesakes by their ages.
    """
    by_key: dict[tuple[str, str], list[Chain]] = defaultdict(list)
    for chain in sets.chains.values():
        if chain.kind not in _MAYBE_PERSONS or not chain.name:
            continue
        name = sets.person_name(chain)
        if name.given:
            by_key[name.family_key, name.given_keys[0]].append(chain)
    bearers: list[Chain] = []
    for _, chains in sorted(by_key.items(), key=lambda item: item[0]):
        for first, *others in part_namesakes(sets, chains, texts or {}):
            bearers.append(first)
            for chain in others:
                sets.join(first.id, chain.id, why_spelled(first, chain))
    _join_mistaken(sets, bearers)
    join_near_given(sets, bearers)
    join_near_family(sets, bearers)
    join_parts(sets, bearers)
    join_in_office(sets, bearers)


def _join_mistaken(sets: ChainSets, bearers: list[Chain]) -> None:
    """Join a full name taken for a body's or a place's with the one person of that name who keeps its company.

    "Mayor Yulia Tymarchuk praised the welders" in one report, "Yulia Tymarchuk opened the bridge" in the next.
    """
    known: dict[str, list[Chain]] = defaultdict(list)
    for bearer in bearers:
        known[fold_letters(bearer.name or "")].append(bearer)
    for chain in sets.chains.values():
        if chain.kind in {Kind.BODY, Kind.PLACE} and chain.name and " " in chain.name:
            persons = known.get(fold_letters(chain.name), [])
            if len(persons) == 1 and keep_company(sets, persons[0], chain):
                why = f"{why_spelled(persons[0], chain)}; {sets.tell_company(persons[0], chain)}"
                sets.join(persons[0].id, chain.id, why)


def join_surnames(sets: ChainSets, texts: Mapping[str, str] | None = None) -> None:
    """Join each bare surname to the one full name of the pile that it can stand for.

    Where several full names share the surname, only one whose reports share names with this report can be meant.
    A bare surname that the tagger took for a body or a place is a person's when the full name is known. "Mr Harrow" is no
    Martha Harrow.

    Args:
        sets: the chains of the pile.
        texts: the text of each report id, to read the titles before a surname.
    """
    holders: dict[str, set[str]] = defaultdict(set)
    given: dict[str, set[str]] = defaultdict(set)
    own: dict[tuple[str, str], set[str]] = defaultdict(set)
    bare: list[Chain] = []
    for chain in sets.chains.values():
        if not chain.name:
            continue
        name = sets.person_name(chain)
        if chain.kind is Kind.PERSON and name.given:
            for key in _keys_alone(name):
                holders[key].add(sets.root(chain.id))
                own[chain.report_id, key].add(chain.id)
            given[name.given_keys[0]].add(sets.root(chain.id))
            own[chain.report_id, name.given_keys[0]].add(chain.id)
        elif not name.given and not _is_acronym(chain.name):
            bare.append(chain)
    # "Guðmundur" and "Seo" stand for Guðmundur Velik and Seo Yun-ha where nobody bears them for a family name.
    holders = given | holders
    # Where each holder is named in full; a surname joined on the way says nothing of where it belongs.
    reports_of = {
        root: frozenset(member.report_id for member in sets.members(root))
        for roots in holders.values()
        for root in roots
    }
    sexes, clues = Sexes(texts or {}), SurnameClues(texts or {})
    loose: dict[str, list[Chain]] = defaultdict(list)
    alone: list[Chain] = []
    for chain in bare:
        key = sets.person_name(chain).family_key
        own_full = own.get((chain.report_id, key))
        # The report names people of that surname and yet keeps this mention apart: it is ambiguous there.
        holder = None if own_full else _holder(sets, chain, holders.get(key, set()), reports_of)
        parted = holder and (
            not _is_spelled_or_known(sets, chain, holder, reports_of[holder])
            or sexes.are_told_apart(sets, chain, holder)
            or clues.are_told_apart(sets, chain, holder)
            or not clues.are_alike(chain.report_id, reports_of[holder])
        )
        if holder and not parted:
            why = f"only one {chain.name} in the pile fits: {sets.called(holder)}"
            sets.join(chain.id, holder, why)
        elif chain.kind is Kind.PERSON and key not in holders:
            loose[key].append(chain)
            alone.append(chain)
        elif chain.kind is Kind.PERSON and not own_full:
            alone.append(chain)
    join_loose(sets, loose, sexes)
    join_by_office(sets, alone)


def _is_spelled_or_known(sets: ChainSets, chain: Chain, holder: str, reports: frozenset[str]) -> bool:
    """Tell whether a bare name is written as in the full one; if not, more must speak for it: "Riot" is no Matthew Roth."""
    written = fold_letters(chain.name or "")
    return sets.shared_names(chain, reports) > 1 or any(
        written in fold_letters(member.name or "").split() for member in sets.members(holder)
    )


def _keys_alone(name: PersonName) -> set[str]:
    """Return the keys of what one word can stand for a full name: its family name, its last word, the first of two."""
    keys = {name.family_key, name.last_key}
    if len(name.given) > 1 and not is_given_name(name.given[-1]) and len(name.given[-1].strip(".")) > 1:
        keys.add(name.given_keys[-1])  # "Ibarra" of "María Ibarra Quintana"
    return keys


def _holder(
    sets: ChainSets, chain: Chain, roots: set[str], reports_of: dict[str, frozenset[str]]
) -> str | None:
    """Return the one full name of that surname that keeps the company of `chain`, or that holds its office of several."""
    roots = _in_office(sets, chain, roots)
    shared = {root: sets.shared_names(chain, reports_of[root]) for root in sorted(roots)}
    fitting = [root for root, names in shared.items() if names > 0]
    if len(shared) == 1 and chain.kind is Kind.PERSON and fitting:
        return fitting[0]
    close = [root for root in fitting if shared[root] > 1]
    return close[0] if len(close) == 1 == len(fitting) else None


def _in_office(sets: ChainSets, chain: Chain, roots: set[str]) -> set[str]:
    """Return those who hold the office that a bare surname is told with: "Quill, the chairman," of two Quills."""
    if not chain.roles or len(roots) < 2:  # noqa: PLR2004 - several
        return roots
    called = {
        root
        for root in roots
        for member in sets.members(root)
        if any(is_same_office(role, held) for role in chain.roles for held in member.roles)
    }
    return called or roots


def _is_acronym(name: str) -> bool:
    return name.isupper() and len(name) > 1
