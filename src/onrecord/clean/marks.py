"""Lines that tell by themselves what they are: furniture, bylines, captions, credits, bare dates.

A line in which somebody plainly is quoted is none of these, whatever else it holds. What is doubtful stays undecided
and becomes body.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.clean.stamps import is_stamp
from onrecord.lexicon.furniture import (
    CALLS,
    CERTAIN_OPENINGS,
    LABELS,
    LEAD_INS,
    NOTICES,
    OPENINGS,
    PICTURE_WORDS,
    SOLD_THINGS,
)
from onrecord.model.report import Zone

if TYPE_CHECKING:
    from collections.abc import Iterable

    from onrecord.clean.lines import Line


def _any_of(words: Iterable[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


_LEAD_IN: Final = re.compile(rf"(?:{_any_of(LEAD_INS)})\s*[:|»>]", re.IGNORECASE)
_OPENING: Final = re.compile(rf"(?:{_any_of(OPENINGS)})(?!\w)", re.IGNORECASE)
_CERTAIN: Final = re.compile(rf"(?:{_any_of(CERTAIN_OPENINGS)})(?!\w)", re.IGNORECASE)
_CALL: Final = re.compile(rf"\b(?:{_any_of(CALLS)})\b", re.IGNORECASE)
_SOLD: Final = re.compile(rf"\b(?:{_any_of(SOLD_THINGS)})s?\b", re.IGNORECASE)
_NOTICE: Final = re.compile(rf"\b(?:{_any_of(NOTICES)})", re.IGNORECASE)
_READER: Final = re.compile(r"\b(?:you|your|yours|we use|our|us)\b", re.IGNORECASE)

_BYLINE: Final = re.compile(
    r"(?:by|written by|text by|reported by|words by|story by|analysis by|author:|reporter:|from our)\s+\S",
    re.IGNORECASE,
)
_BYLINE_WORDS: Final = frozenset(
    (
        "a an and at by chief contributing contributor correspondent correspondents desk editor for foreign former from"
        " in national newsroom of our own political reporter reporters senior special staff the their with writer"
        " writers city diplomatic local analysis text words"
    ).split()
)
_DAYS: Final = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august"
        " september october november december"
    ).split()
)
_REPORTING: Final = re.compile(
    r"[(\[—–-]*\s*(?:additional |with )?(?:reporting|editing|writing|compiled|translated|edited|produced|photography|video)"
    r"(?: and (?:reporting|editing|writing))? (?:by|from)\b",
    re.IGNORECASE,
)
_PICTURE_LABEL: Final = re.compile(
    r"[(\[]?\s*(?:(?:file |archive |cover |main |lead |feature |featured |stock )?(?:photo|photos|photograph|picture|image|illustration|graphic"
    r"|caption|video|screenshot)s?(?: credits?| courtesy| source| illustration| by| via)?|photographer|credits?"
    r"|picture credit|foto)\s*[:/|©]",
    re.IGNORECASE,
)
_PICTURE_BY: Final = re.compile(
    r"[(\[]?(?:file )?(?:photo|image|picture|illustration)s? (?:by|courtesy|from|via|:)\b", re.IGNORECASE
)
_BRACKETED_END: Final = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,70})[)\]]\s*\.?$")
_BAR_END: Final = re.compile(r"\s(?:\||©|/)\s*(?P<credit>[^|©]{2,60})$")
_PICTURE: Final = re.compile(rf"(?:^|[\W_])(?:{_any_of(PICTURE_WORDS)})(?:$|[\W_])", re.IGNORECASE)
_SLASHED: Final = re.compile(r"[A-Z][\w.’' -]*/\s*[A-Z][\w.’' /-]*")

_CREDIT: Final = re.compile(
    r"(?:(?:this|the) (?:article|story|report|piece|text|post) (?:was |is |has been |had been )?"
    r"(?:first |originally |also )?(?:published|appeared|posted|ran|reprinted|republished|produced|reproduced|written|translated|provided|taken)"
    r"|(?:first |originally )(?:published|appeared) (?:by|in|on|at)"
    r"|(?:re)?printed (?:with|by) (?:the )?permission|republished (?:with|under|from)|courtesy of"
    r"|(?:news )?source\s*:|via\s*:|agency\s*:|©\s)",
    re.IGNORECASE,
)
_LONGEST_NOTICE: Final = 70
"""Words: longer lines are texts of their own."""
_LONGEST_CAPTION: Final = 60
_LONGEST_BYLINE: Final = 16


def own_zone(line: Line) -> Zone | None:
    """Return the zone that `line` shows by itself, or None when only its place could tell."""
    if not any(letter.isalnum() for letter in line.text):
        return Zone.FURNITURE
    if is_label(line):
        return Zone.FURNITURE
    if is_byline(line):
        return Zone.BYLINE
    if is_stamp(line.text):
        return Zone.DATELINE
    if is_credit(line):
        return Zone.CREDIT
    if is_caption(line):
        return Zone.CAPTION
    return Zone.FURNITURE if is_furniture(line) else None


def is_label(line: Line) -> bool:
    """Tell whether the whole line is a button, a section's name or another label ("Share", "World | Politics")."""
    label = shapes.bare(line.text)
    return label in LABELS or (len(line.words) <= 5 and shapes.is_section(line.text))  # noqa: PLR2004 - a menu is longer


def is_furniture(line: Line) -> bool:
    """Tell whether `line` is a pitch, a notice or a pointer to another page.

    "Join 40,000 readers of our newsletter!" calls and sells; "Join the union, he told them." only calls.
    """
    if len(line.words) > _LONGEST_NOTICE:
        return False
    text = line.text.lstrip("*•>–—-»▶► \t").replace("’", "'")
    if _LEAD_IN.match(text) and len(line.words) <= shapes.LONGEST_HEADING + 8:
        return True
    if shapes.is_speech(line.text) or shapes.is_quoted(line.text):
        return False
    if _CERTAIN.match(text) or _NOTICE.search(text):
        return True
    sells = bool(_SOLD.search(text))
    if _OPENING.match(text) and (sells or not shapes.ends_sentence(text) or text.endswith("!")):
        return sells or bool(_READER.search(text))
    return sells and bool(_CALL.search(text)) and bool(_READER.search(text)) and len(line.words) <= 40  # noqa: PLR2004


def is_byline(line: Line) -> bool:
    """Tell whether `line` names who wrote the report ("By Ana Velik, Staff Writer"; "(Reporting by …)")."""
    text = line.text.strip("*_ ")
    if _REPORTING.match(text) and len(line.words) <= _LONGEST_NOTICE:
        return True
    if not _BYLINE.match(text) or len(line.words) > _LONGEST_BYLINE or shapes.is_quoted(text):
        return False
    words = re.findall(r"[^\W\d_][\w’'-]*", text)[1:]
    names = [word for word in words if word[0].isupper()]
    if not names or names[0].casefold() in _DAYS:
        return any(
            word.casefold() in {"correspondent", "reporter", "reporters", "staff", "desk", "correspondents"}
            for word in words
        )
    return all(word[0].isupper() or word.casefold() in _BYLINE_WORDS for word in words)


def is_caption(line: Line) -> bool:
    """Tell whether `line` describes a picture: it is labelled so or ends in a picture's credit.

    "The quay at low water. (Jonas Wick/Courier)"; "Photo: Harbour Board"; "Cranes at dawn | AP Photo".
    """
    if len(line.words) > _LONGEST_CAPTION or (shapes.is_quoted(line.text) and _has_said(line.text)):
        return False
    if _PICTURE_LABEL.match(line.text) or _PICTURE_BY.match(line.text):
        return True
    for pattern in (_BRACKETED_END, _BAR_END):
        if (match := pattern.search(line.text)) and is_picture_credit(match["credit"]):
            return True
    return False


def is_picture_credit(credit: str) -> bool:
    """Tell whether bracketed words credit a picture ("Jonas Wick/Courier", "file photo")."""
    return bool(_PICTURE.search(credit) or _SLASHED.fullmatch(credit.strip()))


def is_credit(line: Line) -> bool:
    """Tell whether `line` acknowledges where the report comes from."""
    if len(line.words) > _LONGEST_NOTICE or shapes.is_speech(line.text):
        return False
    text = line.text.lstrip("*(_[ ")
    return bool(_CREDIT.match(text)) and not text.startswith(("©", "(c)"))


def _has_said(text: str) -> bool:
    return shapes.is_speech(text)
