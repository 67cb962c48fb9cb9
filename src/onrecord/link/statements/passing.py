"""The house from which a report has a speaker's words: whoever was told them, or printed them first.

“We have no orders,” Roe told Dockside Wire. Speaking to the Elm News, Roe said … Roe said, according to Dockside Wire. Reports that
have their words from one house, and the reports of that house, are one source of them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.outlets import AGENCIES, OUTLET_NOUNS
from onrecord.link.copies.origins import house_key
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from onrecord.model.attribution import Attribution

_WORD: Final = r"[A-Z][\w&’'-]*(?:\.\w+)*"
_NAME: Final = rf"(?:[Tt]he\s)?(?P<name>{_WORD}(?:\s(?:of\s(?:the\s)?)?{_WORD}){{0,4}})"
_TALK: Final = r"(?:[Ii]nterview(?:ed)?\s(?:with|by|to|for|in|on)|(?:[Ss]peaking|[Ss]poke|[Tt]alking|[Ss]peaks)\s(?:to|with|on))"
_TOLD: Final = re.compile(rf"\b(?:told|tells|telling)\s{_NAME}")
_LED: Final = re.compile(rf"\b{_TALK}\s{_NAME}")
_BEHIND: Final = re.compile(
    rf"\b(?:{_TALK}|[Aa]ccording\sto|(?:reported|quoted|published|carried)\sby)\s{_NAME}|,\s{_NAME.replace('name', 'teller')}\s(?:reported|reports)\b"
)
_QUOTING: Final = re.compile(rf"{_NAME}\s(?:quoted|quotes|cited|cites)\b")
_SENTENCE_END: Final = re.compile(r"[.!?][”\"’')]*(?=\s)|\n")
_REACH: Final = 240
"""Characters on either side of a cue in which a house is named."""


def find_passing(
    attribution: Attribution, text: str, outlets: Collection[str]
) -> tuple[tuple[str, Span], ...]:
    """Find the houses from which a report says to have the words of an attribution, and where: `house_key` of each.

    Args:
        attribution: with its cue, if it has one.
        text: of its report.
        outlets: `house_key` of the outlets of the reports that carry the same statement: they are houses for sure.
    """
    cue = attribution.cue
    if cue is None:
        return ()
    start, end = _bounds(text, cue)
    matches = (
        *_TOLD.finditer(text, cue.start, end),
        *_LED.finditer(text, start, cue.start),
        *_QUOTING.finditer(text, start, cue.end),
        *_BEHIND.finditer(text, cue.end, end),
    )
    found: dict[str, Span] = {}
    for match in matches:
        for key, span in _read_house(match, outlets):
            if not any(span.overlaps(part) for part in attribution.content):
                found.setdefault(key, span)
    return tuple(sorted(found.items()))


def _bounds(text: str, cue: Span) -> tuple[int, int]:
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, cue.start - _REACH), cue.start)]
    start = ends[-1] if ends else max(0, cue.start - _REACH)
    stop = _SENTENCE_END.search(text, cue.end, cue.end + _REACH)
    return start, stop.start() + 1 if stop else min(len(text), cue.end + _REACH)


def _read_house(match: re.Match[str], outlets: Collection[str]) -> Iterator[tuple[str, Span]]:
    for group in match.re.groupindex:
        if match[group] is None:
            continue
        name = match[group].rstrip(".’'")
        start = match.start(group)
        key = house_key(name)
        longer = sorted(outlet for outlet in outlets if outlet == key or outlet.endswith(f" {key}"))
        first, *rest = name.split()
        if len(longer) == 1 and (longer[0] == key or key in OUTLET_NOUNS):
            yield longer[0], Span(start, start + len(name))
        elif first in AGENCIES:
            yield house_key(first), Span(start, start + len(first))
        elif name in AGENCIES or (rest and name.split()[-1].casefold() in OUTLET_NOUNS):
            yield key, Span(start, start + len(name))
