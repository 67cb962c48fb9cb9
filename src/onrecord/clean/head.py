"""The head of a report: which of its first lines is the headline, and what the lines around it are.

Every line above the first paragraph belongs to the head. The headline is the line that equals the title given with the
input, else one that is printed twice, else the first that is long enough to say something. A report whose first line is
a paragraph has no headline.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.clean.bylines import has_office, is_writer_line
from onrecord.clean.captions import is_signed_picture
from onrecord.clean.mastheads import is_masthead
from onrecord.lexicon.furniture import FIELDS
from onrecord.model.report import Zone
from onrecord.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.clean.lines import Line

_LONGEST_LABEL: Final = 3
"""Words: what is as short as this beside a headline is a label or a name."""
_LONGEST_VALUE: Final = 6
"""Words of what stands under a field's name ("Category / Harbours and canals")."""
_LONGEST_HEAD: Final = 25
"""Lines: the headline stands among the first."""


def zone_head(lines: Sequence[Line], zones: list[Zone | None], *, title: str | None) -> int:
    """Give the undecided lines of the head their zones, in place, and return the index of the first body line."""
    start = _find_body(lines, zones)
    head = [number for number in range(min(start, _LONGEST_HEAD)) if zones[number] is None]
    headline = None if Zone.HEADLINE in zones else _find_headline(lines, head, title)
    for number in head:
        zones[number] = _zone_beside(lines, zones, number, headline)
    return start


def _find_body(lines: Sequence[Line], zones: Sequence[Zone | None]) -> int:
    """Return the index of the first undecided line that is running text; the end when none is."""
    for number, line in enumerate(lines):
        if zones[number] is None and (shapes.is_paragraph(line) or not shapes.is_heading(line)):
            return number
    # Nothing but short lines: the first may head the others, which then are the body.
    undecided = [number for number in range(len(lines)) if zones[number] is None]
    return undecided[1] if len(undecided) > 1 else (undecided[0] if undecided else len(lines))


def _find_headline(lines: Sequence[Line], head: Sequence[int], title: str | None) -> int | None:
    keys = {number: normalise(lines[number].text) for number in head}
    if title and (wanted := normalise(title)):
        for number in head:
            if keys[number] == wanted:
                return number
    candidates = [number for number in head if not is_masthead(lines[number])]
    for number in candidates:
        if len(lines[number].words) >= _LONGEST_LABEL and list(keys.values()).count(keys[number]) > 1:
            return number
    telling = [
        number
        for number in candidates
        if len(lines[number].words) > _LONGEST_LABEL and not _is_slogan(lines, number)
    ]
    if telling:
        return telling[0]
    short = [
        number
        for number in candidates
        if len(lines[number].words) > 1 and not shapes.is_name(lines[number].text)
    ]
    return short[-1] if short else None


def _is_slogan(lines: Sequence[Line], number: int) -> bool:
    """Tell whether the line stands right under a masthead ("THE MARSH POST / Serving both banks")."""
    if not number or number + 1 >= len(lines):
        return False
    return is_masthead(lines[number - 1]) and not lines[number].gap and lines[number + 1].gap


def _zone_beside(
    lines: Sequence[Line], zones: Sequence[Zone | None], number: int, headline: int | None
) -> Zone:
    line = lines[number]
    if headline is not None and normalise(line.text) == normalise(lines[headline].text):
        return Zone.HEADLINE
    if is_writer_line(line) and not is_masthead(line):
        return Zone.BYLINE
    if headline is not None and number < headline:
        short = len(line.words) <= _LONGEST_LABEL or is_masthead(line) or _is_slogan(lines, number)
        return Zone.FURNITURE if short else Zone.SUBHEADING
    return _zone_below(lines, zones, number)


def _zone_below(lines: Sequence[Line], zones: Sequence[Zone | None], number: int) -> Zone:
    """Return the zone of a line between the headline and the first paragraph."""
    line = lines[number]
    above = zones[number - 1] if number else None
    below = zones[number + 1] if number + 1 < len(lines) else None
    if (
        is_signed_picture(line)
        or below is Zone.CAPTION
        or (below is Zone.CREDIT and not lines[number + 1].gap)
    ):
        return Zone.CAPTION
    if above is Zone.BYLINE and has_office(line):
        return Zone.BYLINE
    valued = above is Zone.FURNITURE and not line.gap and shapes.bare(lines[number - 1].text) in FIELDS
    if len(line.words) <= (_LONGEST_VALUE if valued else _LONGEST_LABEL):
        return Zone.FURNITURE
    return Zone.SUBHEADING
