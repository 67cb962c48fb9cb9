"""By what else a report calls those whom it has named: a byname, the name of a couple, letters before a turn.

"Thiago Alves, known as Tiaguinho", "Brian and Moira Tatlock", and "HVDB:" in what Hendrik van den Broek is heard to say.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.annotate.runs import Name
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.name_parts import without_article
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun, is_person_role
from onrecord.model.annotation import Kind
from onrecord.text.script import romanisation_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.annotation import Mention, Token
    from onrecord.text.person_names import PersonName

KNOWN_AS: Final = re.compile(
    r",?\s+(?:(?:an?|the|his|her)\s+(?:[\w’'-]+\s+){1,4}?)?(?:who\s+(?:is|was)\s+)?(?:better\s+|also\s+|often\s+|widely\s+|simply\s+)?"
    r"(?:known|nicknamed|dubbed)\s+(?:(?:from|to|in|by|on|among)\s+(?:[\w’'-]+\s+){1,8}?)?(?:simply\s+)?(?:as\s+)?[“‘\"'«]?"
)
"""What stands between a name and a byname: "Thiago Alves de Lacerda, known from Velm to Oslo as Tiaguinho"."""
_NAMING: Final = ("known", "nicknamed", "dubbed")
_KNOWN: Final = re.compile(KNOWN_AS.pattern + r"([^\W\d_a-z][\w'’-]*)")
_NICKNAME: Final = re.compile(r"\s[\"“‘'«(]([A-Z][\w-]*)[\"”’'»)]\s")
_SIBLINGS: Final = re.compile(r"\b(?:siblings|twins|brothers|sisters)\b")
_NEAR: Final = 160
"""Characters beside two names within which a word says that they are of one family."""
_TURN: Final = re.compile(r"\n[ \t]*([A-Z]{2,6})(?=:)")


def with_bynames(text: str, tokens: tuple[Token, ...], names: Iterable[Name]) -> list[Name]:
    """Return `names`, in order, with bynames as persons' and couples each with the name of both."""
    ordered = sorted(names, key=lambda name: name.tokens.start)
    by: set[str] = set()
    if any(word in text for word in _NAMING):
        by |= {second.text for first, second in pairwise(ordered) if _is_byname(text, tokens, first, second)}
    told = _with_family(text, tokens, ordered)
    by |= {
        text[tokens[name.tokens.start].span.start :].split(maxsplit=1)[0]
        for name in told
        if _is_given_family(name)
    }
    return [replace(name, kind=Kind.PERSON) if name.text in by else name for name in told]


def _is_byname(text: str, tokens: tuple[Token, ...], first: Name, second: Name) -> bool:
    if first.kind is not Kind.PERSON or " " in second.text or second.kind is Kind.GROUP:
        return False
    between = text[tokens[first.tokens.stop - 1].span.end : tokens[second.tokens.start].span.start]
    return KNOWN_AS.fullmatch(between) is not None


def _with_family(text: str, tokens: tuple[Token, ...], names: Sequence[Name]) -> list[Name]:
    """Give the first of "Brian and Moira Tatlock" the family name as well, where the report tells that it is of both.

    Nobody who is named in full elsewhere, and not the first of "Harry and Meghan Velik", who may have another name.
    """
    opening = {name.text.split()[0] for name in names if name.kind is Kind.PERSON and " " in name.text}
    starting = {name.tokens.start: name for name in names}
    owner = {index: name for name in names for index in name.tokens}
    found: dict[int, Name] = {}
    for name in names:
        first, joined = name.tokens.start - 2, name.tokens.start - 1
        if name.kind is not Kind.PERSON or first < 0 or tokens[joined].text not in {"and", "&"}:
            continue
        words = name.text.split()
        if len(words) < len(("given", "family")):
            continue
        word = tokens[first].text
        if word in opening or not _is_lone_given(text, tokens, first):
            continue
        if not is_given_name(words[0]) or (first in owner and owner[first] is not starting.get(first)):
            continue
        if (first not in owner or len(owner[first].tokens) == 1) and _is_one_family(
            text, words[1:], name.tokens, tokens
        ):
            family = " ".join(words[1:])
            found[first] = Name(range(first, first + 1), f"{word} {family}", Kind.PERSON)
    kept = [name for name in names if name.tokens.start not in found]
    return sorted([*kept, *found.values()], key=lambda name: name.tokens.start)


def _is_one_family(text: str, family: Sequence[str], run: range, tokens: tuple[Token, ...]) -> bool:
    """Tell whether two share a family name and are not just named in one breath: "Mr Tatlock" and "Mrs Tatlock", "the twins"."""
    called = re.escape(" ".join(family))
    titles = set(re.findall(rf"\b(Mr|Mrs|Ms|Miss)\.? {called}\b", text))
    start = tokens[run.start].span.start
    near = text[max(0, start - _NEAR) : start + _NEAR]
    both = "Mr" in titles and len(titles) > 1
    return both or re.search(rf"\b[Tt]he {called}s\b", text) is not None or _SIBLINGS.search(near) is not None


def _is_given_family(name: Name) -> bool:
    """Tell whether a name got the family name that stands behind its partner's."""
    return len(name.tokens) == 1 and " " in name.text


def _is_lone_given(text: str, tokens: tuple[Token, ...], index: int) -> bool:
    """Tell whether the word at `index` is a given name that no other word of a name stands before."""
    word, before = tokens[index].text, tokens[index - 1] if index else None
    key = word.casefold()
    if (
        not is_given_name(word)
        or is_place(word)
        or is_person_role(key)
        or is_body_noun(key)
        or is_honorific(word)
    ):
        return False
    led = before is not None and text[before.span.end : tokens[index].span.start] == " "
    return not (led and before is not None and before.pos == "PROPN" and before.text[:1].isupper())


def find_bynames(text: str, groups: Sequence[Sequence[Mention]]) -> dict[str, int]:
    """Return which group of mentions each byname is given to, in lower case: in marks, behind "known as", as letters of turns.

    Letters of a turn keep their colon ("hvdb:"), since elsewhere they may be anything.

    >>> find_bynames("", [])
    {}
    """
    found: dict[str, int] = {}
    letters: dict[str, set[int]] = {}
    naming, turning = any(word in text for word in _NAMING), _TURN.search(text) is not None
    for number, mentions in enumerate(groups):
        for mention in mentions:
            marked = _NICKNAME.search(mention.span.of(text))
            known = _KNOWN.match(text, mention.span.end) if naming else None
            found |= {match[1].casefold(): number for match in (marked, known) if match}
            if turning and mention.name and " " in mention.name:
                letters.setdefault(initials_of(mention.name).casefold() + ":", set()).add(number)
    return found | {word: min(own) for word, own in sorted(letters.items()) if len(own) == 1}


def called_by(text: str, mention: Mention) -> str:
    """Return the key under which `find_bynames` may know a name: in lower case, with the colon of a turn's letters."""
    called = (mention.name or "").casefold()
    return (
        called + ":"
        if (mention.name or "").isupper() and text[mention.span.end : mention.span.end + 1] == ":"
        else called
    )


def is_part(name: PersonName, full: PersonName) -> bool:
    """Tell whether a short name is a given name or words of a full family name: "Leyen", "bin Saeed", "Khayri" of "al-Khayri"."""
    if name.family_key in full.given_keys or name.family_key == full.last_key:
        return True
    words = full.family.split()
    if any(romanisation_key(" ".join(words[:stop])) == name.family_key for stop in range(2, len(words))):
        return True
    bare = without_article(full.family) if name.family == without_article(name.family) else full.family
    return bare != full.family and romanisation_key(bare) == name.family_key


def find_turn_initials(text: str, tokens: tuple[Token, ...], names: Sequence[Name]) -> list[Name]:
    """Return the letters that open turns and spell the full name of just one person: "HVDB:"."""
    turns = {match.start(1): match[1] for match in _TURN.finditer(text)}
    if not turns:
        return []
    persons = sorted({name.text for name in names if name.kind is Kind.PERSON and " " in name.text})
    owners: dict[str, set[str]] = {}
    for person in persons:
        owners.setdefault(initials_of(person), set()).add(person)
    taken = {index for name in names for index in name.tokens}
    return [
        Name(range(index, index + 1), token.text, Kind.PERSON)
        for index, token in enumerate(tokens)
        if index not in taken
        and turns.get(token.span.start) == token.text
        and len(owners.get(token.text, ())) == 1
    ]


def initials_of(name: str) -> str:
    """Return the first letters of all words of a name, in capitals.

    >>> initials_of("Hendrik van den Broek")
    'HVDB'
    """
    return "".join(word[:1] for word in name.split()).upper()
