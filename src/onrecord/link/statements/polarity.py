"""Whether a report takes back what it reports, and whether two wordings say the opposite of each other.

"Ana Velik denied that the quay would close" and "Velik admitted that the quay would close" have the same words between
the same marks and are two statements; "denied that the quay would close" and "said the quay would not close" are one.
"The quay will not close for good, only for two years" is never one with "the quay will close for good".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from onrecord.lexicon.cues import DENYING, NEGATIONS, REFUSING
from onrecord.link.statements.bare_words import contradict
from onrecord.model.attribution import Manner
from onrecord.text.tokens import find_word_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from onrecord.link.statements.wordings import Wording
    from onrecord.model.attribution import Attribution

_BEFORE = 80
"""Characters before a cue in which a negation of it is sought."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_BETWEEN = _words(
    """
    to a an the any his her its their this that such of be been have has had is was are were do does did would will
    could can should may might ever yet even say saying immediate current
    further firm concrete
    """
)
"""Words between a negation and the cue: "declined to say", "no immediate plans", "rejected the claim"."""

_BREAK = re.compile(r"[.!?;:,\n\"“”]")
_RULED = frozenset({"rule", "ruled", "rules", "ruling"})
_OUT = re.compile(r"\s+out\b", re.IGNORECASE)
_AS = re.compile(r"\bas\s+[\"“‘'«„]?$")
_MISSPELT = re.compile("['’]t$")
"""The end of a contraction that is spelt wrongly, such as "could't"."""
_LEADING_DENIAL = re.compile(
    r"(?:to\s+)?(?:rul(?:e|ing)\s+out|deny(?:ing)?|exclud(?:e|ing))\b", re.IGNORECASE
)
_OWN_WORDS = frozenset({Manner.DIRECT, Manner.UNMARKED, Manner.CARRIED})

_LIGHT = _words("be been being have has had do ever even yet again simply also really longer going to")
"""Words between a negation and its verb."""

_LIMITS = _words("only just merely simply until till before unless without than because")
"""Words by which a negation narrows: "will not open until May" is "will open in May"."""

_REACH = 3
"""Telling words behind a negation that it may take back."""


def is_denied(attribution: Attribution, text: str) -> bool:
    """Tell whether the report takes the content back: "Velik denied that …", "had no plans to …", "refused to …".

    Two of them cancel out: "did not dispute that …", "refused to rule out …". What is given as the speaker's own words
    (“It is a lie,” she denied) or as a name ("dismissed the plan as “a lie”") is not what is denied.

    Args:
        attribution: with its cue, if it has one.
        text: of its report.
    """
    cue = attribution.cue
    start = attribution.content[0].start
    if cue is None or attribution.manner in _OWN_WORDS or _AS.search(text, cue.start, start):
        return False
    turns = _count_cue(text, cue.start, cue.end)
    if turns and _LEADING_DENIAL.match(text, start):
        turns += 1
    source = attribution.source
    led = source is not None and source.end <= cue.start
    first = max(cue.start - _BEFORE, source.end if source is not None and led else 0, 0)
    return (turns + _count_before(text[first : cue.start], led=led)) % 2 == 1


def _count_cue(text: str, start: int, end: int) -> int:
    """Count the words of a cue that take back: one for "denied", two for "did not dispute"."""
    words = list(find_word_parts(text[start:end]))
    return sum(_is_turn(word.key, text, start + word.end) for word in words)


def _is_turn(key: str, text: str, end: int) -> bool:
    if key in _RULED:
        return _OUT.match(text, end) is not None
    return key in DENYING or key in REFUSING or key in NEGATIONS


def _count_before(before: str, *, led: bool) -> int:
    """Count what takes back a cue right before it; what only denies somebody's claim counts for its own source alone."""
    found = 0
    clause = _BREAK.split(before)[-1]
    for word in reversed(list(find_word_parts(clause))):
        if word.key in NEGATIONS or word.key in REFUSING or (led and word.key in DENYING):
            found += 1
        elif word.key not in _BETWEEN and not word.key.endswith("ly"):
            break
    return found


def is_opposite(first: Wording, second: Wording) -> bool:
    """Tell whether of two wordings one takes back what the other says.

    A denial is opposite to whatever does not itself take back a word of what is denied. Without a denial the negated
    verb must stand without negation in the other, and half of the telling words of the shorter must be shared.
    """
    if first.denied != second.denied:
        denied, other = (first, second) if first.denied else (second, first)
        return find_turned(other).isdisjoint(denied.telling) == find_turned(denied).isdisjoint(other.telling)
    words = tuple(word for word, _ in first.words), tuple(word for word, _ in second.words)
    if contradict(*words):
        return True
    return not _is_cut(first, second) and (_takes_back(first, second) or _takes_back(second, first))


def find_turned(wording: Wording) -> frozenset[str]:
    """Return the telling terms shortly after a negation."""
    turned: set[str] = set()
    left = 0
    for word, term in wording.words:
        if word in NEGATIONS or word in REFUSING or word in DENYING:
            left = _REACH
        elif left and term in wording.telling:
            turned.add(term)
            left -= 1
    return frozenset(turned)


def _takes_back(first: Wording, second: Wording) -> bool:
    """Tell whether a verb that the first negates stands without negation in the second."""
    shared = first.telling & second.telling
    if 2 * len(shared) < min(len(first.telling), len(second.telling)):
        return False
    keys = {word for word, _ in second.words}
    if keys & (NEGATIONS | REFUSING | DENYING) or any(_MISSPELT.search(key) for key in keys):
        return False
    plain = _plain_terms(first)
    return any(term in shared and term not in plain for term in _negated_verbs(first.words))


def _negated_verbs(words: Sequence[tuple[str, str]]) -> list[str]:
    """Return the terms of verbs right behind a "not" that nothing narrows."""
    keys = [word for word, _ in words]
    found: list[str] = []
    for place, key in enumerate(keys):
        if key not in {"not", "never", "cannot"} or _LIMITS.intersection(keys[place + 1 : place + 2]):
            continue
        if place and keys[place - 1] == "or":
            continue
        verb = next((at for at in range(place + 1, len(keys)) if keys[at] not in _LIGHT), None)
        if verb is not None and not (_LIMITS - {"only", "just", "merely", "simply"}).intersection(
            keys[verb:]
        ):
            found.append(words[verb][1])
    return found


def _plain_terms(wording: Wording) -> frozenset[str]:
    """Return the terms that stand at a distance from any negation."""
    plain: set[str] = set()
    left = 0
    for word, term in wording.words:
        if word in NEGATIONS:
            left = _REACH
        elif left:
            left -= term in wording.telling
        else:
            plain.add(term)
    return frozenset(plain)


def _is_cut(first: Wording, second: Wording) -> bool:
    """Tell whether both are quoted whole and one is a run of the other's words."""
    if not (first.terms <= first.quoted and second.terms <= second.quoted):
        return False
    texts = [" ".join(("", *(word for word, _ in found.words), "")) for found in (first, second)]
    return texts[0] in texts[1] or texts[1] in texts[0]
