"""Which lines of a page are the report's, which head it, which stand under a picture: every line gets a zone, none is cut.

Inside the element that holds the body (see `page_body`) paragraphs, headings, list items, cells and block quotations are the report's,
unless the element around one says otherwise or the whole line leads to another page. Outside of it only what trafilatura and the look
of the line agree on. What is left undecided here is decided line by line as in any other text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.clean.marks import own_zone
from onrecord.clean.page_body import find_body
from onrecord.clean.page_headline import find_headlines
from onrecord.clean.stamps import is_published_stamp, is_stamp, is_update_stamp
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.clean.element import Passage
    from onrecord.clean.lines import Line
    from onrecord.clean.page_body import PageBody
    from onrecord.clean.running_text import RunningText

_BESIDE: Final = frozenset({Zone.BYLINE, Zone.DATELINE, Zone.CREDIT})
"""Zones of lines that belong to a report though they are no running text."""
_LISTED_AS: Final = (None, Zone.DATELINE)
"""What an item or a cell may look like and still be the report's: a year in a table is no day of publishing."""
_DASHES: Final = ("—", "–", "-", "―", "~")


def find_zones(
    passages: Sequence[Passage], lines: Sequence[Line], running: RunningText, *, title: str | None = None
) -> list[Zone | None]:
    """Return the zone of each passage as far as its elements tell, None where the line itself must.

    `lines` are the passages as lines, in the same order; `title` is what the page gives for its title.
    """
    body = find_body(passages, running)
    kept = _find_kept(passages, body)
    first = next((number for number, keep in enumerate(kept) if keep and body.runs[number]), len(passages))
    headlines = find_headlines(lines, body, title=title, first=first)
    _drop_empty_headings(kept, body)
    head = min(headlines, default=first)
    return [
        Zone.HEADLINE
        if number in headlines
        else _zone(lines[number], body, number, kept=kept[number], head=head)
        for number in range(len(passages))
    ]


def _zone(line: Line, body: PageBody, number: int, *, kept: bool, head: int) -> Zone | None:
    role = body.roles[number]
    if not body.runs[number] and _is_other_day(line, above=number < head):
        return Zone.FURNITURE
    if role.caption and not role.headline and not role.quoted:
        return Zone.CAPTION
    if not kept:
        near = number > head and not body.outside[number]
        own = own_zone(line) if near else None
        return own if own in _BESIDE else Zone.FURNITURE
    if role.heading:
        return Zone.SUBHEADING
    if role.quoted:
        return None if role.signed or _is_signature(line) else Zone.BODY
    return Zone.BODY if body.listed[number] and own_zone(line) in _LISTED_AS else None


def _is_other_day(line: Line, *, above: bool) -> bool:
    """Tell whether a line states the day of a later change, or above the headline one that may be that of the visit."""
    if not is_stamp(line.text):
        return False
    return is_update_stamp(line.text) or (above and not is_published_stamp(line.text))


def _is_signature(line: Line) -> bool:
    return line.text.startswith(_DASHES) or shapes.is_name(line.text)


def _find_kept(passages: Sequence[Passage], body: PageBody) -> list[bool]:
    kept = [_is_kept(body, number) for number in range(len(passages))]
    if not any(kept):
        kept = [run and not out for run, out in zip(body.runs, body.outside, strict=True)]
    if not any(kept):
        kept = [not out for out in body.outside]
    return kept


def _is_kept(body: PageBody, number: int) -> bool:
    role = body.roles[number]
    if role.quoted and not role.never and (role.article or body.inside[number]):
        return True
    if body.outside[number] or body.linked[number]:
        return False
    if body.inside[number] and (role.heading or body.listed[number] or body.held[number]):
        return True
    if not body.runs[number]:
        return body.paragraph[number] and body.alike[number]
    return body.alike[number] or (body.held[number] and number < body.after)


def _drop_empty_headings(kept: list[bool], body: PageBody) -> None:
    """Drop, in place, headings under which nothing of the report stands, as above a list of other pages."""
    heads, below = False, False
    for number in range(len(kept) - 1, -1, -1):
        if not body.roles[number].heading:
            if below:
                heads, below = False, False
            heads = heads or kept[number]
        else:
            kept[number] = kept[number] and heads
            below = True
