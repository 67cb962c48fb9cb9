"""Who is meant by a description that nobody is called by: "the trainee", "the 61-year-old", "the company".

The rule: a definite description that is new in its report and tells of no office of its own varies the one person,
or the one body, that the paragraph or the one before it has put on stage. Where two could be meant, where the words
name an office that somebody else may hold ("the judge said" behind a witness), or where a clause goes on to introduce
("the docker who …"), nobody is meant that the report has named.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.demonyms import country_of
from onrecord.lexicon.descriptions import COMPLEMENT, is_modifier
from onrecord.lexicon.roles import is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.attribute.stage.salience import Entrance
    from onrecord.model.annotation import Chain

_SMALL_WORDS: Final = """
    the a an of and for to in on at its his her their former ex then new current acting
    """
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_VARYING: Final = re.compile(
    r"\bthe\s+(?:[\w-]+\s+){0,2}?(?:\d{1,3}[- ]year[- ]old\b(?:\s+(?:former\s+|retired\s+)?(?:ex-)?[\w-]+)?"
    r"|(?:mum|mom|mother|dad|father|grandmother|grandfather)-of-\w+|ex-\w+"
    r"|(?:former|retired|veteran)\s+\w+)",
    re.IGNORECASE,
)
"""Somebody's age, children or past, by which writers vary a name."""
_TELLING: Final = re.compile(r"\d|-of-")
"""Age and children tell nothing else; "the former president" may be another one."""
_AROUND: Final = 24
"""Characters before a source within which such a phrase may begin: the parser cuts "the 61-year-old" at its hyphens."""
_OFFICE_WORDS: Final = """
    administrator ambassador archbishop attorney bishop boss captain chair chairman chairperson chairwoman chancellor chief
    commander commissioner congressman congresswoman consul councillor councilor deputy director emperor executive foreman
    forewoman general governor head king leader major manager mayor minister monarch official ombudsman pope premier
    president prime prince princess principal queen
    """
_ROOM_WORDS: Final = """
    anchor author caller coroner correspondent defendant detective dispatcher doctor driver editor guard guide host inspector
    interpreter interviewer journalist judge justice lawyer magistrate moderator nurse officer organiser organizer pilot plaintiff
    presenter professor prosecutor referee reporter sheriff speaker superintendent suspect teacher translator umpire
    victim waiter witness
    """
OF_A_ROOM: Final = frozenset(_ROOM_WORDS.split())
"""Nouns for who has a part in a court, a talk or a case, beside whoever has just spoken there."""
OFFICES: Final = OF_A_ROOM | frozenset(_OFFICE_WORDS.split())
"""Nouns for what there is one of in a place or a room: such a description may well bring up its holder."""
_AGENT_WORDS: Final = """
    adviser advisor agent aide assistant attorney barrister counsel deputy lawyer predecessor representative secretary solicitor
    spokesman spokesperson spokeswoman successor
    """
AGENTS: Final = frozenset(_AGENT_WORDS.split())
"""Nouns for who speaks or works for somebody else, and so is somebody else."""
_PERSONAL: Final = re.compile(r"(?:ist|ee|ian|ette|star|midfielder|striker)$")
_IMPERSONAL_WORDS: Final = """
    answer banner charter committee computer corner counter dinner error factor fee folder ledger letter matter mirror
    monitor newsletter newspaper number order panel paper poster printer register sensor sticker tower user weather
    """
_IMPERSONAL: Final = frozenset(_IMPERSONAL_WORDS.split())
_PAST: Final = frozenset({"former", "ex", "retired", "previous", "old", "late"})
_RELATED_WORDS: Final = """
    backer challenger colleague competitor critic customer fan follower listener opponent partner reader rival supporter viewer
    """
_RELATED: Final = frozenset(_RELATED_WORDS.split())
"""Nouns for what somebody is to somebody else: "the Harrow supporter" is no Harrow."""
_NEVER_VARIED: Final = AGENTS | _IMPERSONAL | _RELATED
"""Nouns that are no second word for a person."""
_ANY_BODY_WORDS: Final = """
    agency airline bank brewery broker builder business carrier chain charity club company developer firm group hotel insurer
    lender maker manufacturer newspaper operator organisation organization publisher restaurant retailer shipyard store studio
    supermarket utility
    """
_ANY_BODY: Final = frozenset(_ANY_BODY_WORDS.split())
"""Nouns for a body that say little of which."""
_FIRM: Final = frozenset(
    {"business", "company", "firm", "group", "maker", "manufacturer", "bank", "retailer", "developer"}
)
"""Nouns by which writers vary the name of a firm."""
_NATIONAL: Final = re.compile(
    r"(?:Dutch|English|French|Irish|Scots|Welsh)(?:man|woman)|Briton|Croat|Dane|Finn|Pole|Scot|Serb|Spaniard|Swede|Turk"
)
"""Nouns for one of a country's people that are none of its adjectives."""
_DETERMINERS: Final = (
    "the ", "a ", "an ", "some ", "these ", "those ", "this ", "that ", "its ", "his ", "her ", "their ",
    "multiple ", "several ", "many ", "most ", "few ", "other ", "all ", "both ",
)  # fmt: skip
_OWNER: Final = re.compile(r"\b([\w-]+?)(?:['’]s|s['’])(?=\s)", re.IGNORECASE)
_NEXT_ROLE: Final = re.compile(r",\s|\sand\s(?!(?:the|an?|his|her|its|their)\s)", re.IGNORECASE)
ALTERING: Final = frozenset(
    [
        "deputy",
        "vice",
        "assistant",
        "associate",
        "under",
        "elect",
        "designate",
        "emeritus",
        "honorary",
        "shadow",
        "candidate",
    ]
)
"""Words that make another office of one: a deputy mayor is no mayor."""
_LONGEST: Final = 4
"""Words of a description that only varies a name."""


def is_national(phrase: str) -> bool:
    """Tell whether a phrase calls one person by a country: "the Swede".

    >>> is_national("the Swede"), is_national("the Swedes"), is_national("the French"), is_national("the skipper")
    (True, False, False, False)
    """
    words = phrase.split()
    one = len(words) == len(("the", "Swede")) and words[0].casefold() == "the" and words[1][:1].isupper()
    people = one and not words[1].endswith(("s", "sh", "ch", "ese")) and country_of(words[1]) is not None
    return people or (one and _NATIONAL.fullmatch(words[1]) is not None)


def role_words(role: str) -> frozenset[str]:
    """Return the words of a role that tell something."""
    words = role.lower().replace("-", " ").replace(",", " ").replace("’", "'").split()
    return frozenset(word.removesuffix("'s") for word in words if word not in _SMALL)


def is_same_role(wanted: frozenset[str], held: frozenset[str]) -> bool:
    """Tell whether a description repeats a role: "lawyer for Mr Roe" is none of "lawyer for Mr Velik"."""
    if not wanted or not held:
        return False
    shared = wanted & held
    return shared == wanted or (shared == held and len(held) > 1)


def held_words(role: str) -> frozenset[str]:
    """Return the words of a role less those for other people in it.

    >>> sorted(held_words("critic of the mayor")), sorted(held_words("mayor's widow")), sorted(held_words("mayor of Elm"))
    (['critic'], ['widow'], ['elm', 'mayor'])
    """
    found = COMPLEMENT.search(role)
    own, tail = (role[: found.start()], role[found.end() :]) if found is not None else (role, "")
    others = {word.casefold() for word in _OWNER.findall(role) if is_person_role(singular(word))}
    told = _NEXT_ROLE.split(tail)[0].split()
    definite = found is not None and (found[1].casefold() != "of" or _is_definite(told))
    others |= {
        word.casefold()
        for word in told
        if (definite or word[:1].isupper())
        and is_person_role(singular(word))
        and word.casefold() != "justice"
    }
    return role_words(role) - (others - role_words(_OWNER.sub("", own)))


def _is_definite(words: Sequence[str]) -> bool:
    return bool(words) and words[0].casefold() in {"the", "a", "an", "his", "her", "its", "their"}


def repeats_role(phrase: str, role: str) -> bool:
    """Tell whether a description is the role that somebody is told to have, and not one in it or beside it.

    >>> repeats_role("the mayor", "mayor of Elm"), repeats_role("the mayor", "critic of the mayor")
    (True, False)
    >>> repeats_role("the mayor", "deputy mayor"), repeats_role("the deputy", "deputy mayor")
    (False, True)
    >>> repeats_role("the coast guard", "coast guard commander"), repeats_role("the commander", "coast guard commander")
    (False, True)
    """
    wanted, held = role_words(phrase), held_words(role)
    if is_modifier(phrase, role):
        return False
    if wanted == role_words(role):
        return True
    return not (wanted ^ held) & ALTERING and is_same_role(wanted, held)


def varying_phrase(text: str, start: int, end: int) -> Span | None:
    """Return the phrase by age, children or past that a source from `start` to `end` is part of.

    >>> varying_phrase("“No,” added the 61-year-old.", 16, 23)
    Span(start=12, end=27)
    """
    first = max(0, start - _AROUND)
    found = _VARYING.finditer(text, first, min(len(text), end + 2 * _AROUND))
    spans = (Span(*match.span()) for match in found)
    return next((span for span in spans if span.start <= start and span.end >= end), None)


def is_brought_up(phrase: str, above: str) -> bool:
    """Tell whether the words above bring up somebody new by the noun of a description.

    >>> is_brought_up("the organiser", "They were met by an organiser at the desk.")
    True
    """
    noun = phrase.rsplit(maxsplit=1)[-1]
    if noun.casefold() not in above.casefold():
        return False
    new = rf"\b(?:an?|one|another)\s+(?:[\w-]+\s+){{0,2}}{re.escape(noun)}\b"
    return re.search(new, above, re.IGNORECASE) is not None


def find_varied(
    phrase: str,
    behind: str,
    entrances: Sequence[Entrance],
    chains: Mapping[str, Chain],
) -> str | None:
    """Return the one named person on stage whom `phrase` varies.

    Args:
        phrase: the description with its determiner.
        behind: what follows it in the report.
        entrances: who has taken the stage in this paragraph and the one before, the latest first.
        chains: the chains of the report, by id.
    """
    words = phrase.casefold().split()
    if words[:1] != ["the"] or re.match(r",?\s+(?:who|whose|whom|of|for)\b", behind):
        return None
    persons = {one.chain_id for one in entrances if chains[one.chain_id].kind in {Kind.PERSON, Kind.UNKNOWN}}
    latest = next((one for one in entrances if chains[one.chain_id].kind is not Kind.PLACE), None)
    if len(persons) != 1 or latest is None or latest.chain_id not in persons:
        return None
    only = chains[latest.chain_id]
    if any(word in _names_of(chains) for word in words[1:]):
        return None
    if only.name is None or only.kind is not Kind.PERSON:
        return None
    if _VARYING.match(phrase) and _TELLING.search(phrase):
        return only.id
    return only.id if _may_vary(words, only) else None


def _names_of(chains: Mapping[str, Chain]) -> frozenset[str]:
    """Return the last names of the persons of a report, in lower case."""
    return frozenset(
        chain.name.casefold().split()[-1]
        for chain in chains.values()
        if chain.name and chain.kind is Kind.PERSON
    )


def _may_vary(words: Sequence[str], person: Chain) -> bool:
    """Tell whether a description of no age or past has the form of a second word for a person.

    "Ana Velik squeezed the bag. “I counted,” the trainee said."; whether it is hers, `ties` tells.
    """
    head = singular(words[-1])
    if len(words) > _LONGEST or head in _NEVER_VARIED or is_body_noun(head):
        return False
    if head in OFFICES:
        return not person.roles and not _PAST.intersection(words)
    return is_person_role(head) or _PERSONAL.search(head) is not None


def is_body(chain: Chain) -> bool:
    """Tell whether a chain is a body's, or that of a firm that a plural made a group: "Harrow Coaches"."""
    firm = chain.kind is Kind.GROUP and (chain.name or "").istitle() and " " in (chain.name or "")
    return chain.kind is Kind.BODY or firm


def find_body(phrase: str, entrances: Iterable[Entrance], chains: Mapping[str, Chain]) -> str | None:
    """Return the one named body on stage that "the company" or "the family firm" goes on with.

    "Harrow Coaches said it had lost drivers. The family firm added that …"
    """
    words = phrase.casefold().split()
    if words[:1] != ["the"] or words[-1] not in _ANY_BODY or len(words) > _LONGEST - 1:
        return None
    bodies = {one.chain_id for one in entrances if is_body(chains[one.chain_id])}
    only = chains[next(iter(bodies))] if len(bodies) == 1 else None
    return only.id if only is not None and may_be_any(only) else None


def is_any_firm(phrase: str) -> bool:
    """Tell whether a phrase is a word for any firm.

    >>> is_any_firm("The company"), is_any_firm("the charity"), is_any_firm("the family firm")
    (True, False, True)
    """
    words = phrase.casefold().split()
    return words[:1] == ["the"] and words[-1] in _FIRM and len(words) < _LONGEST


def find_only_body(phrase: str, named: Iterable[Chain]) -> str | None:
    """Return the one body that a report has named so far and "the company" may mean, councils and ministries aside."""
    words = phrase.casefold().split()
    if words[:1] != ["the"] or words[1:] not in [[noun] for noun in ("company", "firm")]:
        return None
    found = [chain.id for chain in named if is_body(chain) and may_be_any(chain)]
    return found[0] if len(found) == 1 else None


def may_be_any(body: Chain) -> bool:
    """Tell whether the name of a body holds no noun that says it is another kind: "Harrow Coaches", not "Harrow Council"."""
    if body.name is None or body.name.isupper():
        return False
    return {word for word in body.name.casefold().split() if is_body_noun(singular(word))} <= _ANY_BODY


def bare_phrase(phrase: str) -> str:
    """Return a phrase without the words that only point: "multiple members of the board" → "members of the board"."""
    words = " ".join(phrase.split())
    while words.lower().startswith(_DETERMINERS):
        words = words.split(" ", 1)[1]
    return words
