"""Relatives of somebody named in full, whose given name the tagger missed before the family name: "Otis Velik, nine, said".

The rule: a proper noun that the parse compounds with a family name known from elsewhere in the report, and that belongs to no
other name, is a given name; so nobody is taken for the one relative whom the report has named in full.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from onrecord.annotate.runs import Name, adjoins, surface
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.honorifics import is_honorific
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import KIN_NOUNS, PARTISANS, is_body_noun, is_person_role, singular
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from onrecord.model.annotation import Token

_NEAR = 3
"""Letters of the shortest given name that is told by nothing else."""


def with_given(
    text: str, tokens: tuple[Token, ...], names: Sequence[Name], surnames: Container[str]
) -> list[Name]:
    """Return `names` with the given name that stands before a family name of `surnames` (in lower case) taken in."""
    covered = {index for name in names for index in name.tokens}
    return [
        _with_given(text, tokens, name)
        if " " not in name.text
        and name.text.casefold() in surnames
        and name.kind is not Kind.GROUP
        and name.tokens.start - 1 not in covered
        and _is_brought_up(tokens, name.tokens.stop)
        and _is_given(text, tokens, name.tokens)
        else name
        for name in names
    ]


def _is_brought_up(tokens: tuple[Token, ...], after: int) -> bool:
    """Tell whether a comma behind a name begins to say who that is: "Otis Velik, nine, said"; "Plucky Velik said" is none."""
    return after < len(tokens) and tokens[after].text == ","


def _with_given(text: str, tokens: tuple[Token, ...], name: Name) -> Name:
    run = range(name.tokens.start - 1, name.tokens.stop)
    return replace(name, tokens=run, text=surface(text, tokens, run), kind=Kind.PERSON)


def _is_given(text: str, tokens: tuple[Token, ...], run: range) -> bool:
    """Tell whether the word before a family name is a given name and nothing else: no office, no style, no nation."""
    before = run.start - 1
    if before < 0 or not adjoins(text, tokens, run.start):
        return False
    word = tokens[before]
    named = word.pos == "PROPN" and word.dep == "compound" and word.head in run and word.entity == ""
    letters = word.text[:1].isupper() and word.text[1:].islower() and len(word.text) >= _NEAR
    alone = before == 0 or not (tokens[before - 1].pos == "PROPN" and adjoins(text, tokens, before))
    return named and letters and alone and not _says_what(word.text)


def _says_what(word: str) -> bool:
    """Tell whether a word says what somebody is: an office, a style, a nation, a party, a relative."""
    key = singular(word)
    told = is_person_role(key) or is_body_noun(key) or key in KIN_NOUNS | PARTISANS
    return told or is_honorific(word) or is_demonym(word) or is_place(word)
