"""The name and title lines under a pull quote.

We have nothing to hide at the bottom of that harbour.
Tobias Renwick
Chief executive of the Port Authority
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.clean.lines import Line

_DASHED: Final = re.compile(r"[—–―-]{1,2}\s*(?=[A-ZÀ-ÞА-Я])")
_LONGEST: Final = 12
"""Words of a title line."""
_MOST_LINES: Final = 4


def zone_signatures(lines: Sequence[Line], zones: list[Zone | None], body: int) -> None:
    """Mark, in place, the lines that sign the undecided paragraph before them, from index `body` on."""
    number = max(body, 0) + 1
    while number < len(lines):
        count = _count_signed(lines, zones, number)
        for signed in range(number, number + count):
            zones[signed] = Zone.SIGNATURE
        number += max(count, 1)


def _count_signed(lines: Sequence[Line], zones: Sequence[Zone | None], start: int) -> int:
    """Return how many lines from `start` sign the line before it."""
    above = lines[start - 1]
    if zones[start - 1] is not None or not (shapes.ends_sentence(above.text) or shapes.is_quoted(above.text)):
        return 0
    text, dashed = _undashed(lines[start].text)
    name = re.split(r",\s|\s[–—|]\s|\s\(", text, maxsplit=1)[0]
    if zones[start] is not None or len(lines[start].words) > _LONGEST or not shapes.is_name(name):
        return 0
    if not dashed and (
        shapes.ends_sentence(text) or (name != text and not _OFFICE.search(text[len(name) :]))
    ):
        return 0
    count = 1
    while count < _MOST_LINES and _is_title(lines, zones, start + count, name):
        count += 1
    has_title = count > 1 or name != text
    if dashed or (has_title and start + count < len(lines)):
        return count
    return count if has_title and _is_known(name, lines, start, count) else 0


def _undashed(text: str) -> tuple[str, bool]:
    rest = _DASHED.sub("", text, count=1) if _DASHED.match(text) else text
    return rest, rest != text


def _is_title(lines: Sequence[Line], zones: Sequence[Zone | None], number: int, name: str) -> bool:
    if number >= len(lines) or zones[number] is not None:
        return False
    line = lines[number]
    if line.text == name:
        return True
    if len(line.words) > _LONGEST or shapes.ends_sentence(line.text) or shapes.is_quoted(line.text):
        return False
    # A heading that follows a name alone would say something with a verb; a title starts with the office.
    return bool(_OFFICE.search(line.text))


_OFFICE: Final = re.compile(
    r"\b(?:[\w-]*(?:minister|president|secretary|director|chair|chairman|chairwoman|chairperson|chief|head|mayor|governor|ambassador"
    r"|spokes\w+|commander|general|admiral|colonel|major|captain|officer|professor|analyst|expert|economist|leader|member|mp|mep|senator|deputy"
    r"|councillor|council|commissioner|adviser|advisor|executive|ceo|founder|owner|manager|king|queen|prince|pope|bishop|archbishop"
    r"|lawyer|attorney|judge|prosecutor|author|editor|resident|worker|doctor|dr|nurse|teacher|farmer|fisherman|coach|captain|representative"
    r"|chancellor|premier|envoy|delegate|activist|historian|scientist|researcher|fellow|lecturer|engineer|organiser|organizer|coordinator))\b",
    re.IGNORECASE,
)


def _is_known(name: str, lines: Sequence[Line], start: int, count: int) -> bool:
    last = name.rpartition(" ")[2]
    return any(last in line.text for number, line in enumerate(lines) if not start <= number < start + count)
