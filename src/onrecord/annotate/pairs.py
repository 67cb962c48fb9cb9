"""Two family names that the tagger took for one body: "Brandt and Orvar also noted the shelling".

The rule: "X and Y", no more, is two persons where the report names somebody in full by one of the two, or goes by each of
them alone; a firm of two partners is neither.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.annotate.runs import Name, surface
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun, singular
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from onrecord.model.annotation import Token

_JOINED = 3
"""Words of such a name."""


def with_pairs(text: str, tokens: tuple[Token, ...], names: Iterable[Name]) -> list[Name]:
    """Return `names` with each "X and Y" of two persons as two names."""
    names = list(names)
    surnames = {name.text.split()[-1] for name in names if name.kind is Kind.PERSON and " " in name.text}
    alone = {name.text for name in names if " " not in name.text and not is_place(name.text)}
    return [part for name in names for part in _parted(text, tokens, name, surnames, alone)]


def _parted(
    text: str, tokens: tuple[Token, ...], name: Name, surnames: set[str], alone: set[str]
) -> Iterator[Name]:
    words = name.text.split()
    if _is_of_a_body(words, name, surnames):
        run = range(name.tokens.start, name.tokens.start + 1)
        yield Name(run, surface(text, tokens, run), Kind.PERSON)
        return
    two = len(words) == len(name.tokens) == _JOINED and words[1] == "and" and name.kind is not Kind.PERSON
    pair = {words[0], words[-1]}
    persons = two and bool(pair & surnames or pair <= alone)
    if not persons or any(is_body_noun(singular(word)) for word in words):
        yield name
        return
    for place in (name.tokens.start, name.tokens.stop - 1):
        run = range(place, place + 1)
        yield Name(run, surface(text, tokens, run), Kind.PERSON)


def _is_of_a_body(words: list[str], name: Name, surnames: set[str]) -> bool:
    """Tell whether a name is a known surname with what somebody belongs to: "Velik of the union"."""
    of_the = words[1:3] == ["of", "the"] and len(words) == len(name.tokens)
    return of_the and name.kind is not Kind.PERSON and words[0] in surnames and words[-1].islower()
