"""What stands behind a name and its comma to say who that is: "Ana Velik, a Halden-based developer and spokeswoman for …"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.lexicon.roles import is_body_noun
from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model.annotation import Mention

_COMMA: Final = re.compile(r",\s+(?=an?\s)")
_LISTED: Final = re.compile(r",?\s+(?:and|or)\s+(?:an?|the|his|her|their|one|another)\b|,\s+an?\b")
"""What follows the second of several people, who is nobody's explanation: "Ana Velik, a docker and a nurse"."""


def is_body_explained(text: str, described: Mention, named: Mention) -> bool:
    """Tell whether a name between commas says which body is meant: "The union, Cockpit United, rejected that."."""
    if described.name or not named.name or named.kind is not Kind.BODY:
        return False
    words = described.span.of(text).split()
    body = words[0].casefold() in {"the", "its"} and is_body_noun(words[-1])
    gap = text[described.span.end : named.span.start]
    return body and gap == ", " and text[named.span.end : named.span.end + 1] == ","


def find_explanations(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield names with the nameless mentions right beside that explain them; `mentions` in text order."""
    for named, described in pairwise(mentions):
        if is_body_explained(text, named, described):
            yield described, named
        if not named.name or described.name or not named.kind is described.kind is Kind.PERSON:
            continue
        gap = _COMMA.match(text, named.span.end)
        if gap and gap.end() == described.span.start and not _LISTED.match(text, described.span.end):
            yield named, described
