"""The name that a source phrase is, or opens with: "P. March of Halden Rail", "Ms Winter", "Velik, a resident".

The words alone tell: they are capitalised but for particles, and none of them says what somebody is.
"""

from __future__ import annotations

import re
from typing import Final

from onrecord.lexicon.calendar import WEEKDAYS
from onrecord.lexicon.demonyms import is_demonym
from onrecord.lexicon.honorifics import is_honorific, is_postnominal
from onrecord.lexicon.places import PLACE_NOUNS, is_place
from onrecord.lexicon.roles import KIN_NOUNS, OUTLET_NOUNS, PARTISANS, is_body_noun, is_person_role, singular

_TAIL: Final = re.compile(r",|\s(?:of|from|for|at|in|on|with|who|which|as|and|&)\s|\s?\(")
"""What parts a name from what is said of its bearer."""
_WORD: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|[’'.\-‐])*")
_SMALL_WORDS: Final = "de da di del della der den van von la le el al bin ibn ben do dos das du ter ten zu zur y e i af av ap ab ferch bint binti te"
_SMALL: Final = frozenset(_SMALL_WORDS.split())
_OPENERS = """
    a all also an another any asked at besides both but each either every few five four from her his its many more most much my neither no none
    finally furthermore hence however indeed instead meanwhile moreover nevertheless nonetheless otherwise therefore thus yet
    one other others our says several six some such ten that the their then these they this those three two what who your
    """
_NEVER: Final = frozenset({*WEEKDAYS, *_OPENERS.split()})
"""Words with a capital that open a sentence and no name."""
_CALLED: Final = frozenset(
    ["band", "blog", "brand", "channel", "chain", "charity", "group", "label", "magazine", "paper", "platform", "site",
     "start-up", "startup", "station", "theatre", "website"]
)  # fmt: skip
"""Nouns for what speaks under a name of its own, beside those for bodies and outlets."""
_LED_BY_NOUN: Final = re.compile(
    r"(?:[a-z][\w-]*\s){0,3}(?P<noun>[a-z][a-z-]+)\s"
    r"(?P<name>[A-Z][\w&.’'-]*(?:\s(?:(?:for|of|the|and|&|in)\s)*[A-Z][\w&.’'-]*){0,6})(?:,.*)?"
)
"""Small letters, and then nothing but a name: "the rights group Lantern"."""
_HANDLE: Final = re.compile(r"(?P<led>(?:[A-Za-z][a-z-]*,?\s){0,4})(?P<handle>@\w{2,})")
"""What somebody posts by, with nothing but common words before it: "Another fan, @velmgull"."""
_LONGEST: Final = 6
_ACRONYM: Final = 2
"""Letters from which a word in capitals is an acronym or a heading's."""
_LONG_ACRONYM: Final = 4
"""Letters up to which it is an acronym."""


def read_phrase_name(phrase: str) -> str | None:
    """Return the name that `phrase` is, less what stands before and behind it; None where it is none or a body noun's.

    >>> read_phrase_name("Mr P. March of Halden Rail"), read_phrase_name("Velik, a resident")
    ('P. March', 'Velik')
    >>> read_phrase_name("Another fan, @velmgull"), read_phrase_name("Ana Velik @velik")
    ('@velmgull', None)
    >>> read_phrase_name("Halden Council"), read_phrase_name("TELLY"), read_phrase_name("Pell and Roe")
    (None, None, None)
    """
    if " and " in phrase or "&" in phrase:
        return None
    handle = _HANDLE.fullmatch(phrase)
    if handle is not None:
        return handle["handle"] if all(map(_is_common, handle["led"].split())) else None
    if phrase.isupper() and phrase.isalpha() and _ACRONYM <= len(phrase) <= _LONG_ACRONYM:
        return phrase
    words = [word.rstrip(",") for word in _TAIL.split(phrase.strip())[0].split()]
    while words and is_honorific(words[0]):
        words = words[1:]
    while words and is_postnominal(words[-1]):
        words = words[:-1]
    if not 0 < len(words) <= _LONGEST or not all(map(_is_part, words)) or words[-1] in _SMALL:
        return None
    name = " ".join(words)
    if not any(word[:1].isupper() for word in words) or is_place(name) or is_demonym(words[-1]):
        return None
    return name


def read_body_name(phrase: str) -> str | None:
    """Return the name of a body that a noun for its kind stands before in small letters; None where there is none.

    >>> read_body_name("campaign group Roads for Halden"), read_body_name("newspaper Halden Echo, a weekly")
    ('Roads for Halden', 'Halden Echo')
    >>> read_body_name("group of Halden"), read_body_name("group led by Ana Velik"), read_body_name("Halden Council")
    (None, None, None)
    """
    found = _LED_BY_NOUN.fullmatch(phrase.strip())
    if found is None:
        return None
    noun = found["noun"]
    name = found["name"].split(",")[0].strip()
    told = is_body_noun(noun) or noun in _CALLED or noun in OUTLET_NOUNS
    return name if told and not is_place(name) and not is_demonym(name.split()[-1]) else None


def _is_common(word: str) -> bool:
    """Tell whether a word before what somebody posts by is none of a name."""
    return word.islower() or word.rstrip(",").casefold() in _NEVER


def _is_part(word: str) -> bool:
    """Tell whether a word may be one of a person's name."""
    if word in _SMALL:
        return True
    bare = word.strip(".")
    named = word[:1].isupper() or re.match(r"[a-z]{1,3}[’'\-][A-ZÀ-Ž]", word) is not None
    if not named or _WORD.fullmatch(word) is None or (bare.isupper() and len(bare) >= _ACRONYM):
        return False
    key = singular(bare)
    told = is_person_role(key) or is_body_noun(key) or key in OUTLET_NOUNS or key in PLACE_NOUNS
    told = told or key in KIN_NOUNS
    return not told and key not in PARTISANS and bare.casefold() not in _NEVER
