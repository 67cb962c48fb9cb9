"""Give every run of a text its zone. Zones label; nothing is cut.

In this order: lines that tell by themselves what they are, the head, signatures under pull quotes, headings between
paragraphs, labels after the last one; whatever is left is body. Then datelines are split off, and lines that print an
earlier one again are marked.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.clean.bylines import is_bio
from onrecord.clean.datelines import find_dateline, is_turn
from onrecord.clean.head import zone_head
from onrecord.clean.marks import own_zone
from onrecord.clean.signatures import zone_signatures
from onrecord.clean.stamps import is_published_stamp
from onrecord.clean.wrapping import find_paragraphs
from onrecord.model.report import Block, Zone
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.clean.lines import Line

_LONGEST_SUBHEADING: Final = 14
"""Words."""
_FEWEST_REPEATED: Final = 4
"""Words: shorter lines may well stand twice for a reason."""
_DATELINED: Final = 2
"""Body paragraphs that may start with a dateline: the first may be a lead set apart."""
_LONGEST_LABEL: Final = 3


@dataclass(frozen=True, slots=True)
class Layout:
    """Lines with their zones, and the index of the first line of the body."""

    lines: tuple[Line, ...]
    zones: tuple[Zone, ...]
    body: int


def read_layout(text: str, *, title: str | None = None) -> Layout:
    """Return the lines of `text` with their zones; `title` is what the input gave for its headline."""
    lines = find_paragraphs(text)
    return lay_out(lines, [None] * len(lines), title=title)


def lay_out(lines: tuple[Line, ...], told: Sequence[Zone | None], *, title: str | None) -> Layout:
    """Return `lines` with the zones that are `told` of them, and where none is, with those that they show."""
    zones = [zone or own_zone(line) for line, zone in zip(lines, told, strict=True)]
    if len(lines) == 1:
        zones[0] = Zone.BODY
    if lines and all(zone is not None for zone in zones):
        _restore_speech(lines, zones)
    body = zone_head(lines, zones, title=title)
    zone_signatures(lines, zones, body)
    _zone_captions(lines, zones, body)
    _zone_subheadings(lines, zones, body)
    _zone_tail(lines, zones, body)
    _zone_late_stamps(lines, zones, body)
    return Layout(lines, tuple(zone or Zone.BODY for zone in zones), body)


def find_blocks(layout: Layout, text: str) -> tuple[Block, ...]:
    """Return the blocks of a layout: sorted, not overlapping, leaving out only white space."""
    blocks: list[Block] = []
    seen: set[str] = set()
    bodies = 0
    transcript = sum(is_turn(line.text) for line in layout.lines) > 1
    for line, zone in zip(layout.lines, layout.zones, strict=True):
        key = " ".join(line.words).casefold()
        repeats = zone in _READ_ONCE and len(line.words) >= _FEWEST_REPEATED and key in seen
        seen.add(key)
        if zone is Zone.BODY and bodies < _DATELINED and not (transcript and is_turn(line.text)):
            bodies += 1
            blocks += _split_dateline(line, text, repeats=repeats)
        else:
            blocks.append(Block(span=line.span, zone=zone, repeats=repeats))
    return tuple(blocks)


_READ_ONCE: Final = frozenset({Zone.HEADLINE, Zone.SUBHEADING, Zone.BODY})


def _split_dateline(line: Line, text: str, *, repeats: bool) -> Iterator[Block]:
    found = find_dateline(line.text)
    if found:
        span, start = found
        yield Block(span=span.shifted(line.span.start), zone=Zone.DATELINE)
        rest = text[line.span.start + start : line.span.end]
        start += len(rest) - len(rest.lstrip())
        yield Block(span=Span(line.span.start + start, line.span.end), zone=Zone.BODY, repeats=repeats)
    else:
        yield Block(span=line.span, zone=Zone.BODY, repeats=repeats)


def _restore_speech(lines: Sequence[Line], zones: list[Zone | None]) -> None:
    """Leave the longest line undecided where every line looked like furniture: a text has something to say."""
    longest = max(range(len(lines)), key=lambda number: (len(lines[number].words), -number))
    zones[longest] = None


def _zone_subheadings(lines: Sequence[Line], zones: list[Zone | None], body: int) -> None:
    headings = [
        number
        for number in range(body + 1, len(lines) - 1)
        if zones[number] is None and _heads(lines, zones, number)
    ]
    # A question between paragraphs is the writer's own unless other headings stand there too.
    plain = any(not lines[number].text.endswith("?") for number in headings)
    for number in headings if plain else ():
        zones[number] = Zone.SUBHEADING


def _heads(lines: Sequence[Line], zones: Sequence[Zone | None], number: int) -> bool:
    """Tell whether the line stands as a heading above a paragraph."""
    line, below = lines[number], lines[number + 1]
    if len(line.words) > _LONGEST_SUBHEADING or not shapes.is_heading(line) or shapes.is_speech(line.text):
        return False
    if line.text[0] in "“„«\"‘'" or (shapes.ends_sentence(line.text) and not line.text.endswith("?")):
        return False
    return zones[number + 1] is None and (shapes.ends_sentence(below.text) or shapes.is_paragraph(below))


def _zone_tail(lines: Sequence[Line], zones: list[Zone | None], body: int) -> None:
    """Mark what trails after the last paragraph: labels, the writer's name and life, headlines of other pages."""
    start = len(lines)
    while start > body + 1 and (zones[start - 1] is not None or _is_trailing(lines[start - 1])):
        start -= 1
    trailing = [number for number in range(start, len(lines)) if zones[number] is None]
    # One heading alone may be the report's own last word; several, or one below a label, point elsewhere.
    listed = (
        sum(len(lines[number].words) > _LONGEST_LABEL and not is_bio(lines[number]) for number in trailing)
        > 1
    )
    for number in trailing:
        if is_bio(lines[number]) or shapes.is_name(lines[number].text):
            zones[number] = Zone.BYLINE
        elif listed or len(lines[number].words) <= _LONGEST_LABEL or zones[number - 1] is Zone.FURNITURE:
            zones[number] = Zone.FURNITURE


def _zone_captions(lines: Sequence[Line], zones: list[Zone | None], body: int) -> None:
    """Take a line that is no sentence, right above a picture's credit, for its caption."""
    for number in range(body, len(lines) - 1):
        line = lines[number]
        if zones[number] is None and zones[number + 1] is Zone.CAPTION and shapes.is_heading(line):
            zones[number] = None if shapes.ends_sentence(line.text) else Zone.CAPTION


def _zone_late_stamps(lines: Sequence[Line], zones: list[Zone | None], body: int) -> None:
    """Take times and dates below the first paragraph for furniture: corrections, live tickers, comments."""
    for number in range(body, len(lines)):
        if zones[number] is Zone.DATELINE and not is_published_stamp(lines[number].text):
            zones[number] = Zone.FURNITURE


def _is_trailing(line: Line) -> bool:
    """Tell whether a line at the end is no part of the report's running text."""
    if is_bio(line):
        return True
    return (
        shapes.is_heading(line)
        and len(line.words) <= _LONGEST_SUBHEADING
        and not shapes.ends_sentence(line.text)
        and not shapes.is_speech(line.text)
        and line.text[0] not in "“„«\"‘'"
        and line.text[-1] not in "”“»\"’'"
    )
