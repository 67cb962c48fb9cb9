"""Who speaks behind a dateline inside a paragraph: "Elmworth, 17 April 2023 - Engineer Tom Roe said": Roe, and never the town."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from onrecord.attribute.frame.view import View

_DAY: Final = r"(?:\d{1,2}\s[A-Z][a-z]+|[A-Z][a-z]+\.?\s\d{1,2})(?:,?\s\d{4})?"
_BEHIND_TOWN: Final = re.compile(
    rf"(?:\s[A-Z]\w+)*(?:,\s[A-Z][\w. ]*?)?,?\s\(?{_DAY}\)?(?:\s\([\w ]+\))?\s?[-–—]+\s"
)
"""What stands between the name of a town and the report: a country, a day, an agency in brackets, a dash."""
_NOUNS: Final = frozenset({"NOUN", "PROPN"})


def past_dateline(view: View, head: int, verb: int) -> int:
    """Return the noun before a verb where the parser took the town of a dateline before it for the one who speaks."""
    tokens = view.syntax.tokens
    found = _BEHIND_TOWN.match(view.text, tokens[head].span.end) if head < verb else None
    if found is None or found.end() > tokens[verb].span.start:
        return head
    behind = [
        token
        for token in range(head + 1, verb)
        if tokens[token].span.start >= found.end() and tokens[token].pos in _NOUNS
    ]
    return behind[-1] if behind else head
