"""What joins the words of a name where the tagger parts them: "bin Saeed al-Mansoor", "Tahir oglu Safarli", "van 't Hof".

Each joint is told by its letters alone: an article with its hyphen, a father's name with "son of", a letter that Irish
puts before a capital, a Dutch "'t". What stands behind such a joint belongs to the name before it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.annotate.runs import HYPHENS, Name, adjoins, surface
from onrecord.lexicon.name_parts import (
    ARTICLES,
    PATRONYMICS,
    is_elided_name,
    is_respect,
    is_small_name,
    may_be_name_part,
)
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from onrecord.model.annotation import Token

_BEFORE_T: Final = frozenset({"van", "in", "op", "aan", "uit", "over", "onder"})
_APOSTROPHES: Final = frozenset({"'", "’", "‘"})
_SONS: Final = frozenset({"Mac", "Nic", "Mhic", "Ó", "Ní", "Uí"})
_OF: Final = frozenset({"an", "na"})
_JOINTS: Final = ARTICLES | PATRONYMICS | _BEFORE_T | _OF


def past_joint(text: str, tokens: tuple[Token, ...], stop: int, within: range) -> int | None:
    """Return the end of what a joint at `stop` adds to the name that ends there; None where none stands there."""
    word = tokens[stop].text if stop < within.stop else ""
    if (word not in _JOINTS and not may_be_name_part(word)) or not adjoins(text, tokens, stop):
        return None
    before = tokens[stop - 1].text
    if word in ARTICLES and stop + 1 < within.stop and tokens[stop + 1].text in HYPHENS:
        return _past_article(text, tokens, stop, within)
    if word in PATRONYMICS and before[:1].isupper():
        after = stop + 1
        goes_on = after < within.stop and tokens[after].pos == "PROPN" and tokens[after].text[:1].isupper()
        return after + (goes_on and adjoins(text, tokens, after))
    if word in _BEFORE_T and stop + 3 < within.stop and tokens[stop + 1].text[:1] in _APOSTROPHES:
        return _past_t(text, tokens, stop + 1, within)
    if word in _OF and before in _SONS and stop + 1 < within.stop:
        return stop + 2 if is_small_name(tokens[stop + 1].text) and adjoins(text, tokens, stop + 1) else None
    if not before[:1].isupper():
        return None
    return stop + 1 if is_small_name(word) or (is_elided_name(word) and tokens[stop].pos == "PROPN") else None


def without_respect(
    text: str, tokens: tuple[Token, ...], names: Iterable[Name], given: Container[str]
) -> list[Name]:
    """Return `names` less what only shows respect to whom the report names in full: "Ismail-aka" beside "Ismail Roe".

    Who has no other name keeps it: "the shepherd Ismail-aka". `given` are the given names of the full ones, in lower case.
    """
    return [
        name
        if (run := before_respect(text, tokens, name.tokens, given)) == name.tokens
        else Name(run, surface(text, tokens, run), Kind.PERSON)
        for name in names
    ]


def before_respect(text: str, tokens: tuple[Token, ...], run: range, given: Container[str]) -> range:
    """Return `run` less a hyphen and what shows respect behind one of `given`, in lower case."""
    kept = run[: -len(("-", "aka"))]
    if not kept or tokens[kept.stop].text not in HYPHENS or not is_respect(tokens[run.stop - 1].text):
        return run
    return kept if surface(text, tokens, kept).casefold() in given else run


def _past_article(text: str, tokens: tuple[Token, ...], stop: int, within: range) -> int | None:
    """Return the end of "al-Mansoor" that begins at `stop`."""
    name = stop + 2
    if name >= within.stop or not tokens[name].text[:1].isupper():
        return None
    whole = text[tokens[stop].span.end : tokens[name].span.start] == tokens[stop + 1].text
    return name + 1 if whole and tokens[stop - 1].text[:1].isupper() else None


def _past_t(text: str, tokens: tuple[Token, ...], stop: int, within: range) -> int | None:
    """Return the end of "'t Hof" that begins at `stop`, its mark and letter being one token or two."""
    here = stop
    while here < within.stop and tokens[here].text.strip("'’‘") in {"", "t"} and here - stop < len("'t"):
        here += 1
    led = text[tokens[stop].span.start : tokens[here - 1].span.end][1:] == "t"
    named = here < within.stop and tokens[here].text[:1].isupper() and adjoins(text, tokens, here)
    return here + 1 if led and named else None
