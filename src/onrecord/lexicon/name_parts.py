"""Small words and letters inside persons' names, of many languages."""

from __future__ import annotations

import re
from typing import Final

_ENDINGS_WORDS = "uly ogly oglu oğlu uulu kyzy kizi qizi qızı gyzy zade zadeh"
NAME_ENDINGS: Final = frozenset(_ENDINGS_WORDS.split())
"""Second halves of family names and patronymics that are written small: "son of", "daughter of"."""
PATRONYMICS: Final = NAME_ENDINGS - {"zade", "zadeh"}
"""Those that stand as a word of their own behind the father's name: "Elchin Tahir oglu Safarli"."""
_RESPECT_WORDS = "aga agha aka apa ata ji khanim khanum nim sama san saheb sahib sensei ssi tai"
_RESPECT: Final = frozenset(_RESPECT_WORDS.split())
_ARTICLES_WORDS = "al el ul as ash ad ar an at az"
ARTICLES: Final = frozenset(_ARTICLES_WORDS.split())
"""Articles that a hyphen joins to an Arabic name: "al-Mansoor", "ash-Shami"."""
_MARKS: Final = frozenset("'’")
_MUTATED: Final = re.compile(r"(?:t|h|n|bh|dh|gc|mb|nd|ng|bp|dt)[A-ZÁÉÍÓÚ][a-záéíóú]+|ff[a-z]{2,}")
_ELIDED: Final = re.compile(r"[A-ZÀ-Ž][a-z]?['’][A-ZÀ-Ž][^\W\d_]+")


def may_be_name_part(word: str) -> bool:
    """Tell cheaply what can be neither a small name nor an elided one.

    >>> may_be_name_part("tSaoir"), may_be_name_part("N'Diagne"), may_be_name_part("than"), may_be_name_part("Velik")
    (True, True, False, False)
    """
    return (
        word[1:2].isupper()
        or word[1:2] in _MARKS
        or word[2:3].isupper()
        or word[2:3] in _MARKS
        or word[:2] == "ff"
    )


def is_small_name(word: str) -> bool:
    """Tell whether a word that begins small is a name's: with an Irish letter before its capital, or with "ff".

    >>> is_small_name("tSaoir"), is_small_name("ffrench"), is_small_name("than")
    (True, True, False)
    """
    return _MUTATED.fullmatch(word) is not None


def is_elided_name(word: str) -> bool:
    """Tell whether a word is a family name with a mark in it: "N'Diagne", "O’Meara"; not what a contraction leaves.

    >>> is_elided_name("N'Diagne"), is_elided_name("It's")
    (True, False)
    """
    return _ELIDED.fullmatch(word) is not None


def is_respect(word: str) -> bool:
    """Tell whether a small word that a hyphen joins to a given name only shows respect: "Ismail-aka".

    >>> is_respect("aka"), is_respect("Aka"), is_respect("uly")
    (True, False, False)
    """
    return word in _RESPECT


def without_article(family: str) -> str:
    """Return an Arabic family name less the article that a hyphen joins to it.

    >>> without_article("al-Mansoor"), without_article("Mansoor"), without_article("Al-Uly")
    ('Mansoor', 'Mansoor', 'Uly')
    """
    article, hyphen, name = family.partition("-")
    return name if hyphen and article.casefold() in ARTICLES and name[:1].isupper() else family
