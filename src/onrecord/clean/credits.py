"""Acknowledged origins: "originally published by …", "Source: …", "(CPA) —", "with reporting by …".

A credit is read only where the report hands over the whole text ("is reprinted with permission") or names the agency of
its dateline. "As first reported by the Courier" acknowledges a scoop, not a copy, and is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.clean.datelines import read_agency
from onrecord.lexicon.outlets import AGENCIES, OUTLET_NOUNS
from onrecord.model.report import Credit, Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model.report import Block

_END: Final = (
    r"(?=\s+(?:and|but|it|which|where)\s+(?:is|was|has|are|it|reprinted|republished|appears)\b|\s+(?:under|with|on|in partnership|as part)\s"
    r"|\s*[.;|)\]]\s|\s*[.;|)\]]?$|,\s|\s*[(\[])"
)
_NAME: Final = rf"(?P<name>[^\W_][^\n,;|()]*?){_END}"
_PUBLISHED: Final = re.compile(
    r"\b(?:published|appeared|posted|ran|reprinted|republished|produced|provided|written)\s+(?:here\s+)?(?:with (?:the )?permission (?:of|from)|courtesy of"
    rf"|by|in|on|at|from)\s+{_NAME}",
    re.IGNORECASE,
)
_SOURCE: Final = re.compile(rf"(?:news )?(?:source|agency|via|courtesy of)\s*:?\s+{_NAME}", re.IGNORECASE)
_REPORTING: Final = re.compile(
    rf"\b(?:with|additional) (?:additional )?(?:reporting|material|information) (?:by|from)\s+{_NAME}",
    re.IGNORECASE,
)


def find_credits(text: str, blocks: Sequence[Block]) -> tuple[Credit, ...]:
    """Return the acknowledged origins, in order; `picture` where one stands at a caption and may mean that only.

    Their spans are those of the outlet's name in `text`.
    """
    return tuple(_find_credits(text, blocks))


def _find_credits(text: str, blocks: Sequence[Block]) -> Iterator[Credit]:
    for number, block in enumerate(blocks):
        written = block.span.of(text)
        if block.zone is Zone.CREDIT and (match := _PUBLISHED.search(written) or _SOURCE.search(written)):
            above = blocks[number - 1].zone if number else None
            below = blocks[number + 1].zone if number + 1 < len(blocks) else None
            beside = Zone.CAPTION in {above, below} and not _PUBLISHED.search(written)
            yield _credit(match, block.span, picture=beside)
        elif (
            block.zone is Zone.BYLINE and (match := _REPORTING.search(written)) and _is_outlet(match["name"])
        ):
            yield _credit(match, block.span)
        elif block.zone is Zone.DATELINE and (agency := read_agency(written)):
            start = block.span.start + written.index(agency)
            yield Credit(outlet=agency, span=Span(start, start + len(agency)))


def _credit(match: re.Match[str], within: Span, *, picture: bool = False) -> Credit:
    start, end = match.span("name")
    return Credit(outlet=match["name"], span=Span(start, end).shifted(within.start), picture=picture)


def _is_outlet(name: str) -> bool:
    words = name.split()
    return (
        words[0] in AGENCIES or words[-1].casefold() in OUTLET_NOUNS or (len(words) == 1 and name.isupper())
    )
