"""Lines that describe a picture or credit it.

"The quay at low water. (Jonas Wick/Courier)"; "Photo: Harbour Board"; "Cranes at dawn | AP Photo".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from onrecord.clean import shapes
from onrecord.lexicon.furniture import PICTURE_WORDS

if TYPE_CHECKING:
    from onrecord.clean.lines import Line

_LABEL: Final = re.compile(
    r"[(\[]?\s*(?:(?:file|archive|cover|main|lead|feature|featured|stock|illustrative) )?"
    r"(?:(?:photo|photograph|picture|image|illustration|graphic|caption|screenshot)s?(?: (?:credits?|courtesy|source|illustration|by|via|caption))?"
    r"|photographer|credits?|foto|infographic)\s*[:/|©]|(?:image|media|video) (?:source|caption|copyright),",
    re.IGNORECASE,
)
_BY: Final = re.compile(
    r"[(\[]?(?:file )?(?:photo|photograph|image|picture|illustration)s? (?:by|courtesy|from|via)\b",
    re.IGNORECASE,
)
_BRACKETED_END: Final = re.compile(r"[(\[](?P<credit>[^()\[\]]{2,70})[)\]]\s*\.?$")
_BAR_END: Final = re.compile(r"\s(?:\||©|/)\s*(?P<credit>[^|©]{2,60})$")
_UNBRACKETED_END: Final = re.compile(
    r"(?:^|[.!?”\"]\s+|\s[—–|-]\s*|©\s*)(?:photos? )?(?:(?:via|by|file photo|handout via|courtesy of)\s+)?"
    r"(?:REUTERS\s*/|AFP\s*/|AP\s*/|AP Photo\b|EPA\b|Getty Images|GETTY IMAGES|AFP via Getty|Shutterstock)[^.!?”]{0,60}\.?$"
    r"|[.!?”]\s+(?i:courtesy|handout|photo|photograph|picture|image)s?(?: of| by| from|:)? [A-Z][^.!?”]{2,50}\.?$"
)
_PICTURE: Final = re.compile(rf"(?:^|[\W_])(?:{shapes.any_of(PICTURE_WORDS)})(?:$|[\W_])", re.IGNORECASE)
_SLASHED: Final = re.compile(r"[A-Z][\w.’' -]{0,40}/\s*[A-Z][\w.’' /-]{0,50}\.?")
_WARNING: Final = re.compile(r"\b(?:warning|watch|contains|graphic content)\b", re.IGNORECASE)
_LONGEST: Final = 60
"""Words of a caption."""


def is_caption(line: Line) -> bool:
    """Tell whether `line` is labelled as a picture's or ends in a picture's credit, and quotes nobody."""
    if len(line.words) > _LONGEST or not (_is_labelled(line.text) or _is_credited(line.text)):
        return False
    return not (shapes.is_quoted(line.text) and shapes.is_speech(line.text))


def _is_labelled(text: str) -> bool:
    return bool(_LABEL.match(text) or _BY.match(text))


def _is_credited(text: str) -> bool:
    """Tell whether a line ends in a picture's credit: "… | AP Photo", "(Jonas Wick/Courier)"."""
    end = text[-160:]
    return _UNBRACKETED_END.search(end) is not None or any(
        is_picture_credit(match["credit"])
        for pattern in (_BRACKETED_END, _BAR_END)
        if (match := pattern.search(end))
    )


def is_signed_picture(line: Line) -> bool:
    """Tell whether a line in a head ends in a photographer's name in brackets ("The quay at dawn. (Jonas Wick)")."""
    match = _BRACKETED_END.search(line.text[-160:])
    return match is not None and shapes.is_name(match["credit"]) and not shapes.is_speech(line.text)


def is_picture_credit(credit: str) -> bool:
    """Tell whether words in brackets or behind a bar credit a picture ("Jonas Wick/Courier", "file photo")."""
    if _WARNING.search(credit):
        return False
    return bool(_PICTURE.search(credit) or _SLASHED.fullmatch(credit.strip()))
