"""The line of a text that a name stands in."""

from __future__ import annotations

from typing import Final

from onrecord.model.span import Span

WIDEST: Final = 240
"""Characters that are told on either side of a name; beyond, a line is cut between words."""


def line_around(text: str, name: Span) -> Span:
    r"""Return the line that holds `name`, without white space at its ends; of a long one, whole words around the name.

    >>> line_around("Ferry\n Originally published by the Courier. \nMore", Span(32, 43)).start
    7
    """
    start = max(text.rfind("\n", 0, name.start) + 1, name.start - WIDEST)
    end = text.find("\n", name.end, name.end + WIDEST)
    end = min(len(text), name.end + WIDEST) if end < 0 else end
    if start and text[start - 1] != "\n" and not text[start - 1].isspace():
        start = next((at + 1 for at in range(start, name.start) if text[at].isspace()), name.start)
    if end < len(text) and not text[end].isspace():
        end = next((at for at in range(end - 1, name.end - 1, -1) if text[at].isspace()), name.end)
    return Span(start, end).trimmed(text)
