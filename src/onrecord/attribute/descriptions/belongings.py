"""Whose somebody or something is: "his wife", "her party", "their lawyer".

The rule: a relative is the one person whom the report has told to be one; a party or a firm is the one that stands in
what its leader is; and somebody's lawyer is nobody else's.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.roles import KIN_NOUNS, is_body_noun
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.model.annotation import Chain, Mention

_OF_SOMEBODY: Final = re.compile(r"(?:his|her|their|the)\s+(?:late\s+)?(?P<noun>[\w-]+)", re.IGNORECASE)
_BODY_OF: Final = re.compile(r"(?:his|her)\s+(?:own\s+)?(?:[\w-]+\s+)?(?P<noun>[\w-]+)", re.IGNORECASE)
_OWNER: Final = re.compile(r"(?P<name>[A-Z][\w.’'-]*?)['’]s?\s")
_SERVED: Final = re.compile(
    r"\s(?:for|of|to)\s+(?:(?:Mr|Mrs|Ms|Miss|Dr)\.?\s+)?(?P<name>[A-Z][\w-]+(?:\s[A-Z][\w-]+)*)"
)
OWNED: Final = re.compile(r"\w['’]s?\s+\w", re.IGNORECASE)
"""Something is somebody's: "the mayor's aide"."""
_COMPLEMENT: Final = re.compile(r"\s(?:of|at|in|to|with)\s", re.IGNORECASE)
_REACH: Final = 60
"""Characters beside a name in which it is told whose relative somebody is."""


def is_owned(phrase: str) -> bool:
    """Tell whether a description is told by whose it is: "the mayor's aide", and not "the dean of Halden's school".

    >>> is_owned("the mayor's aide"), is_owned("lawyer for the mayor"), is_owned("the dean of Halden's school")
    (True, True, False)
    """
    words = _COMPLEMENT.split(phrase, maxsplit=1)[0]
    return OWNED.search(words) is not None or " for " in f" {phrase.casefold()} "


def find_relative(text: str, phrase: str, persons: Iterable[Chain], position: int) -> str | None:
    """Return the one person told before `position` to be the relative that `phrase` names.

    "Karin Pell, his wife, wept. … His wife said …"
    """
    told = _OF_SOMEBODY.fullmatch(phrase)
    if told is None or told["noun"].casefold() not in KIN_NOUNS:
        return None
    noun = re.escape(told["noun"].casefold())
    before = re.compile(rf"\b(?:his|her|their|\w+['’]s?)\s+(?:\w+\s+)?{noun},?\s+$", re.IGNORECASE)
    behind = re.compile(rf",\s+(?:\d+,\s+)?(?:his|her|their|\w+['’]s?)\s+(?:\w+\s+)?{noun}\b", re.IGNORECASE)
    found = {
        chain.id
        for chain in persons
        for mention in chain.mentions
        if mention.name and mention.span.start < position and _is_told(text, mention, before, behind)
    }
    return found.pop() if len(found) == 1 else None


def _is_told(text: str, mention: Mention, before: re.Pattern[str], behind: re.Pattern[str]) -> bool:
    """Tell whether the words around the name of a mention match."""
    start = text.find((mention.name or "").split()[0], mention.span.start, mention.span.end)
    start = mention.span.start if start < 0 else start
    return (
        before.search(text, max(0, start - _REACH), start) is not None
        or behind.match(text, mention.span.end, mention.span.end + _REACH) is not None
    )


def is_somebodys_body(phrase: str) -> bool:
    """Tell whether a phrase is a body by whose it is.

    >>> is_somebodys_body("His party"), is_somebodys_body("his lawyer"), is_somebodys_body("the party")
    (True, False, False)
    """
    told = _BODY_OF.fullmatch(phrase)
    return told is not None and is_body_noun(told["noun"].casefold())


def find_led(leader: Chain, bodies: Iterable[Chain]) -> str | None:
    """Return the one named body that stands in what somebody is: "the leader of the Harbour List, Owen Pell"."""
    offices = " | ".join(leader.roles).casefold()
    found = [
        body.id
        for body in bodies
        if body.kind in {Kind.BODY, Kind.GROUP}
        and body.name
        and re.search(rf"\b{re.escape(body.name.casefold())}\b", offices)
    ]
    return found[0] if len(found) == 1 else None


def is_of_another(text: str, holder: Chain, owner: Chain) -> bool:
    """Tell whether a report calls somebody another's lawyer or aide: "Roe's lawyer, Ana Velik" is not Pell's.

    Args:
        text: the report.
        holder: whom a description seems to stand for.
        owner: whose he or she is, by the description.
    """
    told: set[str] = set()
    for mention in holder.mentions:
        phrase = mention.span.of(text)
        if mention.name is None or not mention.role:
            continue
        told |= {match["name"] for match in _OWNER.finditer(phrase)}
        told |= {match["name"].split()[-1] for match in _SERVED.finditer(f" {mention.role} ")}
    own = {word for name in owner.names for word in re.split(r"[\s-]+", name)} | set(owner.names)
    last = {name.split()[-1] for name in owner.names}
    return bool(told) and not told & (own | last)
