"""Whom "the Republican", "the Utah senator" or "the Green nominee" varies: by party and seat, and by no name.

The rule: the one named person who has taken the stage in the paragraph or the one before it, where the report does not
tell of another party, and where nobody else may be meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.roles import PARTISANS
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from onrecord.attribute.stage.salience import Entrance
    from onrecord.model.annotation import Chain, Mention
    from onrecord.model.span import Span

_SEATED: Final = re.compile(
    r"the\s+(?:presumptive\s+|freshman\s+|veteran\s+|longtime\s+|\w+-term\s+)?(?:[A-Z][\w.-]+\s+){1,3}"
    r"(?:senator|congress(?:man|woman)|lawmaker|legislator|governor|representative|nominee|candidate|front-?runner"
    r"|(?:Conservative|Democrat|Green|Independent|Liberal|Republican|Socialist|Tory))",
    re.IGNORECASE,
)
_PARTIES: Final = {
    "(r-": "republican",
    "(d-": "democrat",
    "(r)": "republican",
    "(d)": "democrat",
    "gop": "republican",
    "democratic": "democrat",
}
_SEATS: Final = {
    "senator": "senate", "sen": "senate", "governor": "state", "gov": "state", "representative": "house", "rep": "house",
    "congressman": "house", "congresswoman": "house", "mayor": "city", "president": "nation",
}  # fmt: skip
"""Offices of which nobody holds two, by the words for them."""
_BEHIND: Final = 4
"""Characters behind a name in which its party stands in brackets."""
_BEFORE: Final = 16
"""Characters before a name in which its party stands."""
_OTHERS: Final = frozenset({"former", "other", "next", "late", "rival", "first", "only"})


def is_party_member(phrase: str) -> bool:
    """Tell whether a phrase calls one person by a party alone.

    >>> is_party_member("the Republican"), is_party_member("the Utah Republican")
    (True, False)
    """
    words = phrase.split()
    two = len(words) == len(("the", "Republican")) and words[0].casefold() == "the"
    return two and words[1].casefold() in PARTISANS and words[1][:1].isupper()


def is_partisan(phrase: str) -> bool:
    """Tell whether a phrase calls one person by a party, or by a place and a seat.

    >>> is_partisan("the Republican"), is_partisan("The Utah senator"), is_partisan("the senator")
    (True, True, False)
    """
    if is_party_member(phrase):
        return True
    capital = any(word[:1].isupper() for word in phrase.split()[1:])
    return capital and _SEATED.fullmatch(phrase) is not None and not _OTHERS & set(phrase.casefold().split())


def is_party_name(mention: Mention, source: Span, text: str) -> bool:
    """Tell whether what looks like a body's name calls one person by a party: "The Reform Liberal said he …"."""
    phrase = source.of(text)
    body = mention.kind is not Kind.PERSON and mention.span.end == source.end
    return body and len(phrase.split()) > len(("the", "Liberal")) and is_partisan(phrase)


def find_partisan(
    text: str, phrase: str, entrances: Sequence[Entrance], chains: Mapping[str, Chain]
) -> str | None:
    """Return the one named person on stage whom a party or a seat may vary.

    "Ana Velik filed a letter. “It leaks,” the Utah Republican said.": Velik, unless she is called a Democrat.

    Args:
        text: the report.
        phrase: the description with its determiner.
        entrances: who has taken the stage in the paragraph and the one before.
        chains: the chains of the report, by id.
    """
    persons = {one.chain_id for one in entrances if chains[one.chain_id].kind in {Kind.PERSON, Kind.UNKNOWN}}
    only = chains[next(iter(persons))] if len(persons) == 1 else None
    if only is None or only.name is None or only.kind is not Kind.PERSON:
        return None
    told, said = _parties(text, only), set(_party_words(phrase))
    parties = said & PARTISANS
    other = (told and parties and not parties <= told) or is_seated_elsewhere(phrase, only)
    return None if other else only.id


def _party_words(phrase: str) -> list[str]:
    return [
        {"democratic": "democrat", "gop": "republican"}.get(word, word) for word in phrase.casefold().split()
    ]


def is_seated_elsewhere(phrase: str, person: Chain) -> bool:
    """Tell whether a person is told to hold another office than that of a description: a governor is no senator."""
    seat = _SEATS.get(phrase.casefold().split()[-1])
    held = {
        _SEATS[word]
        for role in person.roles
        for word in role.casefold().replace(".", "").split()
        if word in _SEATS
    }
    return seat is not None and bool(held) and seat not in held


def _parties(text: str, person: Chain) -> set[str]:
    """Return the parties that the report tells of a person: by a role, or in brackets behind the name."""
    words = {word for role in person.roles for word in role.casefold().split()}
    for mention in person.mentions:  # "the Democrat Ana Velik"
        words.update(text[max(0, mention.span.start - _BEFORE) : mention.span.start].casefold().split()[-1:])
    words |= {
        text[mention.span.end : mention.span.end + _BEHIND].strip().casefold() for mention in person.mentions
    }
    for mention in person.mentions:
        words |= {mark for mark in _PARTIES if mark in mention.span.of(text).casefold()}
    return {_PARTIES.get(word, word) for word in words} & PARTISANS
