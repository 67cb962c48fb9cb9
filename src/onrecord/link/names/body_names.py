"""Which bodies, groups and places of different reports are one, by their names.

Over the pile: the same name, an acronym and what it spells ("PAH", "Port Authority of Halden"), a name with and
without its country. Within one event also descriptions: "the union" beside "the port workers' union", "the harbour
board of Halden" beside "the Harbour Board". A body and the city it stands for are different kinds and never meet.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.demonyms import country_of
from onrecord.lexicon.descriptions import is_plain_description
from onrecord.lexicon.outlets import AGENCIES, OUTLET_NOUNS
from onrecord.lexicon.roles import LEGAL_FORMS
from onrecord.model.annotation import Kind
from onrecord.text.script import fold_letters

if TYPE_CHECKING:
    from collections.abc import Mapping

    from onrecord.link.names.chain_sets import ChainSets
    from onrecord.model.annotation import Chain

_MISTAKEN = frozenset({Kind.BODY, Kind.PERSON, Kind.UNKNOWN})
_FIRM_NOUNS = LEGAL_FORMS | {"co", "company", "corporation", "group", "holdings"}
"""Last words of a firm's name that reports leave out."""
_PLACE_WORDS = 2
"""Words of the longest names of most places."""
_IDLE_WORDS = "of the and for in on at de la du des its their"
_IDLE = frozenset(_IDLE_WORDS.split())
_SHORTEST_ACRONYM = 3
_AT_LARGE = frozenset(
    (
        "press",
        "media",
        "news",
        "public",
        "radio",
        "television",
        "tv",
        "internet",
        "web",
        "world",
        "market",
        "markets",
    )
)
"""Nouns for all of a kind: "before the press" means no house that is called so, as "the union" means the one there is."""
_US: Final = re.compile(r"(?:[Tt]he )?Us\b")
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


def join_bodies(sets: ChainSets, *, event_of: Mapping[str, str]) -> None:
    """Join chains of bodies, groups and places that share a name.

    A name of one word ("the House") may be short for a longer one, and for another one in the next event: then what
    each event means by it is all that is joined.
    """
    by_key: dict[tuple[Kind, str], list[Chain]] = defaultdict(list)
    for chain in sets.chains.values():
        key = _pile_key(chain)
        if key and chain.kind is not Kind.PERSON:
            by_key[chain.kind, key].append(chain)
    by_key = _parted(by_key, event_of)
    for (_, name), chains in by_key.items():
        if " " in name:
            _join_all(sets, chains)
    longer_of = _find_longer(sets, _in_events(sets, event_of))
    for (_, name), chains in by_key.items():
        meant = {sets.root(longer_of[chain.id].id) for chain in chains if chain.id in longer_of}
        if " " not in name and len(meant) <= 1:
            _join_all(sets, chains)
    bodies = {name: chains[0] for (kind, name), chains in by_key.items() if kind is Kind.BODY}
    _join_acronyms(sets, bodies, event_of)
    _join_countries(sets, bodies)
    for blocks in _in_events(sets, event_of):
        _join_by_words(sets, blocks)
    _join_firms(sets, event_of)
    _join_across_kinds(sets)


def _parted(
    by_key: Mapping[tuple[Kind, str], list[Chain]], event_of: Mapping[str, str]
) -> dict[tuple[Kind, str], list[Chain]]:
    """Return the chains by kind and key, those of a group that bears no name by event as well.

    "Officials" of two happenings are others; "the Democrats" are the same ones everywhere.
    """
    found: dict[tuple[Kind, str], list[Chain]] = defaultdict(list)
    for (kind, key), chains in by_key.items():
        for chain in chains:
            plain = kind is Kind.GROUP and is_plain_description(_called(chain))
            where = f"|{event_of.get(chain.report_id, chain.report_id)}" if plain else ""
            found[kind, key + where].append(chain)
    return dict(found)


def _join_across_kinds(sets: ChainSets) -> None:
    """Join what bears one name and was read as a body in one report, as a person or as neither in the next.

    "Mozilla said" and "Mozilla declined", tagged ORG and PERSON. Only those that keep company, and none that a full name
    tells to be a person or a place.
    """
    by_name: dict[str, list[Chain]] = defaultdict(list)
    persons = {
        sets.root(chain.id)
        for chain in sets.chains.values()
        if chain.kind is Kind.PERSON and chain.name and " " in chain.name
    }
    for chain in sets.chains.values():
        if chain.name and chain.kind in _MISTAKEN and sets.root(chain.id) not in persons:
            by_name[body_key(chain.name)].append(chain)
    for _, chains in sorted(by_name.items()):
        bodies = [chain for chain in chains if chain.kind is Kind.BODY]
        others = [chain for chain in chains if chain.kind is not Kind.BODY]
        for chain in others if bodies else ():
            fitting = {
                sets.root(body.id): body
                for body in bodies
                if body.report_id != chain.report_id and sets.shared_names(chain, {body.report_id}) > 1
            }
            if len(fitting) == 1:
                body = next(iter(fitting.values()))
                why = f"the same name: {body.name}; {sets.tell_company(body, chain)}"
                sets.join(body.id, chain.id, why)


def _join_firms(sets: ChainSets, event_of: Mapping[str, str]) -> None:
    """Join what one report of an event calls "Elm Valley Water Company", another "Elm Valley Water".

    The first of two words may be a place with a firm of its name ("Elm Valley Company"): of what is read as no body three are needed.
    """
    firms: dict[tuple[str, str], Chain] = {}
    for chain in sets.chains.values():
        name, _, noun = body_key(chain.name or "").rpartition(" ")
        if chain.kind is Kind.BODY and noun in _FIRM_NOUNS and " " in name:
            firms.setdefault((event_of.get(chain.report_id, chain.report_id), name), chain)
    for chain in sets.chains.values() if firms else ():
        key = body_key(chain.name or "")
        firm = firms.get((event_of.get(chain.report_id, chain.report_id), key))
        words = key.count(" ") + 1
        if firm and (chain.kind is Kind.BODY or (chain.kind is not Kind.GROUP and words > _PLACE_WORDS)):
            sets.join(firm.id, chain.id, f"the event knows one {chain.name}: {firm.name}")


def _join_all(sets: ChainSets, chains: list[Chain]) -> None:
    first, *others = chains
    why = f"the same name: {_called(first)}"
    for chain in others:
        sets.join(first.id, chain.id, why)


@lru_cache(maxsize=65536)
def body_key(name: str) -> str:
    """Return the key under which spellings of a body's name meet.

    >>> body_key("The U.S. Harbor Board") == body_key("U.S. Harbour Board")
    True
    >>> body_key("Us Weekly"), body_key("Us")
    ('us weekly', 'us')
    """
    bare = (
        fold_letters(name)
        .replace("’", "'")
        .replace("'s ", " ")
        .replace("' ", " ")
        .replace(".", "")
        .replace("-", " ")
    )
    words = bare.removesuffix("'s").removesuffix("'").split()
    if words[:1] == ["the"]:
        words = words[1:]
    # "Us" is a magazine, or one of us: the country is never written so.
    return " ".join(
        word if word == "us" and _US.match(name) else _SPELLINGS.get(word, word) for word in words
    )


def _pile_key(chain: Chain) -> str | None:
    """Return the key that tells over the whole pile which body or group is meant, or None for a plain description."""
    if chain.name:
        return body_key(chain.name)
    roles = sorted(chain.roles)
    return body_key(roles[0]) if roles and not is_plain_description(roles[0]) else None


def _called(chain: Chain) -> str:
    return chain.name or min(chain.roles, default="unnamed")


def _join_acronyms(sets: ChainSets, bodies: dict[str, Chain], event_of: Mapping[str, str]) -> None:
    """Join an acronym with the one body of the pile whose initials it spells.

    Three letters in the news of what is known for another event are not enough, where the reports share no other names:
    "BBC" in a report on pirates is no Bramley Baptist Church of another report; nor is it anywhere, as the name of a station.
    """
    by_initials: dict[str, list[str]] = defaultdict(list)
    for key, chain in bodies.items():
        words = [word for word in key.split() if word not in _IDLE]
        if chain.name and len(words) >= _SHORTEST_ACRONYM:
            by_initials["".join(word[0] for word in words)].append(key)
    for key, chain in sorted(bodies.items()):
        owners = by_initials.get(key, [])
        if chain.name and chain.name.isupper() and len(owners) == 1 and len(key) >= _SHORTEST_ACRONYM:
            owner = bodies[owners[0]]
            if not _may_be_short_for(sets, chain, owner, event_of):
                continue
            why = f"{chain.name} spells the initials of {owner.name} and of no other body"
            sets.join(owner.id, chain.id, why)


def _may_be_short_for(sets: ChainSets, acronym: Chain, owner: Chain, event_of: Mapping[str, str]) -> bool:
    if acronym.name in AGENCIES and OUTLET_NOUNS.isdisjoint(body_key(_called(owner)).split()):
        return False
    reports = sets.reports(owner.id)
    if len(acronym.name or "") > _SHORTEST_ACRONYM:
        return True
    return any(
        one.report_id in reports or one.report_id not in event_of or sets.shared_names(one, reports) > 1
        for one in sets.members(acronym.id)
    )


def _join_countries(sets: ChainSets, bodies: dict[str, Chain]) -> None:
    """Join "Norwegian Fisheries Directorate" and "Fisheries Directorate" where no second country has one."""
    owners: dict[str, list[str]] = defaultdict(list)
    for key in bodies:
        first, _, rest = key.partition(" ")
        if " " in rest and (country_of(first) or first in {"america", "britain"}):
            owners[rest].append(key)
    for rest, keys in sorted(owners.items()):
        if len(keys) == 1 and rest in bodies and bodies[rest].name and bodies[keys[0]].name:
            longer, shorter = bodies[keys[0]], bodies[rest]
            why = f"the only {shorter.name} with a country in the pile: {longer.name}"
            sets.join(longer.id, shorter.id, why)


_Words = dict[frozenset[str], list["Chain"]]


def _in_events(sets: ChainSets, event_of: Mapping[str, str]) -> list[_Words]:
    """Return the chains of bodies and groups by their words, for each event, kind and head noun."""
    events: dict[tuple[str, Kind, str], _Words] = {}
    for chain in sets.chains.values():
        key = body_key(_called(chain))
        if not chain.name and key in _AT_LARGE:
            continue
        if chain.kind is Kind.BODY or (chain.kind is Kind.GROUP and " " in key):
            event = event_of.get(chain.report_id, chain.report_id)
            block = events.setdefault((event, chain.kind, _head(key)), {})
            block.setdefault(frozenset(key.split()) - _IDLE, []).append(chain)
    return list(events.values())


def _by_length(block: _Words) -> list[frozenset[str]]:
    return sorted(block, key=lambda words: (-len(words), sorted(words)))


def _find_longer(sets: ChainSets, blocks: list[_Words]) -> dict[str, Chain]:
    """Return the one longer name that its event gives for each chain, by chain id."""
    found: dict[str, Chain] = {}
    for block in blocks:
        sized = _by_length(block)
        for place, words in enumerate(sized):
            longer = {sets.root(one.id): one for more in sized[:place] if words < more for one in block[more]}
            if len(longer) == 1:
                found |= dict.fromkeys((chain.id for chain in block[words]), next(iter(longer.values())))
    return found


def _join_by_words(sets: ChainSets, block: _Words) -> None:
    """Join the chains of one event, kind and head noun: those of the same words first, then the short with the longer."""
    sized = _by_length(block)
    for words in sized:
        first, *others = block[words]
        for chain in others:
            if len(words) == 1 or sets.root(chain.id) == sets.root(first.id):
                continue
            sets.join(first.id, chain.id, f"the event knows one {_called(chain)}: {_called(first)}")
    for place, words in enumerate(sized):
        longer = {sets.root(one.id): one for more in sized[:place] if words < more for one in block[more]}
        for chain in block[words]:
            if len(longer) == 1 and sets.root(chain.id) not in longer:
                other = next(iter(longer.values()))
                sets.join(other.id, chain.id, f"the event knows one {_called(chain)}: {_called(other)}")


def _head(key: str) -> str:
    """Return the noun that says what a body is: "council" in "city council of halden" and in "halden council"."""
    before, _, _ = key.partition(" of ")
    return before.split()[-1] if before.split() else key
