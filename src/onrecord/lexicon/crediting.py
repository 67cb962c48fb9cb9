"""The report's own words by which it credits what follows: "denied", "did not believe", "asked".

Content alone reads as an assertion: of "Ana Velik denied that the quay would close" the content is "the quay would close".
Whoever shows content that is no direct speech shows these words with it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.cues import NEGATIONS, REFUSING
from onrecord.model.attribution import Manner
from onrecord.model.span import Span
from onrecord.text.tokens import find_word_parts

if TYPE_CHECKING:
    from onrecord.model.attribution import Attribution


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


BEFORE, AFTER = 60, 10
"""Characters before a cue and after it in which the rest of its verb group is sought."""
_BREAK = re.compile(r"[.!?;:,\n\"“”()]")
_OUT = re.compile(r"\s+out\b")
_RULED = frozenset({"rule", "rules", "ruled", "ruling"})
_GROUP = _words(
    """
    to a an any have has had having is was are were be been being do does did would will could can should may might must
    ever yet even immediate current plan plans intention comment
    """
)
"""Words that may stand between a negation and its verb, and before it: "has no plans to say"."""


def credit_words(attribution: Attribution, text: str) -> str:
    """Return the words by which the report `text` credits an attribution; nothing of direct speech, or where it has none.

    White space in them is folded; else they are the report's very characters. A mark alone (a colon) is no word.
    """
    cue = attribution.cue
    if cue is None or attribution.manner is Manner.DIRECT:
        return ""
    return words_of_cue(text, cue)


def words_of_cue(text: str, cue: Span) -> str:
    """Return the words of the verb group of `cue` in `text`, of which what lies around it is enough; white space is folded."""
    words = " ".join(find_verb_group(text, cue).of(text).split())
    return words if any(map(str.isalnum, words)) else ""


def find_verb_group(text: str, cue: Span) -> Span:
    """Return `cue` with the negation that belongs to it, and what stands between them.

    >>> text = "Velik has never openly said that the quay will close."
    >>> find_verb_group(text, Span(23, 27)).of(text)
    'has never openly said'
    """
    return Span(_find_start(text, cue.start), _find_end(text, cue))


def _find_start(text: str, start: int) -> int:
    """Return where the verb group starts that goes on at `start`: what stands before a cue without any negation is left out."""
    first = max(0, start - BEFORE)
    breaks = [found.end() for found in _BREAK.finditer(text, first, start)]
    first = breaks[-1] if breaks else first
    found = start
    negated = False
    for word in reversed(list(find_word_parts(text[first:start]))):
        turns = word.key in NEGATIONS or word.key in REFUSING
        if not (turns or word.key in _GROUP or word.key.endswith("ly")):
            break
        negated = negated or turns
        found = first + word.start
    return found if negated else start


def _find_end(text: str, cue: Span) -> int:
    """Return where the verb group ends: "ruled" alone says the opposite of "ruled out"."""
    words = list(find_word_parts(cue.of(text)))
    out = _OUT.match(text, cue.end) if words and words[-1].key in _RULED else None
    return out.end() if out else cue.end
