"""What stands behind a name and its comma to say who that is: "Ana Velik, a Halden-based developer and spokeswoman for …"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from onrecord.model.annotation import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from onrecord.model.annotation import Mention

_COMMA: Final = re.compile(r",\s+(?=an?\s)")
_LISTED: Final = re.compile(r",?\s+(?:and|or)\s+(?:an?|the|his|her|their|one|another)\b|,\s+an?\b")
"""What follows the second of several people, who is nobody's explanation: "Ana Velik, a docker and a nurse"."""


def find_explanations(text: str, mentions: Sequence[Mention]) -> Iterator[tuple[Mention, Mention]]:
    """Yield the names of persons with the nameless mentions right behind that explain them; `mentions` in text order."""
    for named, described in pairwise(mentions):
        if not named.name or described.name or not named.kind is described.kind is Kind.PERSON:
            continue
        gap = _COMMA.match(text, named.span.end)
        if gap and gap.end() == described.span.start and not _LISTED.match(text, described.span.end):
            yield named, described
