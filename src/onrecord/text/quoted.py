"""Words between quotation marks, found by the marks alone.

For questions that need no reading, only a fair guess at what a text quotes: curly and angle marks tell their side, straight
ones tell it by the spaces around them, and a cut text may have lost either.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"[\"“”„«»]")
_OPENING, _CLOSING = frozenset("“„«"), frozenset("”»")
_BEFORE_WORDS = frozenset("([{—–-")
_THE = "the "
_WE = re.compile(r"\b(?:we|us|ours?|ourselves)\b", re.IGNORECASE)
_LONGEST = 1_500
"""Characters between two marks that may be one quotation: beyond this one of them has lost its fellow."""


def find_quoted(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Find what stands between quotation marks in ``text[start:end]``.

    A quotation that a cut left without its opening mark reaches back to the start of its paragraph, one without its closing
    mark goes on to the end of its paragraph; each paragraph of a long speech may open anew.

    Returns:
        Half-open ranges of code points with the marks, in order, none overlapping.

    >>> text = 'He called it "a bad joke", she "a scandal'
    >>> [text[first:last] for first, last in find_quoted(text)]
    ['"a bad joke"', '"a scandal']
    """
    end = len(text) if end is None else end
    quoted: list[tuple[int, int]] = []
    opened = -1
    done = start
    for match in _MARK.finditer(text, start, end):
        at = match.start()
        opens = _opens(text, at, is_open=opened >= 0)
        if opened >= 0 and (at - opened > _LONGEST or (opens and not _starts_paragraph(text, at, start))):
            done = _end_of_paragraph(text, opened, at)
            quoted.append((opened, done))
            opened = -1
        if opens:
            opened = at if opened < 0 else opened
        else:
            first = opened if opened >= 0 else max(done, _start_of_paragraph(text, at, done))
            done = at + 1
            quoted.append((first, done))
            opened = -1
    if opened >= 0:
        quoted.append((opened, _end_of_paragraph(text, opened, end)))
    return quoted


def is_named_by_us(text: str, start: int, end: int) -> bool:
    """Tell whether ``text[start:end]`` stands with "the" in a quotation of somebody who says "we", and so is not who speaks.

    >>> text = "“We shall miss the Velm Toaster,” Velm said."
    >>> is_named_by_us(text, text.index("the Velm"), text.index(",”"))
    True
    """
    if _THE not in text[max(start - len(_THE), 0) : start + len(_THE)].casefold():
        return False
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return any(
        opened <= start < closed and _WE.search(text, opened, closed) is not None
        for opened, closed in find_quoted(text, first, last if last >= 0 else len(text))
    )


def _opens(text: str, at: int, *, is_open: bool) -> bool:
    """Tell which side a mark is; a straight one between two spaces, or two letters, is the other side of the last."""
    mark = text[at]
    if mark in _OPENING or mark in _CLOSING:
        return mark in _OPENING
    before = text[at - 1 : at]
    after = text[at + 1 : at + 2]
    clear_before = not before or before.isspace() or before in _BEFORE_WORDS
    clear_after = not after or not after.isalnum()
    if clear_before == clear_after:
        return not is_open
    return clear_before


def _starts_paragraph(text: str, at: int, start: int) -> bool:
    return at == start or text[at - 1] == "\n"


def _start_of_paragraph(text: str, at: int, start: int) -> int:
    return max(text.rfind("\n", start, at) + 1, at - _LONGEST, start)


def _end_of_paragraph(text: str, at: int, end: int) -> int:
    found = text.find("\n", at, end)
    return min(end if found < 0 else found, at + _LONGEST)
