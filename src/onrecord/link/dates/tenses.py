"""Whether the words about a day or a cue look ahead: "is expected to say on Monday", "meets again on Friday".

What is expected has not happened when the report is written, so a weekday in it is the next one. "Velik said on
Monday that the quay will close" looks back: the verb that tells stands nearer.
"""

from __future__ import annotations

import re

_TOLD = r"(?:said|says|told|announced|warned|added|stated|declared|replied|wrote|insisted|confirmed)"
_AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are|’s|'s|’re|'re) (?:widely |still |also |now |next )?"
    r"(?:to|(?:expected|due|set|scheduled|slated|planned|likely|about|going|supposed|bound) to)"
    r"|(?:plans?|intends?|hopes?|promises|promised|planning) to)\b|\w(?:’ll|'ll)\b",
    re.IGNORECASE,
)
_RETOLD = re.compile(rf"[.;:]|\b{_TOLD}\b", re.IGNORECASE)
_MEETS = re.compile(
    r"\b(?:(?:meets|returns|resumes|opens|reopens|starts|begins|votes|convenes|reconvenes|gathers|hosts|faces|plays|takes on"
    r"|kicks off|goes on trial|stands trial|takes office|goes on sale|go(?:es)? to the polls|takes? place"
    r"|(?<=s )(?<!\bhis )(?<!\bits )(?<!\bthis )(?<!\bwas )(?<!\bhas )(?<!\bdoes )(?<!\bas )(?<!\bus )"
    r"(?:meet|return|resume|vote|convene|gather|host|face|play|take on|kick off|go on trial|stand trial|head to))"
    r"(?: [\w’'-]+){0,6}?|to be (?:broadcast|aired|shown|held|published|sworn in|sentenced|released))"
    r" (?:on|this|next)\s+$",
    re.IGNORECASE,
)
_PAST = re.compile(r" (?:was|were|had|did|\w+ed)\b", re.IGNORECASE)
_WHEN_AHEAD = re.compile(
    r"^,? (?:when|where)\b[^.;:]{0,60}?\b(?:will|(?:is|are) (?:\w+ )?to|(?:is|are) \w+ to)\b", re.IGNORECASE
)
_CUE_AHEAD = re.compile(r"(?:\s(?:also|then|again|publicly|not))*\s+$")


def is_day_ahead(before: str, after: str) -> bool:
    """Tell whether a day is one to come, by the words of its sentence before and after it.

    >>> is_day_ahead("The council meets again on ", ", when Hale speaks."), is_day_ahead("Hale said on ", "")
    (True, False)
    >>> is_day_ahead("Halden Rovers host Oxley at the Dell on ", "."), is_day_ahead("It was his vote on ", ".")
    (True, False)
    """
    met = _MEETS.search(before)
    if (met is not None and not _PAST.search(before, met.start())) or _WHEN_AHEAD.search(after):
        return True
    ends = [match.end() for match in _AHEAD.finditer(before)]
    return bool(ends) and not _RETOLD.search(before, ends[-1])


def is_cue_ahead(before: str) -> bool:
    """Tell whether a verb is one to come, by the words of its sentence before it.

    >>> is_cue_ahead("Rob Hale is expected to "), is_cue_ahead("The quay will close, Rob Hale ")
    (True, False)
    """
    ends = [match.end() for match in _AHEAD.finditer(before)]
    return bool(ends) and _CUE_AHEAD.fullmatch(before, ends[-1]) is not None
