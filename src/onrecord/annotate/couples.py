"""Two of one family in one sentence: "As President Orvar spoke, Michelle Orvar smiled".

The rule: who is called by a family name with an office, and is followed in the same sentence by a full name of that
family, is somebody else than the one so named; nobody is introduced twice in one breath.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model.annotation import Mention

_STOP = re.compile(r"[.!?…][\"”’']?\s|\n")
_REACH = 240
"""Characters within which the two stand."""


def find_couples(
    text: str, short: Iterable[tuple[str, Mention]], full: Mapping[str, Sequence[int]]
) -> frozenset[str]:
    """Return the keys of family names that a report gives to somebody in office and to another in one sentence.

    Args:
        text: the report.
        short: the mentions by a family name alone, with its key.
        full: where the full names of each family first stand, by its key.
    """
    return frozenset(
        key
        for key, mention in short
        if mention.role
        and any(
            mention.span.end <= start < mention.span.end + _REACH
            and _STOP.search(text, mention.span.end, start) is None
            for start in full.get(key, ())
        )
    )
