"""Who is known well enough to be named as a speaker.

A record names people and what they are called; whoever a report only describes, or calls by a surname that another in it
bears, is unknown: the phrase still stands as the source of the words. "Unknown speaker" is a good answer, a wrong name the
worst one.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.roles import (
    GROUP_NOUNS,
    KIN_NOUNS,
    PARTISANS,
    PLURAL_ONLY_BODIES,
    is_body_noun,
    is_person_role,
    singular,
)
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.model.annotation import Chain, Mention

_NAMED = frozenset({Kind.PERSON, Kind.UNKNOWN})
"""Kinds that only a name makes known."""
_HEAD = re.compile(r",| (?:of|in|for|from|at|on|to) ")
"""What parts the head of a description from what belongs to it: "minute | in the hand of Lord Pell"."""
_SOMEBODYS = re.compile(r"(?:his|her|hers|its|their|our|your|my)\b", re.IGNORECASE)
_PERSONS = re.compile(r"(?:(?:his|her|hers|our|your|my)\b|one of\b)", re.IGNORECASE)
_COUNTED = re.compile(
    r"(?:\d|(?:an?|one|two|three|four|five|six|seven|eight|nine|ten|dozens?|hundreds|thousands|scores|several|some|many|most|few"
    r"|both|all|other|others|another|multiple|various|half|any|these|those)\b)",
    re.IGNORECASE,
)
"""How many of them there are, where that is all that tells them from others: "two people familiar with the talks"."""
_PEOPLE = re.compile(r"(?:[eo]r|ist|ian|ee)$")
_ANYBODY = frozenset({"man", "other", "people", "person", "source", "woman"})
_TWO = 2
"""Bearers of a surname in full among whom an office tells nobody apart."""
_ACRONYM = 5
"""Letters of the longest acronym: longer words in capitals are a heading's."""


def is_known(
    chains: Sequence[Chain], bearers: Mapping[tuple[str, str], int], texts: Mapping[str, str] | None = None
) -> bool:
    """Tell whether the chains of one entity say who is meant.

    "The next witness said" names nobody, and nor does "Pell said" where Ada Pell and Owen Pell both speak, "his office" or
    "two people in the room". "The crews" and "the Union" are who they are.

    Args:
        chains: the chains of the entity.
        bearers: what `count_bearers` returns.
        texts: the text of each report id; without it no phrase is looked at.
    """
    if all(chain.kind in _NAMED for chain in chains):
        return _is_person_known(chains, bearers)
    mentions = [(chain, mention) for chain in chains for mention in chain.mentions]
    if any(mention.name for _, mention in mentions):
        return not texts or not all(
            _is_shouted(mention, texts[chain.report_id]) for chain, mention in mentions
        )
    phrases = [mention.span.of(texts[chain.report_id]) for chain, mention in mentions] if texts else []
    if any(chain.kind is Kind.GROUP for chain in chains):
        return not phrases or any(map(_tells_group, phrases))
    return not phrases or not all(map(_SOMEBODYS.match, phrases))


def _is_person_known(chains: Sequence[Chain], bearers: Mapping[tuple[str, str], int]) -> bool:
    names = [(chain.report_id, chain.name) for chain in chains if chain.name]
    told = any(chain.roles for chain in chains if chain.kind is Kind.PERSON)
    if (
        names
        and told
        and all(bearers.get((report_id, _surname(name)), 0) < _TWO for report_id, name in names)
    ):
        return True  # "President Velik" is who he is, with Ana Velik in the same report
    if names:
        # A bare surname that its report keeps apart from the bearer it names in full is a relative's.
        return any(
            " " in name or not bearers.get((report_id, _surname(name)), 0) for report_id, name in names
        )
    heads = [_HEAD.split(role.strip())[0].split() for chain in chains for role in chain.roles]
    return all(chain.kind is Kind.UNKNOWN for chain in chains) and any(
        is_body_noun(head[-1].lower()) or (head[-1][:1].isupper() and _is_name(head) and not _is_anyone(head))
        for head in heads
        if head
    )


def _is_name(words: Sequence[str]) -> bool:
    """Tell the words of a name from those of a heading: "AUTHORITIES", "DINNER LADY", "Harrow names Roe as chief"."""
    shouted = len(words) > 1 and all(word.isupper() for word in words)
    return not shouted and not (words[-1].isupper() and len(words[-1]) > _ACRONYM)


def _is_anyone(words: Sequence[str]) -> bool:
    """Tell whether the head of a description is a role with a capital: "One Republican", "Judge", "Senator"."""
    noun = singular(words[-1])
    told = is_person_role(noun) or noun in PARTISANS or noun in GROUP_NOUNS or noun in KIN_NOUNS
    return told or is_demonym(words[-1])


def _is_shouted(mention: Mention, text: str) -> bool:
    """Tell whether a mention stands in a line of capitals, where any word may be taken for a name."""
    start = text.rfind("\n", 0, mention.span.start) + 1
    stop = text.find("\n", mention.span.end)
    line = text[start : stop if stop >= 0 else len(text)]
    name = mention.name or ""
    return line.isupper() and " " not in name and len(name) > _ACRONYM - 1


def _tells_group(phrase: str) -> bool:
    """Tell whether a phrase says which group is meant, and neither a person's nor how many they are alone."""
    words = phrase.removeprefix("The ").removeprefix("the ").split()
    head = _HEAD.split(" ".join(words))[0].split()
    if not head or _PERSONS.match(words[0]) or _COUNTED.match(words[0]):
        return False
    noun = singular(head[-1])
    if head[-1].casefold() in PLURAL_ONLY_BODIES:
        return True
    if len(words) == 1 and noun in _ANYBODY:
        return False
    told = is_person_role(noun) or noun in GROUP_NOUNS or _PEOPLE.search(noun) is not None
    return told or (head[-1][:1].isupper() and len(head) > 1)


def count_bearers(members: Mapping[str, Sequence[Chain]]) -> dict[tuple[str, str], int]:
    """Return how many persons with a full name bear a surname in one report: `members` are the chains of each."""
    found: dict[tuple[str, str], set[str]] = defaultdict(set)
    for root, chains in members.items():
        for chain in chains:
            if chain.kind is Kind.PERSON and chain.name and " " in chain.name:
                found[chain.report_id, _surname(chain.name)].add(root)
    return {key: len(roots) for key, roots in found.items()}


def _surname(name: str) -> str:
    return name.rsplit(maxsplit=1)[-1].casefold()
