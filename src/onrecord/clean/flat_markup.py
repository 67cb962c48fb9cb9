"""A page read without its tree: every stretch of text between tags, in order, each letter with its place.

For pages whose markup is more than can be sorted (see `markup_load`). No text is lost; what is menu and what is report is left to how
the lines look.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Final

from onrecord.clean.element import INLINE, Element, Markup, Passage
from onrecord.clean.letters import Letters, collapse
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_MARKUP: Final = re.compile(
    r"<!--(?:.*?-->|.*)|<(?P<silent>script|style|textarea|title)\b[^>]*+>?.*?(?:</(?P=silent)\b[^>]*+>?|\Z)"
    r"|</?(?P<name>[a-zA-Z][a-zA-Z0-9]*+)[^>]*+>?|<[!?/][^>]*+>?",
    re.DOTALL | re.IGNORECASE,
)
_REFERENCE: Final = re.compile(r"&(?:#[xX]?[0-9a-fA-F]{1,8}|[A-Za-z][A-Za-z0-9]{1,31});?")
_SAME_LENGTH: Final = str.maketrans({"\r": "\n", "\0": "\ufffd", "\f": "\n"})


def read_flat(source: str) -> Markup:
    """Return the passages of a page in the order of the source, all in one element; nothing is told of the page itself."""
    page = source.translate(_SAME_LENGTH)
    around = Element("body", {})
    return Markup(tuple(_passages(page, around)), ())


def _passages(page: str, around: Element) -> Iterator[Passage]:
    line: list[Letters] = []
    broken = begun_by_break = False
    for letters, name in _pieces(page):
        line += letters
        if name is None or name in INLINE:
            continue
        if line and (told := collapse(line)):
            yield Passage(told, around, broken=begun_by_break)
            broken = True
        begun_by_break = broken and name == "br"
        line = []
    if told := collapse(line):
        yield Passage(told, around, broken=begun_by_break)


def _pieces(page: str) -> Iterator[tuple[list[Letters], str | None]]:
    """Yield the text up to each piece of markup, with the name of the element that begins or ends there."""
    done = 0
    for tag in _MARKUP.finditer(page):
        yield list(_letters(page, done, tag.start())), (tag[2] or tag[1] or "span").lower()
        done = tag.end()
    yield list(_letters(page, done, len(page))), None


def _letters(page: str, start: int, end: int) -> Iterator[Letters]:
    if start == end:
        return
    for reference in _REFERENCE.finditer(page, start, end):
        said = html.unescape(reference.group())
        if said == reference.group() or not said:
            continue
        if start < reference.start():
            yield Letters(page[start : reference.start()], Span(start, reference.start()))
        yield Letters(said, Span(*reference.span()))
        start = reference.end()
    if start < end:
        yield Letters(page[start:end], Span(start, end))
