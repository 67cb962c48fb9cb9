"""Whom a description is told to be elsewhere in its report: by an age, by a later name, by a like trade.

Each asks for one person only: two of one age, or two spokeswomen who are given names, are nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.described import ALTERING, repeats_role, role_words
from onrecord.lexicon.callings import speaks_for_others
from onrecord.lexicon.descriptions import is_contested, is_past, is_shared_calling, read_office
from onrecord.lexicon.roles import is_person_role, singular
from onrecord.lexicon.trades import like_trades
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.attribute.stage.salience import Entrance
    from onrecord.model.annotation import Chain, Mention
    from onrecord.model.span import Span

_AGED: Final = re.compile(r"(\d{1,3})[- ]year[- ]old", re.IGNORECASE)
_AGE_BEHIND: Final = re.compile(r",?\s(?:aged\s)?(\d{1,3})(?=[,.;:)\s])")
_AGE_WITHIN: Final = re.compile(r"\b(\d{1,3})(?:$|[- ]year[- ]old)")
_COMPLEMENT: Final = re.compile(r"\s(?:at|for|from|in|of|to)\s", re.IGNORECASE)
_BEHIND: Final = 12
"""Characters behind a name in which an age stands."""
_HEADED: Final = 3
"""Words of an office in a headline."""
_EXPLAINED: Final = 60
"""Characters behind a name in which an apposition says what it is."""
_LATER: Final = 6_000
"""Characters behind "a spokeswoman" within which "the spokeswoman, Ana Velik" is the same one."""
_NEAR: Final = 3_000
"""Characters beyond which that is so only where no other spokeswoman is brought up; nor may one be of "a spokeswoman for …"."""


def find_aged(text: str, phrase: Span, persons: Iterable[Chain]) -> str | None:
    """Return the one person of whom the report tells the age by which `phrase` calls somebody.

    "Kyle Roe, 33, drives a lorry. … The 33-year-old insists …"
    """
    age = _AGED.search(phrase.of(text))
    if age is None:
        return None
    found = [chain.id for chain in persons if age[1] in _tell_ages(text, chain, phrase)]
    return found[0] if len(found) == 1 else None


def _tell_ages(text: str, chain: Chain, phrase: Span) -> set[str]:
    ages: set[str] = set()
    for mention in chain.mentions:
        if mention.name and mention.span < phrase:
            behind = _AGE_BEHIND.match(text[mention.span.end : mention.span.end + _BEHIND])
            ages |= set(_AGE_WITHIN.findall(mention.span.of(text))) | ({behind[1]} if behind else set())
    return ages


def has_age(text: str, chain: Chain, phrase: Span) -> bool:
    """Tell whether a report has told a person's age before `phrase`."""
    return bool(_tell_ages(text, chain, phrase))


def find_introduced(text: str, phrase: Span, persons: Iterable[Chain]) -> str | None:
    """Return who is named later for whom a report has only called somebody's speaker so far.

    "A spokeswoman denied it. … The spokeswoman, Ana Velik, called it chance."
    """
    words = phrase.of(text).casefold().split()
    noun = next((word for word in words if speaks_for_others(word)), None)
    if noun is None or words[0] not in {"a", "an", "its", "the"}:
        return None
    again = re.compile(rf"the\s+(?:same\s+)?{noun},\s", re.IGNORECASE)
    another = re.compile(rf"\b(?:an?|another)\s+(?:[\w’'-]+\s+){{0,3}}?{noun}\b", re.IGNORECASE)
    alone = phrase.end if "for" in words else phrase.end + _NEAR
    found = {
        chain.id
        for chain in persons
        for mention in chain.mentions
        if mention.name
        and phrase.end < mention.span.start < phrase.end + _LATER
        and again.match(mention.span.of(text))
        and not another.search(text, alone, mention.span.start)
    }
    return found.pop() if len(found) == 1 else None


def find_adjoining(
    text: str, phrase: Span, mentions: Sequence[tuple[Mention, str]]
) -> tuple[Mention, str] | None:
    """Return the name that stands right behind a phrase cut short before it: "The charity" + "Warm Roofs lamented …"."""
    if not text[phrase.start : phrase.end].casefold().startswith("the "):
        return None
    after = bisect_left(mentions, phrase.end, key=lambda pair: pair[0].span.start)
    found = mentions[after] if after < len(mentions) else None
    gap = "" if found is None else text[phrase.end : found[0].span.start]
    return found if found is not None and gap == " " and found[0].name is not None else None


def find_told_body(text: str, phrase: str, chains: Iterable[Chain]) -> str | None:
    """Return the one body that the report calls by the noun of a description: "The charity Warm Roofs said … The charity …"."""
    words = phrase.casefold().split()
    if words[:1] != ["the"] or len(words) != len(("the", "charity")):
        return None
    noun = words[-1]
    found = {
        chain.id
        for chain in chains
        if chain.name is not None and chain.kind in {Kind.BODY, Kind.GROUP, Kind.UNKNOWN}
        for mention in chain.mentions
        if mention.name is not None and _is_called(text, mention, noun)
    }
    return found.pop() if len(found) == 1 else None


def _is_called(text: str, mention: Mention, noun: str) -> bool:
    """Tell whether a noun stands before a name ("the charity Warm Roofs") or explains it ("Warm Roofs, a charity")."""
    before = text[max(0, mention.span.start - _BEHIND - len(noun)) : mention.span.start] + mention.span.of(
        text
    )
    behind = text[mention.span.end : mention.span.end + _EXPLAINED]
    if noun not in f"{before} {behind}".casefold():
        return False
    noun, name = re.escape(noun), re.escape(mention.name or "")
    explained = re.match(rf",\s(?:an?|the)\s(?:[\w-]+\s){{0,4}}?{noun}\b", behind, re.IGNORECASE)
    return (
        explained is not None or re.search(rf"\b{noun}\s(?:the\s)?{name}", before, re.IGNORECASE) is not None
    )


def find_holders(
    mention: Mention, phrase: str, persons: Iterable[Chain], nameless: Sequence[str]
) -> list[str]:
    """Return the persons whose role a description repeats.

    A former mayor is not "the mayor", who is a lawyer is "the lawyer" only after that is told, and "the president" is
    nobody's where another president has no name.

    Args:
        mention: the description.
        phrase: its characters.
        persons: the named persons of the report.
        nameless: the roles that the report gives to people without a name.
    """
    said, known = mention.role or phrase, list(persons)
    past, late = is_past(said), is_shared_calling(said)
    return [
        chain.id
        for chain in known
        # "the board's chair, a former prosecutor": is the chair, whatever she was
        if any(
            repeats_role(said, role) and is_past(role) == past
            for told in chain.roles
            for role in (told, *told.split(", "))
        )
        and not is_contested(said, nameless, chain.roles)
        and not (late and chain.mentions[0].span > mention.span)
        and not (_is_half(said, chain) and _is_parted(chain, mention, known))
    ]


def _is_half(said: str, person: Chain) -> bool:
    """Tell whether a description is only what alters a person's office: "the deputy" of a deputy minister, not of a deputy."""
    return role_words(said) <= ALTERING and not any(
        _noun_of(role) in role_words(said) for told in person.roles for role in told.split(", ")
    )


def _noun_of(role: str) -> str:
    """Return the noun of an office: "minister" of "deputy minister of ports"."""
    words = _COMPLEMENT.split(role, maxsplit=1)[0].casefold().split()
    return words[-1] if words else ""


def _is_parted(person: Chain, mention: Mention, persons: Iterable[Chain]) -> bool:
    """Tell whether somebody else has been named between a person and a description of half that person's office.

    "The deputy minister, Ana Velik, said … . The head of the party, Nina Roe, said … . The deputy wrote …": of the house.
    """
    last = max((one.span for one in person.mentions if one.span < mention.span), default=None)
    return last is not None and any(
        one.name is not None and last < one.span < mention.span
        for other in persons
        if other.id != person.id
        for one in other.mentions
    )


def find_headed(phrase: str, persons: Iterable[Chain], nameless: Iterable[str]) -> str | None:
    """Return the one person whose office a headline gives without an article: "“The whale is safe,” says director".

    Where somebody without a name holds such an office as well, nobody is meant.

    Args:
        phrase: the words of the headline.
        persons: the named persons of the report.
        nameless: the roles that the report gives to people without a name.
    """
    words = phrase.split()
    head = singular(words[-1]) if words else ""
    if not 0 < len(words) <= _HEADED or not is_person_role(head) or words[0].casefold() in {"the", "a", "an"}:
        return None
    if any(head in role.casefold().split() for role in nameless):
        return None
    found = {
        chain.id
        for chain in persons
        if any(
            repeats_role(phrase, role) and not is_past(role)
            for told in chain.roles
            for role in told.split(", ")
        )
    }
    return found.pop() if len(found) == 1 else None


def find_like(phrase: str, entrances: Sequence[Entrance], chains: Mapping[str, Chain]) -> str | None:
    """Return the one person on stage whose trade a writer may call so: "the lawyer" behind "her solicitor, Jo Roe"."""
    words = phrase.casefold().split()
    if words[:1] != ["the"] or len(words) != len(("the", "lawyer")):
        return None
    likes = like_trades(singular(words[-1]))
    found = {
        one.chain_id
        for one in entrances
        if chains[one.chain_id].kind is Kind.PERSON
        and chains[one.chain_id].name
        and _has_trade(chains[one.chain_id], likes)
    }
    return found.pop() if len(found) == 1 else None


def _has_trade(chain: Chain, trades: frozenset[str]) -> bool:
    return any(read_office(role).heads & (trades - (ALTERING - {_noun_of(role)})) for role in chain.roles)
