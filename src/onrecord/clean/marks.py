"""Lines that tell by themselves what they are: furniture, bylines, captions, credits, bare dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

from onrecord.clean.bylines import is_byline
from onrecord.clean.captions import is_caption
from onrecord.clean.credits import is_credit
from onrecord.clean.furniture import LONGEST_NOTICE, is_furniture, is_label
from onrecord.clean.mastheads import read_dated_masthead
from onrecord.clean.stamps import is_date_line, is_stamp
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from onrecord.clean.lines import Line


def own_zone(line: Line) -> Zone | None:
    """Return the zone that `line` shows by itself, or None when only its place could tell."""
    if len(line.words) > LONGEST_NOTICE:
        return None
    if not any(letter.isalnum() for letter in line.text) or is_label(line):
        return Zone.FURNITURE
    for zone, shows in (
        (Zone.BYLINE, is_byline(line)),
        (
            Zone.DATELINE,
            is_stamp(line.text) or is_date_line(line.text) or read_dated_masthead(line) is not None,
        ),
        (Zone.CREDIT, is_credit(line)),
        (Zone.CAPTION, is_caption(line)),
        (Zone.FURNITURE, is_furniture(line)),
    ):
        if shows:
            return zone
    return None
