"""Words that say what somebody described is called: "a docker who gave his name only as Bolat".

People with one name, or with an assumed one, are introduced by a clause and not by an apposition. The clause stands
right behind the description and ends where the name begins.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.annotate.phrases import Phrase, title_start
from onrecord.annotate.runs import Name, adjoins
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.roles import is_body_noun, is_person_role
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from onrecord.model.annotation import Sentence, Token

_CLAUSE = (
    r"(?:who\s+(?:would\s+)?(?:gave|gives?|giving)\s+(?:only\s+)?(?:his|her|their)\s+(?:first\s+|full\s+)?name\s+"
    r"(?:only\s+|just\s+|simply\s+)?as"
    r"|who\s+(?:goes|went|go)\s+by\s+(?:just\s+)?(?:the\s+(?:single\s+|stage\s+|war\s+|pen\s+)?name\s+(?:of\s+)?)?"
    r"|who\s+(?:performs?|performed|writes?|tweets?|posts?|blogs?|streams?|records?|publishes|paints?)\s+(?:online\s+)?as"
    r"|who\s+(?:(?:[\w’'-]+\s+){1,9}?and\s+)?(?:asked|wanted|wished|agreed|consented)\s+to\s+be\s+(?:identified|named|called|known|quoted)\s+"
    r"(?:only\s+|just\s+)?(?:as|by)(?:\s+(?:his|her|their)\s+first\s+name,?)?"
    r"|who\s+(?:identified|introduced|named)\s+(?:himself|herself|themselves)\s+(?:only\s+|just\s+)?as"
    r"|who\s+(?:[\w’'-]+\s+){0,9}?(?:is|was)\s+(?:(?:called|named)\s+(?:only|just|simply)(?:\s+as)?"
    r"|known\s+(?:only|just|simply|to\s+\w+)\s+as)"
    r"|who\s+(?:is|was)\s+(?:called|named)"
    r"|(?:identified|known|named)\s+(?:only|simply|just)\s+as"
    r"|identifying\s+(?:himself|herself)\s+(?:only\s+)?as|giving\s+(?:his|her)\s+name\s+(?:only\s+)?as"
    r"|named|called|surnamed"
    r"|known\s+(?:(?:online|locally|widely|better|simply|to\s+\w+)\s+)?as"
    r"|(?:under|by)\s+the\s+(?:nickname|username|handle|pseudonym|alias|name)(?:\s+of)?)\s*[\"“‘'«]?"
)
_FROM = r"(?:\s+(?:at|from|in|on)(?:\s+[\w’'-]+){1,6}?(?=,?\s+who\s))?"
"""Where somebody is from, before a clause that can only be of a person: "a docker from the east quay who goes by …"."""
_NAMING = re.compile(rf"{_FROM},?\s+{_CLAUSE}", re.IGNORECASE)
_NAMED = re.compile(rf"{_CLAUSE}$", re.IGNORECASE)
_ONLY = re.compile(
    r"(?P<noun>[\w-]+),?\s+(?:identified|known|named)\s+(?:only|simply|just)\s+as\s*[\"“‘'«]?$"
)
_HIS_NAME = re.compile(
    r"\b(?:his|her)\s+(?:first\s+|full\s+|last\s+|real\s+|only\s+)?name\s+(?:is|was)\s*[\"“‘'«]?$"
)
_LETTER = re.compile(r"[A-Z]|\d{1,2}")
"""What follows "Witness" or "Patient" where a name is kept back."""
_HUMANS = frozenset(
    {
        "boy",
        "girl",
        "hostage",
        "inmate",
        "lad",
        "man",
        "passenger",
        "prisoner",
        "refugee",
        "user",
        "woman",
        "youth",
    }
)
"""Nouns for one person that are no office and no trade."""
_ONE_OF_THEM = (["one", "of", "them"], ["one", "of", "those"])
_GOING_ON = frozenset(
    {"about", "after", "again", "and", "as", "at", "back", "before", "for", "in", "on", "over", "to", "twice"}
)
"""Words behind a name that make "called" or "named" somebody's doing."""
_REACH = 90
"""Characters before a name in which such a clause is looked for."""


def is_introduced(text: str, start: int) -> bool:
    """Tell whether what begins at `start` is what somebody is said to be called.

    >>> is_introduced("a docker who goes by the name of Ash", 33)
    True
    """
    before = text[max(0, start - _REACH) : start]
    only = _ONLY.search(before)
    if _HIS_NAME.search(before) is not None:
        return True
    person = only is not None and not is_body_noun(only["noun"].casefold())
    return person or (" who " in before and _NAMED.search(before) is not None)


def find_humans(text: str, tokens: tuple[Token, ...], sentences: Iterable[Sentence]) -> list[Phrase]:
    """Return the descriptions of somebody by no more than a noun for one person: "the woman", "a young man", "one of them"."""
    found: list[Phrase] = []
    for sentence in sentences:
        for index in sentence.tokens:
            words = [token.text.casefold() for token in tokens[index : min(index + 3, sentence.tokens.stop)]]
            if words in _ONE_OF_THEM:
                found.append(Phrase(range(index, index + 3), range(0), Kind.PERSON, definite=False))
            if tokens[index].text.casefold() not in _HUMANS or tokens[index].pos != "NOUN":
                continue
            start = title_start(text, tokens, index, sentence.tokens)
            if start > sentence.tokens.start and tokens[start - 1].pos == "DET":
                found.append(Phrase(range(start - 1, index + 1), range(0), Kind.PERSON, definite=False))
    return found


def _is_doing(tokens: tuple[Token, ...], name: Name, clause: str, within: range) -> bool:
    """Tell whether "called" or "named" is what somebody did: "A man called Tom Roe and said", "named Tom Roe as"."""
    after = name.tokens.stop
    plain = clause.strip(" ,").casefold() in {"called", "named"}
    return plain and after < within.stop and tokens[after].text.casefold() in _GOING_ON


def find_given(
    text: str, tokens: tuple[Token, ...], phrase: Phrase, names: Mapping[int, Name], within: range
) -> Name | None:
    """Return the name that the words right behind a description of a person give; `names` are by their first token."""
    if phrase.tokens.stop >= within.stop:
        return None
    match = _NAMING.match(text, tokens[phrase.tokens.stop - 1].span.end)
    if match is None:
        return None
    name = _read_given(text, tokens, match.end(), names, within=range(phrase.tokens.stop, within.stop))
    return None if name is None or _is_doing(tokens, name, match[0], within) else name


def _read_given(
    text: str, tokens: tuple[Token, ...], start: int, names: Mapping[int, Name], *, within: range
) -> Name | None:
    """Return the name that begins at the offset `start`."""
    first = next((i for i in within if tokens[i].span.start >= start), None)
    if first is None or tokens[first].span.start > start + 1 or not tokens[first].text[:1].isupper():
        return None
    named = first + 2 < within.stop and tokens[first + 1].text.istitle() and tokens[first + 2].text.istitle()
    if named and (
        is_honorific(tokens[first].text) or is_person_role(tokens[first].text)
    ):  # "as Colonel Ana Velik", and "as Corporal Ash"
        first += 1
    letter = first + 1  # "called only Witness D"
    if letter < within.stop and _LETTER.fullmatch(tokens[letter].text) and adjoins(text, tokens, letter):
        return Name(range(first, letter + 1), f"{tokens[first].text} {tokens[letter].text}", Kind.PERSON)
    if first in names:
        return names[first] if names[first].kind is not Kind.GROUP else None
    if tokens[first].pos != "PROPN" or not adjoins(text, tokens, first):
        return None
    stop = first + 1
    while stop < within.stop and tokens[stop].text.istitle() and adjoins(text, tokens, stop):
        stop += 1
    return Name(range(first, stop), text[tokens[first].span.start : tokens[stop - 1].span.end], Kind.PERSON)
