"""Acknowledged origins: "originally published by …", "Source: …", "(CPA) —", "with reporting by …".

A credit is read only where the report hands over the whole text ("is reprinted with permission") or names the agency of
its dateline. "As first reported by the Courier" acknowledges a scoop, not a copy, and is none.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.clean.datelines import read_agency
from onrecord.lexicon.outlets import AGENCIES, OUTLET_NOUNS
from onrecord.model.report import Credit, Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.clean.lines import Line
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
_WRITER_OF: Final = re.compile(
    r"(?:,\s*|[a-zà-ÿ]\s+|\|\s*|/\s*)(?P<name>(?:The )?[A-Z][\w/-]*(?: [A-Z][\w-]*)?)\s*$"
)
_ALONE: Final = re.compile(r"[(\[–—-]*\s*(?P<name>[^()\[\]]{2,40}?)\s*[)\].]*")
_ORIGIN: Final = r"(?:published|appeared|posted|ran|written|produced)"
_AGAIN: Final = r"(?:reprinted|republished|reproduced|reposted|syndicated)"
_OURS: Final = r"(?:article|story|piece|text|post|report|interview|content)"
_LINE: Final = re.compile(
    rf"(?:this {_OURS} (?:(?:was|is|has been|had been) )?(?:also )?(?:(?:first |originally )?{_ORIGIN}|{_AGAIN}|provided|appears) (?:here )?"
    r"(?:by|in|on|at|from|with|under|courtesy)\b"
    rf"|(?:the {_OURS} )?(?:(?:was|has been) )?(?:(?:first|originally) {_ORIGIN}|{_AGAIN}) (?:by|in|on|at|from|with|under|courtesy)\b"
    r"|printed (?:with|by) (?:the )?permission|courtesy of|(?:news |original )?source\s*:|(?:via|agency)\s*:)",
    re.IGNORECASE,
)
_WIRES: Final = ("wire", "press", "news")
"""Ends of agencies' names of one word: "Tidewire"."""
_JOINT: Final = re.compile(r"(?<!\s)(?:\s*/\s*|\s+and\s+)|,\s*")
"""What stands between two agencies: "AP/CPA", "Reuters and AFP"."""
_LONGEST_LINE: Final = 50
"""Words."""
_REPORTING: Final = re.compile(
    rf"\b(?:with|additional) (?:additional )?(?:reporting|material|information) (?:by|from)\s+{_NAME}",
    re.IGNORECASE,
)


_GATHERED: Final = re.compile(
    rf"[(\[—–-]*\s*reporting (?:and (?:writing|editing) )?by\s+{_NAME}", re.IGNORECASE
)
"""What stands below the copy of an agency: "(Reporting by Tidewire; editing by Ana Velik)"."""


def is_credit(line: Line) -> bool:
    """Tell whether `line` acknowledges where the whole report comes from.

    "This article was originally published by the Courier"; "Source: CPA"; "(CPA)" alone; but not "The report was published
    on Monday", which tells of some other report.
    """
    if len(line.words) > _LONGEST_LINE:
        return False
    text = line.text.lstrip("*_[ ")
    told = _LINE.match(text.lstrip("(")) is not None or _is_agency(text)
    return told and not shapes.is_speech(line.text)


def find_credits(text: str, blocks: Sequence[Block]) -> tuple[Credit, ...]:
    """Return the acknowledged origins, in order; `picture` where one stands at a caption and may mean that only.

    Their spans are those of the outlet's name in `text`.
    """
    return tuple(_find_credits(text, blocks))


def _find_credits(text: str, blocks: Sequence[Block]) -> Iterator[Credit]:
    for number, block in enumerate(blocks):
        written = block.span.of(text)
        if block.zone is Zone.CREDIT:
            yield from _read_line(written, block.span, picture=_is_beside_picture(blocks, number))
        elif block.zone is Zone.BYLINE:
            gathered = _REPORTING.search(written) or _GATHERED.match(written)
            match = gathered or _WRITER_OF.search(written)
            if match and _is_outlet(match["name"], named=match is gathered):
                yield _credit(match, block.span)
        elif block.zone is Zone.DATELINE and (agency := read_agency(written)):
            start = block.span.start + written.index(agency)
            yield Credit(outlet=agency, span=Span(start, start + len(agency)))


def _read_line(written: str, within: Span, *, picture: bool) -> Iterator[Credit]:
    if match := _PUBLISHED.search(written):
        yield _credit(match, within)
    elif match := _SOURCE.search(written) or _ALONE.fullmatch(written):
        yield _credit(match, within, picture=picture)


def _is_beside_picture(blocks: Sequence[Block], number: int) -> bool:
    """Tell whether the credit may be the picture's only: it touches a caption, or stands above the first paragraph."""
    beside = {block.zone for block in blocks[max(0, number - 1) : number + 2]}
    above = {block.zone for block in blocks[:number]}
    return Zone.CAPTION in beside or Zone.BODY not in above


def _is_agency(text: str) -> bool:
    """Tell whether the line is nothing but agencies' names ("– Reuters", "AP/CPA")."""
    names = text.strip("()[]–—-. \t")
    start = 0
    for joint in _JOINT.finditer(names):
        if names[start : joint.start()] not in AGENCIES:
            return False
        start = joint.end()
    return names[start:] in AGENCIES


def _credit(match: re.Match[str], within: Span, *, picture: bool = False) -> Credit:
    start, end = match.span("name")
    return Credit(outlet=match["name"], span=Span(start, end).shifted(within.start), picture=picture)


def _is_outlet(name: str, *, named: bool) -> bool:
    """Tell an outlet from a person; a writer's own house counts only when it is an agency, which others print."""
    if name.removeprefix("The ") in AGENCIES or not named:
        return name.removeprefix("The ") in AGENCIES
    words = name.split()
    last = words[-1].casefold()
    return last in OUTLET_NOUNS or (len(words) == 1 and (name.isupper() or last.endswith(_WIRES)))
