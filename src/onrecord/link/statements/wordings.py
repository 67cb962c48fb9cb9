"""How much two wordings say the same: character runs and telling words, weighed within their event.

Sentences of one speech share its subject, so a word counts for less the more wordings of the event have it. What is
quoted in part is compared by its quoted part as well: a fragment between quotation marks that the other report quotes
inside a longer passage is the same words, however little else is alike.
"""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from onrecord.lexicon.cues import NEGATIONS
from onrecord.text.rarity import stem_rarity
from onrecord.text.stem import stem
from onrecord.text.tokens import Word, find_word_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from onrecord.model.span import Span

Weights = dict[str, float]

_GRAMS = (3, 4)
_PREFIX = 6
"""Letters that two word forms must share to be one term: "Ukraine" and "Ukrainian", not "union" and "unity"."""

_MODALS = frozenset({"should", "must", "will", "would", "can", "could", "may", "might", "need", "shall"})
_TURNS = _MODALS | {"not", "without"}
_TURN = 0.4
"""What a negation or a modal weighs: two sentences on one subject differ by them."""

_LEAST = 0.1
"""What a function word weighs among the character runs."""

_LEAST_TERM = 0.15

_TELLS = 0.3
"""What a word weighs by the language alone, from which it tells what a wording is about."""

_NEGATED_WORD = 9
"""Letters from which "un…" is taken as a negation: "unconditionally" is "without conditions"."""

_CHARACTERS, _SHORTER, _TERMS = 0.45, 0.1, 0.45
"""What the measures contribute: character runs, the shorter side's terms, both sides' terms."""

_NEXT_TO_NOTHING = 1.0

_ENOUGH = 1.0
"""Weight of the terms of a sentence that may stand for a whole wording."""

_QUOTED = 0.35
"""What is added where the quoted parts agree."""

_MOSTLY_QUOTED = 0.7
"""Share of a wording's words from which it counts as quoted whole."""

_ONE_NEGATED, _ONE_DENIED = 0.85, 0.6
"""What is left of a likeness where one side has a negation, or is denied by its speaker, and the other not."""

_ONE_NEGATED_ALONE = 0.7
"""The same where, besides, only one telling word is shared: "it would not be published", "it will be published when
the tide tables are" have nothing in common but what the one takes back."""

_ONE_NEGATED_QUOTED = 0.7
"""The same where both are given as the speaker's own words, all of them: "I would sleep below it", "I would not sleep
below it" are two statements, however alike; where one is a retelling, the "not" may be the reporter's turn of phrase."""

_QUOTED_SHARE = 0.6
_QUOTED_TERMS = 2


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one wording with their terms; `quoted` are the terms between quotation marks.

    `partial` tells that the report quotes a part only and tells the rest in its own words, `denied` that the
    speaker is said to have denied it. `telling` are the terms that tell what it is about.
    """

    words: tuple[tuple[str, str], ...]
    quoted: frozenset[str]
    partial: bool
    denied: bool
    telling: frozenset[str] = frozenset()

    @property
    def terms(self) -> frozenset[str]:
        """The distinct terms."""
        return frozenset(term for _, term in self.words)


@dataclass(frozen=True, slots=True)
class Features:
    """A wording's weights within its event: character runs, their length, telling terms, quoted telling terms."""

    grams: Weights
    length: float
    terms: Weights
    quoted: Weights
    partial: bool
    negated: bool
    denied: bool


def read_wording(text: str, quoted: Sequence[Span], *, denied: bool = False) -> Wording:
    """Return the words of a wording and their terms.

    Args:
        text: the wording.
        quoted: the ranges of it between quotation marks.
        denied: whether the report says that the speaker denied it.
    """
    words: list[tuple[str, str]] = []
    spoken: set[str] = set()
    spoken_words = 0
    for word in find_word_parts(text):
        term = _term(word, text)
        words.append((word.key, term))
        if any(span.start <= word.start < span.end for span in quoted):
            spoken.add(term)
            spoken_words += 1
    return Wording(
        tuple(words),
        frozenset(spoken),
        0 < spoken_words < _MOSTLY_QUOTED * len(words),
        denied,
        frozenset(term for word, term in words if term not in _TURNS and _telling(word, term) >= _TELLS),
    )


def _term(word: Word, text: str) -> str:
    """Return what two forms of a word share; the "no" of "no-fly zone" negates nothing."""
    if word.key in NEGATIONS and text[word.end : word.end + 1] != "-":
        return "without" if word.key == "without" else "not"
    if word.key in _MODALS:
        return word.key
    key = word.key
    if key.startswith("un") and len(key) >= _NEGATED_WORD:
        key = key[2:]
    return stem(key)[:_PREFIX]


def weigh_wordings(
    wordings: Mapping[str, Wording], parts: Mapping[str, tuple[Wording, ...]]
) -> tuple[dict[str, Features], dict[str, tuple[Features, ...]]]:
    """Weigh the wordings of one event and their parts, by id: what few of the wordings have tells most."""
    held = Counter(term for wording in wordings.values() for term in wording.terms)
    count = len(wordings)
    local = {term: math.log(1 + count / met) / math.log(1 + count) for term, met in held.items()}
    whole = {key: _weigh(wording, local) for key, wording in wordings.items()}
    return whole, {key: tuple(_weigh(part, local) for part in found) for key, found in parts.items()}


def relate_parts(first: Sequence[Features], second: Sequence[Features]) -> float:
    """Return how much the most alike sentences of two wordings say the same, where they say enough.

    A report that gives one sentence more of a speech still renders what another gives of it.
    """
    return max(
        (
            relate_wordings(one, other)
            for one in first
            for other in second
            if min(sum(one.terms.values()), sum(other.terms.values())) >= _ENOUGH
        ),
        default=0.0,
    )


def _weigh(wording: Wording, local: Mapping[str, float]) -> Features:
    grams: Weights = {}
    terms: Weights = {}
    for word, term in wording.words:
        telling = _telling(word, term)
        weight = max(telling, _LEAST) * local[term]
        if telling:
            terms[term] = max(terms.get(term, 0.0), max(telling, _LEAST_TERM) * local[term])
        for gram in _grams(word):
            grams[gram] = grams.get(gram, 0.0) + weight
    length = math.sqrt(sum(value * value for value in grams.values()))
    quoted = {term: weight for term, weight in terms.items() if term in wording.quoted}
    return Features(
        grams, length, terms, quoted, wording.partial, ("not" in terms) != wording.denied, wording.denied
    )


def _telling(word: str, term: str) -> float:
    if term in _TURNS:
        return _TURN
    return 1.0 if word[0].isdigit() else math.sqrt(stem_rarity(stem(word)))


def _grams(word: str) -> Iterable[str]:
    padded = f" {word} "
    for size in _GRAMS:
        for start in range(max(1, len(padded) - size + 1)):
            yield padded[start : start + size]


def relate_wordings(first: Features, second: Features) -> float:
    """Return how much two wordings of one event say the same, from 0.0 to about 1.3."""
    if not first.length or not second.length:
        return 0.0
    score = (
        _CHARACTERS * _cosine(first, second)
        + _SHORTER * _inside(first.terms, second.terms)
        + _TERMS * _dice(first.terms, second.terms)
    )
    if first.negated != second.negated:
        score *= _turned(first, second)
    if first.partial or second.partial:
        score += _QUOTED * _quoted_alike(first.quoted, second.quoted)
    return score


def _turned(first: Features, second: Features) -> float:
    """Return what is left of the likeness of two wordings of which one takes back or denies, the other not."""
    if first.denied or second.denied:
        return _ONE_DENIED
    if _is_all_quoted(first) and _is_all_quoted(second):
        return _ONE_NEGATED_QUOTED
    shared = (first.terms.keys() & second.terms.keys()) - _TURNS
    return _ONE_NEGATED if len(shared) > 1 else _ONE_NEGATED_ALONE


def _is_all_quoted(found: Features) -> bool:
    return found.quoted.keys() == found.terms.keys()


def _cosine(first: Features, second: Features) -> float:
    few, many = sorted((first.grams, second.grams), key=len)
    total = sum(value * many[gram] for gram, value in few.items() if gram in many)
    return total / (first.length * second.length)


def _shared(first: Weights, second: Weights) -> float:
    few, many = sorted((first, second), key=len)
    return sum(min(value, many[term]) for term, value in few.items() if term in many)


def _dice(first: Weights, second: Weights) -> float:
    total = sum(first.values()) + sum(second.values())
    return 2 * _shared(first, second) / total if total else 0.0


def _inside(first: Weights, second: Weights) -> float:
    """Return how far the lighter side is inside the other; next to nothing is never wholly inside."""
    lighter = min(sum(first.values()), sum(second.values()))
    return min(1.0, _shared(first, second) / (lighter + _NEXT_TO_NOTHING))


def contained(first: Weights, second: Weights) -> float:
    """Return the shared weight as a share of the lighter side's weight."""
    lighter = min(sum(first.values()), sum(second.values()))
    return min(1.0, _shared(first, second) / lighter) if lighter else 0.0


def _quoted_alike(first: Weights, second: Weights) -> float:
    """Return how far the shorter quoted part is inside the longer, where they share at least two telling terms."""
    if len(first.keys() & second.keys()) < _QUOTED_TERMS:
        return 0.0
    share = contained(first, second)
    return share if share >= _QUOTED_SHARE else 0.0
