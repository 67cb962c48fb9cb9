"""Lines of the page rather than of the report: buttons, section names, pitches, notices, pointers to other pages.

A line in which somebody plainly is quoted is never furniture, and what is doubtful is not either.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.lexicon.furniture import (
    CALLS,
    CERTAIN_OPENINGS,
    DOUBTFUL_OPENINGS,
    LABELS,
    LEAD_INS,
    NOTICES,
    PLATFORMS,
    SOLD_THINGS,
)

if TYPE_CHECKING:
    from onrecord.clean.lines import Line

LONGEST_NOTICE: Final = 70
"""Words: longer lines are texts of their own."""
_LONGEST_PITCH: Final = 40
_LONGEST_POINTER: Final = 30
_LONGEST_MENU: Final = 5

_MENU_MARK: Final = re.compile(r"(?<!\s)\s+[|›▸»>/•·→▶]+\s+")
_FEWEST_IN_MENU: Final = 3
"""Names in a row, and the most words of each."""
_LEAD_IN: Final = re.compile(rf"(?:{shapes.any_of(LEAD_INS)})\s*[:|»>]", re.IGNORECASE)
_CERTAIN: Final = re.compile(rf"(?:{shapes.any_of(CERTAIN_OPENINGS)})(?!\w)", re.IGNORECASE)
_DOUBTFUL: Final = re.compile(rf"(?:{shapes.any_of(DOUBTFUL_OPENINGS)})(?!\w)", re.IGNORECASE)
_NOTICE: Final = re.compile(rf"\b(?:{shapes.any_of(NOTICES)})", re.IGNORECASE)
_SOLD: Final = re.compile(rf"\b(?:{shapes.any_of(SOLD_THINGS)})s?\b", re.IGNORECASE)
_CALL: Final = re.compile(
    rf"(?:^|[.!?:;–—-]\s+|\b(?:please|and|to|can|must|or)\s+)(?:{shapes.any_of(CALLS)})\b", re.IGNORECASE
)
_READER: Final = re.compile(r"\b(?:you|your|yours)\b", re.IGNORECASE)
_FOLLOW: Final = re.compile(
    rf"(?:on twitter,? )?follow\b.{{1,120}}?(?:\b(?:on|at|via)\s+(?:{shapes.any_of(PLATFORMS)})\b|@\w|https?://)",
    re.IGNORECASE,
)
_PLACES: Final = ("here", "below", "link")
_HERE: Final = re.compile(
    r"\b(?:click|tap|read (?:the )?(?:more|rest|full [\w ]{3,20}|story|article)|sign up|subscribe|register|find out more|donate)\b[^.!?]{0,40}"
    rf"\b(?:{shapes.any_of(_PLACES)})\b",
    re.IGNORECASE,
)
_ABOVE: Final = re.compile(
    r"(?:watch|see|listen to|view|check out|read)\b.{0,80}\b(?:above|below|embedded)\b\W*$", re.IGNORECASE
)
_HOLDER: Final = re.compile(r"[Cc]opyright,? (?:by )?(?:the )?[A-ZÀ-Þ][\w’'&-]*(?: [A-ZÀ-Þ][\w’'&-]*){0,5}\.")
"""Who holds the rights, and nothing else: "Copyright Harbour Desk."; a heading has no full stop."""
_ADDRESS: Final = re.compile(
    r"(?:@\w+|https?://\S+|www\.\S+|pic\.twitter\.com/\S+|[\w.+-]+@[\w-]+\.[\w.-]+)[\W_]*"
)
_MARKUP: Final = re.compile(r"</?\w+(?:\s[^<>]*)?/?>\W*$|[#.@][\w-]+[^{}]*\{\W*$|\[/?\w+(?:\s[^\[\]]*)?\]$")


def is_label(line: Line) -> bool:
    """Tell whether the whole line is a button, a section's name or another label ("Share", "World | Politics")."""
    if _is_menu(line):
        return True
    if len(line.words) > _LONGEST_MENU:
        return False
    return shapes.bare(line.text) in LABELS or shapes.is_section(line.text)


def _is_menu(line: Line) -> bool:
    """Tell whether `line` is a row of short names between bars or arrows ("Home › Harbour › Old Quay")."""
    if len(line.words) > _LONGEST_POINTER:
        return False
    parts = _MENU_MARK.split(line.text)
    return len(parts) >= _FEWEST_IN_MENU and all(0 < len(part.split()) <= _FEWEST_IN_MENU for part in parts)


def is_furniture(line: Line) -> bool:
    """Tell whether `line` is a pitch, a notice, an address, or points to another page.

    "Join 40,000 readers of our newsletter!" calls and sells; "Join the union, he told them." only calls.
    """
    count = len(line.words)
    if count > LONGEST_NOTICE:
        return False
    text = line.text.lstrip("*•>–—-»▶►▪ \t([").replace("’", "'")
    if count <= _LONGEST_POINTER and (
        _LEAD_IN.match(text) or _HOLDER.fullmatch(text) or _ADDRESS.fullmatch(text) or _MARKUP.fullmatch(text)
    ):
        return True
    noticed = _CERTAIN.match(text) or (shapes.holds_any(text, NOTICES) and _NOTICE.search(text))
    pitched = noticed or (count <= _LONGEST_PITCH and _is_pitch(text) and not shapes.is_quoted(line.text))
    return bool(pitched) and not shapes.is_speech(line.text)


def _is_pitch(text: str) -> bool:
    if _FOLLOW.match(text) or (shapes.holds_any(text, _PLACES) and _HERE.search(text)) or _ABOVE.match(text):
        return True
    if not (shapes.holds_any(text, SOLD_THINGS) and _SOLD.search(text)):
        return False
    # "Keep up with the strike on our website": opens as pitches do and offers something.
    return bool(_DOUBTFUL.match(text) or (_READER.search(text) and _CALL.search(text)))
