"""Who has written a report, and so is none of those whom its "he" and "she" go on with.

"By Ana Roe in Oslo and Tom Velik" above "Over lunch, Tom spoke to a guide called Per. “It held,” he said.": Per held it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.model.annotation import Kind
from onrecord.model.span import Span

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Mention

_BY: Final = re.compile(
    r"(?:^|(?<=[.|,–—-]\s)|(?<=\n))(?:By|Words by|With)\s+(?P<names>[A-Z][\w.’'-]*(?:,?\s+(?:[A-Z][\w.’'-]*|and|at|in|for|de|der|van|von|&))*)"
)
_HEAD: Final = 6
"""Blocks at the head of a report among which its writers are told."""
_LINE: Final = 200
"""Characters of a line that tells them."""


def find_reporters(view: View, mentions: Sequence[tuple[Mention, str]]) -> frozenset[str]:
    """Return the persons whom a short line at the head of a report tells to have written it: "By Ana Roe in Oslo and Tom Velik"."""
    lines = [block.span for block in view.report.blocks[:_HEAD] if len(block.span) <= _LINE]
    written = [
        Span(*match.span("names"))
        for line in lines
        for match in _BY.finditer(view.text, line.start, line.end)
    ]
    return frozenset(
        chain_id
        for mention, chain_id in mentions
        if mention.kind is Kind.PERSON and any(mention.span.start in names for names in written)
    )
