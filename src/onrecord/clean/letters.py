"""Letters of a page and where they stand in its source: character references and markup take more room than they show."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SPECIAL: Final = re.compile(r"[&<]")
_REFERENCE: Final = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_TAG: Final = re.compile(r"<!--.*?-->|<[a-zA-Z/!?][^>]*+>?", re.DOTALL)
_ITSELF: Final = re.compile(r"(?:<(?![a-zA-Z/!?])|&(?![#a-zA-Z]))+")
"""Angles and ampersands that stand for themselves."""
_WIDE_BLANK: Final = re.compile(r"[ \t\n]*[\t\n][ \t\n]*| {2,}")


@dataclass(frozen=True, slots=True)
class Letters:
    """A run of text and the characters of the source that say it.

    Where both are equally long they stand letter by letter; else the whole source says the whole text (``&amp;`` an
    ampersand, a line end and its indent one blank).
    """

    text: str
    source: Span


def read_letters(page: str, start: int, text: str) -> Iterator[Letters]:
    """Yield the letters of `text`, which a parser read from `page` at `start` on, each run with its source.

    Markup in between is passed over. What the source does not hold (no known parser does so) stands at its end.
    """
    place, done = start, 0
    while done < len(text):
        if place >= len(page):
            yield Letters(text[done:], Span(len(page), len(page)))
            return
        run = _plain(page, place, text, done) or _special(page, place, text, done)
        if run is None:
            tag = _TAG.match(page, place)
            place = tag.end() if tag else place + 1
            continue
        yield run
        place, done = run.source.end, done + len(run.text)


def _plain(page: str, place: int, text: str, done: int) -> Letters | None:
    """Return the letters that stand in the source as they are read, up to the next special one."""
    special = _SPECIAL.search(page, place)
    length = min((special.start() if special else len(page)) - place, len(text) - done)
    if page[place : place + length] != text[done : done + length]:
        length = next(number for number in range(length) if page[place + number] != text[done + number])
    return Letters(text[done : done + length], Span(place, place + length)) if length else None


def _special(page: str, place: int, text: str, done: int) -> Letters | None:
    """Return what a character reference says, or an ampersand or angle that stands for itself."""
    reference = _REFERENCE.match(page, place)
    if reference:
        said = html.unescape(reference.group())
        if said != reference.group() and text.startswith(said, done):
            return Letters(said, Span(*reference.span()))
    itself = _ITSELF.match(page, place)
    if itself and text.startswith(itself.group(), done):
        return Letters(itself.group(), Span(*itself.span()))
    tag = _TAG.match(page, place)
    if tag is not None:
        # A parser may take markup that stands where none may for text: a second document type.
        written = text.startswith(tag.group(), done)
        return Letters(tag.group(), Span(*tag.span())) if written else None
    return Letters(text[done], Span(place, place + 1)) if page[place] == text[done] else None


def collapse(runs: Iterable[Letters]) -> tuple[Letters, ...]:
    """Return `runs` with every stretch of white space as one blank, and none at either end."""
    return tuple(_collapsed(runs))


def _collapsed(runs: Iterable[Letters]) -> Iterator[Letters]:
    blank: Span | None = None
    begun = False
    for piece in _pieces(runs):
        if not piece.text.strip(" \t\n"):
            blank = Span(blank.start, max(blank.start, piece.source.end)) if blank else piece.source
            continue
        if blank and begun:
            yield Letters(" ", blank)
        blank, begun = None, True
        yield piece


def _pieces(runs: Iterable[Letters]) -> Iterator[Letters]:
    """Yield runs that either hold white space only, or neither start nor end in it nor hold more than single blanks."""
    for run in runs:
        if len(run.text) != len(run.source):
            yield run
            continue
        start = len(run.text) - len(run.text.lstrip(" \t\n"))
        end = len(run.text.rstrip(" \t\n"))
        if start:
            yield _part(run, 0, start)
        if start < end:
            yield from _apart(run, start, end)
        if start <= end < len(run.text):
            yield _part(run, end, len(run.text))


def _apart(run: Letters, start: int, end: int) -> Iterator[Letters]:
    done = start
    for blank in _WIDE_BLANK.finditer(run.text, start, end):
        yield _part(run, done, blank.start())
        yield _part(run, blank.start(), blank.end())
        done = blank.end()
    yield _part(run, done, end)


def _part(run: Letters, start: int, end: int) -> Letters:
    return Letters(run.text[start:end], Span(run.source.start + start, run.source.start + end))
