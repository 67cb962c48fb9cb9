"""Which time of a sentence says when its words were said: one that hangs on the verb of saying, or on its clause.

"Velik said on Monday", "On Monday, Velik said", "Velik, speaking on Monday, said". In "Velik, who crossed the bridge on Monday,
said", "police said they found it during a search on Monday" and "the mayor noted the overnight storm" the time is of something else.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.model.span import Span

_TURNS = r"who|whom|whose|which|that|when|where|since|before|after|until|while|because|although|though|if"
_ASIDE = re.compile(rf"[;:]|\b(?:{_TURNS})\b", re.IGNORECASE)
"""What opens a clause of its own, whose time is not that of the clause around it."""
_CLAUSE = re.compile(
    rf"[;:]|,\s(?:and|but|or)\b|\b(?:{_TURNS}|he|she|they|it|was|were|is|are|has|have|had|will|would)\b",
    re.IGNORECASE,
)
"""What stands between a verb of saying and a time that is of another verb: "said he fell on Monday"."""
_SPEAKING = re.compile(
    r"(?:,\s*|^\W*|[(–—]\s*)(?:(?:in|at|during)\s(?:an?|the|his|her|its|their)\s"
    r"|(?:who|which)\s(?:spoke|said|told|was\s(?:speaking|talking))\b|speaking\b|talking\b|writing\b|addressing\b"
    r"|asked\b|answering\b|appearing\b|testifying\b|quoted\b)[^,;:]*$",
    re.IGNORECASE,
)
"""What tells, up to its time, of the saying itself: ", speaking in Halden on "."""
_LIGHT = re.compile(
    r"[\s\W]*(?:(?:on|in|at|back|late|early|earlier|this|last|by|as)\b[\s]*){0,3}", re.IGNORECASE
)
"""What may stand before a time that opens its sentence, or follows its source."""
_OPENER = re.compile(
    r"\W*(?:on|in|at|during|late|early|earlier|speaking|talking|asked|addressing|writing)\b", re.IGNORECASE
)
_TO_CUE = re.compile(
    r"\s?(?:(?:morning|afternoon|evening|night|also|again|then|later|first|and|has|had|not|did|publicly|\w+ly)\s+){0,4}",
    re.IGNORECASE,
)
"""What stands between a time and the verb whose clause it is in: "Velik on Monday also "."""
_FAR = 1_500
"""Characters into a sentence up to which a time is read; no sentence that anybody writes is longer."""
_PRESENT = frozenset(["say", "says", "believe", "believes", "claim", "claims", "think", "thinks"])
_LED = re.compile(r"\s?(?:\w+ ){0,4}?(?:on |in |late |early |at )*", re.IGNORECASE)
_MARKS = frozenset('"”»“')
_OF_NOUN = re.compile(r"['’]s?\b")
_TO_NOUN = re.compile(r"\b(?:the|an?|his|her|its|their|of)\s+$", re.IGNORECASE)
_BEFORE_NOUN = 12
"""Characters before a time in which an article of its noun is sought: "the overnight storm"."""


_SPREAD = re.compile(
    r"\b(?:interview|conversation|podcast|programme|program|documentary)\b[^.;:]{0,50}"
    r"\b(?:published|broadcast|aired|released|posted|printed|screened|shown)(?:\s(?!and\b|but\b)\w+){0,4}\s*$",
    re.IGNORECASE,
)
"""What stands before the day on which an interview came out: "told the Courier in an interview published on "."""


def is_of_spreading(text: str, sentence: Span, time: Span) -> bool:
    """Tell whether a time is that on which an interview came out: its words were said on it or before."""
    return _SPREAD.search(text, max(sentence.start, time.start - _FAR), time.start) is not None


def hangs_on_saying(text: str, sentence: Span, cue: Span, time: Span, content: Sequence[Span]) -> bool:
    """Tell whether a time in the sentence of a verb of saying says when the words were said.

    Args:
        text: of the report.
        sentence: that holds both.
        cue: the verb.
        time: the time, outside the words themselves.
        content: the words said.
    """
    if max(time.end, cue.end) - sentence.start > _FAR:
        return False
    if is_of_spreading(text, sentence, time):
        return False
    if _TO_NOUN.search(text, max(sentence.start, time.start - _BEFORE_NOUN), time.start):
        return False
    if time.start >= cue.end:
        return _follows(text, cue, time, content)
    return _leads(text, sentence, cue, time)


def _follows(text: str, cue: Span, time: Span, content: Sequence[Span]) -> bool:
    """Tell it of a time behind the verb: "told the Courier on Monday", "called it “a scandal” on Monday"."""
    if _OF_NOUN.match(text, time.end):
        return False
    between = [part for part in content if cue.end <= part.start and part.end <= time.start]
    if not between:
        return _CLAUSE.search(text, cue.end, time.start) is None
    last = max(part.end for part in between)
    if _MARKS.isdisjoint(text[last - 1 : last + 2]):
        return False
    return _LED.fullmatch(text, _behind_mark(text, last), time.start) is not None


def _behind_mark(text: str, place: int) -> int:
    while place < len(text) and text[place] in "\"”’'»“,":
        place += 1
    return place


def _leads(text: str, sentence: Span, cue: Span, time: Span) -> bool:
    """Tell it of a time before the verb: "On Monday, Velik said", "Velik on Monday said", "Velik, speaking on Monday, said"."""
    before = text[sentence.start : time.start]
    if _SPEAKING.search(before):
        return True
    if _OF_NOUN.match(text, time.end) or _ASIDE.search(before):
        return False
    if _TO_CUE.fullmatch(text, time.end, cue.start) or text[cue.start : cue.end].endswith("ing"):
        return True
    present = text[cue.start : cue.end].casefold() in _PRESENT
    opens = _LIGHT.fullmatch(before) or _OPENER.match(before)
    return bool(opens) and not present and _ASIDE.search(text, time.end, cue.start) is None
