"""Whose a text is that a report quotes by "it read": the name under which it was sent or posted.

"The company posted a statement under the name of its spokeswoman, Ana Roe. “We are sorry,” it read.": Roe's words, whoever
posted them.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.attribute.frame.view import View
    from onrecord.model.annotation import Mention

_SIGNED: Final = re.compile(
    r"\b(?:statement|letter|note|notice|post|message|e-?mail|memo|tweet)\b[^.!?\n]{0,30}?\b"
    r"(?:signed\s+by|written\s+by|(?:under|over|in)\s+the\s+name\s+of)\s+(?:its\s+|their\s+)?"
)
_REACH: Final = 400
"""Characters before "it read" in which it is told who signed."""


def find_signer(view: View, mentions: Sequence[tuple[Mention, str]], head: int) -> str | None:
    """Return the chain of who signed the text that the "it" at `head` is, where it "reads" and its paragraph tells that."""
    tokens = view.syntax.tokens
    if view.lower(head) != "it" or tokens[tokens[head].head].lemma != "read":
        return None
    start = tokens[head].span.start
    block = view.report.blocks[view.block_of(head)].span
    signed = [found.end() for found in _SIGNED.finditer(view.text, max(block.start, start - _REACH), start)]
    if not signed:
        return None
    place = bisect_left(mentions, signed[-1] + 1, key=lambda pair: pair[0].span.end)
    mention, chain_id = mentions[place] if place < len(mentions) else (None, None)
    return chain_id if mention is not None and mention.name and mention.span.start <= signed[-1] else None
