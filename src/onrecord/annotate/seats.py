"""What brackets behind a name tell of a seat and a party: "Mr Velik (Elm Central, Lib.) said", "Ms Roe (Fens, Ind.)".

The rule: a few capitalised words, a comma, one short capitalised word, all in brackets right behind a capitalised word, name
where somebody sits and for whom, and nobody.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from onrecord.model.annotation import Token

_SEAT = re.compile(
    r"(?<=\w )\((?P<seat>[A-Z][\w.’'-]*(?:\s(?:[A-Z][\w.’'-]*|and|of|the|upon|on|in)){0,5}),\s[A-Z][\w-]{0,5}\.?"
    r"(?:\s?(?:and|&|/)\s?[A-Z][\w-]{0,5}\.?)?\)"
)

_WORD = 40
"""Characters in which the last word of a name stands."""


def find_seats(text: str, tokens: tuple[Token, ...]) -> frozenset[int]:
    """Return the tokens that stand in such brackets, the brackets left out."""
    starts = [token.span.start for token in tokens]
    found: set[int] = set()
    for seat in _SEAT.finditer(text):
        before = text[max(0, seat.start() - _WORD) : seat.start()].rsplit(maxsplit=1)[-1]
        if before[0].isupper():
            found |= set(range(bisect_left(starts, seat.start() + 1), bisect_left(starts, seat.end() - 1)))
    return frozenset(found)
