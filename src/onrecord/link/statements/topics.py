"""Whether two wordings have no more in common than the thing that they speak of.

"We are looking at a lamp" and "It was a lamp, as we thought" share a lamp, "opened an inquiry into the fire at Pier 9"
and "a lamp caused the fire at Pier 9" a fire: what is said of them is another thing each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from onrecord.lexicon.cues import NEGATIONS
from onrecord.lexicon.stopwords import STOPWORDS

if TYPE_CHECKING:
    from onrecord.link.statements.wordings import Wording


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_DETERMINERS: Final = _words(
    "a an the this that these those my our your his her its their any some every each"
)
_LINKS: Final = _words("of at in on from for near by with under over between behind beside s")
"""Words that join the nouns of one phrase: "the fire at Pier 9"."""

_SMALL: Final = (
    STOPWORDS["en"]
    | _DETERMINERS
    | _LINKS
    | _words(
        "am being having do does did done can could may might must shall should i you me us him them she if so too"
        " than then there here what when where how all also just only very into out up down off"
    )
) - NEGATIONS
"""Words that say nothing of a thing by themselves."""

_MOST: Final = 3
"""Telling terms of a phrase for one thing; wordings that share more have more than a thing in common."""

_FEWEST: Final = 3
"""Words beside the phrase that say something of the thing; "the play became a success" hardly says more than its phrase."""

_OWN: Final = 1 / 3
"""Share of the words beside the phrase, small ones too, from which they are those of the other wording."""

_KIN: Final = 4
"""Letters that two words of one root share: "guilt", "guilty"."""


def share_topic_only(first: Wording, second: Wording) -> bool:
    """Tell whether all that two wordings share is one noun phrase, while both say something of it in other words."""
    shared = first.telling & second.telling
    if not 0 < len(shared) <= _MOST:
        return False
    sides = _beside(first, shared), _beside(second, shared)
    said = [{term[:_KIN] for word, term in side if word not in _SMALL} for side in sides]
    if not all(said) or said[0] & said[1]:
        return False
    fewer, more = sorted(({word for word, _ in side} for side in sides), key=len)
    return len(fewer) >= _FEWEST and len(fewer & more) < _OWN * len(fewer)


def _beside(wording: Wording, shared: frozenset[str]) -> list[tuple[str, str]]:
    """Return the words beside the noun phrase that holds all `shared` terms; none where they form no such phrase."""
    words = wording.words
    places = [place for place, (_, term) in enumerate(words) if term in shared]
    start, end = places[0], places[-1] + 1
    inside = {words[place][0] for place in range(start, end) if place not in places}
    if not start or words[start - 1][0] not in _DETERMINERS or not (_DETERMINERS | _LINKS).issuperset(inside):
        return []
    if words[start][0][0].isdigit():
        # "the 900 boats": how many they are is said of them.
        return []
    return [found for found in (*words[:start], *words[end:]) if found[0] not in _DETERMINERS]
