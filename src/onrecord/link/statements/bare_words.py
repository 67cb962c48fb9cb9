"""What is left of a wording without its negations: two wordings that come to the same, one of them negated, contradict each other.

Person and tense are left aside: "We will do what is needed" comes to what "it would do what was needed" does.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from onrecord.lexicon.cues import NEGATIONS

_FORMS: Final = {
    "be": "am is are was were be been being",
    "have": "have has had having",
    "will": "will would",
    "can": "can could",
    "may": "may might",
    "shall": "shall should",
}
_FORM_OF: Final = {word: form for form, words in _FORMS.items() for word in words.split()}
_LEFT_ASIDE: Final = frozenset(
    [
        "a",
        "an",
        "the",
        "any",
        "i",
        "we",
        "you",
        "he",
        "she",
        "it",
        "they",
        "this",
        "that",
        "my",
        "our",
        "your",
        "his",
        "her",
        "its",
        "their",
        "do",
        "does",
        "did",
    ]
)
_FEWEST: Final = 2
"""Words that must be left: "it is not" and "it was" may speak of two things."""
_BARE: Final = frozenset({"not", "never", "no"})


@lru_cache(maxsize=1 << 14)
def bare_words(words: tuple[str, ...]) -> tuple[tuple[str, ...], bool]:
    """Return the words of a wording less negations, articles, pronouns and tenses, and whether it is negated.

    Nothing is returned of a wording that says too little, or holds a negation other than "not", "never" and "no".
    """
    negated = [word for word in words if word in NEGATIONS]
    left = tuple(
        _FORM_OF.get(word, word) for word in words if word not in NEGATIONS and word not in _LEFT_ASIDE
    )
    if len(left) < _FEWEST or not _BARE.issuperset(negated):
        return (), False
    return left, len(negated) % 2 == 1


def contradict(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Tell whether two wordings, given as words, come to the same but for a negation.

    >>> contradict(("we", "will", "do", "what", "is", "needed"), ("it", "would", "not", "do", "what", "was", "needed"))
    True
    """
    one, other = bare_words(first), bare_words(second)
    return bool(one[0]) and one[0] == other[0] and one[1] != other[1]
