"""What ties a description to a person whom a report names: its own words about that person, and nothing else.

The rule: "the coach" is somebody with a name only where the report gives that person this role (or a word that stands for
it) by a title, an apposition or a sentence that says so. Who was named or quoted last is no evidence: in "Transport
minister Ana Velik met the coach. “We are ready,” Velik said. The coach said …" the coach has no name. Some need no role:
a word that says nothing but sex, age or a walk of life, a lone noun for somebody just brought up of whom nothing is told
yet, and what somebody is called who was just told to take the floor.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.attribute.descriptions.described import OF_A_ROOM, OFFICES, held_words, repeats_role, role_words
from onrecord.lexicon.descriptions import is_past, is_same_office
from onrecord.lexicon.honorifics import may_be_style
from onrecord.lexicon.roles import KIN_NOUNS, is_person_role, singular
from onrecord.lexicon.trades import like_trades

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.annotation import Chain, Mention

_EPITHET_WORDS: Final = """
    boy dad father gentleman girl grandfather grandmother lad lady man mother mum mom octogenarian pensioner retiree
    septuagenarian teen teenager veteran woman youngster youth
    """
_EPITHETS: Final = frozenset(_EPITHET_WORDS.split())
"""Nouns that tell nothing but sex and age, by which a writer may call anybody."""
_AGED: Final = re.compile(r"the\s+(?:\S+\s+)?\d{1,3}[- ]year[- ]old\b|the\s+\w+-of-\w+", re.IGNORECASE)
_ARTICLE: Final = r"(?:an?|the|one\s+of\s+the)\s"
_BEHIND: Final = re.compile(
    rf"(?:,\s(?:aged\s)?\d{{1,3}})?(?:,|\s[-–—])?\s"
    rf"(?:(?:,?\s?who\s)?(?:is|was|['’]s|are|has\sbeen|had\sbeen|works?\sas|worked\sas|serves?\sas|served\sas|became|remains)\s"
    rf"(?:also\s|now\s|still\s|once\s)?(?P<said>{_ARTICLE}[^,.;:()—–\n“”\"]*)"
    rf"|(?<=,\s)(?P<put>(?:{_ARTICLE}|former\s|now\s{_ARTICLE}|once\s{_ARTICLE})[^,.;:()—–\n“”\"]*))",
    re.IGNORECASE,
)
"""An apposition behind a name, or what it is told to be: "Ana Velik, 43, who is a surgeon"."""
_TELLING: Final = re.compile(
    r"(?:,\s(?:aged\s)?\d{1,3})?,\s(?:an?|the|who|whose|his|her|its|their|former)\s", re.IGNORECASE
)
_OWNED: Final = re.compile(r"(?:his|her|its|their|my|our)\s|\w+['’]s?\s", re.IGNORECASE)
_WITHIN: Final = 160
"""Characters behind a name within which an apposition tells what somebody is."""
_COMPLEMENT: Final = re.compile(
    r"\s(?:of|for|to|with|against|about|by|at|in|from|who|that|whose|and|but|on)\s", re.IGNORECASE
)
_ONE_OF_A_PLACE: Final = OFFICES | {"coach", "surgeon", "skipper", "gaffer", "priest", "vicar"}
"""Nouns that a reader takes for the one of the place, the team or the case told of."""
_BROAD: Final = frozenset(
    {"athlete", "celebrity", "diplomat", "newcomer", "politician", "sportsman", "sportswoman", "star"}
)
"""Nouns for a whole walk of life, by which a name is varied and nobody brought up."""
_FLOOR: Final = re.compile(
    r"\b(?:is|was)\s(?:now\s)?speaking\b|\b(?:takes?|took)\sthe\s(?:floor|stage)\b"
    r"|\b(?:dais|lectern|microphones?|podium|rostrum)\b",
    re.IGNORECASE,
)
_MARK: Final = re.compile(r"[“„«\"‘]")
_NEXT: Final = 200
"""Characters behind a name in which it is told to take the floor."""
SHORT: Final = {
    "sen": "senator", "rep": "representative", "gov": "governor", "prof": "professor", "capt": "captain", "sgt": "sergeant",
    "lt": "lieutenant", "col": "colonel", "gen": "general", "det": "detective", "insp": "inspector", "cllr": "councillor",
}  # fmt: skip
"""Titles cut short before a name."""
_RANKS: Final = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "dame", "lady", "lord", "madam"})


def is_epithet(phrase: str) -> bool:
    """Tell whether a description says nothing but sex, age or children.

    >>> is_epithet("the 43-year-old"), is_epithet("the old man"), is_epithet("the surgeon")
    (True, True, False)
    """
    words = phrase.casefold().split()
    return _AGED.match(phrase) is not None or (
        len(words) > 1 and words[0] == "the" and words[-1] in _EPITHETS
    )


def is_tied(text: str, phrase: str, person: Chain, *, before: int) -> bool:
    """Tell whether the report `text` gives a person the role by which `phrase` calls somebody.

    "Ana Velik, a surgeon, stayed. … The surgeon said …"

    Args:
        text: the report.
        phrase: the description with its determiner.
        person: the named person.
        before: where the description stands; what is told further on ties nothing.
    """
    words = phrase.casefold().split()
    head = singular(words[-1]) if words else ""
    plain = [word for word in words if not may_be_style(word.capitalize())]  # "the modest trainee"
    likes = like_trades(head) if len(plain) == len(("the", "lawyer")) else frozenset[str]()
    for role in _find_told(text, person, before):
        if is_past(role) != is_past(phrase):
            continue
        if repeats_role(phrase, role) or is_same_office(phrase, role, near=True) or likes & held_words(role):
            return True
    return False


def is_untold(text: str, person: Chain, *, before: int) -> bool:
    """Tell whether a report has told nothing yet of what a person is: no title, no apposition, no kin.

    "Ana Velik squeezed the bag.", and not "Her brother, Tom Roe, who bakes bread, fumed."
    """
    if any(role.casefold().rstrip(".") not in _RANKS for role in person.roles):
        return False
    if set(_find_told(text, person, before)) - set(person.roles):
        return False
    return not any(
        _TELLING.match(text, one.span.end) or _OWNED.match(one.span.of(text)) or _is_introduced(text, one)
        for one in person.mentions
        if one.name is not None and one.span.start < before
    )


def may_be_lone(phrase: str) -> bool:
    """Tell whether a description is a lone noun for a trade or a part of which there may be any number.

    >>> may_be_lone("the trainee"), may_be_lone("the city engineer"), may_be_lone("the coach")
    (True, False, False)
    """
    words = phrase.casefold().split()
    return len(words) == len(("the", "trainee")) and singular(words[-1]) not in _ONE_OF_A_PLACE


def is_broad(phrase: str) -> bool:
    """Tell whether a description is a lone noun for a whole walk of life.

    >>> is_broad("the diplomat"), is_broad("the fisherman")
    (True, False)
    """
    words = phrase.casefold().split()
    return len(words) == len(("the", "diplomat")) and words[-1] in _BROAD


def is_announced(text: str, phrase: str, person: Chain, *, before: int) -> bool:
    """Tell whether a report has just told that a person takes the floor, and nobody else does.

    "Ana Velik is speaking now. “Stay inside,” the governor says.", but "Ana Velik took the floor. “Sit down,” the judge
    said."
    """
    last = max((one.span.end for one in person.mentions if one.span.end < before), default=before)
    told, *quoted = _MARK.split(text[last : min(before, last + _NEXT)])
    if quoted and "\n" not in told:
        return False  # "Velik took the floor. “Late again,” she said. The governor then said …"
    return _FLOOR.search(told) is not None and not role_words(phrase) & OF_A_ROOM


def _is_introduced(text: str, mention: Mention) -> bool:
    """Tell whether a noun for a person stands right before a name: "Her brother, Tom Roe"."""
    words = re.findall(r"\w+", text[max(0, mention.span.start - 24) : mention.span.start])[-1:]
    return any(is_person_role(word) or word.casefold() in KIN_NOUNS for word in words)


def _find_told(text: str, person: Chain, before: int) -> Iterator[str]:
    """Yield what a report tells a person to be, less what is said of others in it: "a critic of the mayor" is a critic."""
    for mention in person.mentions:
        if mention.span.start >= before:
            return
        if mention.role:
            yield from mention.role.split(", ")
        for word in mention.span.of(text).split()[:1]:
            if mention.name is not None and word.rstrip(".").casefold() in SHORT:
                yield SHORT[word.rstrip(".").casefold()]
        if mention.name is None:
            continue
        found = _BEHIND.match(text, mention.span.end, min(len(text), mention.span.end + _WITHIN))
        told = "" if found is None else (found["said"] or found["put"] or "")
        said = _COMPLEMENT.split(told, maxsplit=1)[0]
        # "“It was Ana Velik, the surgeon said.”" tells of no apposition
        if said and is_person_role(singular(said.split()[-1])):
            yield said
