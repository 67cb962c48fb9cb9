"""Whose name closes a description: "the vicar, Canon Maud Harrow", "one of the masons of the parish, Jory Roe".

The rule: behind the last comma of a source phrase there stands one name and nothing but what is said before names: a title, "the
company". A name explains the noun it stands behind, so that where another noun comes between, it may be that one's: "the lawyer for
the accused, Jory Roe" is nobody's, and so is "the head of the union, Port Workers", where the name is a body's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.roles import is_body_noun, is_person_role
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Mention
    from onrecord.model.span import Span

_DESCRIBED: Final = re.compile(
    r"(?:the|its|his|her|their|one|an?|[\w-]+['’]s?)\s.*\w", re.IGNORECASE | re.DOTALL
)
_DEFINITE: Final = re.compile(r"(?:the|its|his|her|their|[\w-]+['’]s?)\s", re.IGNORECASE)
_BETWEEN: Final = re.compile(
    r",\s+(?:the\s+(?P<noun>[a-z-]+)\s+|the\s+(?=[A-Z][\w-]*\s)|(?P<unknown>an?\s+))?(?:[A-Z][\w-]*\.?\s+){0,2}"
)
"""From the comma to the name: a noun that says what it is, a title, a nation: "the minister, the Reverend Jory Roe".

So does one who is known to nobody: "the owner of the boat, a Mr Roe".
"""
_STYLED: Final = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\b")
_BEHIND: Final = re.compile(r"(?:,\s\d{1,3})?,?")
_COMPLEMENT: Final = re.compile(
    r"\b(?:of|for|to|from|at|in|with|by|against)\s+[\w\s'’-]*?(?P<noun>[\w-]+)$", re.IGNORECASE
)
_WHO: Final = re.compile(
    r"\s+who\s[^,;:.()“”\"]{2,90}?\b(?P<noun>[\w-]+),\s+(?:the\s+[a-z-]+\s+)?(?:[A-Z][\w-]*\.?\s+){0,2}"
)
"""A clause between a description and the comma before the name that explains it."""
_REACH: Final = 130
"""Characters behind a description in which such a name begins."""
_SOMEBODY: Final = frozenset({"accused", "bereaved", "dead", "deceased", "injured"})
"""Nouns for one person that are no office, trade or part."""
_NAMED: Final = frozenset({Kind.PERSON, Kind.BODY})


def find_explaining(text: str, phrase: Span, mentions: Iterable[Mention]) -> Mention | None:
    """Return the name that closes the description `phrase`, a span of `text`; None where there is none or it may be another's.

    `mentions` are those that the phrase holds.
    """
    named = [mention for mention in mentions if mention.name is not None and mention.kind in _NAMED]
    if not named:
        return None
    last = named[-1]
    comma = text.rfind(",", phrase.start, last.span.start)
    between = None if comma < 0 else _BETWEEN.fullmatch(text, comma, last.span.start)
    if between is None or _BEHIND.fullmatch(text, last.span.end, phrase.end) is None:
        return None
    if between["unknown"] and _STYLED.match(text, last.span.start) is None:
        return None
    description = text[phrase.start : comma]
    if _DESCRIBED.fullmatch(description) is None:
        return None
    complement = _COMPLEMENT.search(description)
    if last.kind is Kind.BODY:
        noun = between["noun"]
        return last if complement is None or (noun is not None and is_body_noun(noun)) else None
    return last if complement is None or not _is_somebody(complement["noun"]) else None


def find_named_behind(text: str, phrase: Span, mentions: Iterable[Mention]) -> Mention | None:
    """Return the person whom a name behind a clause says a description is: "The judge who leads the panel, Ana Velik, said".

    `mentions` are those behind the phrase, in text order. Where the clause tells of somebody, the name may be that one's: "the
    man who shot the mayor, Tom Roe, …".
    """
    if _DEFINITE.match(text, phrase.start, phrase.end) is None:
        return None
    for mention in mentions:
        if mention.span.start > phrase.end + _REACH or (mention.kind is Kind.PERSON and mention.name is None):
            return None
        if mention.kind is Kind.PERSON:
            between = _WHO.fullmatch(text, phrase.end, mention.span.start)
            closed = text[mention.span.end : mention.span.end + 1] == ","
            return mention if between and closed and not _is_somebody(between["noun"]) else None
    return None


def _is_somebody(noun: str) -> bool:
    return is_person_role(noun) or noun.casefold() in _SOMEBODY
