"""Paragraphs of a Word document, and runs of text within them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.publish.export.markup import Markup, element
from onrecord.publish.export.notes import printed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.publish.export.brief import Told
    from onrecord.publish.export.notes import Note
    from onrecord.publish.page.pieces import Run

_BREAKS = re.compile(r"([\n\t])")


def paragraph(style: str, *runs: Markup, told: Told | Note | None = None) -> Markup:
    """Return a paragraph of `runs`; of words that are written from the right, turned."""
    turned = [element("w:bidi")] if told and told.direction == "rtl" else []
    properties = element("w:pPr", None, element("w:pStyle", {"w:val": style}), *turned)
    return element("w:p", None, properties, *runs)


def run(
    text: str, *, bold: bool | None = None, italic: bool = False, told: Told | Note | None = None
) -> Markup:
    """Return a run of text, in the language and direction of what it is `told` of."""
    marks: list[Markup] = []
    if bold is not None:
        marks.append(element("w:b", None if bold else {"w:val": "0"}))
    if italic:
        marks.append(element("w:i"))
    if told and told.direction == "rtl":
        marks.append(element("w:rtl"))
    if told and told.language:
        marks.append(element("w:lang", {"w:val": told.language}))
    properties = [element("w:rPr", None, *marks)] if marks else []
    return element("w:r", None, *properties, *_text(text))


def _text(text: str) -> Iterator[Markup]:
    """Yield `text` with breaks and tabs as elements of their own: as characters, a reader would make blanks of them."""
    for piece in _BREAKS.split(printed(text)):
        if piece == "\n":
            yield element("w:br")
        elif piece == "\t":
            yield element("w:tab")
        elif piece:
            yield element("w:t", {"xml:space": "preserve"}, piece)


def words(runs: Sequence[Run], told: Told | Note) -> list[Markup]:
    """Return the words of a wording or a note, each run between the marks that the report has around it."""
    return [run(f"{one.opens}{one.text}{one.closes}", told=told) for one in runs]
