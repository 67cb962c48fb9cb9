"""A name that closes an office with no comma before it: "The mayor of the town Tom Velik called on …".

Translated reports put names so. The rule: a definite office with "of" and a common noun, right behind it a full name, and
right behind that a finite verb. So does an office with a capital and no article: "Board member for leisure Ana Velik hopes". Where the noun is itself somebody, the name may be that one's: "the wife of the mayor Tom
Velik".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.lexicon.roles import is_person_role
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.annotate.phrases import Phrase
    from onrecord.annotate.runs import Name
    from onrecord.model.annotation import Token

_FINITE = frozenset({"VBD", "VBZ"})


def find_office(
    tokens: tuple[Token, ...], name: Name, persons: Iterable[Phrase]
) -> tuple[range, range] | None:
    """Return the tokens from an office to the name it runs into, and those of the office; None where there is none.

    Args:
        tokens: the report's.
        name: the name.
        persons: descriptions of persons, one of which may reach up to the name or over it.
    """
    start, stop = name.tokens.start, name.tokens.stop
    if name.kind is not Kind.PERSON or len(name.tokens) == 1 or start == 0 or stop >= len(tokens):
        return None
    noun = tokens[start - 1]
    if noun.pos != "NOUN" or is_person_role(noun.text.casefold()) or tokens[stop].tag not in _FINITE:
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
        if (phrase.definite or titled) and of and phrase.tokens.stop in {start, stop}:
            return range(phrase.tokens.start, stop), told
    return None
