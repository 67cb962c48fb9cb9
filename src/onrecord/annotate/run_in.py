"""A name that closes an office with no comma before it: "The mayor of the town Tom Velik called on …".

Translated reports put names so. The rule: a definite office with "of" and a common noun or a body, right behind it a full
name, and right behind that a finite verb: "The head of the Velm Water Office Tom Roe said". So does an office with a capital
and no article: "Board member for leisure Ana Velik hopes". The short form of a body may stand between: "the head of the
Harbour Board (HB) Tom Roe". Where the noun is itself somebody, the name may be that one's: "the wife of the mayor Tom Velik";
"the Office of the President Ana Velik" is one of a body that a person's office names.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lexicon.roles import is_body_noun, is_person_role
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from onrecord.annotate.phrases import Phrase
    from onrecord.annotate.runs import Name
    from onrecord.model.annotation import Token

_FINITE = frozenset({"VBD", "VBZ"})
_REALMS = frozenset({"republic", "federation", "opposition", "union", "state", "nation", "government"})
"""Nouns with a capital that say what an office is of, and that no name goes on behind: "President of the Republic"."""
_TELLING = frozenset(
    [
        "advise",
        "assure",
        "convince",
        "inform",
        "notify",
        "persuade",
        "promise",
        "remind",
        "show",
        "tell",
        "warn",
    ]
)
"""Verbs behind whose object a clause may begin with no word that leads to it."""
_BRACKETED = 3
"""Words of a short form with its brackets."""


def find_office(
    tokens: tuple[Token, ...], name: Name, persons: Iterable[Phrase], bodies: Container[int]
) -> tuple[range, range] | None:
    """Return the tokens from an office to the name it runs into, and those of the office; None where there is none.

    Args:
        tokens: the report's.
        name: the name.
        persons: descriptions of persons, one of which may reach up to the name or over it.
        bodies: the tokens right behind the names of bodies.
    """
    first, stop = name.tokens.start, name.tokens.stop
    if name.kind is not Kind.PERSON or len(name.tokens) == 1 or first == 0 or stop >= len(tokens):
        return None
    start = _before_short_form(tokens, first)
    if tokens[stop].tag not in _FINITE or not (_is_of_field(tokens, start) or start in bodies):
        return None
    if any(
        tokens[index].dep.startswith("nsubj") and tokens[tokens[index].head].dep == "relcl"
        for index in name.tokens
    ):
        return None
    for phrase in persons:
        told = range(phrase.role.start, start)
        of = any(tokens[index].text.casefold() in {"of", "for"} for index in told)
        titled = tokens[phrase.role.start].text[:1].isupper()
        before = tokens[phrase.tokens.start - 1].lemma if phrase.tokens.start else ""
        if before in _TELLING:  # "He told the head of the board Tom Roe had left"
            continue
        if (phrase.definite or titled) and of and phrase.tokens.stop in {start, first, stop}:
            return range(phrase.tokens.start, stop), told
    return None


def _before_short_form(tokens: tuple[Token, ...], first: int) -> int:
    """Return the token behind the noun or body before a name, past its short form in brackets: "(HB)"."""
    bracketed = first > _BRACKETED and [tokens[first - 3].text, tokens[first - 1].text] == ["(", ")"]
    return first - _BRACKETED if bracketed and tokens[first - 2].text.isupper() else first


def _is_of_field(tokens: tuple[Token, ...], start: int) -> bool:
    """Tell whether what stands before `start` says what an office is of, and is nobody: "of the town", "of the Republic"."""
    noun = tokens[start - 1]
    word = noun.text.casefold()
    return (
        (noun.pos == "NOUN" and not is_person_role(word))
        or (noun.pos == "PROPN" and is_body_noun(word))
        or word in _REALMS
    )
