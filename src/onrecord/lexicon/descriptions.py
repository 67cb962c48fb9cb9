"""When a description fits an office: "the secretary general of the bloc" and "NATO Secretary General".

A description is compared word by word. Its role nouns must be those of the office; words that single out another
office ("deputy", "former", "foreign") must be in both or in neither; a country's adjective fits the country; and a
noun that only points back ("the alliance", "the country") fits any body or place of the office.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from onrecord.lexicon.callings import is_calling
from onrecord.lexicon.demonyms import country_of
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun, is_person_role, singular

if TYPE_CHECKING:
    from collections.abc import Iterable

_WORD = re.compile(r"[^\W_]+(?:\.[^\W_]+\.?)*(?:['’](?!s\b)[^\W_]+)*")
_OTHERS = re.compile(
    r"\b\w+(?=['’]s?\s)|\b(?:for|to|against|with|about)\s[^,]*|\bof\s(?:the|an?|his|her|its|their)\s(?:(?!\sand\s)[^,])*"
)
"""Whose widow, lawyer, critic or aide somebody is: that is another person's office."""
COMPLEMENT = re.compile(r"\s(of|for|to|with|against|about|under|by|from)\s", re.IGNORECASE)
"""What opens whom or what an office is of: "head of the dam"."""
_IDLE_WORDS = "the a an of for at in to from on and s his her its their our this that"
_IDLE = frozenset(_IDLE_WORDS.split())
_POINTING_WORDS = """
    agency alliance allied association bloc board body chamber city club committee company council country
    department district federal firm group island local ministry municipal municipality nation national organisation
    organization party port province region regional republic state team town union village
    """
_POINTING = frozenset(_POINTING_WORDS.split())
_APART = frozenset({"club", "team", "union"})
"""Pointing nouns that no other one stands for."""
_JUDGING_WORDS = """
    bullish controversial current embattled experienced illegitimate incumbent influential key long-serving
    longtime new newly outspoken popular powerful respected senior top veteran
    """
_JUDGING = frozenset(_JUDGING_WORDS.split())
_ELSEWHERE_WORDS = """
    acting assistant associate deputy designate elect emeritus ex former honorary incoming interim joint late
    outgoing previous senior-deputy under vice
    """
_ELSEWHERE = frozenset(_ELSEWHERE_WORDS.split())
_INDEFINITE = frozenset({"a", "an", "one", "another", "some", "any", "no", "each", "every"})
_SYNONYMS = {
    "ex": ("former",),
    "premier": ("prime", "minister"),
    "chairwoman": ("chair",),
    "chairman": ("chair",),
    "chairperson": ("chair",),
    "spokeswoman": ("spokesperson",),
    "spokesman": ("spokesperson",),
    "congresswoman": ("congressman",),
    "defense": ("defence",),
    "harbor": ("harbour",),
    "labor": ("labour",),
    "center": ("centre",),
    "advisor": ("adviser",),
    "ceo": ("chief", "executive"),
    "councilor": ("councillor",),
}


@dataclass(frozen=True, slots=True)
class Office:
    """A role taken apart: role nouns, words that single out, names and places, and pointing nouns."""

    heads: frozenset[str]
    marks: frozenset[str]
    of: frozenset[str]
    points: frozenset[str]


_LOOKS = re.compile(
    r"\b\d{1,3}-year-old\b|\w+-(?:eyed|faced|haired|handed|headed|lipped|looking|mannered|spoken|tempered|voiced)\b",
    re.IGNORECASE,
)
"""How somebody looks or speaks, or how old they are, which tells of no office: "red-eyed", "51-year-old"."""


@lru_cache(maxsize=65536)
def read_office(role: str) -> Office:
    """Take `role` apart.

    >>> sorted(read_office("former Norwegian prime minister").marks)
    ['former', 'prime']
    >>> sorted(read_office("mayor's widow").heads), sorted(read_office("lawyer for the mayor").heads)
    (['widow'], ['lawyer'])
    >>> sorted(read_office("critic of the chief executive").heads)
    ['critic']
    >>> sorted(read_office("red-eyed Energy Minister").marks)
    ['energy']
    """
    heads: set[str] = set()
    marks: set[str] = set()
    names: set[str] = set()
    points: set[str] = set()
    others = {word.casefold() for part in _OTHERS.findall(role) for word in _words(part)}
    for word in _words(role):
        key = word.casefold()
        country = country_of(word)
        if country or is_place(key):
            names.add(country or key)
        elif key in _POINTING and not word.isupper():
            points.add(key)
        elif is_person_role(key):
            (marks if key in others else heads).add(key)
        elif word.isupper() and len(word) > 1:
            names.add(key)
        elif key not in _JUDGING:
            marks.add(key)
    return Office(frozenset(heads), frozenset(marks), frozenset(names), frozenset(points))


def _words(role: str) -> list[str]:
    words: list[str] = []
    text = (
        role.replace("Russian Federation", "Russia")
        .replace("United States", "USA")
        .replace("United Kingdom", "UK")
    )
    for match in _WORD.finditer(_LOOKS.sub(" ", text)):
        word = match[0].removesuffix("'s").removesuffix("’s")
        if word.casefold() in _IDLE:
            continue
        words += _SYNONYMS.get(word.casefold(), (word,))
    return words


def is_same_office(description: str, role: str, *, near: bool = False) -> bool:
    """Tell whether `description` can point at the holder of `role`, and says nothing that `role` does not.

    Args:
        description: what a report calls somebody, with or without a determiner.
        role: an office that somebody is known to hold.
        near: both stand in one report, where a bare "the minister" is the foreign minister it has named, and "the
            boss" its manager.

    >>> is_same_office("secretary general of the bloc", "NATO Secretary General")
    True
    >>> is_same_office("deputy mayor", "mayor of Halden")
    False
    >>> is_same_office("NATO chief", "head of the NATO pilots committee")
    False
    >>> is_same_office("union leader", "alliance leader")
    False
    """
    wanted, held = read_office(description), read_office(role)
    if not wanted.heads or not wanted.of <= held.of or not wanted.marks <= held.marks:
        return False
    if not wanted.heads <= held.heads and not any(
        _LOOSE.get(head, _NONE) & held.heads for head in wanted.heads
    ):
        return False
    if is_modifier(description, role):
        return False
    if wanted.points & _APART and held.points and not wanted.points & held.points:
        return False
    if (
        wanted.of
        and wanted.heads & _LEADING
        and any(map(is_body_noun, (held.points | held.marks) - wanted.points - wanted.marks))
    ):
        return False
    bare = near and not wanted.marks and len(wanted.heads) == 1
    if (wanted.marks ^ held.marks) & (_ELSEWHERE | {"prime"} if bare else _CONTRASTING):
        return False
    return not (held.heads - wanted.heads) & _ALTERING or bool(wanted.heads & _LOOSE.keys())


def is_modifier(description: str, role: str) -> bool:
    """Tell whether the noun of a description only says of what another is one, and so does not point at its holder.

    >>> is_modifier("the coast guard", "coast guard commander"), is_modifier("the commander", "coast guard commander")
    (True, False)
    """
    noun = (COMPLEMENT.split(description, maxsplit=1)[0].casefold().split() or [""])[-1]
    own = COMPLEMENT.split(role, maxsplit=1)[0].casefold().split()
    if noun in _ALTERING or noun not in own[:-1]:
        return False
    return is_person_role(singular(own[own.index(noun) + 1]))


def office_nouns(description: str) -> frozenset[str]:
    """Return the role nouns of which an office must have one for `description` to point at its holder.

    >>> sorted(office_nouns("the gaffer"))
    ['coach', 'gaffer', 'manager']
    """
    heads = read_office(description).heads
    return heads.union(*(_LOOSE.get(head, _NONE) for head in heads))


_LEAVING = re.compile(r"\b(?:outgoing|departing|former|ex)\b", re.IGNORECASE)
"""Who holds an office still or no longer, and is not the new one."""


def is_shared_calling(description: str) -> bool:
    """Tell whether several people of one happening may be called so: then only one who has come up is meant.

    >>> is_shared_calling("engineer"), is_shared_calling("mayor")
    (True, False)
    """
    return any(is_calling(head) for head in read_office(description).heads)


_NEW = r"\b(?:new|New(?=\s[a-z])|(?i:incoming|outgoing|departing|next))\s+"
_BEHIND_NEW = re.compile(rf"{_NEW}(?=(\S+(?:\s+\S+){{0,2}}))")


@lru_cache(maxsize=4096)
def is_handed_over(text: str, description: str) -> bool:
    """Tell whether a report tells of an old and a new holder of an office, so that its bare name is either's.

    >>> is_handed_over("The new mayor put the chain on. “It is heavy,” the mayor said.", "mayor")
    True
    """
    heads = read_office(description).heads
    if not heads or _LEAVING.search(description):
        return False
    behind = _words_behind_new(text)
    if not any(word.startswith(head.split()[0].casefold()) for word in behind for head in heads):
        return False
    nouns = "|".join(sorted(map(re.escape, heads)))
    return re.search(rf"{_NEW}(?:[\w-]+\s+){{0,2}}(?i:{nouns})\b", text) is not None


@lru_cache(maxsize=64)
def _words_behind_new(text: str) -> frozenset[str]:
    """Return the words, in lower case, that stand up to three behind "new" and its like."""
    return frozenset(word.casefold() for match in _BEHIND_NEW.finditer(text) for word in match[1].split())


def is_past(description: str) -> bool:
    """Tell whether a description is of somebody who no longer holds an office.

    >>> is_past("a former mayor"), is_past("the mayor")
    (True, False)
    """
    return bool(read_office(description).marks & {"former", "ex", "onetime", "previous", "late"})


def is_contested(description: str, others: Iterable[str], held: Iterable[str]) -> bool:
    """Tell whether a bare office may be one that a report gives to somebody without a name, too.

    >>> is_contested("president", ["president of Oslo"], ["President", "president of Riga"])
    True
    """
    wanted = read_office(description)
    if wanted.of or wanted.marks:
        return False
    held = list(held)
    return any(
        (other := read_office(role)).heads == wanted.heads
        and bool(other.of or other.marks)
        and not any(is_same_office(role, one, near=True) for one in held)
        for role in others
    )


def is_indefinite(phrase: str) -> bool:
    """Tell whether `phrase` brings up somebody new.

    >>> is_indefinite("a senior official"), is_indefinite("the mayor")
    (True, False)
    """
    first, _, rest = phrase.partition(" ")
    return bool(rest) and first.casefold() in _INDEFINITE


def is_specific(description: str) -> bool:
    """Tell whether `description` singles out its holder without its report: by a name or a country.

    >>> is_specific("NATO secretary general"), is_specific("secretary general of the bloc")
    (True, False)
    """
    office = read_office(description)
    return bool(office.of and office.heads)


_CONTRASTING = _ELSEWHERE | frozenset(
    [
        "prime",
        "foreign",
        "defence",
        "finance",
        "interior",
        "justice",
        "health",
        "education",
        "transport",
        "environment",
        "agriculture",
        "fisheries",
        "labour",
        "trade",
        "energy",
        "culture",
        "economy",
        "home",
        "treasury",
        "security",
        "climate",
        "sports",
        "housing",
        "first",
        "second",
        "third",
    ]
)
_NONE: frozenset[str] = frozenset()
_LOOSE = {
    "boss": frozenset({"manager", "coach", "director", "executive", "owner"}),
    "gaffer": frozenset({"manager", "coach"}),
    "manager": frozenset({"coach"}),
    "coach": frozenset({"manager"}),
    "chief": frozenset({"head", "director", "president"}),
    "head": frozenset({"chief", "director", "chair"}),
    "judge": frozenset({"justice", "magistrate"}),
}
"""Role nouns that are a writer's short word for others."""
_LEADING = frozenset({"boss", "chief", "director", "head", "leader"})
"""Role nouns that tell nothing beside the body that is led: who leads a part of it is somebody else."""
_ALTERING = frozenset(
    {"deputy", "general", "assistant", "adviser", "aide", "spokesperson", "candidate", "minister"}
)
"""Role nouns that make another office of one: a general's aide is no general, a secretary general no secretary."""


def is_plain_description(phrase: str) -> bool:
    """Tell whether no word of `phrase` says which body, group or place is meant.

    >>> is_plain_description("company"), is_plain_description("harbour board of Halden")
    (True, False)
    """
    return not any(
        country_of(word)
        or is_place(word)
        or (word[:1].isupper() and place > 0)
        or (word.isupper() and len(word) > 1)
        for place, word in enumerate(_words(phrase))
    )
