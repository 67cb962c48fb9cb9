"""Bodies whose name the letters in brackets behind it spell, and ministries of two fields: "the Association of Ward and Theatre Cleaners (AWTC)".

A tagger parts such names at "and" and "for", or sees none of them. The letters say how far the name reaches: each is the
first one of a capitalised word, or of a half of one, from the bracket back to the name's first word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.annotate.runs import HYPHENS, NAME_LABELS, Name, adjoins, surface
from onrecord.lexicon.given_names import is_given_name
from onrecord.lexicon.places import is_place
from onrecord.lexicon.roles import is_body_noun, singular
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from onrecord.model.annotation import Sentence, Token

_LETTERS: Final = re.compile(r"\([A-Z][A-Z&]{1,7}\)")
_IDLE: Final = frozenset(
    {"of", "the", "for", "and", "in", "on", "at", "de", "la", "du", "des", "del", "&", "'s", "’s", "’", "'"}
)
_MINISTRIES: Final = frozenset(
    {"ministry", "department", "directorate", "committee", "bureau", "institute", "office"}
)
_FEWEST: Final = 2
"""Capitalised words that such a name has."""


def with_lettered(
    text: str, tokens: tuple[Token, ...], sentences: Sequence[Sentence], names: Iterable[Name]
) -> list[Name]:
    """Return `names` with each that letters in brackets spell at its whole length, and the letters wherever they stand.

    A name that reaches further to the left stays: "Halden Association of Ward Cleaners (AWC)".
    """
    names = list(names)
    if _LETTERS.search(text) is None:
        return names
    owner = {index: name for name in names for index in name.tokens}
    found: list[Name] = []
    letters: set[str] = set()
    for sentence in sentences:
        for index in sentence.tokens[1:-1]:
            run = _spelt(text, tokens, index, sentence.tokens) if tokens[index].text == "(" else None
            if run is None or not _may_be(tokens, run, index):
                continue
            inside = [owner[place] for place in run if place in owner]
            if all(name.tokens == run for name in inside) and {name.kind for name in inside} - {Kind.BODY}:
                continue
            letters.add(tokens[index + 1].text)
            if all(run.start <= name.tokens.start and name.tokens.stop <= index + 3 for name in inside):
                found.append(Name(run, surface(text, tokens, run), Kind.BODY))
    taken = {index for name in found for index in name.tokens}
    kept = [*found, *(name for name in names if taken.isdisjoint(name.tokens))]
    covered = {index for name in kept for index in name.tokens}
    again = [index for index, token in enumerate(tokens) if token.text in letters and index not in covered]
    return [*kept, *(Name(range(index, index + 1), tokens[index].text, Kind.BODY) for index in again)]


def with_fields(text: str, tokens: tuple[Token, ...], names: Iterable[Name]) -> list[Name]:
    """Return `names` with each field of a ministry taken in: "the Ministry of Roads and Inland Waters denied it"."""
    names = list(names)
    wide = {
        name.tokens.start: range(name.tokens.start, stop)
        for name in names
        if name.kind is Kind.BODY and (stop := _past_fields(text, tokens, name)) > name.tokens.stop
    }
    if not wide:
        return names
    taken = {index for run in wide.values() for index in run}
    kept = [name for name in names if name.tokens.start not in wide and taken.isdisjoint(name.tokens)]
    return [*kept, *(Name(run, surface(text, tokens, run), Kind.BODY) for run in wide.values())]


def _past_fields(text: str, tokens: tuple[Token, ...], name: Name) -> int:
    """Return the end of the second field behind "and", which the parse hangs on the first."""
    joint, first = name.tokens.stop, name.tokens.stop + 1
    words = name.text.split()
    held = words[1:2] and words[1] in {"of", "for"} and words[0].casefold() in _MINISTRIES
    if not held or first >= len(tokens) or tokens[joint].text not in {"and", "&"}:
        return joint
    stop = first
    while (
        stop < len(tokens)
        and tokens[stop].text.istitle()
        and tokens[stop].pos in {"PROPN", "NOUN", "ADJ"}
        and tokens[stop].entity in {"", "ORG"}
        and adjoins(text, tokens, stop)
    ):
        stop += 1
    joined = stop > first and tokens[stop - 1].dep == "conj" and tokens[stop - 1].head in name.tokens
    field = joined and not any(is_given_name(tokens[index].text) for index in range(first, stop))
    alone = not is_body_noun(singular(tokens[stop - 1].text))
    return stop if field and alone and not is_place(tokens[first].text) else joint


def _spelt(text: str, tokens: tuple[Token, ...], bracket: int, within: range) -> range | None:
    """Return the words before `bracket` that the letters behind it spell, from the first letter's word on."""
    letters = list(tokens[bracket + 1].text.replace("&", ""))
    if len(letters) < _FEWEST or not "".join(letters).isupper() or bracket + 2 >= within.stop:
        return None
    if tokens[bracket + 2].text != ")":
        return None
    here, words = bracket, 0
    while letters and here > within.start and (here == bracket or adjoins(text, tokens, here)):
        here -= 1
        word = tokens[here].text
        if word[:1] == letters[-1]:
            letters.pop()
            words += 1
        elif word[:1].upper() == letters[-1] and word in _IDLE:
            letters.pop()
        elif word not in _IDLE and word not in HYPHENS:
            return None
    return (
        range(here, bracket) if not letters and words >= _FEWEST and tokens[here].text[:1].isupper() else None
    )


def _may_be(tokens: tuple[Token, ...], run: range, bracket: int) -> bool:
    """Tell whether what letters spell is a body's name: something is named there or a noun says so, and it is no place."""
    named = any(tokens[index].entity in NAME_LABELS for index in (*run, bracket + 1))
    bodily = any(is_body_noun(singular(tokens[index].text)) for index in run)
    return (named or bodily) and not is_place(" ".join(tokens[index].text for index in run))
