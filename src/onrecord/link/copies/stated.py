"""What houses a report says its text is from: its credits, and the source lines and signatures that its own text holds.

"(Source: Alpine Agency; translation: Il Foglio)" stands inside a paragraph, "Alpine Agency/Lissa Courier" and "Baltia Press"
alone below the text. Who "reports" something in a sentence is the speaker of that sentence, and no source of the whole text.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.outlets import AGENCIES, OUTLET_NOUNS
from onrecord.model.report import SPOKEN_ZONES, Credit, Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from onrecord.model.report import Report

_WORD = r"[A-Z][\w&’'.-]*"
_NAME = rf"{_WORD}(?:\s(?:of\s(?:the\s)?)?{_WORD}){{0,4}}"
_IN_BRACKETS = re.compile(
    rf"[(\[]\s*(?:[^()\[\];]{{0,40}};\s*)?[Ss]ources?\s*:\s*(?P<name>(?:[Tt]he\s)?{_NAME})\s*(?=[;,)\]])"
)
_BELOW = re.compile(rf"\W*(?P<names>{_NAME}(?:\s*/\s*{_NAME})*)\W*")
_APART = re.compile(r"\s*/\s*")
_LONGEST_SIGNATURE = 80
"""Characters of a last line that may be nothing but names of houses."""

_BELOW_ZONES = frozenset({Zone.BODY, Zone.FURNITURE, Zone.SIGNATURE})


def find_stated(report: Report) -> tuple[Credit, ...]:
    """Return the houses that a report states, in order: its credits and what stands in brackets or below its text."""
    known = {credit.span for credit in report.credits}
    more = [one for one in _find_more(report) if not any(one.span.overlaps(span) for span in known)]
    if not more:
        return report.credits
    return tuple(sorted((*report.credits, *more), key=lambda credit: credit.span))


def _find_more(report: Report) -> Iterator[Credit]:
    text = report.text
    if "ource" in text:
        for match in _IN_BRACKETS.finditer(text):
            if report.zone_at(match.start("name")) in SPOKEN_ZONES:
                yield Credit(outlet=match["name"], span=Span(*match.span("name")))
    if len(report.blocks) > 1:
        last = report.blocks[-1]
        if last.zone in _BELOW_ZONES and len(last.span) <= _LONGEST_SIGNATURE:
            yield from _read_signature(text, last.span)


def _read_signature(text: str, line: Span) -> Iterator[Credit]:
    """Read the houses of a last line, where it holds nothing else; a person's name alone is none."""
    match = _BELOW.fullmatch(text, line.start, line.end)
    if match is None:
        return
    places: list[Span] = []
    start = match.start("names")
    for joint in _APART.finditer(text, *match.span("names")):
        places.append(Span(start, joint.start()))
        start = joint.end()
    places.append(Span(start, match.end("names")))
    for place in places:
        if _is_house(place.of(text)):
            yield Credit(outlet=place.of(text), span=place)


def _is_house(name: str) -> bool:
    words = name.casefold().removeprefix("the ").split()
    return name.removeprefix("The ") in AGENCIES or (
        len(words) > 1 and not OUTLET_NOUNS.isdisjoint((words[0], words[-1]))
    )
